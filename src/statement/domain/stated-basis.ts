import type { EstimateBasis } from '../../workload/domain/estimate.js'
import type { StatedBases } from './statement.js'

/** One staff group's minutes of an item, and where they come from. */
export interface BasedMinutes {
  readonly minutes: object | null
  readonly basis: EstimateBasis | null
}

/** From what is known best to what is known least. */
const order = ['NETWORK_ESTIMATE', 'RELEASE_MEDIAN', 'CATALOGUE_ASSUMPTION'] as const satisfies readonly EstimateBasis[]

const words: Readonly<Record<EstimateBasis, string>> = {
  NETWORK_ESTIMATE: 'our estimate',
  RELEASE_MEDIAN: 'partly a median of other networks',
  CATALOGUE_ASSUMPTION: 'partly an assumption',
}

/** What the minutes of an item rest on at their weakest; null where nobody estimated it. Source: docs/method/statement.md, version 2. */
export function weakestBasis(estimates: readonly BasedMinutes[]): EstimateBasis | null {
  const found = estimates.flatMap(({ minutes, basis }) => (minutes === null || basis === null ? [] : [basis]))
  return order.findLast((basis) => found.includes(basis)) ?? null
}

/** The same in words; "an assumption" where all of it is one. */
export function statedBasis(estimates: readonly BasedMinutes[]): string {
  const weakest = weakestBasis(estimates)
  if (weakest === null) return 'not estimated'
  const isAll = estimates.every(({ minutes, basis }) => minutes === null || basis === weakest)
  return isAll ? words[weakest].replace('partly ', '') : words[weakest]
}

/** How many items rest on what, each counted once by the weakest. */
export function statedBases(items: readonly { readonly estimates: readonly BasedMinutes[] }[]): StatedBases {
  const weakest = items.map(({ estimates }) => weakestBasis(estimates))
  const number = (basis: EstimateBasis): number => weakest.filter((one) => one === basis).length
  return { own: number('NETWORK_ESTIMATE'), medians: number('RELEASE_MEDIAN'), assumptions: number('CATALOGUE_ASSUMPTION') }
}
