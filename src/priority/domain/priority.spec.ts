import { describe, expect, it } from '@jest/globals'
import { refuseMinutes, refuseRange } from './minutes.js'
import { type PriorityPlan, refusePlan } from './priority.js'
import { refuseServing } from './serving.js'

const plan: PriorityPlan = {
  opensOn: '2026-10-01',
  closesOn: '2027-03-31',
  minutes: [{ staffGroup: 'CLINICAL_DIRECTOR', low: 1200, central: 2400, high: 60_000 }],
  milestones: [{ id: 'm', title: 'Recall list', dueOn: '2026-12-15', minutes: 120 }],
  serves: [{ requirementCode: 'T-01', staffGroup: 'CLINICAL_DIRECTOR', minutes: 600 }],
}
const minutesOf = (low: number, central: number, high: number) => [{ staffGroup: 'CLINICIAN', low, central, high }]

describe('a priority', () => {
  it('can be planned with as many minutes as six months hold', () => {
    expect(refusePlan(plan, '2026/27')).toBeUndefined()
  })

  it.each<[string, Partial<PriorityPlan>, object]>([
    [
      'opens before the year',
      { opensOn: '2026-03-31' },
      { kind: 'WindowRefused', field: 'opensOn', earliestDay: '2026-04-01', latestDay: '2027-03-31' },
    ],
    ['opens after the year', { opensOn: '2027-04-01', closesOn: '2027-04-02' }, { kind: 'WindowRefused', field: 'opensOn' }],
    ['closes after the year', { closesOn: '2027-04-01' }, { kind: 'WindowRefused', field: 'closesOn', latestDay: '2027-03-31' }],
    ['closes before it opens', { closesOn: '2026-09-30' }, { kind: 'WindowRefused', field: 'closesOn', earliestDay: '2026-10-01' }],
    [
      'has a milestone after its window',
      { closesOn: '2026-12-14' },
      { kind: 'WindowRefused', field: 'milestones.0.dueOn', earliestDay: '2026-10-01', latestDay: '2026-12-14' },
    ],
    [
      'asks for more than 10,000 a month',
      { minutes: minutesOf(0, 1, 60_001) },
      { kind: 'MinutesRefused', field: 'minutes.0.high', mostMinutes: 60_000 },
    ],
    ['asks for less than nothing', { minutes: minutesOf(-1, 0, 0) }, { kind: 'MinutesRefused', field: 'minutes.0.low', mostMinutes: null }],
    ['asks for part of a minute', { minutes: minutesOf(0, 0.5, 1) }, { kind: 'MinutesRefused', field: 'minutes.0.central' }],
    ['has low above central', { minutes: minutesOf(3, 2, 4) }, { kind: 'MinutesRefused', field: 'minutes.0.central' }],
    [
      'names a group twice',
      { minutes: [...minutesOf(1, 1, 1), ...minutesOf(2, 2, 2)] },
      { kind: 'GivenTwice', field: 'minutes.1.staffGroup' },
    ],
    ['serves a requirement twice with one group', { serves: [...plan.serves, ...plan.serves] }, { kind: 'GivenTwice', field: 'serves.1' }],
    [
      'gives less than nothing',
      { serves: [{ requirementCode: 'T-01', staffGroup: 'CLINICIAN', minutes: -1 }] },
      { kind: 'MinutesRefused', field: 'serves.0.minutes' },
    ],
    [
      'has a milestone of less than nothing',
      { milestones: [{ id: 'm', title: 'x', dueOn: '2026-12-15', minutes: -5 }] },
      { kind: 'MinutesRefused', field: 'milestones.0.minutes' },
    ],
  ])('cannot be planned when it %s', (_, change, refusal) => {
    expect(refusePlan({ ...plan, ...change }, '2026/27')).toMatchObject(refusal)
  })
})

describe('minutes', () => {
  it.each([
    [0, undefined],
    [100, undefined],
    [101, 100],
    [-1, null],
    [1.5, null],
    [Number.NaN, null],
  ])('%d of at most 100', (minutes, most) => {
    const refusal = refuseMinutes(minutes, 100, 'minutes')
    expect(refusal?.mostMinutes).toBe(most)
  })

  it('names the part of a range that is wrong', () => {
    expect(refuseRange({ low: 1, central: 2, high: 200 }, 100)).toMatchObject({ field: 'high', mostMinutes: 100 })
    expect(refuseRange({ low: 1, central: 2, high: 1 }, 100, 'figures')).toMatchObject({ field: 'figures.central' })
  })
})

describe('minutes a priority gives to a requirement', () => {
  const estimate = (central: number) => () => ({ low: 0, central, high: central })
  const serving = (minutes: number) => [{ requirementCode: 'T-01', staffGroup: 'CLINICIAN', minutes }]
  it.each([
    ['as many as both take', 60, 60, undefined],
    ['more than the requirement takes', 61, 60, 60],
    ['more than the priority takes', 101, 500, 100],
  ])('%s', (_, given, asked, most) => {
    expect(refuseServing(serving(given), minutesOf(1, 100, 200), estimate(asked))?.mostMinutes).toBe(most)
  })

  it('are held to the priority alone where the requirement is not estimated', () => {
    expect(refuseServing(serving(100), minutesOf(1, 100, 200), () => null)).toBeUndefined()
    expect(refuseServing(serving(101), minutesOf(1, 100, 200), () => null)).toMatchObject({ kind: 'ServesTooMuch', mostMinutes: 100 })
  })

  it('cannot come from a group the priority takes no time of', () => {
    expect(refuseServing(serving(1), [], estimate(60))).toMatchObject({ field: 'serves.0.minutes', mostMinutes: 0 })
  })
})
