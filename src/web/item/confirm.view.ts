import { type Day } from '../../platform/day.js'
import { type InputProblem } from '../../platform/request-error.js'
import { type FormFields } from '../../platform/web/form.js'
import { readDay } from '../layout/dates.js'
import { isOpen } from '../layout/status.js'
import { dayInWords, periodName } from '../layout/words.js'
import { type ChecklistOfItem, type OccurrenceToShow } from './item.data.js'

/** What the operation of the page answers. */
export interface ConfirmData {
  readonly id: string
  readonly code: string
  readonly requirement: { readonly title: string; readonly text: string; readonly perPractice: boolean }
  readonly occurrences: readonly (OccurrenceToShow & { readonly practices: { readonly missing: readonly string[] } | null })[]
  readonly checklist: Pick<ChecklistOfItem, 'contractYear' | 'network' | 'integratedCareBoard'>
}

/** A practice's part that is still to be confirmed. */
export interface Part {
  readonly value: string
  readonly text: string
  readonly hint: { readonly text: string }
}

/** What these practices still have to confirm: a choice of one practice's part of one occurrence, by its value. */
export function partsOf({ occurrences, checklist }: ConfirmData, practiceCodes: readonly string[]): Part[] {
  const practices = (checklist.network?.practices ?? []).filter(({ practice }) => practiceCodes.includes(practice.odsCode))
  return occurrences
    .filter(({ standing }) => isOpen(standing.status))
    .flatMap(({ id, periodFrom, periodTo, dueOn, practices: coverage }) =>
      practices
        .filter(({ practice }) => coverage?.missing.includes(practice.odsCode))
        .map(({ practice }) => ({
          value: `${id} ${practice.odsCode}`,
          text: `${practice.name}, ${periodName(periodFrom, periodTo, checklist.contractYear)}`,
          hint: { text: dueOn ? `Due ${dayInWords(dueOn)}` : 'No deadline' },
        })),
    )
}

/** The mutation's input, and what has to be put right first. */
export function confirmInput(fields: FormFields, today: Day): { input: object; problems: InputProblem[] } {
  const problems: InputProblem[] = []
  const [occurrenceId = '', practiceCode = ''] = fields.one('part').split(' ')
  if (!occurrenceId || !practiceCode) problems.push({ field: 'part', message: 'Choose what is confirmed' })
  const when = fields.one('when')
  const read = when === 'day' ? readDay(fields, 'happenedOn', 'The day') : null
  problems.push(...(read?.problems ?? []))
  if (when !== 'today' && when !== 'day') problems.push({ field: 'when', message: 'Say on which day it was so' })
  const happenedOn = when === 'today' ? today : (read?.day ?? null)
  return {
    input: { idempotencyKey: fields.one('idempotencyKey') || null, occurrenceId, practiceCode, happenedOn, note: fields.one('note') },
    problems,
  }
}
