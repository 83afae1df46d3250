import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { quartilesOf, toQuarterHour } from './quartiles.js'
import { isMonth, monthOf, yearOfMonth } from './release-month.js'
import { medianPasses, sumPasses, wholeHours } from './threshold.js'

describe('thresholds', () => {
  it.each([
    ['four networks', [100, 100, 100, 100], false],
    ['five', [60, 60, 60, 60, 60], true],
    ['under five hours', [60, 60, 60, 60, 59], false],
    ['one of exactly half', [400, 100, 100, 100, 100], true],
    ['one above half', [401, 100, 100, 100, 100], false],
    ['nobody', [], false],
  ])('%s', (_, minutes, expected) => expect(sumPasses(minutes)).toBe(expected))

  it('ask a median for five networks', () => expect([medianPasses([1, 1, 1, 1]), medianPasses([1, 1, 1, 1, 1])]).toEqual([false, true]))
})

describe('whole hours', () => {
  it.each([
    [0, 0],
    [29, 0],
    [30, 1],
    [89, 1],
    [90, 2],
    [6000, 100],
  ])('%d minutes are %d', (minutes, hours) => expect(wholeHours(minutes)).toBe(hours))

  it.each([-1, 0.5, Number.NaN])('refuse %d', (minutes) => expect(() => wholeHours(minutes)).toThrow(RangeError))
})

describe('quartiles', () => {
  it.each([
    [[3], 3, 3, 3],
    [[1, 2, 3, 4, 5], 2, 3, 4],
    [[5, 4, 1, 2, 3], 2, 3, 4],
    [[1, 1, 2, 5], 1, 1.5, 2.75],
    [[60, 90, 120, 240, 600, 610], 97.5, 180, 510],
  ])('of %j', (figures, lowerQuartile, median, upperQuartile) => {
    expect(quartilesOf(figures)).toEqual({ networks: figures.length, lowerQuartile, median, upperQuartile })
  })

  it('of nothing there are none', () => expect(() => quartilesOf([])).toThrow(RangeError))

  it('lie in order between the least and the most', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1 }), (figures) => {
        const { lowerQuartile, median, upperQuartile } = quartilesOf(figures)
        const steps = [Math.min(...figures), lowerQuartile, median, upperQuartile, Math.max(...figures)]
        expect(steps).toEqual([...steps].sort((one, other) => one - other))
      }),
    )
  })

  it.each([
    [0, 0],
    [1, 15],
    [22, 15],
    [22.5, 30],
    [180, 180],
  ])('%d minutes are told as %d', (minutes, told) => expect(toQuarterHour(minutes)).toBe(told))
})

describe('months', () => {
  it.each([
    ['2026-11', true],
    ['2026-13', false],
    ['2026-1', false],
    ['2026-11-01', false],
  ])('%s', (text, expected) => expect(isMonth(text)).toBe(expected))

  it('lie in a contract year', () => {
    expect([monthOf('2026-11-21'), yearOfMonth('2027-03'), yearOfMonth('2027-04')]).toEqual(['2026-11', '2026/27', '2027/28'])
    expect(() => yearOfMonth('November')).toThrow(RangeError)
  })
})
