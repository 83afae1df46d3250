import { describe, expect, it } from '@jest/globals'
import { type AnswerContent, refuseAnswer, standingOf } from './answer.js'
import { type AnswerChoice } from './request-words.js'

const answer = (choice: AnswerChoice, given: Partial<AnswerContent> = {}): AnswerContent => ({
  ...{ choice, reason: null, delegateTo: null, instead: null },
  ...given,
})
const reason = 'We have no time.'

describe('refuseAnswer', () => {
  it.each<[AnswerChoice, Partial<AnswerContent>]>([
    ['ACCEPT', {}],
    ['ACCEPT', { reason }],
    ['DECLINE', { reason }],
    ['DELEGATE', { reason, delegateTo: 'The trust' }],
    ['NEGOTIATE', { reason, instead: 'Half of it' }],
  ])('takes %s with %o', (choice, given) => {
    expect(refuseAnswer(answer(choice, given))).toBeUndefined()
  })

  it.each<[AnswerChoice, Partial<AnswerContent>, string, string]>([
    ['DECLINE', {}, 'AnswerNeedsReason', 'reason'],
    ['DELEGATE', { delegateTo: 'The trust' }, 'AnswerNeedsReason', 'reason'],
    ['NEGOTIATE', { instead: 'Half of it' }, 'AnswerNeedsReason', 'reason'],
    ['DELEGATE', { reason }, 'AnswerIncomplete', 'delegateTo'],
    ['NEGOTIATE', { reason }, 'AnswerIncomplete', 'instead'],
    ['ACCEPT', { delegateTo: 'The trust' }, 'AnswerIncomplete', 'delegateTo'],
    ['DECLINE', { reason, instead: 'Half of it' }, 'AnswerIncomplete', 'instead'],
    ['NEGOTIATE', { reason, instead: 'Half of it', delegateTo: 'The trust' }, 'AnswerIncomplete', 'delegateTo'],
  ])('refuses %s with %o', (choice, given, kind, field) => {
    expect(refuseAnswer(answer(choice, given))).toMatchObject({ kind, field })
  })
})

describe('standingOf', () => {
  it('is the latest answer, or that there is none', () => {
    expect(standingOf(null)).toBe('UNANSWERED')
    expect(standingOf({ choice: 'DECLINE' })).toBe('DECLINE')
  })
})
