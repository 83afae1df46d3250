import { MONTHS, requireMinutes, requireTwelve, requireWindow } from './bounds.js'
import type { Demand } from './demand.js'

/** Minutes added up per window: only these matter for what fits. 78 windows begin and end inside twelve months. */
export type WindowSums = Float64Array

const WINDOWS = (MONTHS * (MONTHS + 1)) / 2

/** Where the windows that begin in a month start: those of month 0 first, each by last month. */
const startOf = Array.from({ length: MONTHS }, (_, first) => first * MONTHS - (first * (first - 1)) / 2)

/** No work at all. */
export function noSums(): WindowSums {
  return new Float64Array(WINDOWS)
}

/** Adds one demand to the sums given (`times` −1 takes it out again). Changes `sums`; callers own what they pass. */
export function addOne(sums: WindowSums, { firstMonth, lastMonth, minutes }: Demand, times: 1 | -1 = 1): WindowSums {
  const window = (startOf[firstMonth] ?? 0) + lastMonth - firstMonth
  sums[window] = (sums[window] ?? 0) + times * minutes
  return sums
}

/** Adds demands to the sums given (`times` −1 takes them out again). Changes `sums`; callers own what they pass. */
export function addTo(sums: WindowSums, demands: readonly Demand[], times: 1 | -1 = 1): WindowSums {
  for (const demand of demands) addOne(sums, demand, times)
  return sums
}

/**
 * `F(S)`: the most minutes of the demands that any placement can hold. Month by month, capacity goes to the work at hand whose last
 * month comes first; no other rule holds more (Glover, "Maximum matching in a convex bipartite graph", Naval Research Logistics
 * Quarterly 14, 1967). Units: whole minutes. Unchecked and quick: `possibleMinutes` is the door for callers outside this folder.
 */
export function possibleOf(available: readonly number[], sums: WindowSums): number {
  const waiting = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  let placed = 0
  let window = 0
  for (let month = 0; month < MONTHS; month += 1) {
    let free = available[month] ?? 0
    for (let last = month; last < MONTHS; last += 1) {
      const asked = (waiting[last] ?? 0) + (sums[window] ?? 0)
      window += 1
      const given = asked < free ? asked : free
      free -= given
      placed += given
      waiting[last] = asked - given
    }
  }
  return placed
}

/**
 * `F(S)` of a list of demands: the most of their minutes that fit into twelve months.
 * Units: whole minutes. Errors: RangeError on minutes or windows that cannot be (a caller's bug).
 * Source: docs/method/crowd-out.md, rule version 1.
 */
export function possibleMinutes(availableMinutes: readonly number[], demands: readonly Demand[]): number {
  requireTwelve(availableMinutes, 'available minutes').forEach((minutes) => requireMinutes(minutes, 'available'))
  for (const { firstMonth, lastMonth, minutes } of demands) {
    requireWindow(firstMonth, lastMonth)
    requireMinutes(minutes, 'demand')
  }
  return possibleOf(availableMinutes, addTo(noSums(), demands))
}
