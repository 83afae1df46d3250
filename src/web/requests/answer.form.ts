import { type InputProblem } from '../../platform/request-error.js'
import { type FormFields } from '../../platform/web/form.js'
import { atGroup, hoursRows, type HoursRow, minutesOf, rowsOf } from './hours.form.js'
import { type ReceivedInFull, type StaffGroup } from './request.data.js'

/** What stands in the form that answers. */
export interface AnswerForm {
  readonly idempotencyKey: string
  readonly choice: string
  readonly reason: string
  readonly delegateTo: string
  readonly instead: string
  readonly wordingId: string
  readonly reply: string
  readonly hours: readonly HoursRow[]
}

export function answerFormOf(fields: FormFields, groups: readonly StaffGroup[]): AnswerForm {
  const text = (name: string): string => fields.one(name)
  return {
    ...{ idempotencyKey: text('idempotencyKey'), choice: text('choice'), reason: text('reason'), delegateTo: text('delegateTo') },
    ...{ instead: text('instead'), wordingId: text('wordingId'), reply: text('reply'), hours: hoursRows(fields, groups) },
  }
}

/** The boxes with the answer in force in them, if there is one, so that it can be changed. */
export function answerOf({ answers, minutes }: ReceivedInFull, idempotencyKey: string, groups: readonly StaffGroup[]): AnswerForm {
  const standing = answers.find(({ supersededAt }) => supersededAt === null)
  const own = standing?.minutes ? minutes : null
  return {
    ...{ idempotencyKey, choice: standing?.choice ?? '', reason: standing?.reason ?? '', delegateTo: standing?.delegateTo ?? '' },
    ...{ instead: standing?.instead ?? '', wordingId: '', reply: standing?.reply ?? '', hours: rowsOf(own, groups) },
  }
}

/** The mutation's input, and what has to be put right first. What belongs to another choice is left out. */
export function answerInput(form: AnswerForm, requestId: string, networkCode: string) {
  const { choice, reason, delegateTo, instead, wordingId, reply } = form
  const { minutes, problems: hourProblems } = minutesOf(form.hours)
  const problems: InputProblem[] = [
    ...(choice === '' ? [{ field: 'choice', message: 'Choose an answer' }] : []),
    ...(choice === 'DELEGATE' && delegateTo === '' ? [{ field: 'delegateTo', message: 'Say who is to do it instead' }] : []),
    ...(choice === 'NEGOTIATE' && instead === '' ? [{ field: 'instead', message: 'Say what you offer instead' }] : []),
    ...(choice !== '' && choice !== 'ACCEPT' && reason === '' ? [{ field: 'reason', message: 'Say why' }] : []),
    ...hourProblems,
  ]
  const input = {
    ...{ idempotencyKey: form.idempotencyKey || null, requestId, networkCode, choice, reason: reason || null, minutes },
    ...{ delegateTo: choice === 'DELEGATE' ? delegateTo : null, instead: choice === 'NEGOTIATE' ? instead : null },
    ...{ wordingId: wordingId || null, reply: reply || null },
  }
  return { input, problems, named: (problem: InputProblem) => atGroup(problem, minutes) }
}
