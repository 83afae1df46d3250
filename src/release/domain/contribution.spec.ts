import { describe, expect, it } from '@jest/globals'
import { type PlanInputs, type PlanItem } from '../../workload/domain/plan-inputs.js'
import { commonStaffGroups, staffGroupsWith } from '../../workload/domain/staff-group.js'
import { contributionsOf } from './contribution.js'

const staffGroups = staffGroupsWith([{ code: 'COORDINATOR', name: 'Coordinators', under: 'ADMINISTRATOR' }])
type Estimate = PlanItem['estimates'][number]

const own = (staffGroup: string, central: number, businessAsUsualPercent: number | null = 0): Estimate => ({
  ...{ staffGroup, minutes: { low: 0, central, high: central * 2 }, basis: 'NETWORK_ESTIMATE', networks: 1, note: '' },
  ...{ businessAsUsualPercent, businessAsUsualBasis: 'NETWORK' },
})
const item = (change: Partial<PlanItem>): PlanItem => ({
  ...{ itemId: 'i', entryId: 'e', code: 'C', key: 'key', title: 'Title', paragraph: null, nature: 'DECLARE', obligation: 'UNPAID' },
  ...{ fallsDue: 'ANNUAL', shownEvery: 'YEAR', perPractice: false, declarationOnly: null, moneyPence: null, status: 'OPEN' },
  ...{ pursued: true, applies: true, window: { firstMonth: 0, lastMonth: 11 }, estimates: [], logged: [], rating: null },
  occurrences: [{ occurrenceId: 'o', ordinal: 1, firstMonth: 0, lastMonth: 11, outsideYear: false, status: 'OPEN', done: false }],
  ...change,
})
const given = (change: Partial<PlanItem>, months: number | null = null): PlanInputs => ({
  ...{ networkCode: 'n', contractYear: '2026/27', practices: 3, staffGroups, indicators: [], priorities: [], sharedEvidence: [] },
  capacities: staffGroups.map(({ code }) => ({
    ...{ staffGroup: code, otherFixed: null, basis: null },
    minutes: months === null ? null : Array<number>(12).fill(months),
  })),
  items: [item(change)],
})
const told = (change: Partial<PlanItem>, months: number | null = null) =>
  contributionsOf(given(change, months), []).map(({ measure, staffGroup, amounts }) => [
    measure,
    ...(staffGroup ? [staffGroup] : []),
    ...amounts,
  ])

describe('what a network gives to a release', () => {
  const estimates = [own('ADMINISTRATOR', 90, 50), own('COORDINATOR', 30), own('CLINICIAN', 0)]
  const medians = [
    ['ESTIMATE', 'CLINICIAN', 0, 0, 0],
    ['ESTIMATE', 'ADMINISTRATOR', 0, 120, 240],
  ]

  it.each<[string, Partial<PlanItem>, unknown[][]]>([
    ['nothing, of what it entered nothing for', {}, []],
    ['its rating', { rating: 4 }, [['RATING', 4]]],
    ['burden without business as usual, and estimates with its own groups', { estimates }, [['BURDEN', 75], ...medians]],
    ['estimates only, of care', { estimates, nature: 'DELIVER' }, medians],
    ['nothing, of an own group alone but its burden', { estimates: [own('COORDINATOR', 30)] }, [['BURDEN', 30]]],
    ['nothing, of what does not concern it', { estimates, applies: false, rating: 1 }, []],
    ['nothing, of what it does not go for', { estimates, pursued: false, rating: 1 }, []],
    ['nothing, of what no event has asked for', { estimates, window: null, occurrences: [] }, []],
  ])('is %s', (_, change, expected) => expect(told(change)).toEqual(expected))

  it.each(['RELEASE_MEDIAN', 'CATALOGUE_ASSUMPTION'] as const)('is never a figure on the basis %s', (basis) => {
    expect(told({ estimates: commonStaffGroups.map(({ code }) => ({ ...own(code, 60), basis })) }, 100)).toEqual([])
  })

  it('is what relaxing returns where its capacity is known', () => {
    expect(told({ estimates }, 100)).toContainEqual(['RETURNED', 0])
  })
})
