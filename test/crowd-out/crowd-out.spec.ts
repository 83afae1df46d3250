import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { statementsOf } from '../support/statements.js'
import { crowdOutOf } from './operations.js'
import { type Situation, situation, withCapacity, withEstimate, withPriority, workedExample } from './situation.js'

const HOUR = 60

describe('crowdOut', () => {
  let test: TestApp
  let example: Awaited<ReturnType<typeof workedExample>>
  beforeAll(async () => {
    test = await startApp()
    example = await workedExample(test)
  })
  afterAll(() => test.close())

  const asked = async ({ director, network }: Situation, args = '', fields?: string) =>
    (await director.query(crowdOutOf(args, fields), { code: network.code }))['network'].crowdOut

  describe('the worked example, to the minute', () => {
    it('has every figure', async () => {
      expect(await asked(example)).toMatchObject({
        ...{ contractYear: '2026/27', from: null, presentMonth: 7, ruleVersion: 1 },
        ...{ capacityMinutes: 240 * HOUR, otherFixedMinutes: null, fixedShortfallMinutes: 0, availableMinutes: 240 * HOUR },
        ...{ nationalMinutes: 208 * HOUR, nationalOverrunMinutes: 24 * HOUR, localWantedMinutes: 60 * HOUR },
        ...{ localPossibleMinutes: 24 * HOUR, displacedMinutes: 36 * HOUR, beyondCapacityMinutes: 0, displacedShare: 0.6 },
      })
    })

    it('says it in one sentence', async () => {
      const sentence =
        'National work asks for 208 of your 240 hours. 24 of them fit in no month. 36 of the 60 hours you planned for your own priorities no longer fit.'
      const { headline } = await asked(example)
      expect(headline).toBe(sentence)
      const { network } = await example.manager.query(crowdOutOf(), { code: example.network.code })
      expect(network.crowdOut.headline).toContain('of the clinical director’s 240 hours')
    })

    it('gives each priority its part', async () => {
      const { priorities } = await asked(example)
      expect(priorities).toMatchObject([
        {
          ...{ priority: { id: example.hypertension }, wantedMinutes: 40 * HOUR, possibleMinutes: 24 * HOUR, displacedMinutes: 16 * HOUR },
          ...{ beyondCapacityMinutes: 0, share: 0.6 },
        },
        { priority: { id: example.over65s }, wantedMinutes: 20 * HOUR, possibleMinutes: 0, displacedMinutes: 20 * HOUR, share: 0 },
      ])
    })

    it('says what each item would give back, and the set more than their sum', async () => {
      const { items, returnedTogetherMinutes } = await asked(
        example,
        '',
        `items { code item { id } minutes relaxableMinutes returnedMinutes overrunMinutes }
         returnedTogetherMinutes(items: ["workforce-plan", "cancer-review", "year-end-declarations", "slot-mapping"])`,
      )
      expect(Object.fromEntries(items.map((item: { code: string; returnedMinutes: number }) => [item.code, item.returnedMinutes]))).toEqual(
        {
          'cancer-review': 16 * HOUR,
          'care-home-mdt': 0,
          'slot-mapping': 6 * HOUR,
          'workforce-plan': 0,
          'year-end-declarations': 0,
        },
      )
      expect(items.map((item: { item: { id: string } }) => item.item.id)).toContain(example.checklist.item('slot-mapping').id)
      expect(items.reduce((sum: number, item: { overrunMinutes: number }) => sum + item.overrunMinutes, 0)).toBe(24 * HOUR)
      expect(returnedTogetherMinutes).toBe(36 * HOUR)
    })

    it('draws a picture whose columns add up to the sentence', async () => {
      const { months } = await asked(example)
      const total = (name: string): number => months.reduce((sum: number, month: Record<string, number>) => sum + (month[name] ?? 0), 0)
      expect(months).toHaveLength(12)
      expect(months[0]).toMatchObject({ month: 0, startsOn: '2026-04-01', availableMinutes: 20 * HOUR })
      expect(total('deliveryAndGovernanceMinutes') + total('declarationAndReportingMinutes')).toBe(184 * HOUR)
      expect(total('localMinutes')).toBe(24 * HOUR)
      expect(total('nationalOverrunMinutes')).toBe(24 * HOUR)
      expect(total('displacedMinutes')).toBe(36 * HOUR)
    })

    it.each([
      ['relaxing: ["cancer-review"]', 24 + 16],
      ['relaxing: ["slot-mapping"]', 24 + 6],
      ['relaxing: ["workforce-plan"]', 24],
      ['relaxing: ["year-end-declarations"]', 24],
      ['relaxing: ["workforce-plan", "cancer-review", "year-end-declarations", "slot-mapping"]', 24 + 36],
      ['dropping: ["cancer-review"]', 24 + 16],
      ['moving: [{ code: "cancer-review", firstMonth: 0, lastMonth: 11 }]', 24 + 16],
    ])('supposes %s: %i hours are possible', async (args, hours) => {
      expect(await asked(example, args, 'localPossibleMinutes')).toEqual({ localPossibleMinutes: hours * HOUR })
    })

    it('overruns by 44 hours when the over-65s are protected', async () => {
      const protecting = `protecting: ["${example.over65s}"]`
      expect(await asked(example, protecting)).toMatchObject({ nationalOverrunMinutes: 44 * HOUR, displacedMinutes: 16 * HOUR })
    })

    it('shows one staff group by its code, and the clinical director where none is named', async () => {
      const fields = `staffGroup { staffGroup nationalMinutes } manager: staffGroup(staffGroup: "NETWORK_MANAGER") { staffGroup availableMinutes months { month } }`
      expect(await asked(example, '', fields)).toEqual({
        staffGroup: { staffGroup: 'CLINICAL_DIRECTOR', nationalMinutes: 208 * HOUR },
        manager: { staffGroup: 'NETWORK_MANAGER', availableMinutes: null, months: null },
      })
      const { director, network } = example
      expect(await director.codeOf(crowdOutOf('', 'staffGroup(staffGroup: "NOBODY") { name }'), { code: network.code })).toBe(
        'BAD_USER_INPUT',
      )
    })

    it('adds time for some months', async () => {
      const january = 'adding: [{ staffGroup: "CLINICAL_DIRECTOR", month: 9, minutes: 600 }]'
      expect(await asked(example, january)).toMatchObject({ capacityMinutes: 250 * HOUR, nationalOverrunMinutes: 14 * HOUR })
    })

    it('shows today and what-if side by side, and stores nothing', async () => {
      const sideBySide = `query ($code: String!) { network(odsCode: $code) {
        today: crowdOut(contractYear: "2026/27") { displacedMinutes }
        then: crowdOut(contractYear: "2026/27", relaxing: ["cancer-review"]) { displacedMinutes }
      } }`
      const { network } = await example.director.query(sideBySide, { code: example.network.code })
      expect(network).toEqual({ today: { displacedMinutes: 36 * HOUR }, then: { displacedMinutes: 20 * HOUR } })
      expect(await asked(example, '', 'displacedMinutes')).toEqual({ displacedMinutes: 36 * HOUR })
    })

    it('takes a fixed number of statements, however often it is asked', async () => {
      const one = `crowdOut(contractYear: "2026/27") { displacedMinutes items { item { id } } highlights { code burdenPence } }`
      const other = one.replace('"2026/27"', '"2026/27", relaxing: ["cancer-review"]')
      const statements = (fields: string) =>
        statementsOf(test, () =>
          example.director.query(`query ($code: String!) { network(odsCode: $code) { ${fields} } }`, { code: example.network.code }),
        )
      const once = await statements(one)
      const often = await statements([one, `b: ${one}`, `c: ${other}`, `d: ${other}`].join('\n'))
      expect(often).toBe(once)
    })
  })

  it('sees what each of several changes in one request made of the figures', async () => {
    const given = await situation(test, [{ code: 'report', nature: 'REPORT' }])
    const input = (hours: number) =>
      `{ networkCode: "${given.network.code}", contractYear: "2026/27", staffGroup: "CLINICAL_DIRECTOR", minutesByMonth: [${`${hours * HOUR},`.repeat(12)}] }`
    const change = (hours: number) =>
      `setCapacity(input: ${input(hours)}) { ... on CapacitySet { network { crowdOut { capacityMinutes } again: crowdOut { capacityMinutes } } } }`
    const { one, two } = await given.manager.query(`mutation { one: ${change(1)} two: ${change(2)} }`)
    expect(one.network).toEqual({ crowdOut: { capacityMinutes: 12 * HOUR }, again: { capacityMinutes: 12 * HOUR } })
    expect(two.network).toEqual({ crowdOut: { capacityMinutes: 24 * HOUR }, again: { capacityMinutes: 24 * HOUR } })
  })

  it('says of care that it is care, and takes nothing out', async () => {
    const { notes, displacedMinutes } = await asked(example, 'relaxing: ["care-home-mdt"]')
    expect(notes).toMatchObject([
      { code: 'care-home-mdt', kind: 'CARE_NOT_PAPERWORK', message: 'This is care, not paperwork.' },
      { code: 'care-home-mdt', kind: 'NEEDS_BUSINESS_AS_USUAL_PERCENT' },
    ])
    expect(displacedMinutes).toBe(36 * HOUR)
  })

  it('counts business as usual: at 50% the cancer review gives back 1 hour', async () => {
    const given = await workedExample(test)
    await withEstimate(given, 'cancer-review', 30 * HOUR, { businessAsUsualPercent: 50 })
    const { items } = await asked(given)
    expect(items.find((item: { code: string }) => item.code === 'cancer-review')).toMatchObject({
      returnedMinutes: HOUR,
      relaxableMinutes: 15 * HOUR,
    })
  })

  describe('plain arithmetic where every window is the whole year', () => {
    it.each([
      { local: 12_000, delivery: 10_800, overrun: 0, possible: 3_825, displaced: 8_175, returned: 5_400 },
      { local: 6_000, delivery: 10_800, overrun: 0, possible: 3_825, displaced: 2_175, returned: 2_175 },
      { local: 0, delivery: 10_800, overrun: 0, possible: 0, displaced: 0, returned: 0 },
      { local: 12_000, delivery: 16_800, overrun: 2_175, possible: 0, displaced: 12_000, returned: 3_225 },
    ])('local $local and delivery $delivery', async ({ local, delivery, overrun, possible, displaced, returned }) => {
      const given = await situation(test, [
        { code: 'delivery', nature: 'DELIVER' },
        { code: 'declarations', nature: 'DECLARE' },
      ])
      const even = (sum: number) => Array.from({ length: 12 }, (_, month) => Math.floor(sum / 12) + (month < sum % 12 ? 1 : 0))
      await withCapacity(given, even(23_625), { otherFixedByMonth: even(1_800) })
      await withEstimate(given, 'delivery', delivery)
      await withEstimate(given, 'declarations', 7_200, { businessAsUsualPercent: 25 })
      if (local > 0) await withPriority(given, 'All of it', local)
      const { items, ...figures } = await asked(given)
      expect(figures).toMatchObject({
        ...{ capacityMinutes: 23_625, otherFixedMinutes: 1_800, availableMinutes: 21_825, nationalOverrunMinutes: overrun },
        ...{ localPossibleMinutes: possible, displacedMinutes: displaced, displacedShare: local === 0 ? null : displaced / local },
      })
      expect(items.find((item: { code: string }) => item.code === 'declarations').returnedMinutes).toBe(returned)
    })
  })

  describe('what is not known', () => {
    it('is null, never 0, and said', async () => {
      const given = await situation(test, [{ code: 'report', nature: 'REPORT' }])
      const found = await asked(given)
      expect(found).toMatchObject({
        ...{
          capacityMinutes: null,
          availableMinutes: null,
          nationalOverrunMinutes: null,
          displacedMinutes: null,
          displacedShare: null,
          months: null,
        },
        coverage: { groupsCounted: 0, groupsWithoutCapacity: 5 },
        headline: 'Nobody has entered your time for all twelve months, so what national work leaves of it is not known.',
      })
      expect(found.estimateCases).toMatchObject({ low: { displacedMinutes: null }, displacedInWords: null })
      const director = found.staffGroups.find((group: { staffGroup: string }) => group.staffGroup === 'CLINICAL_DIRECTOR')
      // Minutes assumed for the report are known, whatever the time.
      expect(director).toMatchObject({ availableMinutes: null, nationalMinutes: 120 })
    })

    it('leaves a group with one unknown month without figures', async () => {
      const given = await situation(test, [{ code: 'report', nature: 'REPORT' }])
      await withCapacity(given, [1_200, null, ...Array.from({ length: 10 }, () => 1_200)])
      expect(await asked(given)).toMatchObject({ availableMinutes: null, coverage: { groupsCounted: 0 } })
    })

    it('counts what nobody estimated, and says what a total leaves out', async () => {
      const given = await situation(test, [
        { code: 'care', nature: 'DELIVER' },
        { code: 'report', nature: 'REPORT' },
      ])
      await withCapacity(given, 1_200)
      const { coverage, staffGroups, items } = await asked(given)
      // The assumption for a yearly report, central, of the four groups without capacity.
      const assumed = 480 + 90 + 120 + 120
      expect(coverage).toEqual({
        ...{ groupsCounted: 1, groupsWithoutCapacity: 4, minutesLeftOut: assumed, itemsWithoutEstimate: 1 },
        ...{ prioritiesWithoutEstimate: 0, groupsWithoutOtherFixed: 1 },
      })
      expect(staffGroups[0].itemsWithoutEstimate).toEqual(['care'])
      expect(items.find((item: { code: string }) => item.code === 'care')).toMatchObject({ minutes: null, returnedMinutes: 0 })
    })

    it('spans the estimates', async () => {
      const given = await situation(test, [{ code: 'report', nature: 'REPORT' }])
      await withCapacity(given, 100)
      await withEstimate(given, 'report', 600, { low: 600, high: 780 })
      await withPriority(given, 'Work of our own', 660)
      const { estimateCases } = await asked(given)
      expect(estimateCases).toMatchObject({
        ...{ low: { displacedMinutes: 60 }, central: { displacedMinutes: 60 }, high: { displacedMinutes: 240 } },
        displacedInWords: 'between 1 and 4 hours, depending on the estimates',
      })
    })
  })
})
