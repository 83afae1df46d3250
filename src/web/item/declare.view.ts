import { type InputProblem } from '../../platform/request-error.js'
import { type Day } from '../../platform/day.js'
import { type FormFields } from '../../platform/web/form.js'
import { readDay, type TypedDay, typedDay } from '../layout/dates.js'
import { isOpen } from '../layout/status.js'
import { periodName } from '../layout/words.js'
import { type ChecklistOfItem, type OccurrenceToShow } from './item.data.js'

export interface ItemToDeclare {
  readonly id: string
  readonly code: string
  readonly requirement: { readonly title: string; readonly text: string; readonly paragraph: string | null; readonly perPractice: boolean }
  readonly occurrences: readonly OccurrenceToShow[]
}

interface Director {
  readonly id: string
  readonly name: string
}

/** What the operation of the page answers. */
export interface DeclareData extends ItemToDeclare {
  readonly checklist: Pick<ChecklistOfItem, 'contractYear' | 'integratedCareBoard'> & {
    readonly network: (NonNullable<ChecklistOfItem['network']> & { readonly clinicalDirectors: readonly Director[] | null }) | null
    readonly items: { readonly nodes: readonly ItemToDeclare[] }
  }
}

/** One thing that can be declared, in the wording that is kept with the declaration. */
export interface Statement {
  readonly id: string
  readonly heading: string
  readonly wording: string
}

/** What can be declared: this item first, then whatever else is open and shown by a declaration. */
export function statementsOf(item: DeclareData): { readonly own: Statement[]; readonly others: Statement[] } {
  const statements = ({ code, requirement, occurrences }: ItemToDeclare): Statement[] =>
    occurrences
      .filter(({ standing }) => isOpen(standing.status))
      .map(({ id, periodFrom, periodTo }) => ({
        id,
        heading: `${code} ${requirement.title}, ${periodName(periodFrom, periodTo, item.checklist.contractYear)}`,
        wording: requirement.paragraph ? `${requirement.text} (Paragraph ${requirement.paragraph})` : requirement.text,
      }))
  return { own: statements(item), others: item.checklist.items.nodes.filter(({ id }) => id !== item.id).flatMap(statements) }
}

/** What stands in the form. */
export interface DeclareForm {
  readonly idempotencyKey: string
  readonly occurrenceIds: readonly string[]
  readonly when: string
  readonly happenedOn: TypedDay
  readonly directorId: string
  readonly confirmedHow: string
  readonly confirmedOn: TypedDay
  readonly practiceCodes: readonly string[]
}

export function declareFormOf(fields: FormFields): DeclareForm {
  return {
    ...{ idempotencyKey: fields.one('idempotencyKey'), occurrenceIds: fields.all('occurrenceIds'), when: fields.one('when') },
    ...{ happenedOn: typedDay(fields, 'happenedOn'), directorId: fields.one('directorId'), confirmedHow: fields.one('confirmedHow') },
    ...{ confirmedOn: typedDay(fields, 'confirmedOn'), practiceCodes: fields.all('practiceCodes') },
  }
}

/** The mutation's input, and what has to be put right first. Somebody who is no director says whose declaration it is. */
export function declareInput(fields: FormFields, today: Day, onBehalf: boolean): { input: object; problems: InputProblem[] } {
  const form = declareFormOf(fields)
  const problems: InputProblem[] = []
  const day = (name: string, what: string): Day | null => {
    const read = readDay(fields, name, what)
    problems.push(...read.problems)
    return read.day
  }
  if (form.occurrenceIds.length === 0) problems.push({ field: 'occurrenceIds', message: 'Choose at least one thing to declare' })
  if (form.when !== 'today' && form.when !== 'day') problems.push({ field: 'when', message: 'Say on which day it is declared' })
  const declaredOn = form.when === 'today' ? today : form.when === 'day' ? day('happenedOn', 'The day of the declaration') : null
  if (onBehalf && !form.directorId) problems.push({ field: 'directorId', message: 'Choose whose declaration it is' })
  if (onBehalf && !form.confirmedHow) problems.push({ field: 'confirmedHow', message: 'Say how the clinical director confirmed it' })
  const confirmedOn = onBehalf ? day('confirmedOn', 'The day the clinical director confirmed it') : null
  const { directorId, confirmedHow, practiceCodes } = form
  const input = {
    ...{ idempotencyKey: form.idempotencyKey || null, occurrenceIds: form.occurrenceIds, declaredOn },
    practiceCodes: practiceCodes.length > 0 ? practiceCodes : null,
    onBehalfOf: onBehalf ? { directorId, confirmedHow, confirmedOn } : null,
  }
  return { input, problems }
}

/** Problems of the API under the names of this form's fields. */
export function renamed(problems: readonly InputProblem[]): InputProblem[] {
  const names: Readonly<Record<string, string>> = {
    ...{ declaredOn: 'happenedOn', onBehalfOf: 'directorId', 'onBehalfOf.directorId': 'directorId' },
    ...{ 'onBehalfOf.confirmedHow': 'confirmedHow', 'onBehalfOf.confirmedOn': 'confirmedOn' },
  }
  return problems.map(({ field, message }) => ({ field: names[field] ?? field, message }))
}
