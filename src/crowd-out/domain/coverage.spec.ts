import { describe, expect, it } from '@jest/globals'
import { networkCrowdOut } from './coverage.js'
import { crowdOut } from './crowd-out.js'
import { estimateCases, spanOf } from './estimate-cases.js'
import { type Displacement, observedCrowdOut } from './displacement.js'
import { headline, observedInWords, spanInWords } from './headline.js'
import type { StaffGroupPlan } from './plan.js'
import { item, priority, workedExample } from './worked-example.js'

const manager: StaffGroupPlan = {
  ...workedExample(),
  staffGroup: 'NETWORK_MANAGER',
  otherFixedMinutes: Array<number>(12).fill(60),
  national: [item('slot-mapping', 'DECLARE', 24, [0, 11]), { ...item('unknown', 'REPORT', 0, [0, 11]), work: null }],
  local: [priority('hypertension', 1, 10, 0, 11)],
}
const administrator: StaffGroupPlan = {
  ...manager,
  staffGroup: 'ADMINISTRATOR',
  capacityMinutes: null,
  local: [priority('isolated-over-65s', 2, 5, 0, 11)],
}

describe('a network', () => {
  const network = networkCrowdOut([workedExample(), manager, administrator].map((plan) => crowdOut(plan)))

  it('adds the groups whose capacity is known and says what it leaves out', () => {
    expect(network).toMatchObject({
      capacityMinutes: 480 * 60,
      otherFixedMinutes: 12 * 60,
      availableMinutes: 468 * 60,
      nationalMinutes: (208 + 24) * 60,
      nationalOverrunMinutes: 24 * 60,
      localWantedMinutes: 70 * 60,
      localPossibleMinutes: 34 * 60,
      displacedMinutes: 36 * 60,
      displacedShare: 36 / 70,
    })
    expect(network.coverage).toEqual({
      groupsCounted: 2,
      groupsWithoutCapacity: 1,
      minutesLeftOut: (24 + 5) * 60,
      itemsWithoutEstimate: 1,
      prioritiesWithoutEstimate: 0,
      groupsWithoutOtherFixed: 1,
    })
  })

  it('lets a priority advance only as far as its scarcest group', () => {
    expect(network.priorities).toMatchObject([
      { code: 'hypertension', wantedMinutes: 50 * 60, possibleMinutes: 34 * 60, share: 0.6, shareAtMost: 0.6 },
      { code: 'isolated-over-65s', wantedMinutes: 20 * 60, possibleMinutes: 0, share: null, shareAtMost: 0 },
    ])
  })

  it('adds items and months of counted groups', () => {
    expect(network.items.find(({ code }) => code === 'slot-mapping')).toMatchObject({
      minutes: 48 * 60,
      relaxableMinutes: 48 * 60,
      returnedMinutes: 6 * 60,
    })
    expect(network.items.find(({ code }) => code === 'unknown')).toMatchObject({ minutes: null, returnedMinutes: null })
    expect(network.months?.map(({ availableMinutes }) => availableMinutes)).toEqual(Array<number>(12).fill(39 * 60))
  })

  it('is not known when no group is', () => {
    const unknown = networkCrowdOut([crowdOut(administrator)])
    expect(unknown).toMatchObject({
      capacityMinutes: null,
      nationalMinutes: null,
      localWantedMinutes: null,
      displacedMinutes: null,
      displacedShare: null,
      months: null,
    })
    expect(unknown.priorities).toMatchObject([{ wantedMinutes: null, possibleMinutes: null, share: null, shareAtMost: null }])
    expect(unknown.coverage).toMatchObject({ groupsCounted: 0, groupsWithoutCapacity: 1, minutesLeftOut: 29 * 60 })
  })

  it.each([
    ['a group twice', [crowdOut(manager), crowdOut(manager)]],
    ['mixed estimate cases', [crowdOut(manager, 'low'), crowdOut(workedExample(), 'high')]],
  ])('%s is a RangeError', (_, groups) => expect(() => networkCrowdOut(groups)).toThrow(RangeError))
})

describe('estimate cases', () => {
  it('span from the least to the greatest, wherever that is', () => {
    const figures = { low: { returned: 0 }, central: { returned: 120 }, high: { returned: 0 } }
    const cases = estimateCases((estimateCase) => figures[estimateCase])
    const span = spanOf(cases, ({ returned }) => returned)
    expect(span).toEqual({ least: 0, greatest: 120 })
    expect(spanInWords(span ?? { least: 0, greatest: 0 })).toBe('between 0 and 2 hours, depending on the estimates')
    expect(spanInWords({ least: 60, greatest: 60 })).toBe('1 hour')
    expect(spanOf(cases, () => null)).toBeNull()
  })
})

