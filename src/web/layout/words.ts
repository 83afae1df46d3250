import { addDays, type ContractYear, type Day, daysBetween, type Instant } from '../../platform/day.js'

const format = (options: Intl.DateTimeFormatOptions, timeZone = 'UTC') => new Intl.DateTimeFormat('en-GB', { ...options, timeZone })
const longDay = format({ day: 'numeric', month: 'long', year: 'numeric' })
const shortDay = format({ day: 'numeric', month: 'short' })
const weekdayDay = format({ weekday: 'long', day: 'numeric', month: 'long' })
const clockTime = format({ hour: 'numeric', minute: '2-digit', hourCycle: 'h12' }, 'Europe/London')
const instantDay = format({ day: 'numeric', month: 'long', year: 'numeric' }, 'Europe/London')

/** A day as the NHS content guide writes it: 21 November 2026. */
export function dayInWords(day: Day): string {
  return longDay.format(new Date(`${day}T00:00:00Z`))
}

/** A day of a year that goes without saying: 21 Nov. */
export function shortDayInWords(day: Day): string {
  return shortDay.format(new Date(`${day}T00:00:00Z`)).replace('Sept', 'Sep')
}

/** A day of these weeks: Saturday 21 November. */
export function weekdayInWords(day: Day): string {
  return weekdayDay.format(new Date(`${day}T00:00:00Z`)).replace(',', '')
}

/** A moment, in England: 21 November 2026 at 12:05pm. */
export function momentInWords(at: Instant): string {
  return `${instantDay.format(new Date(at))} at ${timeInWords(at)}`
}

/** The time of a moment, in England: 12:05pm. */
export function timeInWords(at: Instant): string {
  return clockTime.format(new Date(at)).replace(/\s?([ap])\.?m\.?/i, (_, half: string) => `${half.toLowerCase()}m`)
}

/** Where a day is, seen from today: today, tomorrow, in 5 days, 12 days ago. */
export function fromToday(day: Day, today: Day): string {
  const days = daysBetween(today, day)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}

/** A period as shortly as it can be said: 1 April to 30 June 2026. */
export function periodInWords(from: Day, to: Day | null): string {
  if (to === null) return `from ${dayInWords(from)}`
  if (from === to) return dayInWords(from)
  const start = from.slice(0, 4) === to.slice(0, 4) ? dayInWords(from).slice(0, -5) : dayInWords(from)
  return `${start} to ${dayInWords(to)}`
}

/** What a period is called in a contract year: "the whole year", "quarter 2", "July 2026", or its days. */
export function periodName(from: Day, to: Day | null, contractYear: ContractYear): string {
  if (to === null) return `from ${dayInWords(from)}`
  const start = Number(contractYear.slice(0, 4))
  if (from === `${start}-04-01` && to === `${start + 1}-03-31`) return 'the whole year'
  const quarters = [`${start}-04-01`, `${start}-07-01`, `${start}-10-01`, `${start + 1}-01-01`]
  const quarter = quarters.indexOf(from)
  if (quarter >= 0 && to === addDays(quarters[quarter + 1] ?? `${start + 1}-04-01`, -1)) return `quarter ${quarter + 1}`
  if (from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && addDays(to, 1).endsWith('-01')) return dayInWords(from).slice(2)
  return periodInWords(from, to)
}

/** What something is about, to begin a sentence: "For quarter 3", "After 1 November 2026". */
export function forPeriod(from: Day, to: Day | null, contractYear: ContractYear): string {
  return to === null ? `After ${dayInWords(from)}` : `For ${periodName(from, to, contractYear)}`
}

/** A count with its noun: 1 item, 12 items, 1,200 items. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}

/** A list as a sentence has it: "a", "a and b", "a, b and c". */
export function listInWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

/** A share from 0 to 1 as a whole percentage; never rounded to 0% or 100% where it is neither. */
export function percent(share: number): string {
  const whole = Math.round(share * 100)
  if (whole === 0 && share > 0) return 'less than 1%'
  if (whole === 100 && share < 1) return 'more than 99%'
  return `${whole}%`
}

/** A file's size: 12 KB, 3.4 MB. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** Pence as whole pounds; null where no amount is known. */
export function inPounds(pence: number | null): string | null {
  return pence === null ? null : `£${(pence / 100).toLocaleString('en-GB', { maximumFractionDigits: 0 })}`
}
