import { describe, expect, it } from '@jest/globals'
import type { AcceptedRequest } from '../../request/domain/accepted-request.js'
import type { PlanInputs, PlanItem, PlanOccurrence, PlanPriority } from '../../workload/domain/plan-inputs.js'
import { commonStaffGroups } from '../../workload/domain/staff-group.js'
import { crowdOut } from './crowd-out.js'
import { staffGroupPlans } from './network-plan.js'
import type { NationalItem } from './plan.js'

const DIRECTOR = 'CLINICAL_DIRECTOR'

const times = (...windows: readonly (readonly [number, number, boolean?])[]): PlanOccurrence[] =>
  windows.map(([firstMonth, lastMonth, done = false], index) => ({
    ...{ occurrenceId: `o${index}`, ordinal: index + 1, outsideYear: false, firstMonth, lastMonth, done },
    status: done ? 'EVIDENCED' : 'OPEN',
  }))

function item(code: string, central: number | null, given: Partial<PlanItem> = {}): PlanItem {
  const occurrences = given.occurrences ?? times([0, 11])
  const minutes = central === null ? null : { low: central, central, high: central }
  const estimate = { minutes, basis: null, networks: null, businessAsUsualPercent: 0, businessAsUsualBasis: null, note: '' }
  return {
    ...{ itemId: code, entryId: code, code, key: code, title: code, paragraph: null, nature: 'REPORT', obligation: 'UNPAID' },
    ...{ fallsDue: 'ANNUAL', shownEvery: 'YEAR', perPractice: false, declarationOnly: null, moneyPence: null, status: 'OPEN' },
    ...{ pursued: true, applies: true, occurrences, logged: [], rating: null },
    window: {
      firstMonth: Math.min(...occurrences.map((one) => one.firstMonth)),
      lastMonth: Math.max(...occurrences.map((one) => one.lastMonth)),
    },
    estimates: [{ ...estimate, staffGroup: DIRECTOR }],
    ...given,
  }
}

function priority(id: string, central: number, given: Partial<PlanPriority> = {}): PlanPriority {
  const minutes = [{ staffGroup: DIRECTOR, low: central, central, high: central }]
  const rest = { priorityId: id, title: id, rank: 1, place: 1, closed: false, serves: [], logged: [] }
  return { ...rest, window: { firstMonth: 0, lastMonth: 11 }, minutes, ...given }
}

const request = (given: Partial<AcceptedRequest>): AcceptedRequest => ({
  ...{ id: 'r', requestId: 'r', networkCode: 'UX0001', code: 'R-1', title: 'R-1', nature: 'REPORT', obligation: 'UNPAID', minutes: null },
  ...{ timing: 'FLOATING', firstMonth: 2, lastMonth: 4, clause: 'NOT_LOOKED', requirementCode: null, paragraph: null },
  ...{ clauseBy: 'RECORDER', askedBy: 'The ICB', askerKind: 'ICB', answeredOn: '2026-06-01' },
  ...given,
})

function plansOf(
  given: Partial<PlanInputs>,
  requests: readonly AcceptedRequest[] = [],
  moving: Parameters<typeof staffGroupPlans>[1] = [],
) {
  const capacities = commonStaffGroups.map(({ code }) => ({ staffGroup: code, minutes: null, otherFixed: null, basis: null }))
  const head = { networkCode: 'UX0001', contractYear: '2026/27', practices: 3, staffGroups: commonStaffGroups, capacities }
  const inputs: PlanInputs = { ...head, items: [], indicators: [], priorities: [], sharedEvidence: [], ...given }
  return staffGroupPlans({ inputs, requests, atStakePence: new Map([['paid', 5_000]]) }, moving)
}

const workOf = (one: PlanItem, moving: Parameters<typeof staffGroupPlans>[1] = []) =>
  plansOf({ items: [one] }, [], moving)[0]?.national[0]?.work

