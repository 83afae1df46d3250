import { type InputProblem } from '../../platform/request-error.js'
import { type FormFields } from '../../platform/web/form.js'
import { isBlank, readDay, type TypedDay, typedDay } from '../layout/dates.js'

/** What stands in the form that attaches a reading. */
export interface ReadingForm {
  readonly idempotencyKey: string
  readonly author: string
  readonly text: string
  readonly link: string
  readonly publishedOn: TypedDay
  readonly readingClause: string
  readonly requirementCode: string
  readonly paragraph: string
}

export function readingFormOf(fields: FormFields): ReadingForm {
  const text = (name: string): string => fields.one(name)
  return {
    ...{ idempotencyKey: text('idempotencyKey'), author: text('author'), text: text('text'), link: text('link') },
    ...{ publishedOn: typedDay(fields, 'publishedOn'), readingClause: text('readingClause') },
    ...{ requirementCode: text('requirementCode'), paragraph: text('paragraph') },
  }
}

export function readingInput(fields: FormFields, requestId: string, bodyCode: string): { input: object; problems: InputProblem[] } {
  const form = readingFormOf(fields)
  const published = isBlank(form.publishedOn) ? { day: null, problems: [] } : readDay(fields, 'publishedOn', 'The day it was published')
  const found = form.readingClause === 'FOUND' ? { requirementCode: form.requirementCode || null, paragraph: form.paragraph || null } : {}
  const problems: InputProblem[] = [
    ...(form.author === '' ? [{ field: 'author', message: 'Enter whose reading it is' }] : []),
    ...(form.text === '' ? [{ field: 'text', message: 'Enter the reading' }] : []),
    ...published.problems,
  ]
  const input = {
    ...{ idempotencyKey: form.idempotencyKey || null, requestId, bodyCode, author: form.author, text: form.text, link: form.link || null },
    ...{ publishedOn: published.day, clause: form.readingClause === '' ? null : { clause: form.readingClause, ...found } },
  }
  return { input, problems }
}

/** A problem of the API under the name of this form's field. */
export function readingProblem({ field, message }: InputProblem): InputProblem {
  const name = field.replace(/^input\./, '')
  if (name === 'link') return { field: name, message: 'Enter an address that starts with https://' }
  return { message, field: name === 'clause' ? 'readingClause' : name.replace(/^clause\./, '') }
}

/** What stands in the form that recommends an answer. */
export interface AdviceForm {
  readonly idempotencyKey: string
  readonly advice: string
  readonly adviceReason: string
  readonly adviceReply: string
}

export function adviceFormOf(fields: FormFields): AdviceForm {
  return {
    ...{ idempotencyKey: fields.one('idempotencyKey'), advice: fields.one('advice') },
    ...{ adviceReason: fields.one('adviceReason'), adviceReply: fields.one('adviceReply') },
  }
}

export function adviceInput(form: AdviceForm, requestId: string, bodyCode: string): { input: object; problems: InputProblem[] } {
  const { advice: choice, adviceReason: reason, adviceReply: reply } = form
  const problems = [
    ...(choice === '' ? [{ field: 'advice', message: 'Choose what you recommend' }] : []),
    ...(reason === '' ? [{ field: 'adviceReason', message: 'Say why you recommend it' }] : []),
  ]
  return { input: { idempotencyKey: form.idempotencyKey || null, requestId, bodyCode, choice, reason, reply: reply || null }, problems }
}

/** A problem of the API under the name of this form's field. */
export function adviceProblem({ field, message }: InputProblem): InputProblem {
  const names: Readonly<Record<string, string>> = { choice: 'advice', reason: 'adviceReason', reply: 'adviceReply' }
  const name = field.replace(/^input\./, '')
  return { message, field: names[name] ?? name }
}
