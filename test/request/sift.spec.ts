import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { givenCoverage, givenLmc, givenRequest } from '../support/requests.js'
import { trailOf } from '../support/trail.js'
import { answerRequest, attachReading, recommendAnswer, requestDesk, withdrawRequest } from './operations.js'
import { Situation } from './situation.js'

const notFound = { clause: 'NOT_FOUND' }
const found = { clause: 'FOUND', requirementCode: 'REQ-1', paragraph: '8.1' }

describe('attachReading and recommendAnswer', () => {
  let test: TestApp
  let given: Situation
  let requestId: string
  beforeAll(async () => {
    test = await startApp()
    await test.given.specification([{ code: 'REQ-1' }])
  })
  beforeEach(async () => {
    given = await Situation.in(test)
    requestId = await given.forBoth()
  })
  afterAll(() => test.close())

  const reading = (more: object = {}) => ({
    requestId,
    bodyCode: given.lmcCode,
    author: 'Merrowshire LMC',
    text: 'Nothing asks for this.',
    ...more,
  })
  const advice = (more: object = {}) => ({ requestId, bodyCode: given.lmcCode, choice: 'DECLINE', reason: 'No clause.', ...more })
  const director = (more: object = {}) => ({ bodyCode: given.one.code, ...more })
  const both = async () => [await given.only(given.director, given.one), await given.only(given.otherDirector, given.two)]

  it('shows the LMC’s reading to every network that was asked', async () => {
    const link = 'https://lmc.example/readings/winter'
    expect(await given.lmc.mutate(attachReading, reading({ link, clause: notFound }))).toMatchObject({
      __typename: 'ReadingAttached',
      request: { id: requestId },
    })
    const said = {
      bodyKind: 'LMC',
      bodyCode: given.lmcCode,
      author: 'Merrowshire LMC',
      text: 'Nothing asks for this.',
      link,
      clause: 'NOT_FOUND',
    }
    for (const row of await both()) expect(row).toMatchObject({ clause: 'NOT_FOUND', clauseBy: 'LMC', request: { readings: [said] } })
  })

  it('leaves the finding alone when a reading says nothing of it', async () => {
    await given.lmc.mutate(attachReading, reading())
    expect(await both()).toMatchObject([
      { clause: 'NOT_LOOKED', request: { readings: [{ clause: null, link: null }] } },
      { clause: 'NOT_LOOKED' },
    ])
  })

  it('lets a director’s finding count for the own network, until an LMC has found something', async () => {
    await given.director.mutate(attachReading, reading(director({ author: 'Our network', clause: found })))
    expect(await both()).toMatchObject([
      { clause: 'FOUND', clauseBy: 'NETWORK', requirementCode: 'REQ-1', paragraph: '8.1' },
      {
        clause: 'NOT_LOOKED',
        clauseBy: 'RECORDER',
        request: { readings: [{ bodyKind: 'NETWORK', bodyCode: given.one.code, clause: 'FOUND' }] },
      },
    ])
    await given.lmc.mutate(attachReading, reading({ clause: notFound }))
    await given.director.mutate(attachReading, reading(director({ clause: found })))
    expect(await both()).toMatchObject([
      {
        clause: 'NOT_FOUND',
        clauseBy: 'LMC',
        requirementCode: null,
        request: { readings: [{ clause: 'FOUND' }, { clause: 'NOT_FOUND' }, { clause: 'FOUND' }] },
      },
      { clause: 'NOT_FOUND', clauseBy: 'LMC' },
    ])
  })

  it('lets an LMC take its finding back', async () => {
    await given.lmc.mutate(attachReading, reading({ clause: notFound }))
    await given.lmc.mutate(attachReading, reading({ clause: { clause: 'NOT_LOOKED' } }))
    expect((await both())[0]).toMatchObject({ clause: 'NOT_LOOKED', clauseBy: 'RECORDER' })
  })

  it('counts an LMC’s finding only for networks it covers', async () => {
    const manager = await test.given.manager(given.one)
    await test.given.membership(manager, 'network-manager', given.elsewhere.code)
    const shared = await givenRequest(manager, [given.one, given.elsewhere])
    await given.lmc.mutate(attachReading, reading({ requestId: shared, clause: notFound }))
    const clauses = async (network: typeof given.one) => (await given.seen(manager, network)).map(({ clause }) => clause as string)
    expect(await clauses(given.one)).toEqual(['NOT_FOUND', 'NOT_LOOKED'])
    expect(await clauses(given.elsewhere)).toEqual(['NOT_LOOKED'])
  })

  it('recommends one answer to all, each body its latest, and answers for nobody', async () => {
    await given.lmc.mutate(recommendAnswer, advice())
    await given.lmc.mutate(recommendAnswer, advice({ choice: 'NEGOTIATE', reply: 'Dear colleague' }))
    await given.director.mutate(recommendAnswer, advice(director({ choice: 'ACCEPT', reason: 'It helps us.' })))
    for (const row of await both()) {
      expect(row['standing']).toBe('UNANSWERED')
      expect(row['request'].recommendations).toEqual([
        { bodyKind: 'NETWORK', bodyCode: given.one.code, choice: 'ACCEPT', reason: 'It helps us.', reply: null },
        { bodyKind: 'LMC', bodyCode: given.lmcCode, choice: 'NEGOTIATE', reason: 'No clause.', reply: 'Dear colleague' },
      ])
    }
  })

  it('lets the LMC see which networks were asked and have answered, and never what', async () => {
    await given.director.mutate(answerRequest, { requestId, networkCode: given.one.code, choice: 'DECLINE', reason: 'A private reason.' })
    const { nodes } = (await given.lmc.query(requestDesk))['requests']
    expect(nodes).toMatchObject([
      {
        ...{ id: requestId, networksAsked: 2, received: [] },
        networks: [
          { odsCode: given.one.code, answered: true },
          { odsCode: given.two.code, answered: false },
        ],
      },
    ])
    expect(JSON.stringify(nodes)).not.toMatch(/DECLINE|private/)
  })

  it.each<[string, object, string]>([
    ['a clause without its place', { clause: { clause: 'FOUND' } }, 'ClauseRefused'],
    ['a requirement there is not', { clause: { clause: 'FOUND', requirementCode: 'REQ-9' } }, 'ClauseNotInSpecification'],
  ])('refuses %s, and keeps nothing', async (_, more, __typename) => {
    expect(await given.lmc.mutate(attachReading, reading(more))).toMatchObject({ __typename })
    expect((await both())[0]).toMatchObject({ clause: 'NOT_LOOKED', request: { readings: [] } })
  })

  it('cannot be sent with a link that is none', async () => {
    expect(await given.lmc.codeOf(attachReading, { input: reading({ link: 'javascript:alert(1)' }) })).toBe('BAD_USER_INPUT')
  })

  it('is too late once the request was withdrawn', async () => {
    await given.lmc.mutate(withdrawRequest, { requestId, reason: 'Recorded twice.' })
    expect(await given.lmc.mutate(attachReading, reading())).toMatchObject({ __typename: 'RequestAlreadyWithdrawn' })
    expect(await given.lmc.mutate(recommendAnswer, advice())).toMatchObject({ __typename: 'RequestAlreadyWithdrawn' })
  })

  it('answers retries with the first answer', async () => {
    for (const [mutation, input] of [
      [attachReading, reading({ idempotencyKey: 'once' })] as const,
      [recommendAnswer, advice({ idempotencyKey: 'once' })] as const,
    ]) {
      expect(await given.lmc.mutate(mutation, input)).toEqual(await given.lmc.mutate(mutation, input))
    }
    expect((await both())[0]).toMatchObject({ request: { readings: [{ bodyKind: 'LMC' }], recommendations: [{ bodyKind: 'LMC' }] } })
  })

  it('is for LMCs of networks that were asked and for their directors, each in its own name', async () => {
    const stranger = await test.given.director(given.elsewhere)
    const otherCode = await givenLmc(test, [given.elsewhere])
    const otherLmc = await test.given.person('lmc', otherCode)
    for (const [mutation, input] of [[attachReading, reading()] as const, [recommendAnswer, advice()] as const]) {
      const by = (person: typeof stranger, bodyCode: string) => person.codeOf(mutation, { input: { ...input, bodyCode } })
      expect(await by(given.director, given.lmcCode)).toBe('NOT_FOUND')
      expect(await by(given.director, given.two.code)).toBe('NOT_FOUND')
      expect(await by(given.lmc, given.one.code)).toBe('NOT_FOUND')
      expect(await by(otherLmc, otherCode)).toBe('NOT_FOUND')
      expect(await by(stranger, given.elsewhere.code)).toBe('NOT_FOUND')
      for (const person of [
        given.manager,
        await test.given.commissioner(given.one),
        await test.given.person('national-viewer', 'ENGLAND'),
      ]) {
        expect(await by(person, given.one.code)).toBe('FORBIDDEN')
      }
      expect(await by(test.nobody, given.lmcCode)).toBe('UNAUTHENTICATED')
    }
  })

  it('is in the trail of the body that says it', async () => {
    await given.lmc.mutate(attachReading, reading({ clause: notFound }))
    await given.lmc.mutate(recommendAnswer, advice())
    expect(await trailOf(test, given.lmcCode, 'request.read')).toMatchObject([{ subjectId: requestId, details: { clause: 'NOT_FOUND' } }])
    expect(await trailOf(test, given.lmcCode, 'request.recommend')).toMatchObject([
      { subjectId: requestId, details: { choice: 'DECLINE' } },
    ])
  })

  it('ends with what the LMC covers', async () => {
    await givenCoverage(test, given.lmcCode, [given.two])
    expect((await given.lmc.query(requestDesk))['requests'].nodes).toMatchObject([{ networks: [{ odsCode: given.two.code }] }])
    await givenCoverage(test, given.lmcCode, [])
    expect((await given.lmc.query(requestDesk))['requests'].nodes).toEqual([])
    expect(await given.lmc.codeOf(attachReading, { input: reading() })).toBe('NOT_FOUND')
  })

  it('says when a reading was published, which is not to come', async () => {
    expect(await given.lmc.mutate(attachReading, reading({ publishedOn: '2026-11-22' }))).toMatchObject({
      ...{ __typename: 'ReadingPublishedInFuture', field: 'publishedOn' },
    })
    await given.lmc.mutate(attachReading, reading({ publishedOn: '2026-11-20' }))
    expect((await both())[0]).toMatchObject({ request: { readings: [{ publishedOn: '2026-11-20' }] } })
  })
})
