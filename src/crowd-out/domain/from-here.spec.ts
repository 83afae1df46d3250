import { describe, expect, it } from '@jest/globals'
import { crowdOut } from './crowd-out.js'
import { fromHere, logCoverage, loggedBesideEstimated, monthFromHere } from './from-here.js'
import { inEveryCase, type StaffGroupPlan, type Work } from './plan.js'
import { item, priority, workedExample } from './worked-example.js'

const work = (part: Partial<Work>): Work => ({ minutes: inEveryCase(120), firstMonth: 0, lastMonth: 11, timing: 'FLOATING', ...part })
const logged = (month: number, minutes: number) => Array.from({ length: 12 }, (_, index) => (index === month ? minutes : 0))
const planOf = (...national: readonly Work[]): StaffGroupPlan => ({
  ...workedExample(),
  national: national.map((piece, index) => ({ ...item(`item-${index}`, 'REPORT', 0, [0, 11]), work: [piece] })),
  local: [],
})
const left = (piece: Work, from: number) => crowdOut(fromHere(planOf(piece), from)).nationalMinutes

describe('the month it is', () => {
  it.each([
    ['2026-03-15', 0],
    ['2026-04-01', 0],
    ['2026-04-30', 0],
    ['2026-05-01', 1],
    ['2026-11-21', 7],
    ['2027-02-28', 10],
    ['2027-03-31', 11],
    ['2027-04-01', null],
  ])('%s is month %s of 2026/27', (asOf, month) => expect(monthFromHere(asOf, '2026/27')).toBe(month))
})

describe('from here', () => {
  it.each([
    ['one-off work, nothing logged', work({}), 7, 120],
    ['less what is logged', work({ loggedMinutes: logged(2, 50) }), 7, 70],
    ['never below 0', work({ loggedMinutes: logged(2, 500) }), 7, 0],
    ['nothing once its occurrence is shown', work({ done: true }), 7, 0],
    ['past its window and not done: still asked', work({ lastMonth: 3 }), 7, 120],
    ['levelled work of past months is dropped', work({ timing: 'LEVELLED' }), 7, 50],
    ['levelled work less what is logged in the same month', work({ timing: 'LEVELLED', loggedMinutes: logged(7, 4) }), 7, 46],
    ['minutes logged in past months do not shorten months to come', work({ timing: 'LEVELLED', loggedMinutes: logged(2, 60) }), 7, 50],
    ['levelled work shown', work({ timing: 'LEVELLED', done: true }), 7, 0],
    ['levelled work all past', work({ timing: 'LEVELLED', lastMonth: 6 }), 7, 0],
  ])('%s', (_, piece, from, minutes) => expect(left(piece, from)).toBe(minutes))

  it('asks late work of the month it is, and of no other', () => {
    const plan = { ...planOf(work({ lastMonth: 3 })), capacityMinutes: logged(8, 1_200) }
    expect(crowdOut(fromHere(plan, 7)).nationalOverrunMinutes).toBe(120)
    expect(crowdOut(fromHere(plan, 8)).nationalOverrunMinutes).toBe(0)
  })

  it('counts no time before it, and needs to know none', () => {
    const capacityMinutes = Array.from({ length: 12 }, (_, month) => (month < 7 ? null : 1_200))
    expect(crowdOut({ ...planOf(), capacityMinutes }).availableMinutes).toBeNull()
    const figures = crowdOut(fromHere({ ...planOf(), capacityMinutes, otherFixedMinutes: Array<number>(12).fill(1_500) }, 7))
    expect(figures).toMatchObject({ capacityMinutes: 6_000, otherFixedMinutes: 7_500, fixedShortfallMinutes: 1_500, availableMinutes: 0 })
  })

  it('wants nothing for a closed priority', () => {
    const plan = { ...planOf(), local: [{ ...priority('closed', 1, 10, 0, 11), closed: true }, priority('open', 2, 5, 0, 3)] }
    expect(crowdOut(fromHere(plan, 7)).localWantedMinutes).toBe(300)
    expect(crowdOut(plan).localWantedMinutes).toBe(900)
  })

  it('of the worked example in January', () => {
    const figures = crowdOut(fromHere(workedExample(), 9))
    expect([figures.availableMinutes, figures.nationalMinutes, figures.nationalOverrunMinutes, figures.localPossibleMinutes]).toEqual([
      60 * 60,
      (18 + 30 + 30 + 16 + 6) * 60,
      40 * 60,
      0,
    ])
  })

  it.each([-1, 12, 1.5])('month %s is a RangeError', (from) => expect(() => fromHere(workedExample(), from)).toThrow(RangeError))

  it('minutes logged below 0 are a RangeError', () => expect(() => left(work({ loggedMinutes: logged(0, -1) }), 7)).toThrow(RangeError))
})

describe('logs', () => {
  const plan = planOf(work({ loggedMinutes: logged(1, 90) }), work({ timing: 'LEVELLED' }), work({ firstMonth: 8 }))

  it('cover so much of the work begun', () => {
    expect(logCoverage(plan, 6)).toEqual({ estimatedMinutes: 180, withLogMinutes: 120, share: 2 / 3 })
    expect(logCoverage(plan, 0)).toEqual({ estimatedMinutes: 0, withLogMinutes: 0, share: null })
  })

  it('stand beside the estimates, null where nothing is logged', () => {
    expect(loggedBesideEstimated(plan)).toEqual([
      { code: 'item-0', estimatedMinutes: 120, loggedMinutes: 90 },
      { code: 'item-1', estimatedMinutes: 120, loggedMinutes: null },
      { code: 'item-2', estimatedMinutes: 120, loggedMinutes: null },
    ])
  })
})
