import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { keeping, levelled, totalMinutes } from './demand.js'
import { possibleMinutes } from './possible.js'

const demand = (firstMonth: number, lastMonth: number, minutes: number) => ({ firstMonth, lastMonth, minutes })
const demands = fc.array(
  fc.tuple(fc.nat(11), fc.nat(11), fc.nat(60)).map(([one, other, minutes]) => demand(Math.min(one, other), Math.max(one, other), minutes)),
  { maxLength: 10 },
)
const months = fc.array(fc.nat(40), { minLength: 12, maxLength: 12 })

/** The smallest cut: for every set of months, their time and all work that can go elsewhere. Exact, and nothing like Glover's rule. */
function smallestCut(available: readonly number[], work: readonly ReturnType<typeof demand>[]): number {
  let least = Infinity
  for (let set = 0; set < 4096; set += 1) {
    const time = available.reduce((sum, minutes, month) => sum + (set & (1 << month) ? minutes : 0), 0)
    const elsewhere = work.reduce((sum, { firstMonth, lastMonth, minutes }) => {
      const window = ((1 << (lastMonth - firstMonth + 1)) - 1) << firstMonth
      return sum + ((window & set) === window ? 0 : minutes)
    }, 0)
    least = Math.min(least, time + elsewhere)
  }
  return least
}

describe('the most that fits', () => {
  it.each([
    ['nothing asked', [], 0],
    ['all of one month', [demand(0, 0, 10)], 10],
    ['more than a month holds', [demand(0, 0, 15)], 10],
    ['the work whose last month comes first goes first', [demand(0, 1, 10), demand(0, 0, 10)], 20],
    ['what waited too long is lost', [demand(0, 0, 15), demand(0, 1, 15)], 20],
  ])('%s', (_, work, most) => expect(possibleMinutes([10, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], work)).toBe(most))

  it('equals the smallest cut of the same plan', () => {
    fc.assert(
      fc.property(months, demands, (available, work) => {
        expect(possibleMinutes(available, work)).toBe(smallestCut(available, work))
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    ['eleven months', Array<number>(11).fill(1), [demand(0, 0, 1)]],
    ['a window past March', Array<number>(12).fill(1), [demand(11, 12, 1)]],
    ['half a minute', Array<number>(12).fill(1), [demand(0, 0, 0.5)]],
    ['no number', Array<number>(12).fill(NaN), []],
  ])('%s is a RangeError', (_, available, work) => expect(() => possibleMinutes(available, work)).toThrow(RangeError))
})

describe('levelled work', () => {
  it.each([
    [120, 12, Array<number>(12).fill(10)],
    [14, 12, [2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
    [5, 3, [2, 2, 1]],
    [2, 3, [1, 1, 0]],
    [0, 2, [0, 0]],
  ])('%d minutes over %d months: the remainder to the earliest', (minutes, count, expected) =>
    expect(levelled(minutes, count)).toEqual(expected),
  )

  it.each([
    [-1, 3],
    [1.5, 3],
    [1, 0],
    [1, 13],
  ])('%d minutes over %d months is a RangeError', (minutes, count) => expect(() => levelled(minutes, count)).toThrow(RangeError))
})

describe('keeping part of the work', () => {
  it('shares what is kept, to the minute, and lets no month grow', () => {
    fc.assert(
      fc.property(demands, fc.nat(1_000), (work, part) => {
        const kept = Math.floor((totalMinutes(work) * part) / 1_000)
        const left = keeping(work, kept)
        expect(totalMinutes(left)).toBe(kept)
        left.forEach(({ minutes }, index) => expect(minutes).toBeLessThanOrEqual(work[index]?.minutes ?? 0))
      }),
    )
  })

  it('of levelled work is the same as levelling what is kept', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.integer({ min: 1, max: 12 }), fc.nat(1_000), (minutes, count, part) => {
        const kept = Math.floor((minutes * part) / 1_000)
        const work = levelled(minutes, count).map((share, month) => demand(month, month, share))
        expect(keeping(work, kept).map((left) => left.minutes)).toEqual(levelled(kept, count))
      }),
    )
  })
})
