import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { RequestRepository } from '../../src/request/request.repository.js'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { givenRequest } from '../support/requests.js'
import { trailOf } from '../support/trail.js'
import { answerRequest, requestDesk, withdrawRequest } from './operations.js'
import { Situation } from './situation.js'

const reason = 'Recorded twice.'

describe('withdrawRequest', () => {
  let test: TestApp
  let given: Situation
  beforeAll(async () => {
    test = await startApp()
  })
  beforeEach(async () => {
    given = await Situation.in(test)
  })
  afterAll(() => test.close())

  const withdrawn = (by: Client, requestId: string) => by.mutate(withdrawRequest, { requestId, reason })

  it('takes it out of every list and figure, and leaves it readable', async () => {
    const requestId = await givenRequest(given.manager, [given.one])
    await given.manager.mutate(answerRequest, { requestId, networkCode: given.one.code, choice: 'ACCEPT' })
    expect(await withdrawn(given.director, requestId)).toMatchObject({
      __typename: 'RequestWithdrawn',
      request: { withdrawal: { reason } },
    })
    expect(await given.seen(given.manager, given.one)).toEqual([])
    expect((await given.manager.query(requestDesk))['requests'].nodes).toEqual([])
    const all = { filter: { withdrawn: true } }
    expect(await given.seen(given.manager, given.one, all)).toMatchObject([
      { code: 'R-1', standing: 'ACCEPT', request: { withdrawal: { reason } } },
    ])
    expect((await given.manager.query(requestDesk, all))['requests'].nodes).toHaveLength(1)
    const repository = test.app.get(RequestRepository)
    expect(await repository.acceptedOf(given.one.code, '2026/27')).toEqual([])
    expect(await repository.requestsOf(given.one.code, '2026-04-01', '2027-03-31')).toEqual([])
  })

  it('leaves its number to it', async () => {
    await withdrawn(given.manager, await givenRequest(given.manager, [given.one]))
    await givenRequest(given.manager, [given.one])
    expect(await given.only(given.manager, given.one)).toMatchObject({ code: 'R-2' })
  })

  it('is for whoever recorded it: the LMC, or the people of all networks it was recorded for', async () => {
    const lmcs = await given.forBoth()
    expect(await withdrawn(given.director, lmcs)).toMatchObject({ __typename: 'RequestNotYours', field: 'requestId' })
    expect(await withdrawn(given.lmc, lmcs)).toMatchObject({ __typename: 'RequestWithdrawn' })
    const own = await givenRequest(given.manager, [given.one])
    expect(await withdrawn(given.lmc, own)).toMatchObject({ __typename: 'RequestNotYours' })
    await test.given.membership(given.manager, 'network-manager', given.two.code)
    const shared = await givenRequest(given.manager, [given.one, given.two])
    expect(await withdrawn(given.otherDirector, shared)).toMatchObject({ __typename: 'RequestNotYours' })
    expect(await withdrawn(given.manager, shared)).toMatchObject({ __typename: 'RequestWithdrawn' })
  })

  it('happens once, and needs a reason', async () => {
    const requestId = await givenRequest(given.manager, [given.one])
    expect(await given.manager.codeOf(withdrawRequest, { input: { requestId, reason: ' ' } })).toBe('BAD_USER_INPUT')
    const input = { requestId, reason, idempotencyKey: 'once' }
    expect(await given.manager.mutate(withdrawRequest, input)).toEqual(await given.manager.mutate(withdrawRequest, input))
    expect(await withdrawn(given.manager, requestId)).toMatchObject({ __typename: 'RequestAlreadyWithdrawn' })
  })

  it('finds no request of another’s, and is in the trail', async () => {
    const requestId = await givenRequest(given.manager, [given.one])
    const input = { requestId, reason }
    expect(await given.otherDirector.codeOf(withdrawRequest, { input })).toBe('NOT_FOUND')
    expect(await (await test.given.person('lmc', 'LX99')).codeOf(withdrawRequest, { input })).toBe('NOT_FOUND')
    const member = await test.given.person('practice-member', given.one.practiceCodes[0] ?? '')
    for (const person of [member, await test.given.commissioner(given.one), await test.given.person('national-viewer', 'ENGLAND')]) {
      expect(await person.codeOf(withdrawRequest, { input })).toBe('FORBIDDEN')
    }
    expect(await test.nobody.codeOf(withdrawRequest, { input })).toBe('UNAUTHENTICATED')
    await withdrawn(given.manager, requestId)
    expect(await trailOf(test, given.one.code, 'request.withdraw')).toMatchObject([
      { actorId: given.manager.personId, subjectId: requestId },
    ])
  })
})
