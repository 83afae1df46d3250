import { addDays, type Day } from '../../platform/day.js'

/** Days on which a local medical committee covers a network. Both ends are included; no last day means until said otherwise. */
export interface Coverage {
  readonly networkCode: string
  readonly startsOn: Day
  readonly endsOn: Day | null
}

/** What is to be recorded and what no longer stands, so that rows are never changed in place. */
export interface CoverageChange<Row extends Coverage> {
  readonly superseded: readonly Row[]
  readonly added: readonly Coverage[]
}

/**
 * What changes when a committee covers exactly `wanted` from a day on. What was so before that day stays so; whatever was said of that day or
 * later is replaced. Saying the same again changes nothing. Source: docs/method/requests.md.
 */
export function coverageFrom<Row extends Coverage>(
  standing: readonly Row[],
  wanted: readonly string[],
  startsOn: Day,
): CoverageChange<Row> {
  const reaching = standing.filter(({ endsOn }) => endsOn === null || endsOn >= startsOn)
  const kept = reaching.filter((row) => row.endsOn === null && row.startsOn <= startsOn && wanted.includes(row.networkCode))
  const superseded = reaching.filter((row) => !kept.includes(row))
  const goesOn = (row: Coverage): boolean => wanted.includes(row.networkCode) && !covers(kept, row.networkCode)
  const before = superseded.filter((row) => row.startsOn < startsOn)
  const added = [
    ...before.map((row) => ({ networkCode: row.networkCode, startsOn: row.startsOn, endsOn: goesOn(row) ? null : addDays(startsOn, -1) })),
    ...wanted
      .filter((code) => !covers(kept, code) && !covers(before, code))
      .map((networkCode) => ({ networkCode, startsOn, endsOn: null })),
  ]
  return { superseded, added }
}

function covers(rows: readonly Coverage[], networkCode: string): boolean {
  return rows.some((row) => row.networkCode === networkCode)
}
