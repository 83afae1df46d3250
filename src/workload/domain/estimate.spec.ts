import { describe, expect, it } from '@jest/globals'
import { type Assumptions, type MinutesRange } from '../../specification/domain/reference-data.js'
import { type AskedItem, assumedMinutes, figureInForce, type OwnEstimate, refusePercent, type ReleasedMedian } from './estimate.js'
import { commonStaffGroups, type PlannedStaffGroup } from './staff-group.js'

const range = (central: number): MinutesRange => ({ low: central / 2, central, high: central * 2 })
const minutes = {
  ...{
    CLINICAL_DIRECTOR: range(20),
    NETWORK_MANAGER: range(120),
    PRACTICE_MANAGER: range(30),
    CLINICIAN: range(0),
    ADMINISTRATOR: range(60),
  },
}
const assumptions: Assumptions = {
  label: 'Assumed',
  version: 1,
  assumptions: [{ nature: 'REPORT', shownEvery: 'QUARTER', minutes, reason: 'Counting.' }],
}
const item: AskedItem = { nature: 'REPORT', shownEvery: 'QUARTER', perPractice: false, times: 4, practices: 3 }
const group = (code: string): PlannedStaffGroup => commonStaffGroups.find((one) => one.code === code) ?? neverThere()
const neverThere = (): never => {
  throw new Error('No such group')
}
const pharmacists: PlannedStaffGroup = { code: 'PHARMACISTS', name: 'Pharmacists', under: 'CLINICIAN', own: true }

describe('assumed minutes', () => {
  it.each<[string, Partial<AskedItem>, PlannedStaffGroup, number | null]>([
    ['count each time', {}, group('NETWORK_MANAGER'), 480],
    ['count each practice that shows it', { perPractice: true }, group('PRACTICE_MANAGER'), 360],
    ['count the network’s own people once', { perPractice: true }, group('NETWORK_MANAGER'), 480],
    ['are none before any event', { times: 0 }, group('NETWORK_MANAGER'), 0],
    ['are none for care', { nature: 'DELIVER' }, group('NETWORK_MANAGER'), null],
    ['are 0 for a group of the network’s own', {}, pharmacists, 0],
    ['are not known for care by a group of the network’s own', { nature: 'DELIVER' }, pharmacists, null],
  ])('%s', (_, change, staffGroup, central) => {
    expect(assumedMinutes({ ...item, ...change }, staffGroup, assumptions)?.minutes.central ?? null).toBe(central)
  })

  it('say how they are made', () => {
    expect(assumedMinutes({ ...item, perPractice: true }, group('ADMINISTRATOR'), assumptions)?.note).toBe(
      'Assumption 1, not a measurement: 60 minutes each time, 4 times in 3 practices. Counting.',
    )
    expect(assumedMinutes({ ...item, times: 1 }, group('CLINICIAN'), assumptions)?.note).toContain('0 minutes each time, 1 time.')
  })
})

describe('the figure in force', () => {
  const own: OwnEstimate = { ...range(100), businessAsUsualPercent: 25, note: 'Our diary.' }
  const median = (networks: number): ReleasedMedian => ({ ...range(200), networks })
  const assumed = { minutes: range(300), note: 'Assumed.' }
  it.each<[string, OwnEstimate | null, ReleasedMedian | null, typeof assumed | null, object]>([
    ['the network’s own', own, median(9), assumed, { minutes: range(100), basis: 'NETWORK_ESTIMATE', networks: 1, note: 'Our diary.' }],
    ['a median of five', null, median(5), assumed, { minutes: range(200), basis: 'RELEASE_MEDIAN', networks: 5 }],
    ['never a median of four', null, median(4), assumed, { minutes: range(300), basis: 'CATALOGUE_ASSUMPTION', networks: 0 }],
    ['the assumption', null, null, assumed, { minutes: range(300), basis: 'CATALOGUE_ASSUMPTION', networks: 0, note: 'Assumed.' }],
    ['not known', null, null, null, { minutes: null, basis: null, networks: null }],
  ])('is %s', (_, mine, release, assumption, expected) => {
    expect(figureInForce(item, mine, release, assumption)).toMatchObject(expected)
  })

  it.each<[string, AskedItem['nature'], number | null, number | null, string | null]>([
    ['what the network says', 'REPORT', 25, 25, 'NETWORK'],
    ['nothing, as an assumption', 'DECLARE', null, 0, 'ASSUMED'],
    ['not known for care', 'DELIVER', null, null, null],
    ['what the network says of care', 'DELIVER', 80, 80, 'NETWORK'],
  ])('is business as usual: %s', (_, nature, percent, expected, basis) => {
    const mine = percent === null ? null : { ...own, businessAsUsualPercent: percent }
    expect(figureInForce({ ...item, nature }, mine, null, assumed)).toMatchObject({
      businessAsUsualPercent: expected,
      businessAsUsualBasis: basis,
    })
  })
})

describe('a percent', () => {
  it.each([
    [null, true],
    [0, true],
    [100, true],
    [101, false],
    [-1, false],
    [0.5, false],
  ])('%p', (percent, taken) => {
    expect(refusePercent(percent, 'percent') === undefined).toBe(taken)
  })
})
