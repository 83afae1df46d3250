import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { trailOf } from '../support/trail.js'
import { setTariff } from './burden-operations.js'
import { crowdOutOf, overrideDeclarationOnly, rateItem } from './operations.js'
import { type Situation, situation, withCapacity, withEstimate, withPriority, workedExample } from './situation.js'

const HOUR = 60

describe('highlights, paid work and explanations', () => {
  let test: TestApp
  let example: Awaited<ReturnType<typeof workedExample>>
  beforeAll(async () => {
    test = await startApp()
    example = await workedExample(test)
  })
  afterAll(() => test.close())

  const asked = async ({ director, network }: Situation, fields?: string, args = '') =>
    (await director.query(crowdOutOf(args, fields), { code: network.code }))['network'].crowdOut
  const highlightsOf = async (given: Situation): Promise<Record<string, unknown>[]> => (await asked(given)).highlights

  it('lists declaration-only items that give time back, with reasons, pounds, paragraph, basis and the rating apart', async () => {
    const given = await workedExample(test)
    const itemId = given.checklist.item('slot-mapping').id
    await given.director.mutate(rateItem, { itemId, rating: 2, reason: 'Nobody reads it.' })
    for (const staffGroup of ['CLINICAL_DIRECTOR', 'NETWORK_MANAGER', 'PRACTICE_MANAGER', 'CLINICIAN', 'ADMINISTRATOR']) {
      const cost = { networkCode: given.network.code, hourlyPayPence: 5_000, onCostsPercent: 20, overheadPercent: 10, priceYear: '2026/27' }
      expect(await given.manager.mutate(setTariff, { ...cost, staffGroup })).toMatchObject({ __typename: 'TariffSet', pencePerHour: 6_500 })
    }
    const highlights = await highlightsOf(given)
    // The cancer review would give back more, and is no declaration; the year-end declarations give nothing back.
    expect(highlights).toHaveLength(1)
    expect(highlights[0]).toMatchObject({
      ...{ code: 'slot-mapping', paragraph: '8.4', minutes: 24 * HOUR, returnedMinutes: 6 * HOUR, rating: 2, upToPence: null },
      declarationOnly: {
        ...{
          verdict: true,
          overridden: false,
          ruleVerdict: true,
          calledTickBoxBySource: false,
          ruleVersion: 'declaration-only, version 1',
        },
        reasons: expect.arrayContaining(['It is discharged by self-declaration.']),
      },
    })
    const { burden, burdenPence, estimates } = highlights[0] as {
      burden: { burdenMinutes: number }
      burdenPence: number
      estimates: object[]
    }
    expect(burdenPence).toBe(Math.round((burden.burdenMinutes / 60) * 6_500))
    expect(estimates).toContainEqual({
      staffGroup: 'CLINICAL_DIRECTOR',
      basis: 'NETWORK_ESTIMATE',
      networks: 1,
      minutes: { central: 1_440 },
    })
    expect(estimates).toContainEqual(expect.objectContaining({ staffGroup: 'NETWORK_MANAGER', basis: 'CATALOGUE_ASSUMPTION', networks: 0 }))
  })

  it('leaves pounds unknown until the network says what an hour costs', async () => {
    expect(await highlightsOf(example)).toMatchObject([{ code: 'slot-mapping', burdenPence: null }])
  })

  describe('the network’s own word', () => {
    it('takes an item off the list, with the reason, and puts it back', async () => {
      const given = await workedExample(test)
      const itemId = given.checklist.item('slot-mapping').id
      const said = await given.director.mutate(overrideDeclarationOnly, { itemId, verdict: false, reason: 'We act on what we find.' })
      expect(said).toEqual({ __typename: 'DeclarationReadingSet', item: { id: itemId } })
      expect(await highlightsOf(given)).toEqual([])
      await given.director.mutate(overrideDeclarationOnly, { itemId })
      expect(await highlightsOf(given)).toHaveLength(1)
      const trail = await trailOf(test, given.network.code, 'declarationOnly.override')
      expect(JSON.stringify(trail)).not.toContain('We act')
    })

    it('can call a report declaration-only, and says that this is its own view', async () => {
      const given = await workedExample(test)
      const itemId = given.checklist.item('cancer-review').id
      await given.director.mutate(overrideDeclarationOnly, { itemId, verdict: true, reason: 'It repeats the audit.' })
      expect((await highlightsOf(given))[0]).toMatchObject({
        code: 'cancer-review',
        declarationOnly: { verdict: true, overridden: true, ruleVerdict: null, reasons: ['It repeats the audit.'] },
      })
    })

    it('is refused for care, without a reason, to a manager and for another network’s item', async () => {
      const { director, manager, checklist } = example
      const care = { itemId: checklist.item('care-home-mdt').id, verdict: true, reason: 'No.' }
      expect(await director.mutate(overrideDeclarationOnly, care)).toMatchObject({ __typename: 'NeverDeclarationOnly', field: 'itemId' })
      const itemId = checklist.item('slot-mapping').id
      expect(await director.mutate(overrideDeclarationOnly, { itemId, verdict: false })).toMatchObject({ __typename: 'ReasonNeeded' })
      expect(await manager.codeOf(overrideDeclarationOnly, { input: { itemId, verdict: false, reason: 'No.' } })).toBe('FORBIDDEN')
      const stranger = await test.given.director(await test.given.network())
      expect(await stranger.codeOf(overrideDeclarationOnly, { input: { itemId, verdict: false, reason: 'No.' } })).toBe('NOT_FOUND')
    })
  })

  it('says of paid work what it takes, what it brings at most, and what it displaces', async () => {
    const { paidWork } = await asked(example)
    expect(paidWork).toEqual([
      {
        ...{ code: 'cancer-review', title: 'Requirement cancer-review', item: { id: example.checklist.item('cancer-review').id } },
        ...{ pursued: true, upToPence: 300_000, moneyInWords: 'Up to £3,000.', displacedMinutes: 16 * HOUR, overrunMinutes: 14 * HOUR },
        // 30 hours of the clinical director, and what is assumed of the other groups.
        ...{ minutes: 30 * HOUR + 480 + 90 + 120 + 120, pencePerHour: 6_897 },
      },
    ])
    const dropped = await asked(example, 'paidWork { pursued displacedMinutes }', 'dropping: ["cancer-review"]')
    expect(dropped.paidWork).toEqual([{ pursued: false, displacedMinutes: 16 * HOUR }])
  })

  describe('explain', () => {
    const explain = async (args: string) =>
      (await asked(example, `explain(${args}) { figure minutes sentence ruleVersion rows { label minutes basis source } }`)).explain

    it('takes a figure of one staff group apart', async () => {
      const found = await explain('figure: DISPLACED, staffGroup: "CLINICAL_DIRECTOR"')
      expect(found).toMatchObject({ figure: 'DISPLACED', minutes: 36 * HOUR, ruleVersion: 1 })
      expect(found.sentence).toContain('not a cause')
      expect(found.rows.map(({ label, minutes }: { label: string; minutes: number }) => [label, minutes])).toEqual([
        ['Would fit if nothing national were asked', 60 * HOUR],
        ['Still fits', 24 * HOUR],
        ['Displaced of: Hypertension', 16 * HOUR],
        ['Displaced of: Isolated over-65s', 20 * HOUR],
      ])
    })

    it('names the basis of every estimate', async () => {
      const { rows, minutes } = await explain('figure: NATIONAL, staffGroup: "CLINICAL_DIRECTOR"')
      expect(rows).toHaveLength(5)
      expect(rows).toContainEqual(
        expect.objectContaining({ label: 'slot-mapping Requirement slot-mapping', minutes: 24 * HOUR, basis: 'Own estimate' }),
      )
      expect(rows.reduce((sum: number, row: { minutes: number }) => sum + row.minutes, 0)).toBe(minutes)
    })

    it('adds up staff groups, and names those that are left out', async () => {
      const { rows, minutes } = await explain('figure: CAPACITY')
      expect(minutes).toBe(240 * HOUR)
      expect(rows).toHaveLength(5)
      expect(rows[1]).toMatchObject({ label: 'Network manager', minutes: null, basis: 'Not known' })
    })

    it('says what an item gives back', async () => {
      const { minutes, rows } = await explain('figure: RETURNED, item: "cancer-review", staffGroup: "CLINICAL_DIRECTOR"')
      expect(minutes).toBe(16 * HOUR)
      expect(rows.map((row: { minutes: number }) => row.minutes)).toEqual([1_800, 1_800, 24 * HOUR, 40 * HOUR])
    })

    it.each(['OTHER_FIXED', 'FIXED_SHORTFALL', 'AVAILABLE', 'NATIONAL_OVERRUN', 'LOCAL_WANTED', 'LOCAL_POSSIBLE', 'BEYOND_CAPACITY'])(
      'explains %s, for one group and for all',
      async (figure) => {
        for (const args of [`figure: ${figure}`, `figure: ${figure}, staffGroup: "CLINICAL_DIRECTOR"`]) {
          const { rows, sentence } = await explain(args)
          expect(rows.length).toBeGreaterThan(0)
          expect(sentence).toMatch(/\.$/)
        }
      },
    )
  })

  it('keeps minutes a priority gives to a requirement with the priority, and says what of the contract is at risk', async () => {
    const given = await situation(test, [{ code: 'inequalities', nature: 'DELIVER', paragraph: null }])
    await withCapacity(given, 100)
    await withEstimate(given, 'inequalities', 1_000)
    const serves = [{ requirementCode: 'inequalities', staffGroup: 'CLINICAL_DIRECTOR', minutes: 1_000 }]
    await withPriority(given, 'Chosen project', 2_000, { serves })
    const { nationalMinutes, contractWorkAtRiskMinutes, items, notes } = await asked(given, undefined, 'relaxing: ["inequalities"]')
    expect({ nationalMinutes, contractWorkAtRiskMinutes }).toEqual({ nationalMinutes: 0, contractWorkAtRiskMinutes: 800 })
    expect(items).toMatchObject([{ code: 'inequalities', servedMinutes: 1_000, returnedMinutes: 0 }])
    expect(notes.map(({ kind }: { kind: string }) => kind)).toContain('SERVED_BY_PRIORITY')
  })
})
