import { contractYearOf, type Day } from '../../platform/day.js'
import { type InputProblem } from '../../platform/request-error.js'
import { type FormFields } from '../../platform/web/form.js'
import { isBlank, readDay, type TypedDay, typedDay } from '../layout/dates.js'
import { atGroup, hoursRows, type HoursRow, minutesOf } from './hours.form.js'
import { type StaffGroup } from './request.data.js'

/** What stands in the form that records a request. */
export interface RecordForm {
  readonly idempotencyKey: string
  readonly networkCodes: readonly string[]
  readonly title: string
  readonly what: string
  readonly why: string
  readonly askedBy: string
  readonly askerKind: string
  readonly receivedOn: TypedDay
  readonly dueOn: TypedDay
  readonly nature: string
  readonly timing: string
  readonly hours: readonly HoursRow[]
  readonly clause: string
  readonly requirementCode: string
  readonly paragraph: string
}

export function recordFormOf(fields: FormFields, groups: readonly StaffGroup[]): RecordForm {
  const text = (name: string): string => fields.one(name)
  return {
    ...{ idempotencyKey: text('idempotencyKey'), networkCodes: fields.all('networkCodes'), title: text('title'), what: text('what') },
    ...{ why: text('why'), askedBy: text('askedBy'), askerKind: text('askerKind'), nature: text('nature'), timing: text('timing') },
    ...{ receivedOn: typedDay(fields, 'receivedOn'), dueOn: typedDay(fields, 'dueOn'), hours: hoursRows(fields, groups) },
    ...{ clause: text('clause'), requirementCode: text('requirementCode'), paragraph: text('paragraph') },
  }
}

/** The boxes of a new request: it came today, is done once, and nobody has looked for a clause. */
export function emptyRecord(
  idempotencyKey: string,
  networkCodes: readonly string[],
  today: Day,
  groups: readonly StaffGroup[],
): RecordForm {
  const [year = '', month = '', day = ''] = today.split('-')
  const none = { day: '', month: '', year: '' }
  return {
    ...{ idempotencyKey, networkCodes, title: '', what: '', why: '', askedBy: '', askerKind: '', nature: '', timing: 'FLOATING' },
    ...{ receivedOn: { day: String(Number(day)), month: String(Number(month)), year }, dueOn: none },
    ...{
      hours: groups.map((group) => ({ ...group, least: '', likely: '', most: '' })),
      clause: 'NOT_LOOKED',
      requirementCode: '',
      paragraph: '',
    },
  }
}

/** Who records: an LMC for networks it covers, or a network's people for their own. */
export interface Recorder {
  readonly lmcCode: string | null
  /** Networks it can be recorded for. */
  readonly networkCodes: readonly string[]
}

/** The mutation's input, and what has to be put right first. */
export function recordInput(fields: FormFields, form: RecordForm, recorder: Recorder, today: Day) {
  const { networkCodes } = recorder
  const chosen = networkCodes.length === 1 ? networkCodes : form.networkCodes
  const received = readDay(fields, 'receivedOn', 'The day it came')
  const due = isBlank(form.dueOn) ? { day: null, problems: [] } : readDay(fields, 'dueOn', 'The day by when')
  const { minutes, problems: hourProblems } = minutesOf(form.hours)
  const missing: readonly (readonly [boolean, string, string])[] = [
    [chosen.length === 0, 'networkCodes', 'Choose which networks were asked'],
    [form.askedBy === '', 'askedBy', 'Enter who asks'],
    [form.askerKind === '', 'askerKind', 'Choose what kind of body asks'],
    [form.title === '', 'title', 'Enter what it is called'],
    [form.what === '', 'what', 'Enter what is asked'],
  ]
  const missingAfter: readonly (readonly [boolean, string, string])[] = [
    [form.nature === '', 'nature', 'Choose what kind of work it is'],
    [form.timing === '', 'timing', 'Choose how often it is to be done'],
  ]
  const told = (rows: typeof missing): InputProblem[] => rows.flatMap(([is, field, message]) => (is ? [{ field, message }] : []))
  const problems = [...told(missing), ...received.problems, ...due.problems, ...told(missingAfter), ...hourProblems]
  const found = form.clause === 'FOUND' ? { requirementCode: form.requirementCode || null, paragraph: form.paragraph || null } : {}
  const input = {
    ...{
      idempotencyKey: form.idempotencyKey || null,
      networkCodes: chosen,
      lmcCode: recorder.lmcCode,
      contractYear: contractYearOf(today),
    },
    ...{ title: form.title, what: form.what, why: form.why || null, askedBy: form.askedBy, askerKind: form.askerKind },
    ...{ receivedOn: received.day, dueOn: due.day, nature: form.nature, timing: form.timing, minutes },
    clause: { clause: form.clause || 'NOT_LOOKED', ...found },
  }
  return { input, problems, named: (problem: InputProblem) => named(atGroup(problem, minutes)) }
}

/** A problem of the API under the name of this form's field. */
function named({ field, message }: InputProblem): InputProblem {
  const name = field.replace(/^input\./, '').replace(/^clause\./, '')
  const shown: Readonly<Record<string, string>> = { closesOn: 'dueOn', opensOn: 'receivedOn', contractYear: 'receivedOn', lmcCode: '' }
  return { message, field: shown[name] ?? name.replace(/^networkCodes\..*/, 'networkCodes') }
}
