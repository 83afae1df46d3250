import type { RateBase } from '../../specification/domain/catalogue.js'
import { requireWhole } from './bounds.js'

/** Mills in a penny: rates such as £2.218 are whole mills. */
export const MILLS_A_PENNY = 10

/**
 * One whole number divided by another, halves up: done once, where a figure is shown.
 * Errors: RangeError unless both are whole and safe, `dividend` ≥ 0 and `divisor` > 0.
 */
export function dividedHalfUp(dividend: number, divisor: number): number {
  requireWhole(dividend * 2, 'dividend')
  if (!Number.isSafeInteger(divisor) || divisor <= 0) throw new RangeError(`Not a divisor: ${divisor}`)
  return Math.floor((2 * dividend + divisor) / (2 * divisor))
}

/** A rate of the contract: mills for each patient, bed or point of one base. */
export interface Rate {
  readonly mills: number
  readonly base: RateBase
}

/** How many of each base a network has: entered by it; null or absent where not known. */
export type BaseSizes = Readonly<Partial<Record<RateBase, number | null>>>

/**
 * Pounds at stake, in pence, half up once; null where the rate's own base is not known: never computed on another base.
 * Errors: RangeError on amounts that are not whole (a caller's bug). Source: docs/method/burden.md, rule version 1.
 */
export function atStakePence(rate: Rate, sizes: BaseSizes): number | null {
  requireWhole(rate.mills, 'rate')
  const size = sizes[rate.base] ?? null
  return size === null ? null : dividedHalfUp(rate.mills * requireWhole(size, rate.base), MILLS_A_PENNY)
}
