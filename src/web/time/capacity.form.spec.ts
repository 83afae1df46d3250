import { describe, expect, it } from '@jest/globals'
import { FormFields } from '../../platform/web/form.js'
import { capacityField, capacityFields, readCapacity } from './capacity.form.js'
import { monthNames } from './time.view.js'

const names = monthNames('2026/27')
const every = <T>(value: T): T[] => Array.from({ length: 12 }, () => value)
const fieldsWith = (fields: Record<string, string>): FormFields =>
  FormFields.of(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])))
const read = (fields: Record<string, string>) => readCapacity(fieldsWith(fields), names)

describe('the time of a staff group', () => {
  it.each([
    [every(1200), every(90)],
    [[0, ...every(100).slice(1)], null],
    [[null, ...every(100).slice(1)], every(0)],
  ])('reads back what stands in the form', (minutes, otherFixed) => {
    const { input, problems } = readCapacity(FormFields.of(capacityFields({ minutes, otherFixed, basis: 'Contracts' }, null)), names)
    expect(problems).toEqual([])
    expect(input).toEqual({ minutesByMonth: minutes, ...(otherFixed && { otherFixedByMonth: otherFixed }), basis: 'Contracts' })
  })

  it('is read by the week, without the rule the API adds again', () => {
    const basis = '1.25 sessions of 4 hours 10 minutes a week in 42 weeks at work a year, spread evenly over twelve months. Contracts.'
    expect(read({ how: 'week', sessions: '1.5', weeks: '40', basis }).input).toEqual({
      ...{ weekly: { sessions: 1.5, hours: 0, weeksAYear: 40 }, basis: 'Contracts.' },
    })
  })

  it.each([
    [{}, 'how', 'Say how you want to enter the time'],
    [{ how: 'same' }, 'same', 'Hours a month: enter hours'],
    [{ how: 'months', 'month-2': 'some' }, 'month-2', 'June 2026 must be hours, such as 12, 1.5 or 1:30'],
    [{ how: 'week', weeks: '42' }, 'sessions', 'Enter sessions or hours a week'],
    [{ how: 'week', sessions: 'two', weeks: '42' }, 'sessions', 'Sessions a week must be a number, such as 2 or 7.5'],
  ])('names what is wrong with %j', (fields, field, message) => {
    expect(read(fields).problems).toEqual([{ field, message }])
  })

  it.each([
    ['minutesByMonth.3', { how: 'months' }, 'month-3'],
    ['minutesByMonth.0', { how: 'same' }, 'same'],
    ['otherFixedByMonth.11', { fixedHow: 'months' }, 'fixed-11'],
    ['input.weekly.weeksAYear', { how: 'week' }, 'weeks'],
    ['weekly', { how: 'week' }, 'sessions'],
    ['staffGroup', {}, ''],
  ])('finds the box of %s', (field, fields, box) => {
    expect(capacityField(field, fieldsWith(fields))).toBe(box)
  })

  it('takes a suggestion over only with its label', () => {
    const suggestion = { staffGroup: 'CLINICIAN', minutes: every(600), label: 'One post', basis: '42 weeks.' }
    expect(capacityFields(undefined, suggestion)).toMatchObject({
      ...{ how: ['same'], same: ['10'], basis: ['A suggestion taken over. One post. 42 weeks.'] },
    })
    expect(capacityFields(undefined, null)).toMatchObject({ same: [''], basis: [''] })
  })
})