describe('the sentence', () => {
  const figures = crowdOut(workedExample())
  const says = (part: Partial<typeof figures>, voice?: Parameters<typeof headline>[1]) => headline({ ...figures, ...part }, voice)

  it.each([
    [
      says({ availableMinutes: null }),
      'Nobody has entered your time for all twelve months, so what national work leaves of it is not known.',
    ],
    [
      says({ nationalOverrunMinutes: 0, displacedMinutes: 0 }),
      'National work asks for 208 of your 240 hours. All of the 60 hours you planned for your own priorities still fit.',
    ],
    [
      says({ nationalOverrunMinutes: 20, displacedMinutes: 60, beyondCapacityMinutes: 120 }),
      'National work asks for 208 of your 240 hours. Less than 1 hour of that fits in no month. 1 of the 60 hours you planned for your own priorities no longer fits. 2 more would not have fitted anyway.',
    ],
    [
      says(
        { availableMinutes: 60, nationalMinutes: 60, nationalOverrunMinutes: 0, localWantedMinutes: 60, displacedMinutes: 0 },
        { whose: 'your', fromHere: true },
      ),
      'National work asks for all of the 1 hour that is left of your year. All of the 1 hour you planned for your own priorities still fits.',
    ],
    [
      says({ availableMinutes: 80, nationalMinutes: 40, nationalOverrunMinutes: 0, localWantedMinutes: 50, displacedMinutes: 40 }),
      'National work asks for part of your 1 hour. Part of the 1 hour you planned for your own priorities no longer fits.',
    ],
    [
      says({ availableMinutes: 60, nationalMinutes: 80, nationalOverrunMinutes: 20, localWantedMinutes: 600, displacedMinutes: 590 }),
      'National work asks for more than your 1 hour. Less than 1 hour of that fits in no month. Nearly all of the 10 hours you planned for your own priorities no longer fit.',
    ],
    [
      says({ nationalOverrunMinutes: 60, localWantedMinutes: 600, displacedMinutes: 600, beyondCapacityMinutes: 20 }),
      'National work asks for 208 of your 240 hours. 1 hour of that fits in no month. All of the 10 hours you planned for your own priorities no longer fit. Less than 1 hour more would not have fitted anyway.',
    ],
    [
      says({ nationalMinutes: 0, nationalOverrunMinutes: 0, localWantedMinutes: 0 }),
      'National work asks for none of your 240 hours. No time is planned for your own priorities yet.',
    ],
    [
      says(
        { nationalOverrunMinutes: 0, displacedMinutes: 0, beyondCapacityMinutes: 600 },
        { whose: 'the network manager’s', fromHere: true },
      ),
      'National work asks for 208 of the 240 hours that are left of the network manager’s year. None of the 60 hours you planned for your own priorities is displaced; 10 would not fit even if nothing national were asked.',
    ],
    [
      says({ nationalOverrunMinutes: 0, displacedMinutes: 0 }, { whose: 'the clinical director’s', fromHere: false, planner: 'we' }),
      'National work asks for 208 of the clinical director’s 240 hours. All of the 60 hours we planned for our own priorities still fit.',
    ],
  ])('%s', (said, expected) => expect(said).toBe(expected))

  const observed = (doneMinutes: number, ...log: Displacement[]) =>
    observedInWords(observedCrowdOut([{ plannedMinutes: 12_000, doneMinutes, log }]))

  it.each([
    [observedInWords(observedCrowdOut([])), 'No time is planned for your own priorities yet, so nothing can have been put back.'],
    [observed(4_800), 'Nothing is logged as put back, of the 200 hours planned.'],
    [
      observed(4_800, { minutes: 4_200, cause: 'REQUIREMENT' }, { minutes: 1_200, cause: 'UNKNOWN' }),
      'By the log, between 35% and 45% of the 200 hours planned were put back for requirements and requests. The log explains 75% of what was not done.',
    ],
    [
      observedInWords(observedCrowdOut([{ plannedMinutes: 60, doneMinutes: 30, log: [{ minutes: 30, cause: 'REQUEST' }] }])),
      'By the log, 50% of the 1 hour planned was put back for requirements and requests. The log explains 100% of what was not done.',
    ],
    [
      observed(12_000, { minutes: 600, cause: 'REQUEST' }),
      'By the log, 5% of the 200 hours planned were put back for requirements and requests. Nothing is left to do.',
    ],
  ])('%s', (said, expected) => expect(said).toBe(expected))
})
