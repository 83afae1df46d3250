import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fs from 'node:fs'
import path from 'node:path'
import { readRoots } from '../../src/audit/audit-file.reader.js'
import { AuditLog, type AuditRecord } from '../../src/platform/audit-log/audit-log.js'
import { type Day } from '../../src/platform/day.js'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { statementsOf } from '../support/statements.js'

const auditTrail = /* GraphQL */ `
  query ($filter: AuditTrailFilter, $first: Int, $after: String) {
    auditTrail(filter: $filter, first: $first, after: $after) {
      nodes {
        occurredAt
        action
        actor {
          name
        }
        organisationCode
        subjectType
        subjectId
        details {
          name
          values
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`

describe('auditTrail', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  /** Entries about an organisation, each a moment after the one before. */
  async function recorded(
    organisationCode: string | null,
    entries: readonly Partial<AuditRecord>[],
    on: Day = '2026-11-21',
  ): Promise<void> {
    const log = test.app.get(AuditLog)
    test.clock.day = on
    for (const entry of entries) {
      const record = { action: 'evidence.record', actorId: null, organisationCode, subjectType: 'Evidence', subjectId: 'e1', ...entry }
      await test.given.database.transaction(() => log.record(record))
    }
    test.clock.day = '2026-11-21'
  }

  async function subjectsSeen(client: Client, filter: object | null = null): Promise<string[]> {
    const { auditTrail: page } = await client.query(auditTrail, { filter })
    return page.nodes.map((entry: { subjectId: string }) => entry.subjectId)
  }

  it('shows who changed what in their own organisation, newest first', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    const details = { digest: 'abc', count: 2, practiceCodes: ['PX0001', 'PX0002'], until: null }
    await recorded(network.code, [{ subjectId: 'e1', actorId: manager.personId ?? null, details }, { subjectId: 'e2' }])
    const { auditTrail: page } = await manager.query(auditTrail)
    expect(page.nodes).toMatchObject([
      { subjectId: 'e2', actor: null, organisationCode: network.code },
      { subjectId: 'e1', actor: { name: expect.stringContaining('Person') }, action: 'evidence.record', subjectType: 'Evidence' },
    ])
    expect(page.nodes[1].details).toEqual([
      { name: 'count', values: ['2'] },
      { name: 'digest', values: ['abc'] },
      { name: 'practiceCodes', values: ['PX0001', 'PX0002'] },
      { name: 'until', values: [] },
    ])
  })

  it("shows nothing of another organisation's, whether a network's or its own ICB's", async () => {
    const [network, other] = [await test.given.network(), await test.given.network()]
    await recorded(network.code, [{ subjectId: 'own' }])
    await recorded(network.boardCode, [{ subjectId: 'board' }])
    await recorded(null, [{ subjectId: 'nobody' }])
    expect(await subjectsSeen(await test.given.director(network))).toEqual(['own'])
    expect(await subjectsSeen(await test.given.manager(other))).toEqual([])
    const commissioner = await test.given.commissioner(network)
    expect(await subjectsSeen(commissioner)).toEqual(['board'])
    expect(await commissioner.codeOf(auditTrail, { filter: { organisationCode: network.code } })).toBe('NOT_FOUND')
  })

  it('shows an operator everything', async () => {
    const network = await test.given.network()
    await recorded(network.code, [{ subjectId: 'seen' }])
    const operator = await test.given.person('operator', network.boardCode)
    expect(await subjectsSeen(operator, { organisationCode: network.code })).toEqual(['seen'])
  })

  it('narrows to actions, an actor, a subject and days in England', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    await recorded(network.code, [{ subjectId: 'old' }], '2026-06-30')
    await recorded(network.code, [{ subjectId: 'summer', action: 'evidence.withdraw' }], '2026-07-01')
    await recorded(network.code, [
      { subjectId: 'question', subjectType: 'Question', action: 'item.ask', actorId: manager.personId ?? null },
    ])
    expect(await subjectsSeen(manager, { actions: ['evidence.withdraw', 'item.ask'] })).toEqual(['question', 'summer'])
    expect(await subjectsSeen(manager, { actions: [] })).toEqual([])
    expect(await subjectsSeen(manager, { actorId: manager.personId })).toEqual(['question'])
    expect(await subjectsSeen(manager, { subjectType: 'Evidence', subjectId: 'old' })).toEqual(['old'])
    expect(await subjectsSeen(manager, { from: '2026-07-01' })).toEqual(['question', 'summer'])
    expect(await subjectsSeen(manager, { to: '2026-06-30' })).toEqual(['old'])
    expect(await subjectsSeen(manager, { from: '2026-07-01', to: '2026-07-01' })).toEqual(['summer'])
  })

  it('is read page by page, each entry once', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    await recorded(
      network.code,
      ['1', '2', '3'].map((subjectId) => ({ subjectId })),
    )
    const { auditTrail: one } = await manager.query(auditTrail, { first: 2 })
    const { auditTrail: two } = await manager.query(auditTrail, { first: 2, after: one.pageInfo.endCursor })
    expect([one, two].map((page) => page.nodes.map((entry: { subjectId: string }) => entry.subjectId))).toEqual([['3', '2'], ['1']])
    expect([one, two].map((page) => page.pageInfo.hasNextPage)).toEqual([true, false])
    const filter = { subjectType: 'Evidence' }
    expect(await manager.codeOf(auditTrail, { filter, after: one.pageInfo.endCursor })).toBe('BAD_USER_INPUT')
    expect(await manager.codeOf(auditTrail, { first: 501 })).toBe('BAD_USER_INPUT')
  })

  it('is exported page by page as a file, which no spreadsheet takes for formulas', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    await recorded(network.code, [
      { subjectId: '=1+1', actorId: manager.personId ?? null, details: { digest: 'a,b' } },
      { subjectId: 'two' },
    ])
    const query = 'query ($after: String) { auditTrail(first: 1, after: $after) { csv nodes { hash } pageInfo { endCursor } } }'
    const { auditTrail: one } = await manager.query(query)
    const { auditTrail: two } = await manager.query(query, { after: one.pageInfo.endCursor })
    const heading = 'occurredAt,action,actorId,actorName,organisationCode,subjectType,subjectId,details,sequence,hash'
    expect(one.csv).toMatch(
      new RegExp(`^${heading}\r\n2026-11-21T.*,evidence.record,,,${network.code},Evidence,two,{},2,${one.nodes[0].hash}\r\n$`),
    )
    expect(two.csv).toContain(`,${manager.personId},Person `)
    expect(two.csv).toContain(`,'=1+1,"{""digest"":""a,b""}",1,`)
  })

  it('is taken home from its page, whole, with roots that can be checked against', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    await recorded(
      network.code,
      Array.from({ length: 501 }, (_, index) => ({ subjectId: `e${index}` })),
    )
    const file = await manager.get('/audit-trail/trail.csv')
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="audit-trail-${network.code}-2026-11-21-invented.csv"`)
    const lines = (await file.text()).trim().split('\r\n')
    expect([lines.length, lines.filter((line) => line.includes('occurredAt')).length]).toEqual([502, 1])
    const few = await manager.get('/audit-trail/trail.csv?firstOn=2026-11-22')
    expect((await few.text()).trim().split('\r\n')).toHaveLength(1)
    const kept = path.join(test.config.DATA_DIR, 'roots-from-page.json')
    fs.writeFileSync(kept, await (await manager.get('/audit-trail/roots.json')).text())
    expect(readRoots(kept)).toMatchObject([{ organisationCode: network.code, sequence: 501 }])
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    for (const page of ['', '/check', '/trail.csv', '/roots.json']) expect((await member.get(`/audit-trail${page}`)).status).toBe(403)
  })

  it("gives the roots of the caller's own chains, and of all to an operator", async () => {
    const [network, other] = [await test.given.network(), await test.given.network()]
    await recorded(network.code, [{}, {}])
    await recorded(other.code, [{}])
    const query = '{ auditRoots { organisationCode sequence hash } }'
    const { auditRoots: own } = await (await test.given.manager(network)).query(query)
    expect(own).toEqual([{ organisationCode: network.code, sequence: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
    const { auditRoots: all } = await (await test.given.person('operator', network.boardCode)).query(query)
    expect(all).toEqual(expect.arrayContaining([own[0], expect.objectContaining({ organisationCode: other.code, sequence: 1 })]))
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    expect(await member.codeOf(query)).toBe('FORBIDDEN')
    expect(await test.nobody.codeOf(query)).toBe('UNAUTHENTICATED')
  })

  it('names everybody who did anything in the organisations, whatever narrows the page, and asks an operator which', async () => {
    const network = await test.given.network()
    const [manager, director] = [await test.given.manager(network), await test.given.director(network)]
    await recorded(network.code, [{ actorId: manager.personId ?? null }, { actorId: director.personId ?? null }, {}])
    await recorded((await test.given.network()).code, [{ actorId: (await test.given.manager(network)).personId ?? null }])
    const people = 'query ($filter: AuditTrailFilter) { auditTrail(filter: $filter, first: 1) { people { id } } }'
    const idsOf = async (client: Client, filter: object): Promise<string[] | null> =>
      (await client.query(people, { filter })).auditTrail.people?.map(({ id }: { id: string }) => id).sort() ?? null
    const both = [manager.personId, director.personId].sort()
    expect(await idsOf(manager, { actorId: director.personId })).toEqual(both)
    const operator = await test.given.person('operator', network.boardCode)
    expect([await idsOf(operator, {}), await idsOf(operator, { organisationCode: network.code })]).toEqual([null, both])
  })

  it('leads to the items an entry is about, in the same number of statements however many there are', async () => {
    const network = await test.given.network()
    const { items } = await test.given.checklist(network, { entries: [{ code: 'A-1' }, { code: 'A-2' }] })
    const [one, two] = items
    const manager = await test.given.manager(network)
    const occurrences = [one?.occurrences[0]?.id ?? '', two?.occurrences[0]?.id ?? '']
    const evidence = await test.given.evidence(manager, occurrences, { note: 'Minutes' })
    await manager.mutate('mutation ($input: WithdrawEvidenceInput!) { withdrawEvidence(input: $input) { __typename } }', {
      ...{ evidenceId: evidence, reason: 'Another meeting' },
    })
    await manager.mutate('mutation ($input: AskInput!) { ask(input: $input) { __typename } }', { itemId: two?.id, text: 'Which form?' })
    const query = `query ($first: Int) { auditTrail(first: $first) { nodes { action items { id requirement { code } } } } }`
    const nodes = (await manager.query(query, { first: 20 })).auditTrail.nodes as {
      action: string
      items: { requirement: { code: string } }[]
    }[]
    const codes = nodes.map(({ action, items: found }) => [action, found.map(({ requirement }) => requirement.code)])
    expect(codes.slice(0, 3)).toEqual([
      ['item.ask', ['A-2']],
      ['evidence.withdraw', ['A-1', 'A-2']],
      ['evidence.record', ['A-1', 'A-2']],
    ])
    const few = await statementsOf(test, () => manager.query(query, { first: 2 }))
    expect(await statementsOf(test, () => manager.query(query, { first: 20 }))).toBe(few)
    const operator = await test.given.person('operator', network.boardCode)
    const seen = await operator.query(query.replace('(first: $first)', `(first: $first, filter: { organisationCode: "${network.code}" })`))
    expect(seen.auditTrail.nodes.flatMap((node: { items: object[] }) => node.items)).toEqual([])
  })

  it("checks the chain of one of the caller's own organisations", async () => {
    const [network, other] = [await test.given.network(), await test.given.network()]
    await recorded(network.code, [{}, {}])
    const query = 'query ($code: String!) { auditCheck(organisationCode: $code) { organisationCode entries problem } }'
    const manager = await test.given.manager(network)
    expect(await manager.query(query, { code: network.code })).toEqual({
      auditCheck: { organisationCode: network.code, entries: 2, problem: null },
    })
    expect(await manager.codeOf(query, { code: other.code })).toBe('NOT_FOUND')
    expect(await test.nobody.codeOf(query, { code: network.code })).toBe('UNAUTHENTICATED')
  })

  it('is closed to practice staff and to nobody', async () => {
    const network = await test.given.network()
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    expect(await member.codeOf(auditTrail)).toBe('FORBIDDEN')
    expect(await test.nobody.codeOf(auditTrail)).toBe('UNAUTHENTICATED')
  })

  it('goes on to the last day that can be written', async () => {
    const network = await test.given.network()
    await recorded(network.code, [{ subjectId: 'e9' }])
    const manager = await test.given.manager(network)
    expect(await subjectsSeen(manager, { from: '0000-01-01', to: '9999-12-31' })).toContain('e9')
  })
})
