import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { NetworkRepository } from '../../src/network/network.repository.js'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { type NetworkGiven } from '../support/given.js'

const NUL = '\u0000'

/** A cursor somebody put together by hand for a list. */
function forged(list: unknown, key: unknown): string {
  const mark = createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 10)
  return Buffer.from(JSON.stringify([mark, key])).toString('base64url')
}

describe('what nobody sends by accident', () => {
  let test: TestApp
  let network: NetworkGiven
  let manager: Client
  let commissioner: Client
  beforeAll(async () => {
    test = await startApp()
    network = (await test.given.openOccurrence()).network
    manager = await test.given.manager(network)
    commissioner = await test.given.commissioner(network)
  })
  afterAll(() => test.close())

  it.each([
    ['network', 'query ($text: String!) { network(odsCode: $text) { odsCode } }'],
    ['networks', 'query ($text: String!) { networks(filter: { nameContains: $text }) { nodes { odsCode } } }'],
    ['node', 'query ($text: ID!) { node(id: $text) { id } }'],
    ['node, written out', `{ node(id: "\\u0000${'a'.repeat(35)}") { id } }`],
    ['submit', 'mutation ($text: ID!) { submit(input: { occurrenceIds: [$text] }) { __typename } }'],
    ['ask', 'mutation ($text: ID!) { ask(input: { itemId: $text, text: "Why?" }) { __typename } }'],
    ['answer', 'mutation ($text: ID!) { answer(input: { questionId: $text, text: "So" }) { __typename } }'],
    ['auditTrail', 'query ($text: String!) { auditTrail(filter: { actions: [$text] }) { nodes { id } } }'],
  ])('is refused where a text holds a NUL: %s', async (_, operation) => {
    const variables = operation.includes('$text') ? { text: NUL + 'a'.repeat(35) } : {}
    expect(await manager.codeOf(operation, variables)).toBe('BAD_USER_INPUT')
  })

  it('is refused in a child field too, of which everything else is answered', async () => {
    const requirement = `query ($code: String!, $text: String!) {
      integratedCareBoard(odsCode: $code) { odsCode requirement(code: $text) { code } }
    }`
    const { data, errors } = await commissioner.send(requirement, { code: network.boardCode, text: NUL })
    expect(data).toEqual({ integratedCareBoard: { odsCode: network.boardCode, requirement: null } })
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ field: 'code' }] })
  })

  it.each([{ key: [{ toString: 1 }] }, { key: [NUL, NUL] }, { key: [[[]], 'x'] }, { key: [null, {}] }, { key: 'x' }, { key: {} }])(
    'is no cursor: %j',
    async ({ key }) => {
      const all = { nameContains: null, boardCode: null }
      const networks = 'query ($after: String) { networks(after: $after) { nodes { odsCode } } }'
      expect(await manager.codeOf(networks, { after: forged(['networks', all, 'ODS_CODE_ASC'], key) })).toBe('BAD_USER_INPUT')
      const trail = 'query ($after: String) { auditTrail(after: $after) { nodes { id } } }'
      expect(await manager.codeOf(trail, { after: forged(['auditTrail', {}], key) })).toBe('BAD_USER_INPUT')
      const evidence = 'query ($code: String!, $after: String) { network(odsCode: $code) { evidence(after: $after) { nodes { id } } } }'
      const after = forged(['evidence', network.code, null], key)
      expect(await manager.codeOf(evidence, { code: network.code, after })).toBe('BAD_USER_INPUT')
    },
  )

  it.each(['Bearer nobody-knows-this', 'Bearer', 'Basic eDp5'])(
    'is the sender’s mistake, not ours: the token %j',
    async (authorization) => {
      const headers = { 'content-type': 'application/json', authorization }
      const body = JSON.stringify({ query: '{ viewer { person { id } } }' })
      const response = await fetch(`${test.url}/graphql`, { method: 'POST', headers, body })
      expect(response.status).toBe(401)
      expect(await response.json()).toEqual({
        errors: [{ message: 'This token is not known, has expired or was revoked.', extensions: { code: 'UNAUTHENTICATED' } }],
      })
    },
  )

  it.each(['[]', '{"query":1}', '{}', '{"query":"{ viewer { person { id } } }","variables":"x"}', '{"query":'])(
    'is answered with a code of the list: %s',
    async (body) => {
      const response = await manager.post(body)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
    },
  )

  const html = { accept: 'text/html' }
  const json = { 'content-type': 'application/json' }
  it.each<[string, string, RequestInit, number]>([
    ['a page there is not', '/nothing', { headers: html }, 404],
    ['nothing, for a program', '/nothing', {}, 404],
    ['an address nobody can read', '/items/%E0%A4%A', { headers: html }, 400],
    ['a query', '/graphql', { method: 'POST', headers: json, body: '{"query":"{ service { mode } }"}' }, 200],
    ['half a query', '/graphql', { method: 'POST', headers: json, body: '{"query":' }, 400],
    ['too large a query', '/graphql', { method: 'POST', headers: json, body: JSON.stringify({ query: ' '.repeat(1_100_000) }) }, 413],
    ['an address no program can read', '/items/%E0%A4%A', {}, 400],
    ['too large a body elsewhere', '/files', { method: 'POST', headers: json, body: JSON.stringify(' '.repeat(1_100_000)) }, 413],
    [
      'too large a body from a browser',
      '/files',
      { method: 'POST', headers: { ...json, ...html }, body: JSON.stringify(' '.repeat(1_100_000)) },
      413,
    ],
    ['a file there is not', '/files/nothing', {}, 401],
    ['an upload of nobody', '/files', { method: 'POST' }, 401],
    ['whether it is up', '/health/live', {}, 200],
    ['how it is doing', '/metrics', {}, 200],
    ['no file of ours', '/assets/nothing.css', {}, 404],
  ])('is answered with what protects a browser: %s', async (_, path, request, status) => {
    const response = await fetch(`${test.url}${path}`, { redirect: 'manual', ...request })
    expect([response.status, Object.fromEntries(response.headers)]).toMatchObject([
      status,
      {
        ...{ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' },
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      },
    ])
    expect(response.headers.get('x-powered-by')).toBeNull()
  })

  it('finds what went wrong inside under an id in the log, and nowhere else', async () => {
    const networks = test.app.get(NetworkRepository)
    const before = networks.network.bind(networks)
    const logged: string[] = []
    test.app.useLogger({ error: (message: string) => void logged.push(message), warn: () => undefined, log: () => undefined })
    networks.network = () => {
      throw new Error('secret inside')
    }
    try {
      const query = await manager.post(JSON.stringify({ query: '{ network(odsCode: "UX0001") { name } }' }))
      const get = (headers: Record<string, string>) =>
        fetch(`${test.url}/networks/UX0001`, { headers: { ...manager.authorization, ...headers } })
      const answers = [query, await get(html), await get({ accept: 'application/json' })]
      expect(answers.map(({ status }) => status)).toEqual([200, 500, 500])
      for (const [index, answer] of answers.entries()) {
        const text = await answer.text()
        const [id = 'none'] = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(text) ?? []
        expect(text).not.toContain('secret inside')
        expect([index, logged.filter((line) => line.startsWith(`${id} Error: secret inside`)).length]).toEqual([index, 1])
      }
    } finally {
      networks.network = before
      test.app.useLogger(false)
    }
  })
})
