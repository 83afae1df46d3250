import type { EstimateCase } from './plan.js'

/** The same figures with all estimates low, all central, all high. */
export type EstimateCases<T> = Readonly<Record<EstimateCase, T>>

/** The least and the greatest of the three cases: what is shown to people as a span. */
export interface Span {
  readonly least: number
  readonly greatest: number
}

/** Computes figures once for each case. Source: docs/method/crowd-out.md, rule version 1. */
export function estimateCases<T>(compute: (estimateCase: EstimateCase) => T): EstimateCases<T> {
  return { low: compute('low'), central: compute('central'), high: compute('high') }
}

/**
 * The span of one figure over the cases; null when it is not known in any of them. The central case need not lie between low and high:
 * what fits and what comes back can be greatest in the middle. Source: docs/method/crowd-out.md, rule version 1.
 */
export function spanOf<T>(cases: EstimateCases<T>, figureOf: (figures: T) => number | null): Span | null {
  const figures = [cases.low, cases.central, cases.high].map(figureOf)
  const known = figures.filter((figure) => figure !== null)
  return known.length < figures.length ? null : { least: Math.min(...known), greatest: Math.max(...known) }
}
