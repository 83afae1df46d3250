import { MONTHS, requireMinutes, requirePercent, requireWindow } from './bounds.js'
import type { EstimateCase, Work } from './plan.js'

/** Minutes that need a place in any months of one window. */
export interface Demand {
  readonly firstMonth: number
  readonly lastMonth: number
  readonly minutes: number
}

/**
 * Minutes a network would have spent anyway, the rest being burden: the two always add up.
 * Units: whole minutes ≥ 0; percent 0 to 100. Errors: RangeError on any other figure (a caller's bug).
 * Source: docs/method/burden.md, rule version 1 (Standard Cost Model, business as usual removed).
 */
export function businessAsUsualMinutes(grossMinutes: number, percent: number): number {
  requireMinutes(grossMinutes, 'gross', Math.floor(Number.MAX_SAFE_INTEGER / 101))
  requirePercent(percent)
  return Math.floor((grossMinutes * percent + 50) / 100)
}

/**
 * Minutes split over months: whole minutes, the remainder to the earliest.
 * Errors: RangeError unless whole minutes ≥ 0 and at least one month. Source: docs/method/crowd-out.md, rule version 1.
 */
export function levelled(minutes: number, months: number): number[] {
  requireMinutes(minutes, 'levelled')
  if (!Number.isInteger(months) || months < 1 || months > MONTHS) throw new RangeError(`Not a number of months: ${months}`)
  const each = Math.floor(minutes / months)
  const extra = minutes % months
  return Array.from({ length: months }, (_, month) => each + (month < extra ? 1 : 0))
}

/**
 * The demands one piece of work makes: levelled work one a month, floating work one over its whole window.
 * Errors: RangeError on minutes or a window that cannot be, or cases out of order (a caller's bug).
 * Source: docs/method/crowd-out.md, rule version 1.
 */
export function demandsOf(work: Work, estimateCase: EstimateCase): Demand[] {
  const { firstMonth, lastMonth, timing } = work
  requireWindow(firstMonth, lastMonth)
  requireEstimate(work)
  const minutes = work.minutes[estimateCase]
  if (timing === 'FLOATING') return [{ firstMonth, lastMonth, minutes }]
  return levelled(minutes, lastMonth - firstMonth + 1).map((share, month) => ({
    firstMonth: firstMonth + month,
    lastMonth: firstMonth + month,
    minutes: share,
  }))
}

function requireEstimate({ minutes: { low, central, high } }: Work): void {
  requireMinutes(low, 'low estimate')
  requireMinutes(central, 'central estimate')
  requireMinutes(high, 'high estimate')
  if (low > central || central > high) throw new RangeError(`Estimates out of order: ${low}, ${central}, ${high}`)
}

/** One demand per window, minutes added up, by first and then last month: rounding is then done once, not per occurrence. */
export function addedByWindow(demands: readonly Demand[]): Demand[] {
  const sums = new Float64Array(MONTHS * MONTHS)
  for (const { firstMonth, lastMonth, minutes } of demands) {
    const window = firstMonth * MONTHS + lastMonth
    sums[window] = (sums[window] ?? 0) + minutes
  }
  const added: Demand[] = []
  sums.forEach((minutes, window) => {
    if (minutes > 0) added.push({ firstMonth: Math.floor(window / MONTHS), lastMonth: window % MONTHS, minutes })
  })
  return added
}

/** Whole minutes of a list of demands. */
export function totalMinutes(demands: readonly Demand[]): number {
  return demands.reduce((sum, demand) => sum + demand.minutes, 0)
}

/**
 * The same demands with only `kept` minutes left in all, each keeping its share: largest remainders are rounded up, earliest first,
 * so the shares add up and none grows. Errors: RangeError when more is kept than there is.
 */
export function keeping(demands: readonly Demand[], kept: number): Demand[] {
  const total = totalMinutes(demands)
  requireMinutes(kept, 'kept', total)
  if (kept === total) return [...demands]
  const shares = demands.map(({ minutes }) => Math.floor((minutes * kept) / total))
  const left = kept - shares.reduce((sum, share) => sum + share, 0)
  demands
    .map(({ minutes }, index) => ({ index, remainder: (minutes * kept) % total }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index)
    .slice(0, left)
    .forEach(({ index }) => (shares[index] = (shares[index] ?? 0) + 1))
  return demands.map(({ firstMonth, lastMonth }, index) => ({ firstMonth, lastMonth, minutes: shares[index] ?? 0 }))
}
