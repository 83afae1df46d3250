import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { hoursInBox, hoursInTable, hoursInWords, minutesAsHours, minutesTyped } from './hours.js'

describe('minutesTyped', () => {
  it.each([
    ['1.5', 90],
    ['0', 0],
    ['1:30', 90],
    ['90 min', 90],
    ['1h 30m', 90],
    ['1 hour 5 minutes', 65],
    ['2 Hours', 120],
    ['1,500', 90_000],
    ['', null],
    ['-1', null],
    ['1,5', null],
    ['1:75', null],
    ['a while', null],
  ])('reads "%s" as %p minutes', (text, minutes) => {
    expect(minutesTyped(text)).toBe(minutes)
  })

  it('reads back what stands in a box', () => {
    fc.assert(fc.property(fc.nat(600_000), (minutes) => minutesTyped(hoursInBox(minutes)) === minutes))
  })
})

describe('minutesAsHours', () => {
  it.each([
    ['3,000 minutes of them are too many.', '50 hours of them are too many.'],
    [
      '3100 minutes are more than there can be: the most here is 12,000',
      '51.67 hours are more than there can be: the most here is 200 hours',
    ],
    ['Choose another day.', 'Choose another day.'],
  ])('says "%s" as "%s"', (message, words) => {
    expect(minutesAsHours(message)).toBe(words)
  })
})

describe('hours', () => {
  it.each([
    [null, 'not known'],
    [0, 'no time'],
    [1, '1 minute'],
    [45, '45 minutes'],
    [60, '1 hour'],
    [150, '2 hours 30 minutes'],
    [60_000, '1,000 hours'],
  ])('%p minutes are "%s" in words', (minutes, words) => {
    expect(hoursInWords(minutes)).toBe(words)
  })

  it('stand in tables with one decimal, and what is not known leaves a box empty', () => {
    expect([hoursInTable(90), hoursInTable(100), hoursInTable(90_000), hoursInBox(null)]).toEqual(['1.5', '1.7', '1,500', ''])
  })
})
