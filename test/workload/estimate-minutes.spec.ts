import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ReleasedMediansService } from '../../src/workload/released-medians.service.js'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { type ChecklistGiven, type NetworkGiven } from '../support/given.js'

const estimate = 'requirementCode staffGroup minutes { low central high } basis networks businessAsUsualPercent businessAsUsualBasis note'
const estimateMinutes = `mutation ($input: EstimateMinutesInput!) {
  estimateMinutes(input: $input) {
    __typename ... on MinutesEstimated { estimate { ${estimate} } } ... on MinutesRefused { mostMinutes } ... on Refusal { field message }
  }
}`
const setEstimates = `mutation ($input: SetEstimatesInput!) {
  setEstimates(input: $input) {
    __typename ... on EstimatesSet { estimatesSet estimatesWithdrawn } ... on Refusal { field message }
  }
}`
const estimates = `query ($code: String!, $year: String) { network(odsCode: $code) { estimates(contractYear: $year) { ${estimate} } } }`

describe('estimates', () => {
  let test: TestApp
  let network: NetworkGiven
  let manager: Client
  let checklist: ChecklistGiven
  beforeAll(async () => {
    test = await startApp()
    network = await test.given.network()
    manager = await test.given.manager(network)
    checklist = await test.given.checklist(network, {
      entries: [
        { code: 'REP-1', nature: 'REPORT', shownEvery: 'QUARTER', fallsDue: 'QUARTERLY', perPractice: true },
        { code: 'CARE-1', nature: 'DELIVER' },
        { code: 'EVENT-1', nature: 'DECLARE', shownEvery: 'EVENT', fallsDue: 'ON_EVENT' },
      ],
    })
  })
  afterAll(() => test.close())

  const set = (change: object) =>
    manager.mutate(estimateMinutes, {
      networkCode: network.code,
      contractYear: '2026/27',
      requirementCode: 'REP-1',
      staffGroup: 'CLINICAL_DIRECTOR',
      ...change,
    })
  const figure = async (code: string, group: string, by = manager) =>
    (await by.query(estimates, { code: network.code }))['network'].estimates.find(
      (row: { requirementCode: string; staffGroup: string }) => row.requirementCode === code && row.staffGroup === group,
    )

  it('are assumptions until the network says otherwise, with basis and n', async () => {
    // Assumed 20 minutes each time, four times a year.
    expect(await figure('REP-1', 'CLINICAL_DIRECTOR')).toMatchObject({
      ...{ minutes: { low: 40, central: 80, high: 160 }, basis: 'CATALOGUE_ASSUMPTION', networks: 0 },
      ...{ businessAsUsualPercent: 0, businessAsUsualBasis: 'ASSUMED' },
    })
    // Assumed 30 minutes each time in each of three practices.
    expect((await figure('REP-1', 'PRACTICE_MANAGER')).minutes.central).toBe(360)
    expect(await figure('CARE-1', 'CLINICIAN')).toMatchObject({ minutes: null, basis: null, networks: null, businessAsUsualPercent: null })
  })

  it('of what follows an event count the events that happened', async () => {
    expect((await figure('EVENT-1', 'NETWORK_MANAGER')).minutes.central).toBe(0)
    const report = 'mutation ($input: ReportEventInput!) { reportEvent(input: $input) { __typename } }'
    await manager.mutate(report, { itemId: checklist.item('EVENT-1').id, happenedOn: '2026-10-01', note: 'A change.' })
    expect((await figure('EVENT-1', 'NETWORK_MANAGER')).minutes.central).toBe(45)
  })

  it('are the network’s own once it says so, and can be taken back', async () => {
    const own = { low: 60, central: 100, high: 200, businessAsUsualPercent: 25, note: 'Three diaries.' }
    const answer = await set(own)
    expect(answer).toMatchObject({
      __typename: 'MinutesEstimated',
      estimate: {
        ...{ minutes: { low: 60, central: 100, high: 200 }, basis: 'NETWORK_ESTIMATE', networks: 1, note: 'Three diaries.' },
        ...{ businessAsUsualPercent: 25, businessAsUsualBasis: 'NETWORK' },
      },
    })
    expect((await set({ central: 90 }))['estimate']).toMatchObject({
      minutes: { low: 90, central: 90, high: 90 },
      businessAsUsualPercent: 0,
    })
    expect((await set({}))['estimate']).toMatchObject({ basis: 'CATALOGUE_ASSUMPTION' })
  })

  it('are taken over several at once, or none of them', async () => {
    const [own, other] = [
      { requirementCode: 'REP-1', staffGroup: 'CLINICAL_DIRECTOR', low: 10, central: 20, high: 30 },
      { requirementCode: 'CARE-1', staffGroup: 'CLINICIAN', central: 40, businessAsUsualPercent: 10, note: 'Two diaries.' },
    ]
    const several = (list: object[], by = manager) =>
      by.mutate(setEstimates, { networkCode: network.code, contractYear: '2026/27', estimates: list })
    expect(await several([own, { ...other, businessAsUsualPercent: 101 }])).toMatchObject({
      ...{ __typename: 'PercentRefused', field: 'estimates.1.businessAsUsualPercent' },
    })
    expect(await several([{ ...own, low: null, central: -1, high: null }])).toMatchObject({ field: 'estimates.0.central' })
    expect(await several([own, { ...other, low: 50 }])).toMatchObject({ __typename: 'MinutesRefused', field: 'estimates.1.central' })
    expect(await several([own, { ...other, requirementCode: 'NONE' }])).toMatchObject({ __typename: 'RequirementNotOnChecklist' })
    expect(await several([own, { ...other, staffGroup: 'NOBODY' }])).toMatchObject({ __typename: 'StaffGroupUnknown' })
    expect(await several([own, own])).toMatchObject({ __typename: 'GivenTwice', field: 'estimates.1' })
    expect(await figure('REP-1', 'CLINICAL_DIRECTOR')).toMatchObject({ basis: 'CATALOGUE_ASSUMPTION' })
    expect(await several([own, other])).toEqual({ __typename: 'EstimatesSet', estimatesSet: 2, estimatesWithdrawn: 0 })
    expect(await figure('REP-1', 'CLINICAL_DIRECTOR')).toMatchObject({ minutes: { low: 10, central: 20, high: 30 } })
    expect(await figure('CARE-1', 'CLINICIAN')).toMatchObject({ businessAsUsualPercent: 10, note: 'Two diaries.' })
    const back = [own, other].map(({ requirementCode, staffGroup }) => ({ requirementCode, staffGroup }))
    expect(await several(back)).toEqual({ __typename: 'EstimatesSet', estimatesSet: 0, estimatesWithdrawn: 2 })
    expect(await figure('CARE-1', 'CLINICIAN')).toMatchObject({ basis: null })
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    const input = { networkCode: network.code, contractYear: '2026/27', estimates: [own] }
    expect(await member.codeOf(setEstimates, { input })).toBe('FORBIDDEN')
  })

  it('are the median of a release of five or more before an assumption', async () => {
    const medians = test.app.get(ReleasedMediansService)
    const median = (networks: number) => ({ low: 10, central: 30, high: 50, networks })
    medians.from(() => Promise.resolve((key, group) => (key === 'test.REP-1' ? median(group === 'CLINICIAN' ? 4 : 7) : null)))
    try {
      expect(await figure('REP-1', 'ADMINISTRATOR')).toMatchObject({ minutes: { central: 30 }, basis: 'RELEASE_MEDIAN', networks: 7 })
      expect(await figure('REP-1', 'CLINICIAN')).toMatchObject({ basis: 'CATALOGUE_ASSUMPTION' })
    } finally {
      medians.from(() => Promise.resolve(() => null))
    }
  })

  it.each([
    ['negative minutes', { central: -1 }, { __typename: 'MinutesRefused', field: 'central' }],
    ['absurd minutes', { central: 120_001 }, { __typename: 'MinutesRefused', mostMinutes: 120_000 }],
    ['cases out of order', { low: 5, central: 4 }, { __typename: 'MinutesRefused', field: 'central' }],
    ['a percent of nothing', { businessAsUsualPercent: 50 }, { __typename: 'MinutesRefused', field: 'central' }],
    ['101 percent', { central: 1, businessAsUsualPercent: 101 }, { __typename: 'PercentRefused', field: 'businessAsUsualPercent' }],
    ['less than no percent', { central: 1, businessAsUsualPercent: -1 }, { __typename: 'PercentRefused' }],
    ['a group it does not have', { staffGroup: 'PORTERS', central: 1 }, { __typename: 'StaffGroupUnknown', field: 'staffGroup' }],
    ['a requirement that is not on its checklist', { requirementCode: 'ELSE-1', central: 1 }, { __typename: 'RequirementNotOnChecklist' }],
    ['a year without checklist', { contractYear: '2025/26', central: 1 }, { __typename: 'RequirementNotOnChecklist' }],
  ])('refuse %s', async (_, change, expected) => {
    expect(await set(change)).toMatchObject(expected)
  })

  it('are whole minutes', async () => {
    const input = { networkCode: network.code, contractYear: '2026/27', requirementCode: 'REP-1', staffGroup: 'CLINICIAN', central: 0.5 }
    expect(await manager.codeOf(estimateMinutes, { input })).toBe('BAD_USER_INPUT')
  })

  it('are shown beside an item too', async () => {
    const query = `query ($id: ID!) { node(id: $id) { ... on ChecklistItem { minutes { ${estimate} } } } }`
    const { minutes } = (await manager.query(query, { id: checklist.item('REP-1').id }))['node']
    expect(minutes).toHaveLength(5)
    expect(minutes[1]).toEqual(await figure('REP-1', 'NETWORK_MANAGER'))
  })

  it('are seen by the network’s practices, and set by those who run it', async () => {
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    expect(await figure('REP-1', 'CLINICAL_DIRECTOR', member)).toMatchObject({ basis: 'CATALOGUE_ASSUMPTION' })
    const input = { networkCode: network.code, contractYear: '2026/27', requirementCode: 'REP-1', staffGroup: 'CLINICIAN', central: 5 }
    expect(await member.codeOf(estimateMinutes, { input })).toBe('FORBIDDEN')
    expect(await (await test.given.commissioner(network)).codeOf(estimateMinutes, { input })).toBe('FORBIDDEN')
    expect(await (await test.given.manager(await test.given.network())).codeOf(estimateMinutes, { input })).toBe('NOT_FOUND')
  })
})
