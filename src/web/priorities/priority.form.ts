import { type Day, firstDayOf, lastDayOf } from '../../platform/day.js'
import { type InputProblem } from '../../platform/request-error.js'
import { type FormFields } from '../../platform/web/form.js'
import { dayBoxes, isBlank, readDay, typedDay } from '../layout/dates.js'
import { hoursInBox, minutesAsHours, minutesTyped } from '../layout/hours.js'
import { type PriorityData } from './priority.data.js'

/** Texts of a priority that stand in the form as they are. */
const TEXTS = ['title', 'need', 'needSource', 'population', 'ownerId', 'measure', 'baseline', 'target'] as const
const CASES = ['low', 'central', 'high'] as const

/** What a priority says, as the form's fields; only what the form needs of it. */
type Setting = Pick<
  PriorityData,
  'title' | 'need' | 'needSource' | 'population' | 'measure' | 'baseline' | 'target' | 'opensOn' | 'closesOn' | 'minutes' | 'serves'
> & {
  readonly owner: { readonly id: string } | null
  readonly milestones: readonly Omit<PriorityData['milestones'][number], 'doneOn' | 'marks'>[]
}

/** Fields of a form for a new priority: the whole of the year. */
export function newFields(contractYear: string): Record<string, readonly string[]> {
  return { ...dayFields('opensOn', firstDayOf(contractYear)), ...dayFields('closesOn', lastDayOf(contractYear)) }
}

/** Fields of a form that changes a priority. */
export function fieldsOf(priority: Setting): Record<string, readonly string[]> {
  const { owner, opensOn, closesOn, minutes, milestones, serves, ...texts } = priority
  const said = { ...texts, ownerId: owner?.id ?? '' }
  return {
    ...Object.fromEntries(TEXTS.map((name) => [name, [said[name] ?? '']])),
    ...{ ...dayFields('opensOn', opensOn), ...dayFields('closesOn', closesOn) },
    ...Object.fromEntries(minutes.flatMap((range) => CASES.map((one) => [`hours-${range.staffGroup}-${one}`, [hoursInBox(range[one])]]))),
    ...indexed('milestones', milestones, ({ id, title, dueOn, minutes: takes }) => ({
      ...{ id: [id], title: [title], hours: [hoursInBox(takes)] },
      ...Object.fromEntries(Object.entries(dayBoxes(dueOn)).map(([box, value]) => [`dueOn[${box}]`, [value]])),
    })),
    ...indexed('serves', serves, (one) => ({
      ...{ requirementCode: [one.requirementCode], staffGroup: [one.staffGroup], hours: [hoursInBox(one.minutes)] },
    })),
  }
}

function dayFields(name: string, day: Day): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(dayBoxes(day)).map(([box, value]) => [`${name}[${box}]`, [value]]))
}

function indexed<T>(list: string, rows: readonly T[], fields: (row: T) => Record<string, readonly string[]>) {
  return Object.fromEntries(
    rows.flatMap((row, index) => Object.entries(fields(row)).map(([name, value]) => [`${list}-${index}-${name}`, value])),
  ) as Record<string, readonly string[]>
}

/** How many rows of a list were sent. */
export function rowsSent(fields: FormFields, list: 'milestones' | 'serves'): number {
  const name = list === 'milestones' ? 'title' : 'hours'
  let rows = 0
  while (fields.all(`${list}-${rows}-${name}`).length > 0) rows += 1
  return rows
}

/** The mutation's input, what has to be put right before it can be sent, and which field of the form each part of the input came from. */
export interface ReadPriority {
  readonly input: Record<string, unknown>
  readonly problems: readonly InputProblem[]
  /** Keys are paths of the input, such as `minutes.0`. */
  readonly origin: ReadonlyMap<string, string>
}

/** Reads the form. Nothing but whole hours and days is judged here: the rest is the API's. */
export function readPriority(fields: FormFields, staffGroups: readonly { readonly code: string; readonly name: string }[]): ReadPriority {
  const problems: InputProblem[] = []
  const origin = new Map<string, string>()
  if (!fields.one('title')) problems.push({ field: 'title', message: 'Enter what you want to do' })
  const day = (name: string, what: string): Day | null => {
    const read = readDay(fields, name, what)
    problems.push(...read.problems)
    return read.day
  }
  const input = {
    ...Object.fromEntries(TEXTS.map((name) => [name, fields.one(name) || null])),
    ...{ opensOn: day('opensOn', 'The first day'), closesOn: day('closesOn', 'The last day') },
    minutes: readMinutes(fields, staffGroups, problems, origin),
    milestones: readMilestones(fields, problems, origin),
    serves: readServes(fields, problems, origin),
  }
  return { input, problems, origin }
}

