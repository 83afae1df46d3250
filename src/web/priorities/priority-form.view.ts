import { type FormFields } from '../../platform/web/form.js'
import { type TypedDay, typedDay } from '../layout/dates.js'
import { rowsSent } from './priority.form.js'

/** What the form can be filled with. */
export interface FormChoices {
  readonly staffGroups: readonly { readonly code: string; readonly name: string }[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly items: readonly {
    readonly code: string
    readonly requirement: { readonly title: string; readonly serviceArea: { readonly title: string } }
  }[]
}

interface MilestoneRow {
  readonly at: string
  readonly number: number
  readonly id: string
  readonly title: string
  readonly hours: string
  readonly dueOn: TypedDay
}

/** The form as it stands: what was typed, with an empty row more of each list to type into. */
export function priorityFormView(
  fields: FormFields,
  { staffGroups, people, items }: FormChoices,
  isAdding: 'milestones' | 'serves' | null,
) {
  const rows = (list: 'milestones' | 'serves'): number => Math.max(1, rowsSent(fields, list) + (isAdding === list ? 1 : 0))
  const one = (name: string): string => fields.one(name)
  return {
    texts: Object.fromEntries(
      ['title', 'need', 'needSource', 'population', 'measure', 'baseline', 'target'].map((name) => [name, one(name)]),
    ),
    owners: [
      { value: '', text: 'Nobody yet' },
      ...people.map(({ id, name }) => ({ value: id, text: name, selected: id === one('ownerId') })),
    ],
    ...{ opensOn: typedDay(fields, 'opensOn'), closesOn: typedDay(fields, 'closesOn') },
    groups: staffGroups.map(({ code, name }) => ({
      ...{ code, name },
      boxes: [
        { part: 'central', heading: 'Most likely' },
        { part: 'low', heading: 'Fewest' },
        { part: 'high', heading: 'Most' },
      ].map(({ part, heading }) => ({ id: `hours-${code}-${part}`, heading, value: one(`hours-${code}-${part}`) })),
    })),
    milestones: Array.from({ length: rows('milestones') }, (_, row) => milestoneRow(fields, row)),
    serves: Array.from({ length: rows('serves') }, (_, row) => servesRow(fields, row, staffGroups, items)),
  }
}

function milestoneRow(fields: FormFields, row: number): MilestoneRow {
  const at = `milestones-${row}`
  const one = (name: string): string => fields.one(`${at}-${name}`)
  return { at, number: row + 1, id: one('id'), title: one('title'), hours: one('hours'), dueOn: typedDay(fields, `${at}-dueOn`) }
}

function servesRow(fields: FormFields, row: number, staffGroups: FormChoices['staffGroups'], items: FormChoices['items']) {
  const at = `serves-${row}`
  const chosen = fields.one(`${at}-staffGroup`)
  return {
    ...{ at, number: row + 1, hours: fields.one(`${at}-hours`), areas: areasOf(items, fields.one(`${at}-requirementCode`)) },
    groups: staffGroups.map(({ code, name }) => ({ value: code, text: name, selected: code === chosen })),
  }
}

/** Requirements by service area, as a list to choose from. */
export function areasOf(items: FormChoices['items'], chosen: string) {
  const areas = new Map<string, { value: string; text: string; selected: boolean }[]>()
  for (const { code, requirement } of items) {
    const options = areas.get(requirement.serviceArea.title) ?? []
    options.push({ value: code, text: `${code} ${requirement.title}`, selected: code === chosen })
    areas.set(requirement.serviceArea.title, options)
  }
  return [...areas].map(([title, options]) => ({ title, options }))
}
