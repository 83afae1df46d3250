import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { trailOf } from '../support/trail.js'
import { answerRequest, attendFor, saveWording, withdrawRequest } from './operations.js'
import { Situation } from './situation.js'

const range = (low: number, central = low, high = central) => ({ low, central, high })
const director = (central: number) => [{ staffGroup: 'CLINICAL_DIRECTOR', minutes: { central } }]

describe('answerRequest', () => {
  let test: TestApp
  let given: Situation
  let requestId: string
  beforeAll(async () => {
    test = await startApp()
  })
  beforeEach(async () => {
    given = await Situation.in(test)
    requestId = await given.forBoth({ minutes: director(90) })
  })
  afterAll(() => test.close())

  const answer = (choice: string, more: object = {}) => ({ requestId, networkCode: given.one.code, choice, ...more })

  it.each<[string, object]>([
    ['ACCEPT', {}],
    ['DECLINE', { reason: 'No clause asks for it.' }],
    ['DELEGATE', { reason: 'It is theirs.', delegateTo: 'The acute trust' }],
    ['NEGOTIATE', { reason: 'No time before spring.', instead: 'One page in April' }],
  ])('takes %s, with all that it says', async (choice, more) => {
    const result = await given.manager.mutate(answerRequest, answer(choice, { ...more, reply: 'Dear colleague' }))
    expect(result).toMatchObject({
      __typename: 'RequestAnswered',
      networkRequest: {
        standing: choice,
        answer: {
          choice,
          reason: null,
          delegateTo: null,
          instead: null,
          ...more,
          reply: 'Dear colleague',
          recordedBy: { id: given.manager.personId },
        },
      },
    })
  })

  it('counts the latest answer and keeps the others', async () => {
    await given.manager.mutate(answerRequest, answer('DECLINE', { reason: 'No time.' }))
    await given.director.mutate(answerRequest, answer('NEGOTIATE', { reason: 'No time.', instead: 'Half' }))
    await given.manager.mutate(answerRequest, answer('ACCEPT'))
    const row = await given.only(given.director, given.one)
    expect(row['standing']).toBe('ACCEPT')
    expect(row['answers']).toEqual([
      { choice: 'ACCEPT', supersededAt: null },
      { choice: 'NEGOTIATE', supersededAt: expect.any(String) },
      { choice: 'DECLINE', supersededAt: expect.any(String) },
    ])
  })

  it('puts the network’s own minutes in the place of those recorded, for itself only', async () => {
    await given.manager.mutate(answerRequest, answer('ACCEPT', { minutes: director(240) }))
    await given.otherDirector.mutate(answerRequest, answer('ACCEPT', { networkCode: given.two.code }))
    expect((await given.only(given.manager, given.one))['minutes']).toEqual([{ staffGroup: 'CLINICAL_DIRECTOR', minutes: range(240) }])
    expect((await given.only(given.otherDirector, given.two))['minutes']).toEqual([{ staffGroup: 'CLINICAL_DIRECTOR', minutes: range(90) }])
  })

  it('replies with a saved wording, which the answer keeps', async () => {
    const wording = { networkCode: given.one.code, title: 'No clause', text: 'We found no clause that asks for this.', choice: 'DECLINE' }
    const { wordingId } = (await given.manager.mutate(saveWording, wording))['wording']
    const said = await given.manager.mutate(answerRequest, answer('DECLINE', { reason: 'No clause.', wordingId }))
    expect(said['networkRequest'].answer).toMatchObject({ wordingId, reply: wording.text })
    await given.manager.mutate(saveWording, { ...wording, wordingId, text: 'Another text.' })
    expect((await given.only(given.manager, given.one))['answer'].reply).toBe(wording.text)
    const edited = await given.manager.mutate(answerRequest, answer('DECLINE', { reason: 'No clause.', wordingId, reply: 'In our words.' }))
    expect(edited['networkRequest'].answer).toMatchObject({ wordingId, reply: 'In our words.' })
  })

  it.each<[string, string, object, string, string]>([
    ['to decline without a reason', 'DECLINE', {}, 'AnswerNeedsReason', 'reason'],
    ['to delegate to nobody', 'DELEGATE', { reason: 'Theirs.' }, 'AnswerIncomplete', 'delegateTo'],
    ['to negotiate for nothing', 'NEGOTIATE', { reason: 'No time.' }, 'AnswerIncomplete', 'instead'],
    ['to accept and delegate', 'ACCEPT', { delegateTo: 'The trust' }, 'AnswerIncomplete', 'delegateTo'],
    ['minutes there cannot be', 'ACCEPT', { minutes: director(50_001) }, 'MinutesRefused', 'minutes.0.minutes.central'],
    ['a staff group there is not', 'ACCEPT', { minutes: [{ staffGroup: 'PORTER' }] }, 'StaffGroupUnknown', 'minutes.0.staffGroup'],
  ])('refuses %s, and keeps nothing', async (_, choice, more, __typename, field) => {
    expect(await given.manager.mutate(answerRequest, answer(choice, more))).toMatchObject({ __typename, field })
    expect(await given.only(given.manager, given.one)).toMatchObject({ standing: 'UNANSWERED', answers: [] })
  })

  it('is too late once the request was withdrawn', async () => {
    await given.lmc.mutate(withdrawRequest, { requestId, reason: 'Recorded twice.' })
    expect(await given.manager.mutate(answerRequest, answer('ACCEPT'))).toMatchObject({ __typename: 'RequestAlreadyWithdrawn' })
  })

  it('takes the offer to attend back with the acceptance', async () => {
    await given.manager.mutate(answerRequest, answer('ACCEPT'))
    await given.manager.mutate(attendFor, { requestId, networkCode: given.one.code })
    await given.manager.mutate(answerRequest, answer('ACCEPT', { reply: 'Yes.' }))
    expect((await given.only(given.manager, given.one))['request'].attendanceOffers).toHaveLength(1)
    await given.manager.mutate(answerRequest, answer('DECLINE', { reason: 'No time after all.' }))
    expect((await given.only(given.manager, given.one))['request'].attendanceOffers).toEqual([])
  })

  it('answers a retry with the same answer', async () => {
    const input = answer('ACCEPT', { idempotencyKey: 'once' })
    expect(await given.manager.mutate(answerRequest, input)).toEqual(await given.manager.mutate(answerRequest, input))
    expect((await given.only(given.manager, given.one))['answers']).toHaveLength(1)
  })

  it('is for those who run the network, with its own wordings', async () => {
    const input = answer('ACCEPT')
    expect(await given.otherDirector.codeOf(answerRequest, { input })).toBe('NOT_FOUND')
    expect(await given.otherDirector.codeOf(answerRequest, { input: { ...input, networkCode: given.elsewhere.code } })).toBe('NOT_FOUND')
    const theirs = await given.otherDirector.mutate(saveWording, { networkCode: given.two.code, title: 'No', text: 'No.' })
    const { wordingId } = theirs['wording']
    expect(await given.manager.codeOf(answerRequest, { input: { ...input, wordingId } })).toBe('NOT_FOUND')
    const member = await test.given.person('practice-member', given.one.practiceCodes[0] ?? '')
    for (const person of [
      member,
      given.lmc,
      await test.given.commissioner(given.one),
      await test.given.person('national-viewer', 'ENGLAND'),
    ]) {
      expect(await person.codeOf(answerRequest, { input })).toBe('FORBIDDEN')
    }
    expect(await test.nobody.codeOf(answerRequest, { input })).toBe('UNAUTHENTICATED')
  })

  it('is in the network’s trail, without its words', async () => {
    await given.manager.mutate(answerRequest, answer('DECLINE', { reason: 'A private reason.' }))
    const [entry] = await trailOf(test, given.one.code, 'request.answer')
    expect(entry).toMatchObject({ actorId: given.manager.personId, subjectId: requestId, details: { choice: 'DECLINE' } })
    expect(JSON.stringify(entry)).not.toContain('private')
    expect(await trailOf(test, given.two.code, 'request.answer')).toEqual([])
  })
})
