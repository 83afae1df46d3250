import { type ContractYear, type Day, firstDayOf } from '../../platform/day.js'

/** Months of a contract year: April is 0, March is 11. */
export const MONTHS = 12

/** Whole months of a contract year in which something can be done, April = 0; first and last included. */
export interface MonthWindow {
  readonly firstMonth: number
  readonly lastMonth: number
}

/**
 * The month of a contract year a day falls in, April = 0. A day before the year counts as April, one after it as March: work of a contract
 * year is counted in that year, once. Errors: RangeError when the year is not one. Source: docs/method/workload.md.
 */
export function monthOf(day: Day, year: ContractYear): number {
  return Math.min(MONTHS - 1, Math.max(0, monthsFrom(firstDayOf(year), day)))
}

/** The months a span of days touches. Errors: RangeError when the span ends before it starts or the year is not one. */
export function monthsOf(from: Day, to: Day, year: ContractYear): MonthWindow {
  if (to < from) throw new RangeError(`Ends on ${to}, before it starts on ${from}`)
  return { firstMonth: monthOf(from, year), lastMonth: monthOf(to, year) }
}

/** How many months a window has. */
export function monthsIn({ firstMonth, lastMonth }: MonthWindow): number {
  return lastMonth - firstMonth + 1
}

function monthsFrom(first: Day, day: Day): number {
  const count = (text: Day): number => Number(text.slice(0, 4)) * MONTHS + Number(text.slice(5, 7))
  return count(day) - count(first)
}
