import { describe, expect, it } from '@jest/globals'
import {
  addDays,
  addMonths,
  contractYearOf,
  dayAt,
  daysBetween,
  earlier,
  firstDayOf,
  isContractYear,
  isDay,
  lastDayOf,
  later,
  startOf,
  weekday,
} from './day.js'

describe('isDay', () => {
  it.each(['2026-11-21', '2028-02-29', '0001-01-01'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true)
  })

  it.each([
    '2026-02-30',
    '2026-02-29',
    '2026-13-01',
    '2026-1-1',
    '2026-11-21T00:00',
    ' 2026-11-21',
    '21/11/2026',
    '',
    20261121,
    null,
    undefined,
  ])('%p is not', (text) => {
    expect(isDay(text)).toBe(false)
  })
})

describe('arithmetic', () => {
  it.each([
    ['2026-03-31', 1, '2026-04-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-11-21', 0, '2026-11-21'],
    ['2026-03-28', 2, '2026-03-30'],
  ])('%s and %i days is %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected)
    expect(daysBetween(day, expected)).toBe(days)
    expect(daysBetween(expected, day)).toBe(days === 0 ? 0 : -days)
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2027-04-01', -3, '2027-01-01'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2028-02-29', 12, '2029-02-28'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected)
  })

  it.each([
    ['2026-11-16', 1],
    ['2026-11-21', 6],
    ['2026-11-22', 7],
  ])('%s is day %i of its week', (day, expected) => {
    expect(weekday(day)).toBe(expected)
  })

  it.each([
    ['2026-11-21', '2026-11-22'],
    ['2025-12-31', '2026-01-01'],
    ['2026-11-21', '2026-11-21'],
  ])('%s is not later than %s', (one, other) => {
    expect([earlier(one, other), earlier(other, one)]).toEqual([one, one])
    expect([later(one, other), later(other, one)]).toEqual([other, other])
  })
})

describe('England’s clock', () => {
  it.each([
    ['2026-11-21T00:00:00.000Z', '2026-11-21'],
    ['2026-11-21T23:59:59.999Z', '2026-11-21'],
    ['2026-06-30T22:59:59.999Z', '2026-06-30'],
    ['2026-06-30T23:00:00.000Z', '2026-07-01'],
    ['2026-03-29T00:59:59.999Z', '2026-03-29'],
    ['2026-10-25T23:30:00.000Z', '2026-10-25'],
  ])('at %s it is %s', (instant, expected) => {
    expect(dayAt(instant)).toBe(expected)
  })

  it.each([
    ['2026-11-21', '2026-11-21T00:00:00.000Z'],
    ['2026-07-01', '2026-06-30T23:00:00.000Z'],
    ['2026-03-29', '2026-03-29T00:00:00.000Z'],
    ['2026-03-30', '2026-03-29T23:00:00.000Z'],
    ['2026-10-25', '2026-10-24T23:00:00.000Z'],
  ])('%s begins at %s', (day, expected) => {
    expect(startOf(day)).toBe(expected)
    expect(dayAt(expected)).toBe(day)
  })
})

describe('contract years', () => {
  it.each(['2026/27', '2019/20', '1999/00'])('%s is one', (text) => {
    expect(isContractYear(text)).toBe(true)
  })

  it.each(['2026/28', '2026/2027', '2026-27', '26/27', '', 2026, null])('%p is not', (text) => {
    expect(isContractYear(text)).toBe(false)
  })

  it.each([
    ['2026/27', '2026-04-01', '2027-03-31'],
    ['1999/00', '1999-04-01', '2000-03-31'],
  ])('%s runs from %s to %s', (year, first, last) => {
    expect(firstDayOf(year)).toBe(first)
    expect(lastDayOf(year)).toBe(last)
    expect(contractYearOf(first)).toBe(year)
    expect(contractYearOf(last)).toBe(year)
    expect(contractYearOf(addDays(last, 1))).not.toBe(year)
  })

  it.each(['2026/28', '2026', ''])('%p has no first or last day', (text) => {
    expect(() => firstDayOf(text)).toThrow(RangeError)
    expect(() => lastDayOf(text)).toThrow(RangeError)
  })
})
