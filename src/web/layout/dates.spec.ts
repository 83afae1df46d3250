import { describe, expect, it } from '@jest/globals'
import { FormFields } from '../../platform/web/form.js'
import { dayOf, readDay } from './dates.js'

describe('dayOf', () => {
  it.each([
    ['14', '9', '2026', '2026-09-14'],
    ['01', '01', '26', '2026-01-01'],
    ['3', 'March', '2026', '2026-03-03'],
    ['3', 'Sept', '2026', '2026-09-03'],
    ['30', '2', '2026', null],
    ['', '9', '2026', null],
    ['14', '13', '2026', null],
    ['a', 'b', 'c', null],
  ])('reads %s %s %s as %s', (day, month, year, expected) => {
    expect(dayOf({ day, month, year })).toBe(expected)
  })
})

describe('readDay', () => {
  const read = (day: string, month: string, year: string) =>
    readDay(FormFields.of({ 'on[day]': [day], 'on[month]': [month], 'on[year]': [year] }), 'on', 'The day it happened')

  it('says what is missing and what is no date', () => {
    expect(read('14', '9', '2026')).toEqual({ day: '2026-09-14', problems: [] })
    expect(read('', '', '').problems).toEqual([{ field: 'on', message: 'The day it happened is missing: enter a day, month and year' }])
    expect(read('31', '9', '2026').problems).toEqual([
      { field: 'on', message: 'The day it happened must be a real date, such as 14 9 2026' },
    ])
  })
})
