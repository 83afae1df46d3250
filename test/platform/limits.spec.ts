import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { hostile, randomOf } from '../../bench/hostile-operations.js'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'

/** As many as take a second or two; the bench sends ten thousand. */
const REQUESTS = 360

const repeated = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ')
const page = (first: number, inner: string): string => `networks(first: ${first}) { nodes { odsCode ${inner} } }`

describe('what one request may ask for', () => {
  let test: TestApp
  let manager: Client
  beforeAll(async () => {
    test = await startApp()
    manager = await test.given.manager(await test.given.network())
  })
  afterAll(() => test.close())

  const deep = (levels: number): string =>
    levels === 0 ? '{ odsCode }' : `{ integratedCareBoards { networks(first: 1) { nodes ${deep(levels - 1)} } } }`

  it.each([
    ['depth', `{ networks(first: 1) { nodes ${deep(5)} } }`, /asks for 18 levels of fields within fields; at most 15 are allowed/],
    ['aliases', `{ ${repeated(51, (index) => `a${index}: service { mode }`)} }`, /asks for 51 fields under another name; at most 50/],
    [
      'changes',
      `mutation { ${repeated(21, (index) => `c${index}: submit(input: { occurrenceIds: [] }) { __typename }`)} }`,
      /asks for 21 changes in one operation; at most 20/,
    ],
    [
      'fields',
      `{ ${page(500, 'checklist { items(first: 200) { nodes { id status } } }')} }`,
      /fields the answer may hold; at most 100,000 are allowed\. Ask for shorter pages/,
    ],
  ])('has a limit: %s', async (field, query, message) => {
    const { status, data, errors } = await manager.send(query)
    expect({ status, data }).toEqual({ status: 400, data: null })
    expect(errors).toHaveLength(1)
    expect(errors[0]?.message).toMatch(message)
    expect(errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      problems: expect.arrayContaining([expect.objectContaining({ field })]),
    })
  })

  it.each([
    ['too many words', `{ ${repeated(1_001, () => 'service')} }`, 400],
    ['fragments in a circle', '{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }', 400],
    [
      'questions about the schema that go round',
      '{ __type(name: "Query") { fields { type { fields { type { fields { name } } } } } } }',
      400,
    ],
  ])('is refused as what it is: %s', async (_, query, status) => {
    const answer = await manager.send(query)
    expect(answer.status).toBe(status)
    expect(answer.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT')
  })

  it('is one operation: a list of them is not taken', async () => {
    const response = await manager.post(
      JSON.stringify(
        repeated(3, () => '{ service { mode } }')
          .split('  ')
          .map((query) => ({ query })),
      ),
    )
    expect(response.status).toBe(400)
  })
})

describe('how often somebody may ask', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp({ env: { REQUESTS_A_MINUTE: '5' } })
  })
  afterAll(() => test.close())

  it('is counted for each person, and says how much it was and when to ask again', async () => {
    const network = await test.given.network()
    const [manager, director] = [await test.given.manager(network), await test.given.director(network)]
    const ask = (by: Client) => by.send('{ viewer { person { id } } }')
    for (let count = 0; count < 5; count += 1) expect((await ask(manager)).status).toBe(200)
    const refused = await ask(manager)
    expect(refused.status).toBe(429)
    expect(refused.errors[0]?.extensions['code']).toBe('TOO_MANY_REQUESTS')
    expect(refused.errors[0]?.message).toMatch(/^This is request 6 in a minute; at most 5 are allowed\. Ask again in \d+ seconds?\.$/)
    expect((await ask(director)).status).toBe(200)
  })

  it('is counted by address for whoever is not known', async () => {
    const stranger = (token: string) =>
      fetch(`${test.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: '{ viewer { person { id } } }' }),
      })
    const statuses: number[] = []
    for (let count = 0; count < 7; count += 1) statuses.push((await stranger(`guess-${count}`)).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
  })
})

describe('what hostile requests get', () => {
  it('is an answer that says what is wrong with them; nobody else notices', async () => {
    const test = await startApp()
    const manager = await test.given.manager(await test.given.network())
    const random = randomOf(7)
    const wrong: string[] = []
    for (let turn = 0; turn < REQUESTS; turn += 1) {
      const { kind, path, contentType, body } = hostile(random, turn)
      const headers = { 'content-type': contentType, authorization: `Bearer ${manager.token}` }
      const response = await fetch(`${test.url}${path}`, { method: 'POST', headers, body })
      const text = await response.text()
      if (response.status >= 500 || /at .+\.[jt]s:\d+|SELECT|SQLITE|INTERNAL_SERVER_ERROR/.test(text))
        wrong.push(`${kind}: ${response.status} ${text}`)
    }
    process.stdout.write(`Shown: ${REQUESTS} hostile requests, ${wrong.length} answered as a mistake of ours\n`)
    expect(wrong).toEqual([])
    expect((await manager.send('{ viewer { person { id } } }')).errors).toEqual([])
    await test.close()
  })
})
