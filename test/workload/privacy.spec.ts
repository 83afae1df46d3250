import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'

const ofNetwork = [
  'staffGroups { code }',
  'incentiveWork { reason }',
  'capacity { staffGroup }',
  'capacitySuggestions { label }',
  'estimates { note }',
  'workloadCsv',
]
const ofItem = ['minutes { note }', 'loggedMinutes { id }', 'rating { rating }']

describe('a network’s minutes', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  const fieldOf = (selection: string) => selection.split(' ')[0] ?? ''

  it.each(ofNetwork)('are null and forbidden to those who oversee it: %s', async (selection) => {
    const { network } = await test.given.item()
    const query = `{ network(odsCode: "${network.code}") { odsCode ${selection} } }`
    for (const person of [await test.given.commissioner(network), await test.given.person('national-viewer', 'ENGLAND')]) {
      const { data, errors } = await person.send(query)
      expect(data).toEqual({ network: { odsCode: network.code, [fieldOf(selection)]: null } })
      expect(errors.map(({ path, extensions }) => [path, extensions['code']])).toEqual([[['network', fieldOf(selection)], 'FORBIDDEN']])
    }
    const stranger = await test.given.manager(await test.given.network())
    expect(await stranger.codeOf(query)).toBe('NOT_FOUND')
  })

  it.each(ofItem)('are null and forbidden on its items: %s', async (selection) => {
    const { network, item } = await test.given.item()
    const query = `{ node(id: "${item.id}") { id ... on ChecklistItem { ${selection} } } }`
    for (const person of [await test.given.commissioner(network), await test.given.person('national-viewer', 'ENGLAND')]) {
      const { data, errors } = await person.send(query)
      expect(data).toEqual({ node: { id: item.id, [fieldOf(selection)]: null } })
      expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN'])
    }
    expect(await (await test.given.manager(await test.given.network())).codeOf(query)).toBe('NOT_FOUND')
  })

  it('stay closed to a commissioner who also manages a network elsewhere', async () => {
    const { network, item } = await test.given.item()
    const both = await test.given.commissioner(network)
    await test.given.membership(both, 'network-manager', (await test.given.network()).code)
    for (const selection of ofNetwork) {
      const { data, errors } = await both.send(`{ network(odsCode: "${network.code}") { ${selection} } }`)
      expect([data?.['network'], errors[0]?.extensions['code']]).toEqual([{ [fieldOf(selection)]: null }, 'FORBIDDEN'])
    }
    for (const selection of ofItem) {
      const { data, errors } = await both.send(`{ node(id: "${item.id}") { ... on ChecklistItem { ${selection} } } }`)
      expect([data?.['node'], errors[0]?.extensions['code']]).toEqual([{ [fieldOf(selection)]: null }, 'FORBIDDEN'])
    }
  })

  it('leave no figures in the trail a commissioner could read', async () => {
    const { network, item } = await test.given.item()
    const director = await test.given.director(network)
    await director.mutate('mutation ($input: RateItemInput!) { rateItem(input: $input) { __typename } }', {
      ...{ itemId: item.id, rating: 1, reason: 'A secret reason.' },
    })
    const rows = JSON.stringify(
      await test.given.database.manager.query('SELECT "details" FROM "audit_entry" WHERE "action" = \'workload.rate\''),
    )
    expect(rows).toContain('2026/27')
    expect(rows).not.toContain('secret')
    expect(rows).not.toMatch(/rating/)
  })
})
