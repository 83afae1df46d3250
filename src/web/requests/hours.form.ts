import { type InputProblem } from '../../platform/request-error.js'
import { type FormFields } from '../../platform/web/form.js'
import { type Minutes, type StaffGroup } from './request.data.js'

/** What stands in the boxes of one staff group. */
export interface HoursRow extends StaffGroup {
  readonly least: string
  readonly likely: string
  readonly most: string
}

/** What is typed where a staff group has a part in it and nobody knows how much. */
const UNKNOWN = '?'

/** What was typed, staff group by staff group. */
export function hoursRows(fields: FormFields, groups: readonly StaffGroup[]): HoursRow[] {
  return groups.map(({ code, name }) => ({
    ...{ code, name, least: fields.one(`least-${code}`), likely: fields.one(`likely-${code}`), most: fields.one(`most-${code}`) },
  }))
}

/** The same boxes with what is known in them. */
export function rowsOf(minutes: readonly Minutes[] | null, groups: readonly StaffGroup[]): HoursRow[] {
  return groups.map((group) => {
    const found = minutes?.find(({ staffGroup }) => staffGroup === group.code)
    if (!found) return { ...group, least: '', likely: '', most: '' }
    if (found.minutes === null) return { ...group, least: '', likely: UNKNOWN, most: '' }
    const { low, central, high } = found.minutes
    const isSpan = low !== central || high !== central
    return { ...group, likely: typed(central), least: isSpan ? typed(low) : '', most: isSpan ? typed(high) : '' }
  })
}

interface EnteredMinutes {
  readonly staffGroup: string
  readonly minutes: { readonly low: number | null; readonly central: number; readonly high: number | null } | null
}

/** The minutes that were typed as hours; null where nothing was. */
export function minutesOf(rows: readonly HoursRow[]): { readonly minutes: EnteredMinutes[] | null; readonly problems: InputProblem[] } {
  const minutes: EnteredMinutes[] = []
  const problems: InputProblem[] = []
  for (const { code, name, least, likely, most } of rows) {
    if (least === '' && likely === '' && most === '') continue
    const field = `likely-${code}`
    if (likely === UNKNOWN) {
      minutes.push({ staffGroup: code, minutes: null })
      continue
    }
    const [low, central, high] = [least, likely, most].map((text) => (text === '' ? null : minutesIn(text)))
    if (central === null) problems.push({ field, message: `Enter the most likely hours for ${lower(name)}, or ? where nobody knows` })
    else if ([low, central, high].includes(undefined)) {
      problems.push({ field, message: `Hours for ${lower(name)} must be numbers, such as 4 or 2.5` })
    } else minutes.push({ staffGroup: code, minutes: { low: low ?? null, central: central ?? 0, high: high ?? null } })
  }
  return { minutes: minutes.length === 0 ? null : minutes, problems }
}

/** Problems of the API about minutes, at the staff group's own boxes. */
export function atGroup(problem: InputProblem, minutes: readonly EnteredMinutes[] | null): InputProblem {
  const place = /^(?:input\.)?minutes\.(\d+)/.exec(problem.field)?.[1]
  const group = place === undefined ? undefined : minutes?.[Number(place)]
  return group ? { ...problem, field: `likely-${group.staffGroup}` } : problem
}

/** Hours as minutes; undefined where it is no such number. */
function minutesIn(text: string): number | undefined {
  if (!/^\d{1,5}([.,]\d{1,2})?$/.test(text)) return undefined
  return Math.round(Number(text.replace(',', '.')) * 60)
}

function typed(minutes: number): string {
  return String(Math.round((minutes / 60) * 100) / 100)
}

function lower(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}
