import { type InputProblem } from '../../platform/request-error.js'
import { type FormFields } from '../../platform/web/form.js'
import { dayBoxes, type TypedDay, typedDay } from '../layout/dates.js'
import { optionalDay } from './invite.form.js'
import { type MemberData } from './people.data.js'

/** Role and days as they were typed. */
export interface ChangeForm {
  readonly idempotencyKey: string
  readonly role: string
  readonly startsOn: TypedDay
  readonly endsOn: TypedDay
}

/** The form as a membership stands. */
export function changeFormFrom({ role, startsOn, endsOn }: MemberData, idempotencyKey: string): ChangeForm {
  return { idempotencyKey, role, startsOn: dayBoxes(startsOn), endsOn: dayBoxes(endsOn) }
}

export function changeFormOf(fields: FormFields): ChangeForm {
  return {
    ...{ idempotencyKey: fields.one('idempotencyKey'), role: fields.one('role') },
    ...{ startsOn: typedDay(fields, 'startsOn'), endsOn: typedDay(fields, 'endsOn') },
  }
}

/** What the form asks for: an empty last day takes it away. */
export function changeInput(form: ChangeForm, membershipId: string): { readonly input: object; readonly problems: InputProblem[] } {
  const [starts, ends] = [optionalDay(form.startsOn), optionalDay(form.endsOn)]
  const problems: InputProblem[] = [
    ...(starts.day === null ? [{ field: 'startsOn', message: 'The first day must be a real date, such as 14 9 2026' }] : []),
    ...(ends.isWrong ? [{ field: 'endsOn', message: 'The last day must be a real date, such as 14 9 2026, or empty' }] : []),
  ]
  const { idempotencyKey, role } = form
  return {
    input: { membershipId, idempotencyKey: idempotencyKey || null, role: role || null, startsOn: starts.day, endsOn: ends.day },
    problems,
  }
}
