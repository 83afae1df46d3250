import { describe, expect, it } from '@jest/globals'
import { monthOf, monthsIn, monthsOf } from './months.js'

describe('months of a contract year', () => {
  it.each([
    ['the first day', '2026-04-01', 0],
    ['the last day of April', '2026-04-30', 0],
    ['the first day of May', '2026-05-01', 1],
    ['New Year', '2027-01-01', 9],
    ['the last day', '2027-03-31', 11],
    ['a day before the year counts as April', '2026-01-01', 0],
    ['a day after the year counts as March', '2027-05-31', 11],
  ])('%s', (_, day, month) => {
    expect(monthOf(day, '2026/27')).toBe(month)
  })

  it('spans every month it touches', () => {
    const window = monthsOf('2026-10-31', '2027-01-01', '2026/27')
    expect(window).toEqual({ firstMonth: 6, lastMonth: 9 })
    expect(monthsIn(window)).toBe(4)
  })

  it('does not run backwards', () => {
    expect(() => monthsOf('2026-10-02', '2026-10-01', '2026/27')).toThrow(RangeError)
  })
})