/** Hours of a box; null when it is empty. */
function hoursOf(fields: FormFields, field: string, problems: InputProblem[], what: string): number | null {
  const text = fields.one(field)
  if (text === '') return null
  const minutes = minutesTyped(text)
  if (minutes === null) problems.push({ field, message: `${what} must be hours, such as 40, 1.5 or 1:30, not “${text.slice(0, 20)}”` })
  return minutes
}

function readMinutes(
  fields: FormFields,
  staffGroups: readonly { readonly code: string; readonly name: string }[],
  problems: InputProblem[],
  origin: Map<string, string>,
) {
  const read = staffGroups.flatMap(({ code, name }) => {
    const field = `hours-${code}-central`
    const [low = null, central = null, high = null] = CASES.map((one) => hoursOf(fields, `hours-${code}-${one}`, problems, name))
    if (central === null && (low !== null || high !== null)) problems.push({ field, message: `${name}: the most likely hours are missing` })
    if (central === null) return []
    if ((low ?? central) > central || central > (high ?? central)) {
      problems.push({ field, message: `${name}: the most likely hours must be between the fewest and the most` })
    }
    return [{ staffGroup: code, low: low ?? central, central, high: high ?? central }]
  })
  read.forEach(({ staffGroup }, index) => origin.set(`minutes.${index}`, `hours-${staffGroup}-central`))
  return read
}

function readMilestones(fields: FormFields, problems: InputProblem[], origin: Map<string, string>) {
  const read: object[] = []
  for (let row = 0; row < rowsSent(fields, 'milestones'); row += 1) {
    const at = `milestones-${row}`
    const [id, title, hours] = ['id', 'title', 'hours'].map((name) => fields.one(`${at}-${name}`))
    const isEmpty = !title && !hours && isBlank(typedDay(fields, `${at}-dueOn`))
    if (isEmpty) continue
    if (!title) problems.push({ field: `${at}-title`, message: `Milestone ${row + 1}: enter what it is` })
    const { day, problems: found } = readDay(fields, `${at}-dueOn`, `Milestone ${row + 1}: the day`)
    problems.push(...found)
    for (const [part, field] of Object.entries({ title: 'title', dueOn: 'dueOn', minutes: 'hours' })) {
      origin.set(`milestones.${read.length}.${part}`, `${at}-${field}`)
    }
    read.push({ id: id || null, title, dueOn: day, minutes: hoursOf(fields, `${at}-hours`, problems, `Milestone ${row + 1}`) })
  }
  return read
}

function readServes(fields: FormFields, problems: InputProblem[], origin: Map<string, string>) {
  const read: object[] = []
  for (let row = 0; row < rowsSent(fields, 'serves'); row += 1) {
    const at = `serves-${row}`
    const [requirementCode, staffGroup, hours] = ['requirementCode', 'staffGroup', 'hours'].map((name) => fields.one(`${at}-${name}`))
    if (!requirementCode && !hours) continue
    if (!requirementCode) problems.push({ field: `${at}-requirementCode`, message: `Contract work ${row + 1}: choose the requirement` })
    const minutes = hoursOf(fields, `${at}-hours`, problems, `Contract work ${row + 1}`)
    if (!hours) problems.push({ field: `${at}-hours`, message: `Contract work ${row + 1}: enter how many hours it gives` })
    origin.set(`serves.${read.length}`, `${at}-hours`)
    origin.set(`serves.${read.length}.requirementCode`, `${at}-requirementCode`)
    read.push({ requirementCode, staffGroup, minutes })
  }
  if (read.length > 0) origin.set('serves', 'serves-0-requirementCode')
  return read
}

/** What the API refuses, beside the fields it came from, in the words of the form: hours, and names of staff groups. */
export function inForm(
  problems: readonly InputProblem[],
  origin: ReadonlyMap<string, string>,
  staffGroups: readonly { readonly code: string; readonly name: string }[],
): InputProblem[] {
  return problems.map(({ field, message }) => {
    const name = field.replace(/^input\./, '')
    const shorter = name.split('.').slice(0, 2).join('.')
    return { field: origin.get(name) ?? origin.get(shorter) ?? name, message: inHours(message, staffGroups) }
  })
}

function inHours(message: string, staffGroups: readonly { readonly code: string; readonly name: string }[]): string {
  const named = staffGroups.reduce((text, { code, name }) => text.replaceAll(code, name.toLowerCase()), message)
  return minutesAsHours(named)
}
