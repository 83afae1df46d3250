import { describe, expect, it } from '@jest/globals'
import { FormFields } from '../../platform/web/form.js'
import { asTyped, displacementInput } from './displacement-log.form.js'

const TODAY = '2026-11-21'
const read = (typed: Record<string, string>) =>
  displacementInput(FormFields.of(Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, [value]]))), TODAY)
const whole = { what: 'P M', hours: '1.5', cause: 'STAFFING', when: 'today', note: 'Sickness.' }

describe('what was put back', () => {
  it('is a milestone of a priority, in minutes, on a day', () => {
    expect(read(whole)).toMatchObject({
      problems: [],
      input: {
        priorityId: 'P',
        milestoneId: 'M',
        minutes: 90,
        cause: 'STAFFING',
        requirementCode: null,
        requestId: null,
        happenedOn: TODAY,
      },
    })
    expect(read({ ...whole, what: 'P' }).input).toMatchObject({ priorityId: 'P', milestoneId: null })
  })

  it('names a requirement or a request only where that is why', () => {
    const both = { ...whole, requirementCode: '24-30', requestId: 'R' }
    expect(read({ ...both, cause: 'REQUIREMENT' }).input).toMatchObject({ requirementCode: '24-30', requestId: null })
    expect(read({ ...both, cause: 'REQUEST' }).input).toMatchObject({ requirementCode: null, requestId: 'R' })
  })

  it.each([
    ['nothing typed', {}, ['what', 'hours', 'cause', 'when']],
    ['no time', { ...whole, hours: '0' }, ['hours']],
    ['a time nobody can read', { ...whole, hours: 'a lot' }, ['hours']],
    ['a requirement that is not named', { ...whole, cause: 'REQUIREMENT' }, ['requirementCode']],
    ['a request that is not named', { ...whole, cause: 'REQUEST' }, ['requestId']],
    ['another day without one', { ...whole, when: 'day' }, ['happenedOn']],
  ])('%s is asked for', (_, typed, fields) => {
    expect(read(typed).problems.map(({ field }) => field)).toEqual(fields)
  })

  it('is refused beside the field it was typed into', () => {
    expect(asTyped([{ field: 'minutes', message: 'Too many' }])).toEqual([{ field: 'hours', message: 'Too many' }])
  })
})
