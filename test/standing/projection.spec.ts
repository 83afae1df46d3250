import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { statusOfItem } from '../../src/checklist/domain/item-status.js'
import { FactsService } from '../../src/standing/facts.service.js'
import { addDays } from '../../src/platform/day.js'
import { startApp, type TestApp } from '../support/app.js'

const service = '{ service { today } }'
const entries = [
  { code: 'Q', shownEvery: 'QUARTER', nature: 'DELIVER' },
  { code: 'P', perPractice: true, dueOn: '2026-09-30' },
  { code: 'S', standing: true, obligation: 'GATE', dueOn: '2026-06-30' },
  { code: 'D', decidedBy: 'COMMISSIONER', obligation: 'PAID', dueOn: '2026-12-31' },
  { code: 'M', shownEvery: 'MONTH', nature: 'REPORT' },
] as const

/** One step of a history: something somebody does, or days that pass. Numbers pick among what there is. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('record' as const),
      which: fc.nat(),
      daysAgo: fc.nat(120),
      lapses: fc.option(fc.integer({ min: 1, max: 200 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('withdraw' as const), which: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('mark' as const),
      which: fc.nat(),
      kind: fc.constantFrom('notMet', 'blocked', 'notApplicable'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('decide' as const), accept: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 100 }) }) },
)

describe('the stored standing', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp({ today: '2026-04-01' })
  })
  afterAll(() => test.close())

  it('is what the status function says, whatever happens and however many days pass', async () => {
    let [histories, steps] = [0, 0]
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (history) => {
        test.clock.day = '2026-04-01'
        const actors = await newNetwork(test)
        for (const one of history) await take(test, actors, one)
        await test.nobody.query(service)
        await expectStoredAsComputed(
          test,
          actors.checklist.items.map(({ id }) => id),
        )
        histories += 1
        steps += history.length
      }),
      { numRuns: Number(process.env['HISTORIES'] ?? 20) },
    )
    process.stdout.write(`Shown: ${histories} random histories of ${steps} steps left projection and status function equal\n`)
  }, 120_000)
})

/** The rows of items hold what the status function says of their facts today. */
async function expectStoredAsComputed(test: TestApp, itemIds: readonly string[]): Promise<void> {
  for (const { item, facts } of await test.app.get(FactsService).ofItems(itemIds)) {
    const {
      status,
      changesOn,
      nextDueOn,
      nextLocalDueOn: localDueOn,
      lateSince,
      shownDaysLate,
      hazardOn,
    } = statusOfItem(facts, test.clock.day)
    expect(item).toMatchObject({ status, changesOn, nextDueOn, localDueOn, lateSince, shownDaysLate, hazardOn })
  }
}

async function newNetwork(test: TestApp) {
  const network = await test.given.network({ practices: [{}, { endsOn: '2026-10-31' }, { startsOn: '2026-08-01' }] })
  const checklist = await test.given.checklist(network, { entries })
  return { network, checklist, manager: await test.given.manager(network), commissioner: await test.given.commissioner(network) }
}

async function take(
  test: TestApp,
  actors: Awaited<ReturnType<typeof newNetwork>>,
  one: typeof step extends fc.Arbitrary<infer Step> ? Step : never,
) {
  const { network, checklist, manager, commissioner } = actors
  const pick = <Row>(rows: readonly Row[], which: number): Row => rows[which % rows.length] as Row
  switch (one.does) {
    case 'wait':
      test.clock.day = addDays(test.clock.day, one.days)
      // Someone looks, so that the day's rows are brought up to date before anything else is done.
      await test.nobody.query(service)
      return
    case 'record': {
      const occurrence = pick(pick(checklist.items, one.which).occurrences, one.which >> 3)
      const happenedOn = addDays(test.clock.day, -one.daysAgo)
      const lapsesOn = one.lapses === null ? null : addDays(test.clock.day, one.lapses)
      const input = {
        occurrenceIds: [occurrence.id],
        happenedOn,
        lapsesOn,
        note: 'Minutes',
        practiceCodes: pick([[], network.practiceCodes, network.practiceCodes.slice(0, 1)], one.which),
      }
      // Some of this is refused, as it should be: nothing is changed then.
      await manager.send('mutation ($input: RecordEvidenceInput!) { recordEvidence(input: $input) { __typename } }', { input })
      return
    }
    case 'withdraw': {
      const { network: found } = await manager.query(
        'query ($code: String!) { network(odsCode: $code) { evidence(first: 50) { nodes { id } } } }',
        { code: network.code },
      )
      if (found.evidence.nodes.length === 0) return
      const input = { evidenceId: pick<{ id: string }>(found.evidence.nodes, one.which).id, reason: 'Wrong' }
      await manager.send('mutation ($input: WithdrawEvidenceInput!) { withdrawEvidence(input: $input) { __typename } }', { input })
      return
    }
    case 'mark': {
      const item = pick(checklist.items, one.which)
      const occurrence = pick(item.occurrences, one.which >> 3)
      const startsOn = addDays(test.clock.day, -10)
      const mutations = {
        notMet: ['recordNotMet', 'RecordNotMet', { occurrenceId: occurrence.id, reason: 'No' }],
        blocked: [
          'markBlocked',
          'MarkBlocked',
          { itemId: item.id, partner: 'Trust', reason: 'No', startsOn, endsOn: addDays(startsOn, 40) },
        ],
        notApplicable: ['markNotApplicable', 'MarkNotApplicable', { itemId: item.id, occurrenceId: occurrence.id, reason: 'No' }],
      } as const
      const [field, type, input] = mutations[one.kind]
      await manager.send(`mutation ($input: ${type}Input!) { ${field}(input: $input) { __typename } }`, { input })
      return
    }
    case 'decide': {
      const { reviewQueue } = await commissioner.query('{ reviewQueue(first: 10) { nodes { occurrence { id } } } }')
      const occurrenceIds = reviewQueue.nodes.map(({ occurrence }: { occurrence: { id: string } }) => occurrence.id)
      if (occurrenceIds.length === 0) return
      const input = { occurrenceIds, verdict: one.accept ? 'ACCEPTED' : 'RETURNED', reason: 'Because' }
      await commissioner.send('mutation ($input: DecideInput!) { decide(input: $input) { __typename } }', { input })
    }
  }
}
