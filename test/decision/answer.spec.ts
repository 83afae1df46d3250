import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { AuditEntryEntity } from '../../src/platform/audit-log/audit-entry.entity.js'
import { startApp, type TestApp } from '../support/app.js'
import { answer, ask } from './operations.js'
import { Situation } from './situation.js'

describe('answer', () => {
  let test: TestApp
  let given: Situation
  let questionId: string
  beforeAll(async () => {
    test = await startApp()
  })
  beforeEach(async () => {
    given = await Situation.in(test)
    questionId = (await given.commissioner.mutate(ask, { itemId: given.itemId('MAY'), text: 'Which practices?' }))['question'].id
  })
  afterAll(() => test.close())

  it('answers a question of the other side', async () => {
    expect(await given.manager.mutate(answer, { questionId, text: 'All three' })).toEqual({
      __typename: 'QuestionAnswered',
      question: { text: 'Which practices?', answers: [{ text: 'All three', answeredBy: { id: given.manager.personId } }] },
    })
  })

  it('keeps every answer, in order', async () => {
    await given.manager.mutate(answer, { questionId, text: 'All three' })
    const { question } = await given.commissioner.mutate(answer, { questionId, text: 'Thank you' })
    expect(question.answers.map(({ text }: { text: string }) => text)).toEqual(['All three', 'Thank you'])
  })

  it('answers a retry with the same answer', async () => {
    const input = { questionId, text: 'All three', idempotencyKey: 'once' }
    expect(await given.manager.mutate(answer, input)).toEqual(await given.manager.mutate(answer, input))
  })

  it('refuses an empty answer', async () => {
    expect(await given.manager.codeOf(answer, { input: { questionId, text: '' } })).toBe('BAD_USER_INPUT')
  })

  it('finds no question of another network, nor one that was never asked', async () => {
    const other = await Situation.in(test)
    const input = { questionId, text: 'Guess' }
    expect(await other.manager.codeOf(answer, { input })).toBe('NOT_FOUND')
    expect(await other.commissioner.codeOf(answer, { input })).toBe('NOT_FOUND')
    expect(await given.manager.codeOf(answer, { input: { ...input, questionId: 'nothing' } })).toBe('NOT_FOUND')
    expect(await test.nobody.codeOf(answer, { input })).toBe('UNAUTHENTICATED')
  })

  it('is recorded in the trail without its words', async () => {
    await given.manager.mutate(answer, { questionId, text: 'All three' })
    const entries = await test.given.database.manager.findBy(AuditEntryEntity, {
      subjectType: 'Answer',
      organisationCode: given.network.code,
    })
    expect(entries).toMatchObject([{ action: 'item.ask', actorId: given.manager.personId, details: { questionId } }])
    expect(JSON.stringify(entries)).not.toContain('three')
  })
})
