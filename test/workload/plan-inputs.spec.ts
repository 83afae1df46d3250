import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { PlanInputsService } from '../../src/workload/plan-inputs.service.js'
import { startApp, type TestApp } from '../support/app.js'
import { type RequirementGiven } from '../support/given-rows.js'
import { statementsOf } from '../support/statements.js'

const logMinutes = 'mutation ($input: LogMinutesInput!) { logMinutes(input: $input) { __typename } }'
const setCapacity = 'mutation ($input: SetCapacityInput!) { setCapacity(input: $input) { __typename } }'
const pursue = 'mutation ($input: PursueInput!) { pursue(input: $input) { __typename } }'
const notApplicable = 'mutation ($input: MarkNotApplicableInput!) { markNotApplicable(input: $input) { __typename } }'
const closePriority = 'mutation ($input: ClosePriorityInput!) { closePriority(input: $input) { __typename } }'
const rateItem = 'mutation ($input: RateItemInput!) { rateItem(input: $input) { __typename } }'

describe('what crowd-out is computed from', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp({ today: '2026-11-21' })
  })
  afterAll(() => test.close())

  const inputsOf = (code: string, year = '2026/27') => test.app.get(PlanInputsService).inputsOf(code, year)
  const month = (at: number, minutes: number) => Array.from({ length: 12 }, (_, index) => (index === at ? minutes : 0))

  it('is empty for a network that entered nothing', async () => {
    const network = await test.given.network()
    const inputs = await inputsOf(network.code)
    expect(inputs).toMatchObject({
      networkCode: network.code,
      contractYear: '2026/27',
      practices: 3,
      items: [],
      priorities: [],
      indicators: [],
      sharedEvidence: [],
    })
    expect(inputs.staffGroups).toHaveLength(5)
    expect(inputs.capacities[0]).toEqual({ staffGroup: 'CLINICAL_DIRECTOR', minutes: null, otherFixed: null, basis: null })
  })

  it('holds time, requirements with figures and months, priorities and logs', async () => {
    const network = await test.given.network()
    const [manager, director] = [await test.given.manager(network), await test.given.director(network)]
    const checklist = await test.given.checklist(network, {
      entries: [
        { code: 'REP-1', nature: 'REPORT', shownEvery: 'QUARTER', fallsDue: 'QUARTERLY', declarationOnly: true },
        { code: 'PAID-1', nature: 'DECLARE', obligation: 'PAID', money: { text: 'Up to', pence: 12_300, rateMills: null, base: null } },
        { code: 'CARE-1', nature: 'DELIVER', fallsDue: 'WEEKLY' },
      ],
    })
    const [report, paid, care] = ['REP-1', 'PAID-1', 'CARE-1'].map((code) => checklist.item(code))
    if (!report || !paid || !care) throw new Error('Not given')
    const first = report.occurrences[0]?.id ?? ''
    const evidenceId = await test.given.evidence(manager, [first, care.occurrences[0]?.id ?? ''], { happenedOn: '2026-05-01' })
    await manager.mutate(pursue, { itemId: paid.id, pursue: false, reason: 'Not worth it.' })
    await manager.mutate(notApplicable, { itemId: care.id, reason: 'No homes.' })
    await director.mutate(rateItem, { itemId: report.id, rating: 2, reason: 'Meh.' })
    const capacity = { networkCode: network.code, contractYear: '2026/27', staffGroup: 'CLINICAL_DIRECTOR', minutesByMonth: month(0, 1200) }
    await manager.mutate(setCapacity, { ...capacity, basis: 'Job plan' })
    const serves = [{ requirementCode: 'REP-1', staffGroup: 'CLINICAL_DIRECTOR', minutes: 60 }]
    const one = await test.given.priority(manager, network, { title: 'One', opensOn: '2026-10-01', serves })
    const two = await test.given.priority(manager, network, { title: 'Two' })
    await manager.mutate(closePriority, { priorityId: two, outcome: 'STOPPED', reason: 'x' })
    const spent = { staffGroup: 'CLINICIAN', minutes: 61, spentOn: '2026-05-02' }
    await manager.mutate(logMinutes, { ...spent, itemId: report.id })
    await manager.mutate(logMinutes, { ...spent, evidenceId })
    await manager.mutate(logMinutes, { ...spent, priorityId: one, spentOn: '2026-10-02' })

    const inputs = await inputsOf(network.code)
    expect(inputs.capacities[0]).toEqual({ staffGroup: 'CLINICAL_DIRECTOR', minutes: month(0, 1200), otherFixed: null, basis: 'Job plan' })
    expect(inputs.items.map(({ code, pursued, applies, rating }) => ({ code, pursued, applies, rating }))).toEqual([
      { code: 'REP-1', pursued: true, applies: true, rating: 2 },
      { code: 'PAID-1', pursued: false, applies: true, rating: null },
      { code: 'CARE-1', pursued: true, applies: false, rating: null },
    ])
    const [reportItem, paidItem] = inputs.items
    expect(reportItem).toMatchObject({
      ...{ itemId: report.id, nature: 'REPORT', obligation: 'UNPAID', fallsDue: 'QUARTERLY', declarationOnly: true, moneyPence: null },
      window: { firstMonth: 0, lastMonth: 11 },
    })
    expect(reportItem?.occurrences.map(({ firstMonth, lastMonth, done }) => [firstMonth, lastMonth, done])).toEqual([
      [0, 2, true],
      [3, 5, false],
      [6, 8, false],
      [9, 11, false],
    ])
    expect(reportItem?.estimates.map(({ staffGroup, basis }) => [staffGroup, basis])).toEqual(
      inputs.staffGroups.map(({ code }) => [code, 'CATALOGUE_ASSUMPTION']),
    )
    expect(paidItem).toMatchObject({ moneyPence: 12_300, status: 'NOT_PURSUED' })
    // 61 logged on it, and of the 61 on shared evidence the smaller half: CARE-1 comes first by code.
    expect(reportItem?.logged).toEqual([{ staffGroup: 'CLINICIAN', minutes: month(1, 61 + 30) }])
    expect(inputs.items[2]?.logged).toEqual([{ staffGroup: 'CLINICIAN', minutes: month(1, 31) }])
    expect(inputs.sharedEvidence).toEqual([
      { evidenceId, minutes: [{ staffGroup: 'CLINICIAN', minutes: 61 }], serves: ['CARE-1', 'REP-1'] },
    ])
    expect(inputs.priorities).toEqual([
      {
        ...{ priorityId: one, title: 'One', rank: 1, place: 1, closed: false, window: { firstMonth: 6, lastMonth: 11 }, serves },
        minutes: [{ staffGroup: 'CLINICAL_DIRECTOR', low: 120, central: 120, high: 120 }],
        logged: [{ staffGroup: 'CLINICIAN', minutes: month(6, 61) }],
      },
      expect.objectContaining({ priorityId: two, rank: null, place: 2, closed: true, logged: [] }),
    ])
    expect((await inputsOf(network.code, '2025/26')).items).toEqual([])
  })

  it('takes as many statements however much there is', async () => {
    const statements = async (requirements: number) => {
      const network = await test.given.network()
      const manager = await test.given.manager(network)
      const entries: RequirementGiven[] = Array.from({ length: requirements }, (_, index) => ({ code: `R-${index}`, shownEvery: 'MONTH' }))
      const checklist = await test.given.checklist(network, { entries })
      for (let made = 0; made < requirements; made += 4) {
        const id = await test.given.priority(manager, network)
        await manager.mutate(logMinutes, { priorityId: id, staffGroup: 'CLINICIAN', minutes: 5, spentOn: '2026-10-02' })
      }
      expect(checklist.items).toHaveLength(requirements)
      return statementsOf(test, () => inputsOf(network.code))
    }
    expect(await statements(20)).toBe(await statements(2))
  })

  it('is listed for many networks in as many statements as for one', async () => {
    const boardCode = await test.given.board()
    const fields =
      'priorities { title endorsements { endorses } history { title } } staffGroups { code } capacity { basis } capacitySuggestions { label }'
    const query = `{ networks { nodes { odsCode ${fields} estimates { note } workloadCsv priorityRankings { recordedAt } } } }`
    const client = await test.given.manager(await network())
    const one = await statementsOf(test, () => client.query(query))
    for (let more = 0; more < 3; more += 1) await test.given.membership(client, 'network-manager', (await network()).code)
    expect((await client.query(query))['networks'].nodes).toHaveLength(4)
    expect(await statementsOf(test, () => client.query(query))).toBe(one)

    async function network() {
      const given = await test.given.network({ boardCode })
      await test.given.priority(await test.given.manager(given), given)
      await test.given.checklist(given, { entries: [{ code: 'REP-1', nature: 'REPORT' }] })
      return given
    }
  })
})
