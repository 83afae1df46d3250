import { type Day, isDay } from '../../platform/day.js'
import { type InputProblem } from '../../platform/request-error.js'
import { type FormFields } from '../../platform/web/form.js'

/** What stands in the three boxes of a day. */
export interface TypedDay {
  readonly day: string
  readonly month: string
  readonly year: string
}

/** What was typed as a day. */
export function typedDay(fields: FormFields, name: string): TypedDay {
  return { day: fields.one(`${name}[day]`), month: fields.one(`${name}[month]`), year: fields.one(`${name}[year]`) }
}

/** Whether nothing was typed at all. */
export function isBlank({ day, month, year }: TypedDay): boolean {
  return day === '' && month === '' && year === ''
}

/** The day that was typed; null when it is none. Months may be written as words. */
export function dayOf({ day, month, year }: TypedDay): Day | null {
  const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
  const named = months.indexOf(month.slice(0, 3).toLowerCase()) + 1
  const text = `${year.padStart(4, '20')}-${(named > 0 ? String(named) : month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? text : null
}

/** The day that was typed, or what is wrong with it. `what` begins the sentence: "The day it happened". */
export function readDay(fields: FormFields, name: string, what: string): { readonly day: Day | null; readonly problems: InputProblem[] } {
  const typed = typedDay(fields, name)
  if (isBlank(typed)) return { day: null, problems: [{ field: name, message: `${what} is missing: enter a day, month and year` }] }
  const day = dayOf(typed)
  return day ? { day, problems: [] } : { day, problems: [{ field: name, message: `${what} must be a real date, such as 14 9 2026` }] }
}

/** A day, as it stands in its three boxes; empty boxes for none. */
export function dayBoxes(day: Day | null): TypedDay {
  if (day === null) return { day: '', month: '', year: '' }
  return { day: String(Number(day.slice(8))), month: String(Number(day.slice(5, 7))), year: day.slice(0, 4) }
}
