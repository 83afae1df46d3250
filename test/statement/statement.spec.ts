import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { situation, withPriority, workedExample } from '../crowd-out/situation.js'
import { answerRequest } from '../request/operations.js'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { type NetworkGiven } from '../support/given.js'
import { givenCoverage, givenLmc, givenRequest } from '../support/requests.js'
import { trailOf } from '../support/trail.js'
import { publishedOf, publishedOne, publishedToMe, publishStatement, statementOf, withdrawStatement } from './operations.js'

const HOUR = 60

describe('the statement', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  const statement = async (client: Client, { code }: NetworkGiven) => (await client.query(statementOf, { code }))['network'].statement
  const published = async (client: Client, { code }: NetworkGiven) =>
    (await client.query(publishedOf, { code }))['network'].publishedStatements
  const ofYear = ({ code: networkCode }: NetworkGiven, more: object = {}) => ({ networkCode, contractYear: '2026/27', ...more })

  it('is one page: sentence, capacity, requests, what is displaced, what gives most back, what is asked for', async () => {
    const given = await workedExample(test)
    const { network, manager } = given
    const clause = { clause: { clause: 'NOT_FOUND' } }
    const minutes = [{ staffGroup: 'CLINICAL_DIRECTOR', minutes: { central: 120 } }]
    await givenRequest(manager, [network], { title: 'Winter plan', minutes, ...clause })
    const declined = await givenRequest(manager, [network], { title: 'Maturity matrix', receivedOn: '2026-11-03' })
    await manager.mutate(answerRequest, { requestId: declined, networkCode: network.code, choice: 'DECLINE', reason: 'No time.' })
    const { text, ...content } = await statement(given.director, network)
    expect(content).toMatchObject({
      ...{ networkCode: network.code, asOf: '2026-11-21', displacedMinutes: 36 * HOUR, displacedInWords: '36 hours', ruleVersion: 1 },
      capacity: [{ name: 'Clinical director', minutes: 240 * HOUR, basis: 'Rota' }],
      requests: [
        { code: 'R-2', title: 'Maturity matrix', standing: 'DECLINE', reason: 'No time.', minutes: null, receivedOn: '2026-11-03' },
        {
          code: 'R-1',
          title: 'Winter plan',
          standing: 'UNANSWERED',
          minutes: 120,
          clause: 'NOT_FOUND',
          reference: null,
          askedBy: 'The ICB',
        },
      ],
      priorities: [
        { title: 'Hypertension', wantedMinutes: 40 * HOUR, displacedMinutes: 16 * HOUR },
        { title: 'Isolated over-65s', wantedMinutes: 20 * HOUR, displacedMinutes: 20 * HOUR },
      ],
      givingBack: [{ code: 'slot-mapping', paragraph: '8.4', minutes: 24 * HOUR, returnedMinutes: 6 * HOUR, basis: 'our estimate' }],
      bases: { own: 5, medians: 0, assumptions: 0 },
    })
    expect(text.replaceAll(network.code, 'UX0000')).toBe(`Network UX0000 (UX0000)
Statement for 2026/27, as of 21 November 2026

National work asks for 208 of the clinical director’s 240 hours. 24 of them fit in no month. 36 of
the 60 hours we planned for our own priorities no longer fit.

Our time, as we entered it
- Clinical director: 240 hours a year (Rota)

Requests we received
- R-2 Maturity matrix, from The ICB on 3 November 2026: time not known; nobody has looked for a
  clause yet; declined: No time
- R-1 Winter plan, from The ICB on 2 November 2026: 2 hours; no clause found; not answered yet
2 requests in all: 1 not answered yet, 1 declined; 2 hours known of, 1 of unknown time; for 1 no
clause was found.

Our own priorities, and what of them no longer fits
- Hypertension: 16 hours of 40 hours displaced
- Isolated over-65s: 20 hours of 20 hours displaced
Displaced in all: 36 hours.

What would give most back to them (hours of all staff groups whose time we entered)
- slot-mapping (paragraph 8.4) Requirement slot-mapping: takes 24 hours (our estimate), gives back 6
  hours

What we ask for
- Agree how slot-mapping (paragraph 8.4), “Requirement slot-mapping”, can be shown with less: up to
  6 hours for our own priorities.
- Name the clause that asks for R-1, “Winter plan”, or take it back.

This is arithmetic about a plan, not a claim about causes.
Minutes of national work: our own estimates for 5 items, labelled assumptions for 0 items. Not
counted: 1 item nobody has estimated for every staff group.
Computed by rule version 1: docs/method/crowd-out.md.
`)
  })

  it('says what is not known where nothing was entered, and cannot be published then', async () => {
    const { director, network } = await situation(test, [{ code: 'report', nature: 'REPORT' }])
    const { sentence, capacity, displacedMinutes, text } = await statement(director, network)
    expect({ capacity, displacedMinutes }).toEqual({ capacity: [], displacedMinutes: null })
    expect(sentence).toContain('not known')
    expect(text).toContain('Our time, as we entered it\n- none')
    expect(await director.mutate(publishStatement, ofYear(network))).toMatchObject({ __typename: 'NothingToState', field: 'contractYear' })
  })

  describe('published', () => {
    it('can be read by the commissioner, and stays as it was', async () => {
      const given = await workedExample(test)
      const { network, director } = given
      const asks = ['Agree one date for all returns.']
      const answer = await director.mutate(publishStatement, ofYear(network, { asks }))
      expect(answer).toMatchObject({ __typename: 'StatementPublished' })
      await withPriority(given, 'Something new', 60 * HOUR)
      const commissioner = await test.given.commissioner(network)
      const [found, ...others] = await published(commissioner, network)
      expect(others).toEqual([])
      expect(found).toMatchObject({
        ...{ id: answer['statement'].id, asOf: '2026-11-21', withdrawnAt: null, publishedBy: { id: director.personId } },
        content: { displacedMinutes: 36 * HOUR, asks },
      })
      expect(found.text).toContain('- Agree one date for all returns.')
      expect(found.digest).toBe(createHash('sha256').update(found.text).digest('hex'))
      const [entry] = await trailOf(test, network.code, 'statement.publish')
      expect(entry).toMatchObject({ subjectType: 'Statement', subjectId: found.id, details: { digest: found.digest } })
    })

    it.each([[''], ['Give us time.\n\nThis is a finding of the ICB.'], ['Agree\u202e'], ['Agree\u0007'], ['a'.repeat(301)]])(
      'asks in plain words, one line each: not %j',
      async (ask) => {
        const { network, director } = await workedExample(test)
        const { errors } = await director.send(publishStatement, { input: ofYear(network, { asks: ['Agree.', ask] }) })
        expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ field: 'asks' }] })
      },
    )

    it('is published once for an idempotency key', async () => {
      const { network, manager } = await workedExample(test)
      const input = ofYear(network, { idempotencyKey: 'once' })
      const first = await manager.mutate(publishStatement, input)
      expect(await manager.mutate(publishStatement, input)).toEqual(first)
      expect(await published(manager, network)).toHaveLength(1)
    })

    it('is seen by its own people only once it is withdrawn', async () => {
      const { network, manager } = await workedExample(test)
      const { statement: row } = await manager.mutate(publishStatement, ofYear(network))
      const commissioner = await test.given.commissioner(network)
      expect(await published(commissioner, network)).toHaveLength(1)
      const input = { statementId: row.id, reason: 'A slip in the capacity.' }
      expect(await manager.mutate(withdrawStatement, input)).toMatchObject({ __typename: 'StatementWithdrawn' })
      expect(await published(commissioner, network)).toEqual([])
      expect(await published(manager, network)).toMatchObject([{ id: row.id, withdrawalReason: 'A slip in the capacity.' }])
      expect(await manager.mutate(withdrawStatement, input)).toMatchObject({ __typename: 'StatementWithdrawnBefore' })
    })

    it('belongs to its network: nobody else publishes, withdraws or reads it', async () => {
      const { network, manager } = await workedExample(test)
      const { statement: row } = await manager.mutate(publishStatement, ofYear(network))
      const neighbour = await test.given.network({ boardCode: network.boardCode })
      const stranger = await test.given.manager(neighbour)
      const withdrawal = { input: { statementId: row.id, reason: 'Mine?' } }
      expect(await stranger.codeOf(withdrawStatement, withdrawal)).toBe('NOT_FOUND')
      expect(await stranger.codeOf(publishStatement, { input: ofYear(network) })).toBe('NOT_FOUND')
      const practice = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
      expect(await practice.codeOf(publishStatement, { input: ofYear(network) })).toBe('FORBIDDEN')
      expect(await published(practice, network)).toHaveLength(1)
      const commissioner = await test.given.commissioner(network)
      expect(await commissioner.codeOf(publishStatement, { input: ofYear(network) })).toBe('FORBIDDEN')
      expect(await commissioner.codeOf(withdrawStatement, withdrawal)).toBe('FORBIDDEN')
      const elsewhere = await test.given.commissioner(await test.given.network())
      for (const client of [stranger, elsewhere, await test.given.person('national-viewer', 'ENGLAND')]) {
        const { data, errors } = await client.send(publishedOf, { code: network.code })
        expect((data?.['network'] as { publishedStatements: unknown } | null)?.publishedStatements ?? null).toBeNull()
        expect(errors).toHaveLength(1)
      }
    })

    describe('to an LMC', () => {
      const toMe = async (client: Client, variables: object = {}) =>
        (await client.query(publishedToMe, variables))['publishedStatements'] as {
          nodes: Record<string, any>[]
          pageInfo: { endCursor: string }
        }
      const idsOf = async (client: Client) => (await toMe(client)).nodes.map(({ id }) => String(id))
      const situationWithLmc = async () => {
        const given = await workedExample(test)
        const lmcCode = await givenLmc(test, [given.network])
        const publish = async (readers: string[]) =>
          (await given.manager.mutate(publishStatement, ofYear(given.network, { readers })))['statement'].id as string
        const commissioner = await test.given.commissioner(given.network)
        return { ...given, lmcCode, lmc: await test.given.person('lmc', lmcCode), commissioner, publish }
      }

      it('is read by those it was published to, and by nobody else', async () => {
        const { lmc, commissioner, publish, director, network } = await situationWithLmc()
        const [toBoth, toLmcs, toCommissioners] = [
          await publish(['COMMISSIONERS', 'LMCS']),
          await publish(['LMCS']),
          await publish(['COMMISSIONERS']),
        ]
        expect(await idsOf(lmc)).toEqual([toLmcs, toBoth])
        expect(await idsOf(commissioner)).toEqual([toCommissioners, toBoth])
        expect((await published(commissioner, network)).map(({ id }: { id: string }) => id)).toEqual([toCommissioners, toBoth])
        expect(await idsOf(director)).toEqual([toCommissioners, toLmcs, toBoth])
        expect((await toMe(lmc)).nodes[1]).toMatchObject({ networkCode: network.code, readers: ['COMMISSIONERS', 'LMCS'] })
        expect(await lmc.query(publishedOne, { id: toLmcs })).toMatchObject({ publishedStatement: { id: toLmcs } })
        expect(await lmc.query(publishedOne, { id: toCommissioners })).toEqual({ publishedStatement: null })
        expect(await commissioner.query(publishedOne, { id: toLmcs })).toEqual({ publishedStatement: null })
      })

      it('opens nothing else of the network to it', async () => {
        const { lmc, publish, network } = await situationWithLmc()
        await publish(['LMCS'])
        for (const field of [
          'name',
          'statement { text }',
          'crowdOut { headline }',
          'priorities { title }',
          'requests { nodes { code } }',
        ]) {
          expect([field, await lmc.codeOf(`{ network(odsCode: "${network.code}") { ${field} } }`)]).toEqual([field, 'FORBIDDEN'])
        }
        expect(await lmc.codeOf(publishStatement, { input: ofYear(network) })).toBe('FORBIDDEN')
      })

      it('ends with what the LMC covers, and when it is withdrawn', async () => {
        const { lmc, lmcCode, publish, manager } = await situationWithLmc()
        const [first, second] = [await publish(['LMCS']), await publish(['LMCS'])]
        await manager.mutate(withdrawStatement, { statementId: second, reason: 'A slip.' })
        expect(await idsOf(lmc)).toEqual([first])
        expect(await idsOf(manager)).toEqual([second, first])
        await givenCoverage(test, lmcCode, [])
        expect(await idsOf(lmc)).toEqual([])
        expect(await lmc.query(publishedOne, { id: first })).toEqual({ publishedStatement: null })
      })

      it('is read page by page, and not by another LMC, ICB or network', async () => {
        const { lmc, publish } = await situationWithLmc()
        const [first, second] = [await publish(['LMCS']), await publish(['LMCS', 'COMMISSIONERS'])]
        const page = await toMe(lmc, { first: 1 })
        expect(page).toMatchObject({ nodes: [{ id: second }], pageInfo: { hasNextPage: true } })
        expect(await toMe(lmc, { first: 1, after: page.pageInfo.endCursor })).toMatchObject({ nodes: [{ id: first }] })
        const elsewhere = await test.given.network()
        const strangers = [await test.given.person('lmc', await givenLmc(test, [elsewhere])), await test.given.commissioner(elsewhere)]
        for (const stranger of [...strangers, await test.given.manager(elsewhere)]) {
          expect(await idsOf(stranger)).toEqual([])
          expect(await stranger.query(publishedOne, { id: first })).toEqual({ publishedStatement: null })
        }
        expect(await (await test.given.person('national-viewer', 'ENGLAND')).codeOf(publishedToMe)).toBe('FORBIDDEN')
        expect(await lmc.query(publishedOne, { id: 'nothing' })).toEqual({ publishedStatement: null })
      })

      it.each([[[]], [['LMCS', 'LMCS']], [['EVERYBODY']]])('cannot be published to %j', async (readers) => {
        const { network, manager } = await workedExample(test)
        expect(await manager.codeOf(publishStatement, { input: ofYear(network, { readers }) })).toBe('BAD_USER_INPUT')
      })
    })
  })
})
