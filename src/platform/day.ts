import { Temporal } from 'temporal-polyfill'

/** A calendar day in England, `YYYY-MM-DD`. Days sort and compare as text. */
export type Day = string

/** A moment in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. Instants sort and compare as text. */
export type Instant = string

/** A contract year as the NHS writes it, `2026/27`: 1 April 2026 to 31 March 2027. */
export type ContractYear = string

/** Whether a text is a real day written as `YYYY-MM-DD` (2026-02-30 is not). */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

/** The day `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** The day `months` later (earlier when negative); the month's last day where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString()
}

/** Days from one day to another; negative when `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
}

/** The day it is in England at a moment, summer time included. */
export function dayAt(instant: Instant): Day {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate().toString()
}

/** The moment a day begins in England. */
export function startOf(day: Day): Instant {
  const start = Temporal.PlainDate.from(day).toZonedDateTime('Europe/London').toInstant()
  return start.toString({ fractionalSecondDigits: 3 })
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

/** The later of two days. */
export function later(one: Day, other: Day): Day {
  return one > other ? one : other
}

/** The earlier of two days. */
export function earlier(one: Day, other: Day): Day {
  return one < other ? one : other
}

/** Whether a text is a contract year: `2026/27`, the second part following the first. */
export function isContractYear(text: unknown): text is ContractYear {
  if (typeof text !== 'string') return false
  const found = /^(\d{4})\/(\d{2})$/.exec(text)
  return found !== null && (Number(found[1]) + 1) % 100 === Number(found[2])
}

/** 1 April of a contract year. Errors: RangeError when the text is not one. */
export function firstDayOf(year: ContractYear): Day {
  if (!isContractYear(year)) throw new RangeError(`Not a contract year: ${String(year)}`)
  return `${year.slice(0, 4)}-04-01`
}

/** 31 March that ends a contract year. */
export function lastDayOf(year: ContractYear): Day {
  return addDays(addMonths(firstDayOf(year), 12), -1)
}

/** The contract year a day falls in. */
export function contractYearOf(day: Day): ContractYear {
  const { year, month } = Temporal.PlainDate.from(day)
  const start = month >= 4 ? year : year - 1
  return `${start}/${String((start + 1) % 100).padStart(2, '0')}`
}

/** The moment some hours later (earlier when negative). */
export function addHours(instant: Instant, hours: number): Instant {
  return Temporal.Instant.from(instant).add({ hours }).toString({ fractionalSecondDigits: 3 })
}

/** The moment some minutes later (earlier when negative). */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return Temporal.Instant.from(instant).add({ minutes }).toString({ fractionalSecondDigits: 3 })
}

/** The same moment some years before; 28 February where a year has no 29th. */
export function yearsBefore(instant: Instant, years: number): Instant {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('UTC').subtract({ years }).toInstant().toString({ fractionalSecondDigits: 3 })
}
