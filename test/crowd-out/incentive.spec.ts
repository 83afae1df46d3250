import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { type RequirementGiven } from '../support/given-rows.js'
import { trailOf } from '../support/trail.js'
import { burdenOf } from './burden-operations.js'
import { explained, incentives, pursueIndicator, setPaymentBase } from './incentive-operations.js'
import { crowdOutOf } from './operations.js'
import { EVERY_MONTH, type Situation, situation, withCapacity, withEstimate, withIndicator, withPriority } from './situation.js'

const HOUR = 60
const money = (text: string, rateMills: number, base: 'BEDS' | 'ADJUSTED' | 'POINTS') => ({ text, pence: null, rateMills, base })
const entries: readonly RequirementGiven[] = [
  { code: 'homes', nature: 'REPORT', obligation: 'PAID', money: money('£127.20 a bed and year.', 127_200, 'BEDS') },
  { code: 'access', nature: 'REPORT', obligation: 'PAID', money: money('£7.975 a patient and year.', 7_975, 'ADJUSTED') },
  { code: 'year-end', nature: 'DECLARE', obligation: 'PAID', money: money('£198.00 a point.', 198_000, 'POINTS') },
]

type Row = Record<string, unknown>
const byCode = (rows: Row[], code: string): Row | undefined => rows.find((row) => row['code'] === code)

