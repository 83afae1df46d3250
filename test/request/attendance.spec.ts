import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { RequestRepository } from '../../src/request/request.repository.js'
import { startApp, type TestApp } from '../support/app.js'
import { givenRequest } from '../support/requests.js'
import { trailOf } from '../support/trail.js'
import { acceptAttendance, answerRequest, attendFor, withdrawRequest } from './operations.js'
import { Situation } from './situation.js'

const range = (central: number) => ({ low: central, central, high: central })
const asked = [{ staffGroup: 'CLINICAL_DIRECTOR', minutes: { central: 90 } }, { staffGroup: 'NETWORK_MANAGER' }]

describe('attendFor and acceptAttendance', () => {
  let test: TestApp
  let given: Situation
  let requestId: string
  beforeAll(async () => {
    test = await startApp()
  })
  beforeEach(async () => {
    given = await Situation.in(test)
    requestId = await given.forBoth({ minutes: asked })
  })
  afterAll(() => test.close())

  const ours = (more: object = {}) => ({ requestId, networkCode: given.one.code, ...more })
  const theirs = (more: object = {}) => ({ requestId, networkCode: given.two.code, ...more })
  const agreeing = () => theirs({ attendantCode: given.one.code })

  async function offered(): Promise<void> {
    await given.director.mutate(answerRequest, ours({ choice: 'ACCEPT' }))
    await given.director.mutate(attendFor, ours({ note: 'Our director goes.' }))
  }

  it('shows who offers to everybody who was asked', async () => {
    await offered()
    const offers = [{ odsCode: given.one.code, note: 'Our director goes.' }]
    expect((await given.only(given.otherDirector, given.two))['request'].attendanceOffers).toEqual(offers)
    expect(await given.only(given.director, given.one)).toMatchObject({ attendsFor: [], savedForOthersMinutes: [], attendedBy: null })
  })

  it('shows both who attends for whom, and what is saved', async () => {
    await offered()
    const own = [{ staffGroup: 'CLINICAL_DIRECTOR', minutes: { central: 200 } }]
    await given.otherDirector.mutate(answerRequest, theirs({ choice: 'ACCEPT', minutes: own }))
    expect(await given.otherDirector.mutate(acceptAttendance, agreeing())).toMatchObject({
      __typename: 'AttendanceAccepted',
      networkRequest: {
        attendedBy: { odsCode: given.one.code, note: 'Our director goes.' },
        savedMinutes: [{ staffGroup: 'CLINICAL_DIRECTOR', minutes: range(200) }],
      },
    })
    // The other network’s own figures stay its own: what it saves is told at those recorded with the request.
    expect(await given.only(given.director, given.one)).toMatchObject({
      attendsFor: [{ odsCode: given.two.code }],
      savedForOthersMinutes: [
        { staffGroup: 'CLINICAL_DIRECTOR', minutes: range(90) },
        { staffGroup: 'NETWORK_MANAGER', minutes: null },
      ],
      savedMinutes: [],
    })
  })

  it('takes the work off the network that is attended for, and leaves it where it is done', async () => {
    await offered()
    await given.otherDirector.mutate(answerRequest, theirs({ choice: 'ACCEPT' }))
    const work = async () => {
      const rows = await test.app.get(RequestRepository).acceptedOfAll([given.one.code, given.two.code], '2026/27')
      return rows.map(({ networkCode }) => networkCode)
    }
    expect(await work()).toEqual([given.one.code, given.two.code])
    await given.otherDirector.mutate(acceptAttendance, agreeing())
    expect(await work()).toEqual([given.one.code])
    await given.otherDirector.mutate(acceptAttendance, theirs())
    expect(await work()).toEqual([given.one.code, given.two.code])
  })

  it('ends for everybody when the offer is taken back or the acceptance is', async () => {
    for (const [mutation, input] of [
      [attendFor, ours({ attends: false })],
      [answerRequest, ours({ choice: 'DECLINE', reason: 'No time after all.' })],
    ] as const) {
      await offered()
      await given.otherDirector.mutate(acceptAttendance, agreeing())
      await given.director.mutate(mutation, input)
      expect(await given.only(given.otherDirector, given.two)).toMatchObject({ attendedBy: null, request: { attendanceOffers: [] } })
      expect(await given.only(given.director, given.one)).toMatchObject({ attendsFor: [] })
    }
  })

  it('keeps what others agreed to when the note changes', async () => {
    await offered()
    await given.otherDirector.mutate(acceptAttendance, agreeing())
    await given.director.mutate(attendFor, ours({ note: 'Our manager goes.' }))
    expect(await given.only(given.otherDirector, given.two)).toMatchObject({
      attendedBy: { odsCode: given.one.code, note: 'Our manager goes.' },
      request: { attendanceOffers: [{ note: 'Our manager goes.' }] },
    })
  })

  it('can be agreed again without counting twice', async () => {
    await offered()
    await given.otherDirector.mutate(acceptAttendance, agreeing())
    await given.otherDirector.mutate(acceptAttendance, agreeing())
    expect((await given.only(given.director, given.one))['attendsFor']).toHaveLength(1)
  })

  it('refuses an offer of a network that has not accepted, or that was asked alone', async () => {
    expect(await given.director.mutate(attendFor, ours())).toMatchObject({ __typename: 'AttendanceRefused', field: 'networkCode' })
    const alone = { requestId: await givenRequest(given.manager, [given.one]), networkCode: given.one.code }
    await given.manager.mutate(answerRequest, { ...alone, choice: 'ACCEPT' })
    expect(await given.manager.mutate(attendFor, alone)).toMatchObject({ __typename: 'AttendanceRefused', field: 'requestId' })
  })

  it('refuses chains: who is attended for offers nothing, and who offers goes itself', async () => {
    await offered()
    await given.otherDirector.mutate(answerRequest, theirs({ choice: 'ACCEPT' }))
    await given.otherDirector.mutate(acceptAttendance, agreeing())
    expect(await given.otherDirector.mutate(attendFor, theirs())).toMatchObject({ __typename: 'AttendanceRefused' })
    await given.otherDirector.mutate(acceptAttendance, theirs())
    await given.otherDirector.mutate(attendFor, theirs())
    expect(await given.otherDirector.mutate(acceptAttendance, agreeing())).toMatchObject({
      __typename: 'AttendanceRefused',
      field: 'networkCode',
    })
  })

  it('says the same of a network that was not asked and of one that does not offer', async () => {
    const input = { ...agreeing() }
    const refusal = await given.otherDirector.mutate(acceptAttendance, input)
    expect(refusal).toMatchObject({ __typename: 'AttendanceRefused', field: 'attendantCode' })
    for (const attendantCode of [given.elsewhere.code, 'UX9999']) {
      expect(await given.otherDirector.mutate(acceptAttendance, { ...input, attendantCode })).toEqual(refusal)
    }
  })

  it('is too late once the request was withdrawn', async () => {
    await given.lmc.mutate(withdrawRequest, { requestId, reason: 'Recorded twice.' })
    expect(await given.director.mutate(attendFor, ours())).toMatchObject({ __typename: 'RequestAlreadyWithdrawn' })
    expect(await given.director.mutate(acceptAttendance, ours())).toMatchObject({ __typename: 'RequestAlreadyWithdrawn' })
  })

  it('answers retries with the first answer', async () => {
    await given.director.mutate(answerRequest, ours({ choice: 'ACCEPT' }))
    const offer = ours({ idempotencyKey: 'once' })
    expect(await given.director.mutate(attendFor, offer)).toEqual(await given.director.mutate(attendFor, offer))
    const agreement = { ...agreeing(), idempotencyKey: 'once' }
    expect(await given.otherDirector.mutate(acceptAttendance, agreement)).toEqual(
      await given.otherDirector.mutate(acceptAttendance, agreement),
    )
  })

  it('is for those who run the network, and in its trail', async () => {
    const member = await test.given.person('practice-member', given.one.practiceCodes[0] ?? '')
    const people = [member, given.lmc, await test.given.commissioner(given.one), await test.given.person('national-viewer', 'ENGLAND')]
    for (const mutation of [attendFor, acceptAttendance]) {
      expect(await given.otherDirector.codeOf(mutation, { input: ours() })).toBe('NOT_FOUND')
      for (const person of people) expect(await person.codeOf(mutation, { input: ours() })).toBe('FORBIDDEN')
      expect(await test.nobody.codeOf(mutation, { input: ours() })).toBe('UNAUTHENTICATED')
    }
    await offered()
    await given.otherDirector.mutate(acceptAttendance, agreeing())
    expect(await trailOf(test, given.one.code, 'request.attend')).toMatchObject([{ details: { attends: true } }])
    expect(await trailOf(test, given.two.code, 'request.agree')).toMatchObject([{ details: { attendantCode: given.one.code } }])
  })
})
