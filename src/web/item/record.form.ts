import { type Day } from '../../platform/day.js'
import { type InputProblem } from '../../platform/request-error.js'
import { FormFields } from '../../platform/web/form.js'
import { readDay, type TypedDay, typedDay } from '../layout/dates.js'
import { type FormFile, type SentForm } from '../layout/forms.js'

/** What stands in the form that records evidence. */
export interface RecordForm {
  readonly idempotencyKey: string
  readonly files: readonly FormFile[]
  readonly note: string
  readonly link: string
  readonly figure: { readonly numerator: string; readonly denominator: string; readonly source: string; readonly trust: string }
  readonly when: string
  readonly happenedOn: TypedDay
  readonly coversFrom: TypedDay
  readonly coversTo: TypedDay
  readonly lapsesOn: TypedDay
  readonly practiceCodes: readonly string[]
  readonly occurrenceIds: readonly string[]
}

/** What was typed, to be shown again. */
export function recordFormOf({ fields, files }: Pick<SentForm, 'fields' | 'files'>): RecordForm {
  const figure = (name: string): string => fields.one(`figure-${name}`)
  return {
    ...{ idempotencyKey: fields.one('idempotencyKey'), files, note: fields.one('note'), link: fields.one('link') },
    figure: { numerator: figure('numerator'), denominator: figure('denominator'), source: figure('source'), trust: figure('trust') },
    ...{ when: fields.one('when'), happenedOn: typedDay(fields, 'happenedOn') },
    ...{ coversFrom: typedDay(fields, 'coversFrom'), coversTo: typedDay(fields, 'coversTo'), lapsesOn: typedDay(fields, 'lapsesOn') },
    ...{ practiceCodes: fields.all('practiceCodes'), occurrenceIds: fields.all('occurrenceIds') },
  }
}

/** An empty form, ready for what is most pressing. */
export function emptyRecordForm(idempotencyKey: string, occurrenceIds: readonly string[]): RecordForm {
  return { ...recordFormOf({ fields: FormFields.of({}), files: [] }), idempotencyKey, occurrenceIds }
}

/** The mutation's input, and what has to be put right before it can be sent. */
export function recordInput(sent: SentForm, today: Day): { input: object; problems: InputProblem[] } {
  const { input, problems } = contentInput(sent, today)
  const { idempotencyKey, occurrenceIds } = recordFormOf(sent)
  if (occurrenceIds.length === 0) problems.push({ field: 'occurrenceIds', message: 'Choose at least one thing this shows' })
  return { input: { idempotencyKey: idempotencyKey || null, occurrenceIds, ...input }, problems }
}

/** The mutation's input for a correction: it takes the place of the evidence, and shows the same. `kept` are files of that evidence that stay. */
export function correctionInput(sent: SentForm, today: Day, kept: readonly FormFile[]): { input: object; problems: InputProblem[] } {
  const { input, problems } = contentInput({ ...sent, files: [...kept, ...sent.files] }, today)
  const reason = sent.fields.one('reason')
  if (!reason) problems.push({ field: 'reason', message: 'Say why it is corrected' })
  return { input: { idempotencyKey: sent.fields.one('idempotencyKey') || null, reason, ...input }, problems }
}

/** What evidence says, without what it shows. */
function contentInput({ fields, files, problems: fileProblems }: SentForm, today: Day): { input: object; problems: InputProblem[] } {
  const form = recordFormOf({ fields, files })
  const problems: InputProblem[] = [...fileProblems]
  const dates = readWhen(fields, today, problems)
  const figure = readFigure(form.figure, problems)
  const lapses = Object.values(form.lapsesOn).some(Boolean) ? readDay(fields, 'lapsesOn', 'The day it lapses') : null
  problems.push(...(lapses?.problems ?? []))
  if (files.length === 0 && !form.link && !form.note && !figure && fileProblems.length === 0) {
    problems.unshift({ field: 'files', message: 'Choose a file, or give a link, a note or a figure' })
  }
  const input = {
    ...{ ...dates, lapsesOn: lapses?.day ?? null, note: form.note, link: form.link || null, fileIds: files.map(({ id }) => id), figure },
    practiceCodes: form.practiceCodes.length > 0 ? form.practiceCodes : null,
  }
  return { input, problems }
}

function readWhen(fields: FormFields, today: Day, problems: InputProblem[]): object {
  const read = (name: string, what: string): Day | null => {
    const { day, problems: found } = readDay(fields, name, what)
    problems.push(...found)
    return day
  }
  switch (fields.one('when')) {
    case 'today':
      return { happenedOn: today }
    case 'day':
      return { happenedOn: read('happenedOn', 'The day it happened') }
    case 'period':
      return { coversFrom: read('coversFrom', 'The first day'), coversTo: read('coversTo', 'The last day') }
    default:
      problems.push({ field: 'when', message: 'Say when it happened' })
      return {}
  }
}

function readFigure({ numerator, denominator, source, trust }: RecordForm['figure'], problems: InputProblem[]): object | null {
  if (!numerator && !denominator && !source && !trust) return null
  const whole = (text: string, field: string, what: string): number | null => {
    if (/^\d{1,9}$/.test(text.replaceAll(',', ''))) return Number(text.replaceAll(',', ''))
    problems.push({ field, message: `${what} must be a whole number` })
    return null
  }
  const figure = {
    numerator: whole(numerator, 'figure-numerator', 'The figure'),
    denominator: denominator ? whole(denominator, 'figure-denominator', 'Out of how many') : null,
  }
  if (!source) problems.push({ field: 'figure-source', message: 'Say where the figure comes from' })
  if (!trust) problems.push({ field: 'figure-trust', message: 'Say who counted the figure' })
  return { ...figure, source, trust }
}
