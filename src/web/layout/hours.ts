import { count } from './words.js'

/** Minutes of an hour. */
const HOUR = 60

/** Minutes as hours stand in a box or a table: 90 are "1.5". Two decimals read back as the same minutes. Not known is empty. */
export function hoursInBox(minutes: number | null | undefined): string {
  if (minutes === null || minutes === undefined) return ''
  return String(Math.round((minutes / HOUR) * 100) / 100)
}

/** The same for reading: 90,000 minutes are "1,500". */
export function hoursInTable(minutes: number): string {
  return (minutes / HOUR).toLocaleString('en-GB', { maximumFractionDigits: 1 })
}

/** Minutes as people say them: "2 hours 30 minutes"; none is "no time". What is not known is never 0. */
export function hoursInWords(minutes: number | null): string {
  if (minutes === null) return 'not known'
  const [hours, rest] = [Math.floor(minutes / HOUR), minutes % HOUR]
  const words = [hours > 0 ? count(hours, 'hour') : '', rest > 0 ? count(rest, 'minute') : '']
  return words.filter(Boolean).join(' ') || 'no time'
}

/** The same of a sum nobody counts in minutes: to the nearest hour, halves up; the first half hour is "less than 1 hour", never none. */
export function wholeHours(minutes: number | null): string {
  const hours = minutes === null ? null : Math.floor((minutes + HOUR / 2) / HOUR)
  return hours === 0 && minutes !== 0 ? 'less than 1 hour' : hoursInWords(hours === null ? null : hours * HOUR)
}

/** How people write a time, and the minutes of what they wrote. */
const spellings: readonly (readonly [RegExp, (parts: readonly number[]) => number])[] = [
  [/^(\d+(?:\.\d+)?)(?:h|hr|hrs|hour|hours)?$/, ([hours = 0]) => hours * HOUR],
  [/^(\d+):([0-5]\d)$/, ([hours = 0, minutes = 0]) => hours * HOUR + minutes],
  [/^(\d+)(?:m|min|mins|minute|minutes)$/, ([minutes = 0]) => minutes],
  [/^(\d+)(?:h|hr|hrs|hour|hours)(\d+)(?:m|min|mins|minute|minutes)?$/, ([hours = 0, minutes = 0]) => hours * HOUR + minutes],
]

/** Whole minutes of what was typed as hours: "1.5", "1:30", "1h 30m", "90 min", "1,500". Null: it cannot be read. */
export function minutesTyped(text: string): number | null {
  const plain = text
    .toLowerCase()
    .replace(/(\d),(\d{3})(?!\d)/g, '$1$2')
    .replace(/\s+/g, '')
  for (const [spelling, minutes] of spellings) {
    const found = spelling.exec(plain)
    if (found) return Math.round(minutes(found.slice(1).map(Number)))
  }
  return null
}

const exactly = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** A message of the API with its minutes as hours: "600 minutes" are "10 hours". */
export function minutesAsHours(message: string): string {
  const hours = (_: string, before: string, minutes: string): string =>
    `${before}${exactly.format(Number(minutes.replaceAll(',', '')) / HOUR)} hours`
  return message.replace(/()\b(\d[\d,]*) minutes?\b/g, hours).replace(/(the most here is )(\d[\d,]*)/, hours)
}
