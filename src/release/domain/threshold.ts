import { FEWEST_NETWORKS } from '../../workload/domain/estimate.js'

/** The least a sum may be: an hour for each of the fewest networks. A smaller one would say that every network's is next to nothing. */
export const LEAST_MINUTES = 60 * FEWEST_NETWORKS

const MINUTES_AN_HOUR = 60

/**
 * Whether minutes of these networks may be told as one sum: five networks or more, none above half of it, five hours or more.
 * Units: whole minutes ≥ 0, one figure a network. Source: docs/method/release.md, rule version 1.
 */
export function sumPasses(minutes: readonly number[]): boolean {
  const total = minutes.reduce((sum, one) => sum + one, 0)
  return minutes.length >= FEWEST_NETWORKS && total >= LEAST_MINUTES && 2 * Math.max(...minutes) <= total
}

/** Whether a median of these networks may be told: five or more. Nothing of a median can be taken apart by subtracting. */
export function medianPasses(figures: readonly number[]): boolean {
  return figures.length >= FEWEST_NETWORKS
}

/** Minutes as whole hours, half up. Errors: RangeError unless whole minutes ≥ 0. Source: docs/method/release.md, rule version 1. */
export function wholeHours(minutes: number): number {
  if (!Number.isSafeInteger(minutes) || minutes < 0) throw new RangeError(`Not whole minutes: ${minutes}`)
  return Math.floor((minutes + MINUTES_AN_HOUR / 2) / MINUTES_AN_HOUR)
}
