import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { givenLmc } from '../support/requests.js'
import { recordOutsideCost } from './burden-operations.js'
import { recordDisplacement } from './displacement-operations.js'
import { setPaymentBase } from './incentive-operations.js'
import { crowdOutOf } from './operations.js'
import { workedExample } from './situation.js'

const HOUR = 60

/** Every field that leads to a network's minutes, with a what-if and arguments that are wrong: an error must tell no more than an answer. */
const secrets = {
  crowdOut: 'crowdOut(contractYear: "2026/27") { displacedMinutes }',
  whatIf: 'crowdOut(contractYear: "2026/27", relaxing: ["no-such"]) { displacedMinutes }',
  burden: 'burden(contractYear: "2026/27") { total { burdenMinutes } outsideCosts { cost { what } } }',
  explained: 'crowdOut(contractYear: "2026/27") { explain(figure: UP_TO, item: "no-such") { pence rows { source } } }',
  paymentBases: 'paymentBases(contractYear: "2026/27") { size basis }',
  incentiveWork: 'incentiveWork(contractYear: "2026/27") { pursued reason minutes { note } }',
  displacements: 'displacements(contractYear: "2026/27") { id }',
  observedCrowdOut: 'observedCrowdOut(contractYear: "2026/27") { lowShare }',
  statement: 'statement(contractYear: "2026/27") { text }',
}

describe('a network’s minutes', () => {
  let test: TestApp
  let example: Awaited<ReturnType<typeof workedExample>>
  let people: Record<string, Client>
  beforeAll(async () => {
    test = await startApp()
    example = await workedExample(test)
    const { given } = test
    const neighbour = await given.network({ boardCode: example.network.boardCode })
    const input = { priorityId: example.hypertension, minutes: 77, cause: 'OTHER', happenedOn: '2026-11-01', note: 'Ours.' }
    await example.manager.mutate(recordDisplacement, input)
    const own = { networkCode: example.network.code, contractYear: '2026/27' }
    await example.manager.mutate(setPaymentBase, { ...own, base: 'BEDS', size: 77, basis: 'Ours.' })
    const cost = { code: 'cancer-review', pence: 77, what: 'Ours.', paidOn: '2026-06-01' }
    await example.manager.mutate(recordOutsideCost, { ...own, ...cost })
    const both = await given.commissioner(example.network)
    await given.membership(both, 'network-manager', neighbour.code)
    people = {
      commissioner: await given.commissioner(example.network),
      'a commissioner who manages another network': both,
      'another network’s director': await given.director(neighbour),
      'national viewer': await given.person('national-viewer', 'ENGLAND'),
      lmc: await given.person('lmc', await givenLmc(test, [example.network])),
      operator: await given.person('operator', 'ENGLAND'),
    }
  })
  afterAll(() => test.close())

  const names = [
    ...['commissioner', 'a commissioner who manages another network', 'another network’s director'],
    ...['national viewer', 'lmc', 'operator'],
  ]
  const cases = names.flatMap((name) => Object.entries(secrets).map(([field, text]) => ({ name, field, text })))

  it.each(cases)('are invisible to $name through $field', async ({ name, text }) => {
    const query = `query ($code: String!) { network(odsCode: $code) { found: ${text} } }`
    const { data, errors } = await (people[name] as Client).send(query, { code: example.network.code })
    const network = data?.['network'] as { found: unknown } | null | undefined
    expect(network?.found ?? null).toBeNull()
    expect(errors).toHaveLength(1)
    expect(['FORBIDDEN', 'NOT_FOUND']).toContain(errors[0]?.extensions['code'])
    // Nothing of what was asked or is there comes back in words.
    expect(JSON.stringify(errors)).not.toMatch(/no-such|Hypertension|Ours|\b(77|2160|12480)\b/)
  })

  it.each(['commissioner', 'national viewer'])('are invisible to $name through lists and node', async (name) => {
    const client = people[name] as Client
    const list = `{ networks(first: 50) { nodes { odsCode crowdOut { displacedMinutes } } } }`
    const { data } = await client.send(list)
    const { nodes } = data?.['networks'] as { nodes: { crowdOut: unknown }[] }
    expect(nodes.length).toBeGreaterThan(0)
    expect(nodes.every(({ crowdOut }) => crowdOut === null)).toBe(true)
    const node = `query ($id: ID!) { node(id: $id) { ... on Network { crowdOut { displacedMinutes } } } }`
    const byId = await client.send(node, { id: example.network.code })
    expect((byId.data?.['node'] as { crowdOut: unknown } | null)?.crowdOut ?? null).toBeNull()
    expect(
      (await client.send('query ($id: ID!) { node(id: $id) { id } }', { id: example.hypertension })).errors[0]?.extensions['code'],
    ).toBe('NOT_FOUND')
  })

  it('are seen by everybody in the network and its practices', async () => {
    const practice = await test.given.person('practice-member', example.network.practiceCodes[0] ?? '')
    for (const client of [example.manager, example.director, practice]) {
      const { network } = await client.query(crowdOutOf('', 'displacedMinutes'), { code: example.network.code })
      expect(network.crowdOut).toEqual({ displacedMinutes: 36 * HOUR })
    }
  })

  it('are unknown to nobody signed in', async () => {
    expect(await test.nobody.codeOf(crowdOutOf('', 'displacedMinutes'), { code: example.network.code })).toBe('UNAUTHENTICATED')
  })
})
