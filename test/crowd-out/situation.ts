import { randomUUID } from 'node:crypto'
import { IndicatorEntity } from '../../src/specification/specification.entity.js'
import { type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { type ChecklistGiven, type NetworkGiven } from '../support/given.js'
import { type RequirementGiven } from '../support/given-rows.js'
import { estimateMinutes, setCapacity, setPriority } from './operations.js'

const HOUR = 60
const CONTRACT_YEAR = '2026/27'
export const EVERY_MONTH = 12

/** Everything a test of figures works with. */
export interface Situation {
  readonly network: NetworkGiven
  readonly checklist: ChecklistGiven
  readonly manager: Client
  readonly director: Client
}

const declared = {
  selfDeclared: true,
  documentOrRole: true,
  fixedNationally: true,
  yesNo: true,
  noOutcomeMeasure: null,
  calledTickBox: false,
}

/** The worked example of docs/method/crowd-out.md: what is asked of the network. Windows: July is month 3, January month 9. */
export const workedEntries: readonly RequirementGiven[] = [
  { code: 'workforce-plan', nature: 'REPORT', opensOn: '2026-07-01', dueOn: '2026-08-31' },
  {
    ...{ code: 'cancer-review', nature: 'REPORT', obligation: 'PAID', opensOn: '2027-01-01', dueOn: '2027-03-31' },
    money: { text: 'Up to £3,000.', pence: 300_000, rateMills: null, base: null },
  },
  { code: 'care-home-mdt', nature: 'DELIVER', fallsDue: 'MONTHLY', shownEvery: 'QUARTER' },
  {
    code: 'year-end-declarations',
    nature: 'DECLARE',
    opensOn: '2027-03-01',
    dueOn: '2027-03-31',
    declarationFacts: declared,
    declarationOnly: true,
  },
  {
    ...{ code: 'slot-mapping', nature: 'DECLARE', fallsDue: 'MONTHLY', shownEvery: 'MONTH', paragraph: '8.4' },
    ...{ declarationFacts: declared, declarationOnly: true },
  },
]

/** A network with these requirements and nothing entered yet. */
export async function situation(test: TestApp, entries: readonly RequirementGiven[]): Promise<Situation> {
  const network = await test.given.network()
  const checklist = await test.given.checklist(network, { entries })
  return { network, checklist, manager: await test.given.manager(network), director: await test.given.director(network) }
}

/** The clinical director's time, the same every month unless twelve figures are given. */
export async function withCapacity({ manager, network }: Situation, monthly: number | (number | null)[], more: object = {}): Promise<void> {
  const minutesByMonth = typeof monthly === 'number' ? Array.from({ length: EVERY_MONTH }, () => monthly) : monthly
  const input = { networkCode: network.code, contractYear: CONTRACT_YEAR, staffGroup: 'CLINICAL_DIRECTOR', minutesByMonth, basis: 'Rota' }
  await mustBe('CapacitySet', manager.mutate(setCapacity, { ...input, ...more }))
}

/** What a requirement takes of the clinical director in the year. */
export async function withEstimate(
  { manager, network }: Situation,
  requirementCode: string,
  central: number,
  more: object = {},
): Promise<void> {
  const input = { networkCode: network.code, contractYear: CONTRACT_YEAR, requirementCode, staffGroup: 'CLINICAL_DIRECTOR', central }
  await mustBe('MinutesEstimated', manager.mutate(estimateMinutes, { ...input, ...more }))
}

/** A priority of the clinical director alone; its id. */
export async function withPriority({ manager, network }: Situation, title: string, central: number, more: object = {}): Promise<string> {
  const input = { networkCode: network.code, contractYear: CONTRACT_YEAR, title, opensOn: '2026-04-01', closesOn: '2027-03-31' }
  const answer = await manager.mutate(setPriority, { ...input, minutes: [{ staffGroup: 'CLINICAL_DIRECTOR', central }], ...more })
  if (answer['__typename'] !== 'PrioritySet') throw new Error(JSON.stringify(answer))
  return String(answer['priority'].id)
}

/** All of the worked example entered through the API; the ids of its two priorities. */
export async function workedExample(test: TestApp): Promise<Situation & { readonly hypertension: string; readonly over65s: string }> {
  const given = await situation(test, workedEntries)
  await withCapacity(given, 20 * HOUR)
  const hours = { 'workforce-plan': 18, 'cancer-review': 30, 'care-home-mdt': 120, 'year-end-declarations': 16, 'slot-mapping': 24 }
  for (const [code, each] of Object.entries(hours)) await withEstimate(given, code, each * HOUR)
  const hypertension = await withPriority(given, 'Hypertension', 40 * HOUR, { opensOn: '2026-10-01' })
  const over65s = await withPriority(given, 'Isolated over-65s', 20 * HOUR, { opensOn: '2027-01-01' })
  return { ...given, hypertension, over65s }
}

export async function mustBe(type: string, result: Promise<Record<string, unknown>>): Promise<Record<string, unknown>> {
  const answer = await result
  if (answer['__typename'] !== type) throw new Error(`Not ${type}: ${JSON.stringify(answer)}`)
  return answer
}

/** An indicator of the specification the network's checklist is of. It earns money unless something else is given. */
export async function withIndicator(
  test: TestApp,
  { checklist }: Pick<Situation, 'checklist'>,
  code: string,
  given: Partial<IndicatorEntity> = {},
): Promise<void> {
  const { database } = test.given
  const indicator: IndicatorEntity = {
    ...{
      id: randomUUID(),
      specificationId: checklist.specificationId,
      code,
      title: `Indicator ${code}`,
      position: 1,
      note: null,
      sources: [],
    },
    ...{ numerator: null, denominator: null, lowerThreshold: '60%', upperThreshold: '80%', thresholdCertainty: 'SOURCED', direction: 'UP' },
    ...{
      points: null,
      pointsCertainty: null,
      penceAPoint: null,
      aliases: [],
      startsOn: null,
      endsOn: null,
      use: 'PAYMENT',
      certainty: 'SOURCED',
    },
    ...given,
  }
  await database.transaction(() => database.manager.insert(IndicatorEntity, indicator))
}
