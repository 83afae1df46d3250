import { type AnswerChoice, type RequestStanding } from './request-words.js'

/** What an answer says. */
export interface AnswerContent {
  readonly choice: AnswerChoice
  readonly reason: string | null
  /** Who is to do it instead; for DELEGATE only. */
  readonly delegateTo: string | null
  /** What the network offers in its place; for NEGOTIATE only. */
  readonly instead: string | null
}

/** An answer without a reason that needs one. */
export interface AnswerNeedsReason {
  readonly kind: 'AnswerNeedsReason'
  readonly field: string
  readonly message: string
}

/** An answer that leaves out what it is about, or says what belongs to another. */
export interface AnswerIncomplete {
  readonly kind: 'AnswerIncomplete'
  readonly field: string
  readonly message: string
}

/**
 * Why an answer cannot be given like this; undefined when it can: everything but accepting needs a reason, delegating says to whom and
 * negotiating what instead, and nothing else does.
 */
export function refuseAnswer({ choice, reason, delegateTo, instead }: AnswerContent): AnswerNeedsReason | AnswerIncomplete | undefined {
  if (choice !== 'ACCEPT' && reason === null) return { kind: 'AnswerNeedsReason', field: 'reason', message: 'Say why.' }
  if (choice === 'DELEGATE' && delegateTo === null) return incomplete('delegateTo', 'Say who is to do it instead.')
  if (choice === 'NEGOTIATE' && instead === null) return incomplete('instead', 'Say what the network offers instead.')
  if (choice !== 'DELEGATE' && delegateTo !== null) return incomplete('delegateTo', 'Only an answer that delegates says to whom.')
  if (choice !== 'NEGOTIATE' && instead !== null) return incomplete('instead', 'Only an answer that negotiates says what instead.')
  return undefined
}

/** Where a request stands: as its latest answer says. */
export function standingOf(answer: { readonly choice: AnswerChoice } | null): RequestStanding {
  return answer?.choice ?? 'UNANSWERED'
}

function incomplete(field: string, message: string): AnswerIncomplete {
  return { kind: 'AnswerIncomplete', field, message }
}
