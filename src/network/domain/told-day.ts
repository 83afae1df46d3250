import { addDays, addMonths, contractYearOf, type Day, daysBetween, firstDayOf, isDay } from '../../platform/day.js'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** What a told day may look like, for messages. */
export const toldDayForms = '"2019-07-01", "20 days ago", "in 75 days", "1 July this year" or "1 January last year"'

/**
 * The day a text tells, seen from today: a written day, a number of days ago or ahead, or a day of this or the last contract year
 * (April to March: in 2026/27, "1 January this year" is 2027-01-01). So data made for demonstration never ages.
 * Returns undefined when the text tells no day, such as "30 February this year".
 */
export function toldDay(text: string, today: Day): Day | undefined {
  if (isDay(text)) return text
  const distance = /^(\d{1,4}) days? ago$/.exec(text)?.[1]
  if (distance !== undefined) return addDays(today, -Number(distance))
  const ahead = /^in (\d{1,4}) days?$/.exec(text)?.[1]
  if (ahead !== undefined) return addDays(today, Number(ahead))
  const [, dayOfMonth = '', monthName = '', which] = /^(\d{1,2}) ([A-Z][a-z]+) (this|last) year$/.exec(text) ?? []
  const month = months.indexOf(monthName)
  if (month < 0) return undefined
  const thisYear = firstDayOf(contractYearOf(today))
  const april = which === 'this' ? thisYear : addMonths(thisYear, -12)
  const firstOfMonth = addMonths(april, (month + 9) % 12)
  const length = daysBetween(firstOfMonth, addMonths(firstOfMonth, 1))
  const number = Number(dayOfMonth)
  return number >= 1 && number <= length ? addDays(firstOfMonth, number - 1) : undefined
}
