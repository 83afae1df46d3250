import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { trailOf } from '../support/trail.js'
import { burdenOf, recordOutsideCost, setTariff, withdrawOutsideCost } from './burden-operations.js'
import { explained } from './incentive-operations.js'
import { crowdOutOf, estimateMinutes, logMinutes } from './operations.js'
import { type Situation, situation } from './situation.js'

describe('burden', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  const groups = ['CLINICAL_DIRECTOR', 'NETWORK_MANAGER', 'PRACTICE_MANAGER', 'CLINICIAN', 'ADMINISTRATOR']
  const burden = async ({ director, network }: Situation, items: string[] = []) =>
    (await director.query(burdenOf, { code: network.code, items }))['network'].burden

  /** Own estimates of every group: what is not named takes none. */
  async function estimated({ manager, network }: Situation, requirementCode: string, minutes: Record<string, number>, percent = 0) {
    const input = { networkCode: network.code, contractYear: '2026/27', requirementCode, businessAsUsualPercent: percent }
    for (const staffGroup of groups) await manager.mutate(estimateMinutes, { ...input, staffGroup, central: minutes[staffGroup] ?? 0 })
  }
  const cost = ({ manager, network }: Situation, staffGroup: string, hourlyPayPence: number) =>
    manager.mutate(setTariff, {
      networkCode: network.code,
      staffGroup,
      hourlyPayPence,
      onCostsPercent: 0,
      priceYear: '2026/27',
      basis: 'Payroll',
    })

  it.each([
    { percent: 0, burdenPence: 560_000, burdenMinutes: 7_200, burdenDays: 16 },
    { percent: 25, burdenPence: 420_000, burdenMinutes: 5_400, burdenDays: 12 },
  ])('is 100 h at £34.00 and 20 h at £110.00, with $percent% business as usual: the worked example', async ({ percent, ...expected }) => {
    const given = await situation(test, [
      { code: 'return', nature: 'REPORT' },
      { code: 'care', nature: 'DELIVER' },
    ])
    await estimated(given, 'return', { ADMINISTRATOR: 6_000, CLINICAL_DIRECTOR: 1_200 }, percent)
    await cost(given, 'ADMINISTRATOR', 3_400)
    await cost(given, 'CLINICAL_DIRECTOR', 11_000)
    const found = await burden(given)
    expect(found).toMatchObject({
      total: { ...{ grossMinutes: 7_200, businessAsUsualMinutes: 7_200 - expected.burdenMinutes, grossPence: 560_000 }, ...expected },
      byOrigin: [{ origin: 'REQUIREMENT', figures: { burdenMinutes: expected.burdenMinutes } }],
      byNature: [{ nature: 'REPORT', figures: { burdenMinutes: expected.burdenMinutes } }],
      ...{ itemsWithoutEstimate: 0, registeredPatients: null, ruleVersion: 1 },
    })
    expect(found.items).toMatchObject([{ code: 'return', item: { id: given.checklist.item('return').id } }])
    expect(found.byStaffGroup.map(({ staffGroup }: { staffGroup: string }) => staffGroup).sort()).toEqual([
      'ADMINISTRATOR',
      'CLINICAL_DIRECTOR',
    ])
  })

  it('has no pounds where an hour’s cost is not known, and minutes all the same', async () => {
    const given = await situation(test, [{ code: 'return', nature: 'REPORT' }])
    await estimated(given, 'return', { ADMINISTRATOR: 600, CLINICAL_DIRECTOR: 60 })
    await cost(given, 'ADMINISTRATOR', 3_400)
    const { total, tariffs, groupsWithoutTariff } = await burden(given)
    expect(total).toMatchObject({ burdenMinutes: 660, burdenPence: null })
    expect(tariffs).toContainEqual({
      ...{ staffGroup: 'ADMINISTRATOR', hourlyPayPence: 3_400, onCostsPercent: 0, overheadPercent: 0, pencePerHour: 3_400 },
      ...{ priceYear: '2026/27', basis: 'NETWORK', note: 'Payroll' },
    })
    expect(tariffs[0]).toMatchObject({ staffGroup: 'CLINICAL_DIRECTOR', pencePerHour: null, basis: null })
    expect(tariffs[0].note).toContain('hourly pay, on-costs and price year')
    expect(groupsWithoutTariff).toEqual(['CLINICAL_DIRECTOR'])
  })

  it('counts evidence that serves two requirements once, and frees it only with both', async () => {
    const given = await situation(test, [
      { code: 'one', nature: 'DECLARE' },
      { code: 'two', nature: 'REPORT' },
    ])
    const ids = ['one', 'two'].map((code) => given.checklist.item(code).occurrences[0]?.id ?? '')
    await estimated(given, 'one', { ADMINISTRATOR: 30 })
    await estimated(given, 'two', { ADMINISTRATOR: 30 })
    const evidenceId = await test.given.evidence(given.manager, ids)
    await given.manager.mutate(logMinutes, { evidenceId, staffGroup: 'ADMINISTRATOR', minutes: 60, spentOn: '2026-11-01' })
    expect(await burden(given, ['one'])).toMatchObject({
      total: { burdenMinutes: 60 },
      avoidable: { allocatedMinutes: 30, avoidableMinutes: 0, avoidablePence: 0, avoidableDays: 0 },
    })
    expect((await burden(given, ['one', 'two'])).avoidable).toMatchObject({
      allocatedMinutes: 60,
      avoidableMinutes: 60,
      avoidablePence: null,
    })
  })

  describe('an outside cost', () => {
    let given: Situation
    const paid = { contractYear: '2026/27', code: 'return', pence: 15_000, what: 'Analyst for the return', paidOn: '2026-06-01' }
    const record = (more: object = {}) => given.manager.mutate(recordOutsideCost, { networkCode: given.network.code, ...paid, ...more })
    beforeAll(async () => {
      given = await situation(test, [
        { code: 'return', nature: 'REPORT' },
        { code: 'paid', nature: 'REPORT', obligation: 'PAID' },
        { code: 'care', nature: 'DELIVER' },
      ])
      for (const code of ['return', 'paid']) await estimated(given, code, {})
    })

    it('is £4,350.00 and 12.0 days with £150.00 paid outside: the worked example', async () => {
      const mine = await situation(test, [{ code: 'return', nature: 'REPORT' }])
      await estimated(mine, 'return', { ADMINISTRATOR: 6_000, CLINICAL_DIRECTOR: 1_200 }, 25)
      await cost(mine, 'ADMINISTRATOR', 3_400)
      await cost(mine, 'CLINICAL_DIRECTOR', 11_000)
      await mine.manager.mutate(recordOutsideCost, { networkCode: mine.network.code, ...paid })
      const { total, avoidable } = await burden(mine, ['return'])
      expect(total).toMatchObject({ grossPence: 575_000, burdenPence: 435_000, outsidePence: 15_000, burdenDays: 12 })
      expect(avoidable).toMatchObject({ avoidableMinutes: 5_400, avoidablePence: 435_000 })
      const { network } = await mine.director.query(crowdOutOf('', explained('BURDEN', 'return')), { code: mine.network.code })
      expect(network.crowdOut.explain).toMatchObject({ minutes: 5_400, pence: 435_000 })
      expect(network.crowdOut.explain.rows.map(({ label, inWords }: Record<string, string>) => [label, inWords])).toEqual([
        ['Clinical director', '£110.00 an hour: pay £110.00, on-costs 0%, overhead 0%, prices of 2026/27'],
        ['Administrators', '£34.00 an hour: pay £34.00, on-costs 0%, overhead 0%, prices of 2026/27'],
        ['Taken out: would be done anyway', null],
        ['Paid outside: Analyst for the return', '£150.00'],
      ])
    })

    it('is listed, known without any tariff, less what would be paid anyway, and taken back', async () => {
      const recorded = await record({ businessAsUsualPercent: 50 })
      expect(recorded).toMatchObject({ network: { burden: { total: { outsidePence: 7_500 } } } })
      const { outsideCosts, total } = await burden(given)
      expect(total).toMatchObject({ grossPence: 15_000, burdenPence: 7_500, outsidePence: 7_500, burdenMinutes: 0 })
      const { id } = recorded['outsideCost']
      const { code, pence, what, paidOn } = paid
      expect(outsideCosts).toEqual([
        {
          cost: { id, code, pence, what, paidOn, businessAsUsualPercent: 50, recordedBy: { id: given.manager.personId } },
          ...{ title: expect.any(String), counted: true },
        },
      ])
      const traces = await trailOf(test, given.network.code, 'outsideCost.record')
      expect(JSON.stringify(traces)).not.toMatch(/Analyst|15000/)
      const input = { outsideCostId: id }
      const stranger = await test.given.manager(await test.given.network())
      expect(await stranger.codeOf(withdrawOutsideCost, { input })).toBe('NOT_FOUND')
      expect(await given.manager.mutate(withdrawOutsideCost, input)).toEqual({ __typename: 'OutsideCostWithdrawn' })
      expect(await given.manager.codeOf(withdrawOutsideCost, { input })).toBe('NOT_FOUND')
      expect(await burden(given)).toMatchObject({ outsideCosts: [], total: { outsidePence: 0 } })
    })

    it('is listed and not counted while what it was paid for is not gone for', async () => {
      await record({ code: 'paid' })
      const pursue = 'mutation ($input: PursueInput!) { pursue(input: $input) { __typename } }'
      const itemId = given.checklist.item('paid').id
      await given.manager.mutate(pursue, { itemId, pursue: false, reason: 'No time.' })
      expect(await burden(given)).toMatchObject({ outsideCosts: [{ cost: { code: 'paid' }, counted: false }], total: { outsidePence: 0 } })
    })

    it.each([
      [{ pence: 0 }, 'OutsideCostRefused', 'pence'],
      [{ pence: -1 }, 'OutsideCostRefused', 'pence'],
      [{ pence: 100_000_001 }, 'OutsideCostRefused', 'pence'],
      [{ businessAsUsualPercent: 101 }, 'OutsideCostRefused', 'businessAsUsualPercent'],
      [{ paidOn: '2999-01-01' }, 'OutsideCostRefused', 'paidOn'],
      [{ code: 'no-such' }, 'NoSuchWork', 'code'],
      [{ code: 'care' }, 'NotPaperwork', 'code'],
    ])('refuses %j', async (more, __typename, field) => {
      expect(await record(more)).toMatchObject({ __typename, field })
    })

    it('refuses a fraction, no words, other networks and other roles', async () => {
      const input = (more: object) => ({ input: { networkCode: given.network.code, ...paid, ...more } })
      expect(await given.manager.codeOf(recordOutsideCost, input({ pence: 0.5 }))).toBe('BAD_USER_INPUT')
      expect(await given.manager.codeOf(recordOutsideCost, input({ what: ' ' }))).toBe('BAD_USER_INPUT')
      const stranger = await test.given.manager(await test.given.network())
      expect(await stranger.codeOf(recordOutsideCost, input({}))).toBe('NOT_FOUND')
      const practice = await test.given.person('practice-member', given.network.practiceCodes[0] ?? '')
      expect(await practice.codeOf(recordOutsideCost, input({}))).toBe('FORBIDDEN')
    })
  })

  describe('setTariff', () => {
    let given: Situation
    beforeAll(async () => {
      given = await situation(test, [{ code: 'return', nature: 'REPORT' }])
    })
    const tariff = (more: object) => ({ networkCode: given.network.code, staffGroup: 'ADMINISTRATOR', ...more })
    const whole = { hourlyPayPence: 2_000, onCostsPercent: 25, overheadPercent: 5, priceYear: '2026/27' }

    it('says what an hour costs all told, keeps a trace without figures, and can be taken back', async () => {
      expect(await given.manager.mutate(setTariff, tariff(whole))).toMatchObject({ __typename: 'TariffSet', pencePerHour: 2_600 })
      const [entry] = await trailOf(test, given.network.code, 'tariff.set')
      expect(entry).toMatchObject({ details: { staffGroup: 'ADMINISTRATOR' } })
      expect(await given.manager.mutate(setTariff, tariff({}))).toMatchObject({ __typename: 'TariffSet', pencePerHour: null })
    })

    it.each([
      [{ ...whole, hourlyPayPence: null }, 'hourlyPayPence'],
      [{ ...whole, hourlyPayPence: 0 }, 'hourlyPayPence'],
      [{ ...whole, hourlyPayPence: 100_001 }, 'hourlyPayPence'],
      [{ ...whole, onCostsPercent: null }, 'onCostsPercent'],
      [{ ...whole, onCostsPercent: -1 }, 'onCostsPercent'],
      [{ ...whole, overheadPercent: 501 }, 'overheadPercent'],
      [{ ...whole, priceYear: null }, 'priceYear'],
    ])('refuses %j', async (figures, field) => {
      expect(await given.manager.mutate(setTariff, tariff(figures))).toMatchObject({ __typename: 'TariffRefused', field })
    })

    it('refuses a group there is not, other networks and other roles', async () => {
      expect(await given.manager.mutate(setTariff, tariff({ ...whole, staffGroup: 'COOKS' }))).toMatchObject({
        __typename: 'StaffGroupUnknown',
      })
      const stranger = await test.given.manager(await test.given.network())
      expect(await stranger.codeOf(setTariff, { input: tariff(whole) })).toBe('NOT_FOUND')
      const practice = await test.given.person('practice-member', given.network.practiceCodes[0] ?? '')
      expect(await practice.codeOf(setTariff, { input: tariff(whole) })).toBe('FORBIDDEN')
    })
  })
})
