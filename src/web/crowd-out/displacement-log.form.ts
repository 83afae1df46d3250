import { type Day } from '../../platform/day.js'
import { type InputProblem } from '../../platform/request-error.js'
import { FormFields } from '../../platform/web/form.js'
import { readDay, type TypedDay, typedDay } from '../layout/dates.js'
import { minutesTyped } from '../layout/hours.js'

/** What somebody who was there can say put work back. */
export const causes = {
  REQUIREMENT: 'A requirement of the contract',
  REQUEST: 'A request somebody made of us',
  STAFFING: 'Staffing',
  ESTATES_OR_IT: 'Estates or IT',
  OTHER: 'Something else',
  UNKNOWN: 'We do not know',
} as const
export type Cause = keyof typeof causes

/** What stands in the form. */
export interface DisplacementForm {
  readonly idempotencyKey: string
  /** A priority's id, or its id and that of one of its milestones. */
  readonly what: string
  readonly hours: string
  readonly cause: string
  readonly requirementCode: string
  readonly requestId: string
  readonly when: string
  readonly happenedOn: TypedDay
  readonly note: string
}

/** What was typed, to be shown again. */
export function displacementFormOf(fields: FormFields): DisplacementForm {
  return {
    ...{ idempotencyKey: fields.one('idempotencyKey'), what: fields.one('what'), hours: fields.one('hours'), cause: fields.one('cause') },
    ...{ requirementCode: fields.one('requirementCode'), requestId: fields.one('requestId'), note: fields.one('note') },
    ...{ when: fields.one('when'), happenedOn: typedDay(fields, 'happenedOn') },
  }
}

/** An empty form. */
export function emptyDisplacementForm(idempotencyKey: string): DisplacementForm {
  return { ...displacementFormOf(FormFields.of({})), idempotencyKey }
}

/** The mutation's input, and what has to be put right first. */
export function displacementInput(fields: FormFields, today: Day): { readonly input: object; readonly problems: InputProblem[] } {
  const { what, hours, cause, requirementCode, requestId, when, note, idempotencyKey } = displacementFormOf(fields)
  const problems: InputProblem[] = []
  const say = (field: string, message: string): void => void problems.push({ field, message })
  const [priorityId = '', milestoneId] = what.split(' ')
  const minutes = minutesTyped(hours)
  if (priorityId === '') say('what', 'Choose what was put back')
  if (minutes === null || minutes === 0) say('hours', 'Enter how much was put back, in hours, such as 4 or 1.5')
  if (!Object.hasOwn(causes, cause)) say('cause', 'Say because of what, or that you do not know')
  if (cause === 'REQUIREMENT' && requirementCode === '') say('requirementCode', 'Choose which requirement')
  if (cause === 'REQUEST' && requestId === '') say('requestId', 'Choose which request')
  if (when !== 'today' && when !== 'day') say('when', 'Say on which day it was')
  const read = when === 'day' ? readDay(fields, 'happenedOn', 'The day') : null
  problems.push(...(read?.problems ?? []))
  const named = {
    requirementCode: cause === 'REQUIREMENT' ? requirementCode : null,
    requestId: cause === 'REQUEST' ? requestId : null,
  }
  const happenedOn = when === 'today' ? today : (read?.day ?? null)
  return {
    input: {
      idempotencyKey: idempotencyKey || null,
      priorityId,
      milestoneId: milestoneId ?? null,
      minutes,
      cause,
      ...named,
      happenedOn,
      note,
    },
    problems,
  }
}

/** Fields of the API as the form names them. */
export function asTyped(problems: readonly InputProblem[]): InputProblem[] {
  const names: Readonly<Record<string, string>> = { minutes: 'hours', priorityId: 'what', milestoneId: 'what' }
  return problems.map(({ field, message }) => ({ field: names[field] ?? field, message }))
}
