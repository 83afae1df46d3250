/** Months of a contract year: April is 0, March is 11. */
export const MONTHS = 12

/** The most minutes one staff group can have in one month: more is a slip of the keyboard, not a rota. */
export const MOST_MINUTES_A_MONTH = 10_000

/** The most minutes one item or priority can take from one staff group in a year. */
export const MOST_MINUTES_A_YEAR = MOST_MINUTES_A_MONTH * MONTHS

/** Units: whole minutes from 0 to `most`. Errors: RangeError on any other figure (a caller's bug). */
export function requireMinutes(minutes: number, what: string, most = MOST_MINUTES_A_YEAR): number {
  if (!Number.isSafeInteger(minutes) || minutes < 0) throw new RangeError(`Not whole minutes: ${what} ${minutes}`)
  if (minutes > most) throw new RangeError(`More than ${most} minutes: ${what} ${minutes}`)
  return minutes
}

/** Units: whole percent, 0 to 100. Errors: RangeError on any other figure (a caller's bug). */
export function requirePercent(percent: number): number {
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) throw new RangeError(`Not a percentage: ${percent}`)
  return percent
}

/** A whole amount ≥ 0: pence, mills or patients. Errors: RangeError on any other figure (a caller's bug). */
export function requireWhole(amount: number, what: string): number {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`Not a whole amount: ${what} ${amount}`)
  return amount
}

/** Errors: RangeError when the month is not one of the year's twelve. */
export function requireMonth(month: number): number {
  if (!Number.isInteger(month) || month < 0 || month >= MONTHS) throw new RangeError(`Not a month of the contract year: ${month}`)
  return month
}

/** Errors: RangeError when the window leaves the year or ends before it starts. */
export function requireWindow(firstMonth: number, lastMonth: number): void {
  requireMonth(firstMonth)
  requireMonth(lastMonth)
  if (lastMonth < firstMonth) throw new RangeError(`Window ends before it starts: ${firstMonth} to ${lastMonth}`)
}

/** Errors: RangeError unless there is one figure for each of the twelve months. */
export function requireTwelve<T>(figures: readonly T[], what: string): readonly T[] {
  if (figures.length !== MONTHS) throw new RangeError(`Not twelve months: ${what} has ${figures.length}`)
  return figures
}

/** Errors: RangeError when a code appears twice. */
export function requireOnce(codes: readonly string[], what: string): void {
  const seen = new Set<string>()
  for (const code of codes) {
    if (seen.has(code)) throw new RangeError(`Twice in one list: ${what} ${code}`)
    seen.add(code)
  }
}

/** Order of codes, the same on every machine and in every locale. */
export function byCode(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
