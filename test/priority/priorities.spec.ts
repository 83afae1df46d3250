import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'

const list =
  '{ networks { nodes { odsCode priorities(contractYear: "2026/27") { title } priorityRankings(contractYear: "2026/27") { recordedAt } } } }'
const node = 'query ($id: ID!) { node(id: $id) { id ... on Priority { title network { odsCode } } } }'

describe('Network.priorities', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  async function given() {
    const network = await test.given.network()
    const id = await test.given.priority(await test.given.manager(network), network, { title: 'Ours' })
    const own = { priorities: [{ title: 'Ours' }], priorityRankings: [] }
    const ask = (person: Client) =>
      person.send('query ($code: String!) { network(odsCode: $code) { odsCode priorities { title } priorityRankings { recordedAt } } }', {
        code: network.code,
      })
    return { network, id, own, ask }
  }

  it('is seen by everybody in the network and its practices', async () => {
    const { network, id, own, ask } = await given()
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    for (const person of [await test.given.manager(network), await test.given.director(network), member]) {
      expect((await ask(person)).data?.['network']).toEqual({ odsCode: network.code, ...own })
      expect((await person.query(node, { id }))['node']).toEqual({ id, title: 'Ours', network: { odsCode: network.code } })
    }
  })

  it('is null and forbidden to those who oversee it', async () => {
    const { network, id, ask } = await given()
    for (const person of [await test.given.commissioner(network), await test.given.person('national-viewer', 'ENGLAND')]) {
      const { data, errors } = await ask(person)
      expect(data?.['network']).toEqual({ odsCode: network.code, priorities: null, priorityRankings: null })
      expect(errors.map(({ path, extensions }) => [path?.join('.'), extensions['code']])).toEqual([
        ['network.priorities', 'FORBIDDEN'],
        ['network.priorityRankings', 'FORBIDDEN'],
      ])
      expect(await person.codeOf(node, { id })).toBe('NOT_FOUND')
    }
  })

  it('is not there for another network’s people', async () => {
    const { network, id } = await given()
    const stranger = await test.given.manager(await test.given.network())
    expect(
      await stranger.codeOf('query ($code: String!) { network(odsCode: $code) { priorities { title } } }', { code: network.code }),
    ).toBe('NOT_FOUND')
    expect(await stranger.codeOf(node, { id })).toBe('NOT_FOUND')
  })

  it('stays closed to a commissioner who also manages a network elsewhere', async () => {
    const { network, ask } = await given()
    const both = await test.given.commissioner(network)
    const elsewhere = await test.given.network()
    await test.given.priority(await test.given.manager(elsewhere), elsewhere, { title: 'Theirs' })
    await test.given.membership(both, 'network-manager', elsewhere.code)
    const { data, errors } = await ask(both)
    expect(data?.['network']).toMatchObject({ priorities: null })
    expect(errors[0]?.extensions['code']).toBe('FORBIDDEN')
    const nodes = ((await both.send(list)).data?.['networks'] as { nodes: { odsCode: string; priorities: unknown }[] }).nodes
    expect(nodes.find(({ odsCode }) => odsCode === elsewhere.code)?.priorities).toEqual([{ title: 'Theirs' }])
    expect(nodes.find(({ odsCode }) => odsCode === network.code)?.priorities).toBeNull()
  })
})
