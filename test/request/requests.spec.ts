import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { RequestRepository } from '../../src/request/request.repository.js'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { givenRequest } from '../support/requests.js'
import { statementsOf } from '../support/statements.js'
import { answerRequest, networkRequest, requestDesk, requestsOfNetwork } from './operations.js'
import { Situation } from './situation.js'

const node = /* GraphQL */ `
  query ($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Request {
        title
        received {
          standing
        }
      }
      ... on NetworkRequest {
        standing
        request {
          title
        }
      }
    }
  }
`
const everyNetwork = /* GraphQL */ `
  query {
    networks(first: 4) {
      nodes {
        odsCode
        requests {
          nodes {
            ...networkRequest
          }
        }
      }
    }
  }
  ${networkRequest}
`

describe('requests', () => {
  let test: TestApp
  let given: Situation
  beforeAll(async () => {
    test = await startApp()
  })
  beforeEach(async () => {
    given = await Situation.in(test)
  })
  afterAll(() => test.close())

  const made = (title: string, receivedOn = '2026-11-02', more: object = {}) =>
    givenRequest(given.manager, [given.one], { title, receivedOn, ...more })
  const titles = (rows: readonly Record<string, any>[]) => rows.map(({ request }) => request.title as string)
  const answered = (requestId: string, choice: string, by = given.manager, { code: networkCode } = given.one) =>
    by.mutate(answerRequest, { requestId, networkCode, choice, ...(choice === 'ACCEPT' ? {} : { reason: 'A private reason.' }) })

  describe('of a network', () => {
    it('come page by page, latest recorded first', async () => {
      for (const title of ['One', 'Two', 'Three']) await made(title)
      const page = (more: object) => given.manager.query(requestsOfNetwork, { code: given.one.code, first: 2, ...more })
      const first = (await page({}))['network'].requests
      expect([titles(first.nodes), first.pageInfo.hasNextPage]).toEqual([['Three', 'Two'], true])
      const second = (await page({ after: first.pageInfo.endCursor }))['network'].requests
      expect([titles(second.nodes), second.pageInfo.hasNextPage]).toEqual([['One'], false])
      const other = { code: given.one.code, filter: { clause: ['FOUND'] }, after: first.pageInfo.endCursor }
      expect(await given.manager.codeOf(requestsOfNetwork, other)).toBe('BAD_USER_INPUT')
    })

    it('can be narrowed by answer, clause and day', async () => {
      await answered(await made('Accepted'), 'ACCEPT')
      await answered(await made('Declined', '2026-10-01'), 'DECLINE')
      await made('No clause', '2026-10-31', { clause: { clause: 'NOT_FOUND' } })
      const found = async (filter: object) => titles(await given.seen(given.manager, given.one, { filter }))
      expect(await found({ answers: ['UNANSWERED'] })).toEqual(['No clause'])
      expect(await found({ answers: ['ACCEPT', 'DECLINE'] })).toEqual(['Declined', 'Accepted'])
      expect(await found({ answers: ['UNANSWERED', 'ACCEPT'] })).toEqual(['No clause', 'Accepted'])
      expect(await found({ answers: [] })).toEqual([])
      expect(await found({ clause: ['NOT_FOUND', 'FOUND'] })).toEqual(['No clause'])
      expect(await found({ from: '2026-10-01', to: '2026-10-31' })).toEqual(['No clause', 'Declined'])
    })

    it('take as many statements for thirteen as for one, and for three networks as for one', async () => {
      const viewer = await test.given.manager(given.one)
      const count = () => statementsOf(test, () => viewer.query(everyNetwork))
      await answered(await given.forBoth(), 'ACCEPT')
      const one = await count()
      for (let made = 0; made < 12; made += 1) await answered(await given.forBoth({ title: `Ask ${made}` }), 'ACCEPT')
      await test.given.membership(viewer, 'network-manager', given.two.code)
      await test.given.membership(viewer, 'network-manager', given.elsewhere.code)
      expect(await count()).toBe(one)
      expect((await viewer.query(everyNetwork))['networks'].nodes).toHaveLength(3)
    })
  })

  describe('in reach', () => {
    it('come page by page, latest received first, each once', async () => {
      const days = ['2026-11-01', '2026-11-03', '2026-11-02', '2026-11-03']
      for (const [index, receivedOn] of days.entries()) await given.forBoth({ title: `Ask ${index}`, receivedOn })
      const seen: string[] = []
      for (let after: string | undefined, more = true; more;) {
        const { nodes, pageInfo } = (await given.lmc.query(requestDesk, { first: 3, after }))['requests']
        seen.push(...nodes.map(({ title }: { title: string }) => title))
        ;[after, more] = [pageInfo.endCursor, pageInfo.hasNextPage]
      }
      expect([...seen.slice(0, 2)].sort()).toEqual(['Ask 1', 'Ask 3'])
      expect(seen.slice(2)).toEqual(['Ask 2', 'Ask 0'])
      const filter = { from: '2026-11-02', to: '2026-11-02' }
      expect((await given.lmc.query(requestDesk, { filter }))['requests'].nodes).toMatchObject([{ title: 'Ask 2' }])
    })

    it('are the networks’ own, and those an LMC covers', async () => {
      const requestId = await given.forBoth()
      const own = await givenRequest(await test.given.manager(given.elsewhere), [given.elsewhere])
      const ids = async (by: Client) => (await by.query(requestDesk))['requests'].nodes.map(({ id }: { id: string }) => id)
      const member = await test.given.person('practice-member', given.two.practiceCodes[0] ?? '')
      for (const person of [given.director, given.manager, given.lmc, member]) expect(await ids(person)).toEqual([requestId])
      expect(await ids(await test.given.director(given.elsewhere))).toEqual([own])
      expect(await ids(await test.given.person('lmc', 'LX99'))).toEqual([])
    })

    it('take as many statements for thirteen as for one', async () => {
      const count = () => statementsOf(test, () => given.lmc.query(requestDesk))
      await given.forBoth()
      const one = await count()
      for (let made = 0; made < 12; made += 1) await given.forBoth({ title: `Ask ${made}` })
      expect(await count()).toBe(one)
    })
  })

  describe('are kept apart', () => {
    const words = { title: 'A secret title', what: 'A secret ask.', askedBy: 'A secret asker' }
    const closed = /DECLINE|private|secret/

    it('from commissioners, national viewers and other networks, on the network', async () => {
      await answered(await made('x', '2026-11-02', words), 'DECLINE')
      const people = [await test.given.commissioner(given.one), await test.given.person('national-viewer', 'ENGLAND')]
      for (const person of people) {
        const { data, errors } = await person.send(requestsOfNetwork, { code: given.one.code })
        expect(data).toEqual({ network: { requests: null, requestWordings: null } })
        expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN'])
        expect(JSON.stringify(await person.send(everyNetwork))).not.toMatch(closed)
        expect(await person.codeOf(requestDesk)).toBe('FORBIDDEN')
      }
      expect(await given.otherDirector.codeOf(requestsOfNetwork, { code: given.one.code })).toBe('NOT_FOUND')
      expect(await given.lmc.codeOf(requestsOfNetwork, { code: given.one.code })).toBe('FORBIDDEN')
      expect(await test.nobody.codeOf(requestDesk)).toBe('UNAUTHENTICATED')
    })

    it('from a commissioner who also manages a network elsewhere', async () => {
      await answered(await made('x', '2026-11-02', words), 'DECLINE')
      const both = await test.given.commissioner(given.one)
      await test.given.membership(both, 'network-manager', given.elsewhere.code)
      await test.given.membership(both, 'lmc', given.lmcCode)
      const { data, errors } = await both.send(requestsOfNetwork, { code: given.one.code })
      expect(data).toEqual({ network: { requests: null, requestWordings: null } })
      expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN'])
      expect(JSON.stringify(await both.send(everyNetwork))).not.toMatch(closed)
    })

    it('by id: a request is found in reach, and as a network received it only by that network', async () => {
      const requestId = await given.forBoth(words)
      await answered(requestId, 'DECLINE')
      const { id } = await given.only(given.manager, given.one)
      expect((await given.manager.query(node, { id: requestId }))['node']).toEqual({
        ...{ __typename: 'Request', id: requestId, title: words.title, received: [{ standing: 'DECLINE' }] },
      })
      expect((await given.manager.query(node, { id }))['node']).toMatchObject({ __typename: 'NetworkRequest', standing: 'DECLINE' })
      expect((await given.otherDirector.query(node, { id: requestId }))['node']).toMatchObject({ received: [{ standing: 'UNANSWERED' }] })
      expect((await given.lmc.query(node, { id: requestId }))['node']).toMatchObject({ received: [] })
      const strangers = [
        await test.given.director(given.elsewhere),
        await test.given.commissioner(given.one),
        await test.given.person('national-viewer', 'ENGLAND'),
        await test.given.person('operator', 'ENGLAND'),
        await test.given.person('lmc', 'LX99'),
      ]
      for (const person of strangers) expect(await person.codeOf(node, { id: requestId })).toBe('NOT_FOUND')
      for (const person of [given.otherDirector, given.lmc, ...strangers]) expect(await person.codeOf(node, { id })).toBe('NOT_FOUND')
    })

    it('from the other networks that were asked: they learn how many there are, not which, nor what was answered', async () => {
      const requestId = await given.forBoth()
      await answered(requestId, 'DECLINE')
      const { data } = await given.otherDirector.send(requestDesk)
      expect(JSON.stringify(data)).not.toContain(given.one.code)
      const whole = `query ($id: ID!) { node(id: $id) { ... on Request {
        networksAsked networks { odsCode answered } received { ...networkRequest }
      } } } ${networkRequest}`
      const seen = (await given.otherDirector.query(whole, { id: requestId }))['node']
      expect(seen).toMatchObject({ networksAsked: 2, networks: [{ odsCode: given.two.code, answered: false }] })
      expect(JSON.stringify(seen)).not.toMatch(closed)
      expect(JSON.stringify(seen)).not.toContain(given.one.code)
    })
  })

  describe('for figures and the statement', () => {
    const minutes = [{ staffGroup: 'CLINICAL_DIRECTOR', minutes: { low: 60, central: 90, high: 120 } }]

    it('give accepted ones as work of their year', async () => {
      const more = { minutes, timing: 'LEVELLED', dueOn: '2027-01-15', clause: { clause: 'NOT_FOUND' } }
      await made('Unanswered')
      const requestId = await made('Accepted', '2026-11-02', more)
      await answered(requestId, 'ACCEPT')
      await answered(await made('Declined'), 'DECLINE')
      await answered(await made('Last year', '2026-03-02', { contractYear: '2025/26' }), 'ACCEPT')
      const { id } = (await given.seen(given.manager, given.one)).find(({ code }) => code === 'R-2') ?? {}
      const repository = test.app.get(RequestRepository)
      expect(await repository.acceptedOf(given.one.code, '2026/27')).toEqual([
        {
          ...{
            id,
            requestId,
            networkCode: given.one.code,
            code: 'R-2',
            title: 'Accepted',
            nature: 'REPORT',
            obligation: 'UNPAID',
            minutes,
          },
          ...{ timing: 'LEVELLED', firstMonth: 7, lastMonth: 9, askedBy: 'The ICB', askerKind: 'ICB', answeredOn: '2026-11-21' },
          ...{ clause: 'NOT_FOUND', requirementCode: null, paragraph: null, clauseBy: 'RECORDER' },
        },
      ])
      expect(await repository.acceptedOf(given.one.code, '2025/26')).toMatchObject([{ code: 'R-4', minutes: null }])
      expect(await repository.acceptedOf(given.two.code, '2026/27')).toEqual([])
    })

    it('keep declined and unanswered ones, by the day they were received', async () => {
      await made('Too early', '2026-09-30')
      await made('Unanswered', '2026-10-01')
      await answered(await made('Declined', '2026-10-31'), 'DECLINE')
      await made('Too late', '2026-11-01')
      const rows = await test.app.get(RequestRepository).requestsOf(given.one.code, '2026-10-01', '2026-10-31')
      expect(rows.map(({ request, answer }) => [request.title, answer?.choice ?? null])).toEqual([
        ['Declined', 'DECLINE'],
        ['Unanswered', null],
      ])
    })
  })
})