describe('a network as plans', () => {
  it('is the worked example, whatever way its work arrives', () => {
    const [director] = plansOf({
      capacities: [{ staffGroup: DIRECTOR, minutes: Array.from({ length: 12 }, () => 1_200), otherFixed: null, basis: 'Rota' }],
      items: [
        item('workforce-plan', 1_080, { occurrences: times([3, 4]) }),
        item('cancer-review', 1_800, { occurrences: times([9, 11]) }),
        item('care-home-mdt', 7_200, { nature: 'DELIVER', fallsDue: 'WEEKLY', occurrences: times([0, 2], [3, 5], [6, 8], [9, 11]) }),
        item('year-end-declarations', 960, { nature: 'DECLARE', occurrences: times([11, 11]) }),
        item('slot-mapping', 1_440, { nature: 'DECLARE', fallsDue: 'MONTHLY' }),
      ],
      priorities: [
        priority('hypertension', 2_400, { window: { firstMonth: 6, lastMonth: 11 } }),
        priority('over-65s', 1_200, { place: 2, window: { firstMonth: 9, lastMonth: 11 } }),
      ],
    })
    if (!director) throw new Error('No plan')
    expect(crowdOut(director)).toMatchObject({ nationalMinutes: 12_480, nationalOverrunMinutes: 1_440, displacedMinutes: 2_160 })
  })

  it('has a plan for each staff group, without capacity where none was entered', () => {
    const plans = plansOf({ items: [item('report', 10)] })
    expect(plans.map(({ staffGroup }) => staffGroup)).toEqual(commonStaffGroups.map(({ code }) => code))
    expect(plans.every(({ capacityMinutes, otherFixedMinutes }) => capacityMinutes === null && otherFixedMinutes === null)).toBe(true)
    // No figure for a group is not known, and never no work.
    expect(plans[1]?.national[0]?.work).toBeNull()
  })

  it.each<[string, PlanItem, NationalItem['work']]>([
    ['an item nobody estimated is not known', item('a', null), null],
    ['an item before any event takes no time', item('a', 60, { occurrences: [], window: null }), []],
    ['an item of no minutes takes none', item('a', 0), []],
  ])('%s', (_, one, work) => {
    expect(workOf(one)).toEqual(work)
  })

  it('leaves out what does not concern the network, and keeps what it does not go for', () => {
    const [plan] = plansOf({ items: [item('a', 10, { applies: false }), item('paid', 10, { obligation: 'PAID', pursued: false })] })
    expect(plan?.national).toMatchObject([{ code: 'paid', pursued: false, upToPence: 5_000 }])
  })

  describe('an indicator', () => {
    const estimate = { basis: null, networks: null, businessAsUsualPercent: null, businessAsUsualBasis: null, note: '' }
    const indicator = (central: number | null, given: Partial<PlanInputs['indicators'][number]> = {}): PlanInputs['indicators'][number] => {
      const minutes = central === null ? null : { low: central, central, high: central }
      return {
        ...{ code: 'HI03', title: 'HI03', nature: 'DELIVER', pursued: true, once: false, window: { firstMonth: 0, lastMonth: 11 } },
        ...{ points: 36, pointsCertainty: 'SOURCED', penceAPoint: null },
        estimates: [{ ...estimate, minutes, staffGroup: DIRECTOR }],
        ...given,
      }
    }

    it('is paid work of its own origin, levelled over the whole year', () => {
      const [plan] = plansOf({ indicators: [indicator(26)] })
      expect(plan?.national).toMatchObject([{ code: 'HI03', origin: 'INDICATOR', nature: 'DELIVER', obligation: 'PAID', pursued: true }])
      expect(plan?.national[0]?.work?.map(({ minutes }) => minutes.central)).toEqual([3, 3, ...Array<number>(10).fill(2)])
    })

    it('is not known where nobody estimated it, takes no time where it takes none, and can be moved', () => {
      expect(plansOf({ indicators: [indicator(null)] })[0]?.national[0]?.work).toBeNull()
      expect(plansOf({ indicators: [indicator(0)] })[0]?.national[0]?.work).toEqual([])
      const [moved] = plansOf({ indicators: [indicator(26)] }, [], [{ code: 'HI03', firstMonth: 10, lastMonth: 11 }])
      expect(moved?.national[0]?.work?.map(({ firstMonth, minutes }) => [firstMonth, minutes.central])).toEqual([
        [10, 13],
        [11, 13],
      ])
    })

    it('is levelled over the months it holds for, and floats in them where it is only done or not done', () => {
      const window = { firstMonth: 8, lastMonth: 10 }
      const workIn = (once: boolean) => plansOf({ indicators: [indicator(30, { once, window })] })[0]?.national[0]?.work
      expect(workIn(false)?.map(({ firstMonth, minutes }) => [firstMonth, minutes.central])).toEqual([
        [8, 10],
        [9, 10],
        [10, 10],
      ])
      expect(workIn(true)).toMatchObject([{ ...window, timing: 'FLOATING', minutes: { central: 30 } }])
    })

    it('takes no time where the network does not go for it, and is no unknown either', () => {
      const [plan] = plansOf({ indicators: [indicator(null, { pursued: false })] })
      expect(plan && crowdOut(plan)).toMatchObject({ nationalMinutes: 0, itemsWithoutEstimate: [] })
    })
  })

  describe('levelled work', () => {
    const monthly = (given: Partial<PlanItem> = {}) => item('a', 26, { fallsDue: 'MONTHLY', ...given })

    it('is whole minutes a month, the remainder to the earliest, done where the occurrence of the month is', () => {
      const work = workOf(monthly({ occurrences: times([0, 5, true], [6, 11]) })) ?? []
      expect(work.map(({ minutes, done }) => [minutes.central, done])).toEqual([
        ...[
          [3, true],
          [3, true],
          [2, true],
          [2, true],
          [2, true],
          [2, true],
        ],
        ...[
          [2, false],
          [2, false],
          [2, false],
          [2, false],
          [2, false],
          [2, false],
        ],
      ])
      expect(work.every(({ firstMonth, lastMonth, timing }) => firstMonth === lastMonth && timing === 'LEVELLED')).toBe(true)
    })

    it('is levelled over the months it is moved to, once', () => {
      const work = workOf(monthly(), [{ code: 'a', firstMonth: 2, lastMonth: 4 }]) ?? []
      expect(work.map(({ firstMonth, minutes }) => [firstMonth, minutes.central])).toEqual([
        [2, 9],
        [3, 9],
        [4, 8],
      ])
    })

    it('keeps logged minutes of months outside its window with the nearest', () => {
      const logged = [{ staffGroup: DIRECTOR, minutes: [1, 2, 4, 8, 16, 0, 0, 0, 0, 0, 0, 32] }]
      const work = workOf(monthly({ occurrences: times([2, 3]), logged })) ?? []
      expect(work.map(({ loggedMinutes }) => loggedMinutes?.reduce((sum, minutes) => sum + minutes, 0))).toEqual([7, 56])
    })
  })

  it('shares work done once among its events, and gives logged minutes to the first that was not over', () => {
    const logged = [{ staffGroup: DIRECTOR, minutes: [0, 0, 5, 0, 0, 0, 7, 0, 0, 0, 0, 9] }]
    const work = workOf(item('a', 61, { fallsDue: 'ON_EVENT', occurrences: times([1, 3, true], [5, 7]), logged })) ?? []
    expect(work).toMatchObject([
      { minutes: { central: 31 }, firstMonth: 1, lastMonth: 3, timing: 'FLOATING', done: true },
      { minutes: { central: 30 }, firstMonth: 5, lastMonth: 7, done: false },
    ])
    expect(work.map(({ loggedMinutes }) => loggedMinutes?.reduce((sum, minutes) => sum + minutes, 0))).toEqual([5, 16])
  })

  describe('requests', () => {
    const range = { low: 30, central: 60, high: 90 }
    it.each<[string, Partial<AcceptedRequest>, Partial<NationalItem>]>([
      ['known minutes', { minutes: [{ staffGroup: DIRECTOR, minutes: range }] }, { origin: 'REQUEST', businessAsUsualPercent: 0 }],
      ['minutes nobody knows', { minutes: null }, { work: null }],
      ['another group’s minutes', { minutes: [{ staffGroup: 'CLINICIAN', minutes: range }] }, { work: [] }],
      ['care, whose business as usual nobody entered', { nature: 'DELIVER' }, { businessAsUsualPercent: null }],
    ])('with %s', (_, given, expected) => {
      expect(plansOf({}, [request(given)])[0]?.national[0]).toMatchObject(expected)
    })

    it('have their own window, or the one they are moved to', () => {
      const asked = [request({ minutes: [{ staffGroup: DIRECTOR, minutes: range }] })]
      const windowOf = (moving: Parameters<typeof staffGroupPlans>[1]) => plansOf({}, asked, moving)[0]?.national[0]?.work
      expect(windowOf([])).toMatchObject([{ minutes: range, firstMonth: 2, lastMonth: 4 }])
      expect(windowOf([{ code: 'R-1', firstMonth: 6, lastMonth: 6 }])).toMatchObject([{ firstMonth: 6, lastMonth: 6 }])
    })
  })

  it('has a priority in the same place in every group, also where a group gives its requirement nothing', () => {
    const serves = [{ requirementCode: 'a', staffGroup: DIRECTOR, minutes: 20 }]
    const [director, manager] = plansOf({ items: [item('a', 60)], priorities: [priority('p', 40, { serves, place: 3 })] })
    expect(director?.local).toMatchObject([{ code: 'p', rank: 3, serves: [{ requirementCode: 'a', minutes: 20 }] }])
    expect(manager?.local).toMatchObject([{ work: [], serves: [{ requirementCode: 'a', minutes: 0 }] }])
  })
})
