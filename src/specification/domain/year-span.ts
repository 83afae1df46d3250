import { addDays, addMonths, type ContractYear, type Day, firstDayOf, lastDayOf } from '../../platform/day.js'

/** Days between which something can have to do with a contract year, both included. */
export interface YearSpan {
  readonly earliestDay: Day
  readonly latestDay: Day
}

/**
 * The contract year with a year before and a year after it: agreements are made ahead of it, and what it asks for is shown and settled after it ends.
 * A day outside is a slip of whoever typed it. Units: days. Errors: RangeError when the year is not one. Source: our own bound.
 */
export function spanOf(year: ContractYear): YearSpan {
  return { earliestDay: addMonths(firstDayOf(year), -12), latestDay: addDays(addMonths(addDays(lastDayOf(year), 1), 12), -1) }
}