describe('paid work', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  const asked = async ({ director, network }: Situation, fields: string, args = '') =>
    (await director.query(crowdOutOf(args, fields), { code: network.code }))['network'].crowdOut
  const base = ({ network }: Situation, more: object) => ({
    networkCode: network.code,
    contractYear: '2026/27',
    basis: 'ICB letter',
    ...more,
  })
  const nobodyElse = ['NETWORK_MANAGER', 'PRACTICE_MANAGER', 'CLINICIAN', 'ADMINISTRATOR']

  /** The worked example of docs/method/burden.md: 20 hours a month, an indicator of 24 hours and 36 points, 230 hours planned. */
  async function example(): Promise<Situation> {
    const given = await situation(test, [
      { code: 'year-end', nature: 'DECLARE', obligation: 'PAID', money: money('£198.00 a point.', 198_000, 'POINTS') },
    ])
    await withIndicator(test, given, 'HI03', { points: 36, pointsCertainty: 'SOURCED' })
    await withCapacity(given, 20 * HOUR)
    await withEstimate(given, 'year-end', 0)
    await withEstimate(given, 'HI03', 24 * HOUR)
    for (const staffGroup of nobodyElse) await withEstimate(given, 'HI03', 0, { staffGroup })
    await withPriority(given, 'Isolated over-65s', 230 * HOUR)
    return given
  }

  describe('an indicator', () => {
    let given: Situation
    beforeAll(async () => {
      given = await example()
    })

    it('is national work with its origin, and its pounds stand beside its hours and what it displaces: the worked example', async () => {
      const found = await asked(
        given,
        'nationalMinutes displacedMinutes items { code origin nature minutes upToPence item { id } } paidWork { code origin pursued upToPence moneyInWords minutes pencePerHour displacedMinutes item { id } }',
      )
      expect(found).toMatchObject({ nationalMinutes: 24 * HOUR, displacedMinutes: 14 * HOUR })
      expect(byCode(found.items, 'HI03')).toEqual({
        ...{ code: 'HI03', origin: 'INDICATOR', nature: 'DELIVER', minutes: 24 * HOUR, upToPence: 712_800, item: null },
      })
      expect(byCode(found.paidWork, 'HI03')).toEqual({
        ...{ code: 'HI03', origin: 'INDICATOR', pursued: true, upToPence: 712_800, minutes: 24 * HOUR, pencePerHour: 29_700 },
        ...{ displacedMinutes: 14 * HOUR, item: null },
        moneyInWords: '36 points; £198.00 per point. Before the adjustments for list size and prevalence.',
      })
    })

    it('gives its time back when a what-if drops it, and is care when one relaxes it', async () => {
      expect(await asked(given, 'nationalMinutes displacedMinutes', 'dropping: ["HI03"]')).toEqual({
        nationalMinutes: 0,
        displacedMinutes: 0,
      })
      const relaxed = await asked(given, 'displacedMinutes notes { kind }', 'relaxing: ["HI03"]')
      expect(relaxed).toMatchObject({ displacedMinutes: 14 * HOUR, notes: [{ kind: 'CARE_NOT_PAPERWORK' }, {}] })
      expect(await asked(given, 'displacedMinutes', 'moving: [{ code: "HI03", firstMonth: 0, lastMonth: 0 }]')).toEqual({
        displacedMinutes: 10 * HOUR,
      })
      expect(await asked(given, 'returnedTogetherMinutes(items: ["HI03"]) highlights { code }')).toEqual({
        returnedTogetherMinutes: 0,
        highlights: [],
      })
    })

    it('is explained: points, what one is worth, where both come from', async () => {
      const { explain } = await asked(given, explained('UP_TO', 'HI03'))
      expect(explain).toMatchObject({
        ...{ minutes: null, pence: 712_800, ruleVersion: 1 },
        rows: [
          { label: 'Rate', inWords: '£198.00 per point', basis: 'Catalogue' },
          { label: 'Points', inWords: '36 points', basis: 'Not entered: from records', source: 'The catalogue, from its sources.' },
        ],
      })
      const { explain: minutes } = await asked(
        given,
        'explain(figure: NATIONAL, staffGroup: "CLINICAL_DIRECTOR") { rows { label minutes basis } }',
      )
      expect(minutes.rows).toEqual([{ label: 'HI03 Indicator HI03', minutes: 24 * HOUR, basis: 'Own estimate' }])
    })

    it('is never due: it is no item of the checklist and no part of progress', async () => {
      const query = '($code: String!) { network(odsCode: $code) { checklist(contractYear: "2026/27") { progress { total } } } }'
      const { network } = await given.director.query(`query ${query}`, { code: given.network.code })
      expect(network.checklist.progress.total).toBe(1)
    })

    it('takes no time when the network does not go for it, with the reason, and the choice is kept', async () => {
      const mine = await example()
      const choose = (input: object) =>
        mine.manager.mutate(pursueIndicator, { networkCode: mine.network.code, contractYear: '2026/27', indicatorCode: 'HI03', ...input })
      expect(await choose({ pursue: false })).toMatchObject({ __typename: 'ReasonNeeded', field: 'reason' })
      expect(await choose({ pursue: true, nature: 'REPORT' })).toMatchObject({ __typename: 'ReasonNeeded', field: 'reason' })
      const left = await choose({ pursue: false, reason: 'Too few people on the register.' })
      expect(left['network'].incentiveWork).toMatchObject([
        { pursued: false, nature: 'DELIVER', reason: 'Too few people on the register.' },
      ])
      expect(await asked(mine, 'nationalMinutes displacedMinutes items { code } paidWork { code pursued displacedMinutes }')).toMatchObject(
        {
          ...{ nationalMinutes: 0, displacedMinutes: 0, items: [{ code: 'year-end' }] },
          paidWork: [{ code: 'HI03', pursued: false, displacedMinutes: 14 * HOUR }, { code: 'year-end' }],
        },
      )
      expect(await asked(mine, 'displacedMinutes', 'pursuing: ["HI03"]')).toEqual({ displacedMinutes: 14 * HOUR })
      const [entry] = await trailOf(test, mine.network.code, 'indicator.pursue')
      expect(JSON.stringify(entry)).not.toContain('register')
      expect(await choose({ pursue: true })).toMatchObject({ __typename: 'IndicatorPursued' })
      expect(await asked(mine, 'nationalMinutes')).toEqual({ nationalMinutes: 24 * HOUR })
    })

    it('counts as burden of its own origin only where the network calls it a declaration or report', async () => {
      const mine = await example()
      const origins = async () => {
        const { network } = await mine.director.query(burdenOf, { code: mine.network.code, items: [] })
        return network.burden.byOrigin.map((row: Row) => [row['origin'], (row['figures'] as Row)['burdenMinutes']])
      }
      const before = await origins()
      expect(before.map(([origin]: string[]) => origin)).not.toContain('INDICATOR')
      const input = { networkCode: mine.network.code, contractYear: '2026/27', indicatorCode: 'HI03', pursue: true }
      await mine.manager.mutate(pursueIndicator, { ...input, nature: 'DECLARE', reason: 'It asks for a yes or no.' })
      expect(await origins()).toEqual([...before, ['INDICATOR', 24 * HOUR]])
      expect(await asked(mine, 'returnedTogetherMinutes(items: ["HI03"])')).toEqual({ returnedTogetherMinutes: 14 * HOUR })
    })

    it('without an estimate is not known, never no work; one that earns nothing is no work at all', async () => {
      const mine = await situation(test, [])
      await withIndicator(test, mine, 'CAN04')
      await withIndicator(test, mine, 'SMR03', { use: 'MANAGEMENT_INFORMATION' })
      await withIndicator(test, mine, 'COV-01', { direction: 'DONE' })
      await withCapacity(mine, HOUR)
      const { network } = await mine.director.query(incentives, { code: mine.network.code })
      expect(
        network.incentiveWork.map((work: Row) => [(work['indicator'] as Row)['code'], work['pursued'], work['nature'], work['recordedAt']]),
      ).toEqual([
        ['CAN04', true, 'DELIVER', null],
        ['COV-01', true, 'DECLARE', null],
      ])
      expect(network.incentiveWork[0].minutes[0]).toEqual({ staffGroup: 'CLINICAL_DIRECTOR', basis: null, minutes: null })
      const found = await asked(mine, 'nationalMinutes coverage { itemsWithoutEstimate } paidWork { code upToPence minutes pencePerHour }')
      expect(found).toMatchObject({
        ...{ nationalMinutes: 0, coverage: { itemsWithoutEstimate: 2 } },
        paidWork: [{ code: 'CAN04', upToPence: null, minutes: null, pencePerHour: null }, { code: 'COV-01' }],
      })
    })

    it('refuses an indicator there is not', async () => {
      const input = { networkCode: given.network.code, contractYear: '2026/27', indicatorCode: 'X1', pursue: true }
      expect(await given.manager.mutate(pursueIndicator, input)).toMatchObject({ __typename: 'IndicatorUnknown', indicatorCodes: ['HI03'] })
      const estimate = `mutation ($input: EstimateMinutesInput!) { estimateMinutes(input: $input) { __typename ... on Refusal { message } } }`
      const another = {
        networkCode: given.network.code,
        contractYear: '2026/27',
        requirementCode: 'X1',
        staffGroup: 'CLINICIAN',
        central: 1,
      }
      expect(await given.manager.mutate(estimate, another)).toMatchObject({ __typename: 'RequirementNotOnChecklist' })
    })
  })

  describe('a base of payment', () => {
    let given: Situation
    const set = (more: object) => given.manager.mutate(setPaymentBase, base(given, more))
    const upTo = async (code: string) => byCode((await asked(given, 'paidWork { code upToPence }')).paidWork, code)?.['upToPence']
    beforeAll(async () => {
      given = await situation(test, entries)
      await withIndicator(test, given, 'HI03')
      await withCapacity(
        given,
        Array.from({ length: EVERY_MONTH }, () => HOUR),
      )
    })

    it.each([
      ['homes', { base: 'BEDS', size: 420 }, 5_342_400],
      ['access', { base: 'ADJUSTED', size: 38_000 }, 30_305_000],
      ['year-end', { base: 'POINTS', size: 262 }, 5_187_600],
      ['HI03', { base: 'POINTS', indicatorCode: 'HI03', size: 36 }, 712_800],
    ])('of %s makes its pounds once it is entered, and none without it', async (code, entered, pence) => {
      expect(await upTo(code)).toBeNull()
      // A base no rate of it names makes no pounds, whatever is known.
      await set({ base: 'WEIGHTED_1_JANUARY', size: 40_000 })
      expect(await upTo(code)).toBeNull()
      const answer = await set(entered)
      expect(answer).toMatchObject({ __typename: 'PaymentBaseSet', base: entered.base, size: entered.size })
      expect(byCode(answer['network'].crowdOut.paidWork, code)).toEqual({ code, upToPence: pence })
      const { explain } = await asked(given, explained('UP_TO', code))
      expect(explain.rows[1]).toMatchObject({ basis: 'Entered by the network', source: 'ICB letter' })
      await set({ ...entered, size: null, basis: '' })
      expect(await upTo(code)).toBeNull()
    })

    it('shows what it is, where it comes from and what needs it', async () => {
      await set({ base: 'BEDS', size: 1 })
      const { network } = await given.director.query(incentives, { code: given.network.code })
      expect(
        network.paymentBases.map((one: Row) => [one['base'], one['indicatorCode'], one['size'], one['entered'], one['usedBy']]),
      ).toEqual([
        ['REGISTERED_1_JANUARY', null, null, false, []],
        ['WEIGHTED_1_JANUARY', null, 40_000, true, []],
        ['ADJUSTED', null, null, false, ['access']],
        ['BEDS', null, 1, true, ['homes']],
        ['POINTS', null, null, false, ['year-end']],
        ['POINTS', 'HI03', null, false, ['HI03']],
      ])
      expect(network.paymentBases[2].basis).toContain('nobody has entered it yet')
      const { explain } = await asked(given, explained('UP_TO', 'homes'))
      expect(explain.rows.map(({ inWords }: Row) => inWords)).toEqual(['£127.20 per bed', '1 bed'])
      const [entry] = await trailOf(test, given.network.code, 'paymentBase.set')
      expect(JSON.stringify(entry?.details)).not.toMatch(/letter|420/)
    })

    it.each([
      [{ base: 'REGISTERED_1_JANUARY', size: 36_000 }, 'PaymentBaseRefused', 'base'],
      [{ base: 'BEDS', size: -1 }, 'PaymentBaseRefused', 'size'],
      [{ base: 'WEIGHTED_1_JANUARY', size: 1_000_001 }, 'PaymentBaseRefused', 'size'],
      [{ base: 'BEDS', size: 10, basis: '' }, 'PaymentBaseRefused', 'basis'],
      [{ base: 'BEDS', size: 10, indicatorCode: 'HI03' }, 'PaymentBaseRefused', 'indicatorCode'],
      [{ base: 'POINTS', size: 10, indicatorCode: 'X1' }, 'IndicatorUnknown', 'indicatorCode'],
      [{ base: 'BEDS', size: 10, contractYear: '2099/00' }, 'ContractYearUnknown', 'contractYear'],
    ])('refuses %j', async (entered, __typename, field) => {
      expect(await set(entered)).toMatchObject({ __typename, field })
    })

    it('refuses a fraction, other networks and other roles', async () => {
      expect(await given.manager.codeOf(setPaymentBase, { input: base(given, { base: 'BEDS', size: 0.5 }) })).toBe('BAD_USER_INPUT')
      const stranger = await test.given.manager(await test.given.network())
      const practice = await test.given.person('practice-member', given.network.practiceCodes[0] ?? '')
      const beds = { input: base(given, { base: 'BEDS', size: 5 }) }
      const choice = { input: { networkCode: given.network.code, contractYear: '2026/27', indicatorCode: 'HI03', pursue: true } }
      for (const [mutation, variables] of [
        [setPaymentBase, beds],
        [pursueIndicator, choice],
      ] as const) {
        expect(await stranger.codeOf(mutation, variables)).toBe('NOT_FOUND')
        expect(await practice.codeOf(mutation, variables)).toBe('FORBIDDEN')
      }
    })

    it.each([
      ['UP_TO', 'no-such'],
      ['BURDEN', 'no-such'],
    ])('%s of what is not there is a mistake', async (figure, item) => {
      const { errors } = await given.director.send(crowdOutOf('', explained(figure, item)), { code: given.network.code })
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ field: 'item' }] })
    })
  })
})
