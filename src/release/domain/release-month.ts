import { type ContractYear, contractYearOf, type Day, isDay } from '../../platform/day.js'

/** A calendar month, `YYYY-MM`. Months sort and compare as text. */
export type Month = string

/** Whether a text is a month written as `YYYY-MM`. */
export function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`)
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}

/** The contract year a month lies in. Errors: RangeError when the text is not a month. */
export function yearOfMonth(month: Month): ContractYear {
  if (!isMonth(month)) throw new RangeError(`Not a month: ${month}`)
  return contractYearOf(`${month}-01`)
}
