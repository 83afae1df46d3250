import { describe, expect, it } from '@jest/globals'
import {
  count,
  dayInWords,
  forPeriod,
  fromToday,
  listInWords,
  momentInWords,
  percent,
  periodInWords,
  periodName,
  shortDayInWords,
  size,
  weekdayInWords,
} from './words.js'

describe('words of days', () => {
  it('writes days in full, short and with their weekday', () => {
    expect(dayInWords('2026-04-01')).toBe('1 April 2026')
    expect(shortDayInWords('2026-09-05')).toBe('5 Sep')
    expect(weekdayInWords('2026-11-21')).toBe('Saturday 21 November')
  })

  it('writes moments in English time', () => {
    expect(momentInWords('2026-07-01T23:30:00.000Z')).toBe('2 July 2026 at 12:30am')
    expect(momentInWords('2026-11-21T12:05:00.000Z')).toBe('21 November 2026 at 12:05pm')
  })

  it.each([
    ['2026-11-21', 'today'],
    ['2026-11-22', 'tomorrow'],
    ['2026-11-20', 'yesterday'],
    ['2026-11-30', 'in 9 days'],
    ['2026-11-01', '20 days ago'],
  ])('sees %s from 21 November as %s', (day, words) => {
    expect(fromToday(day, '2026-11-21')).toBe(words)
  })

  it.each([
    ['2026-04-01', '2026-06-30', '1 April to 30 June 2026', 'quarter 1'],
    ['2027-01-01', '2027-03-31', '1 January to 31 March 2027', 'quarter 4'],
    ['2026-04-01', '2027-03-31', '1 April 2026 to 31 March 2027', 'the whole year'],
    ['2026-07-01', '2026-07-31', '1 July to 31 July 2026', 'July 2026'],
    ['2026-07-03', '2026-07-31', '3 July to 31 July 2026', '3 July to 31 July 2026'],
    ['2026-07-03', '2026-07-03', '3 July 2026', '3 July 2026'],
    ['2026-07-03', null, 'from 3 July 2026', 'from 3 July 2026'],
  ])('calls %s to %s %s, or %s', (from, to, period, name) => {
    expect(periodInWords(from, to)).toBe(period)
    expect(periodName(from, to, '2026/27')).toBe(name)
  })
})

describe('forPeriod', () => {
  it('says what something is about', () => {
    expect(forPeriod('2026-10-01', '2026-12-31', '2026/27')).toBe('For quarter 3')
    expect(forPeriod('2026-11-01', null, '2026/27')).toBe('After 1 November 2026')
  })
})

describe('words of numbers', () => {
  it('counts with the right noun', () => {
    expect(count(1, 'item')).toBe('1 item')
    expect(count(1200, 'item')).toBe('1,200 items')
    expect(count(2, 'practice has', 'practices have')).toBe('2 practices have')
  })

  it('never rounds a share to none or all of it', () => {
    expect([0, 0.001, 0.5, 0.999, 1].map(percent)).toEqual(['0%', 'less than 1%', '50%', 'more than 99%', '100%'])
  })

  it('lists as a sentence does', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listInWords)).toEqual(['', 'a', 'a and b', 'a, b and c'])
  })

  it('says how large a file is', () => {
    expect([12, 1500, 3_400_000].map(size)).toEqual(['12 bytes', '2 KB', '3.4 MB'])
  })
})
