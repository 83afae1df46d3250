import { businessAsUsualMinutes } from '../../crowd-out/domain/demand.js'
import { NetworkFigures } from '../../crowd-out/domain/network-figures.js'
import { isPaperwork } from '../../crowd-out/domain/prepare.js'
import { nothingSupposed } from '../../crowd-out/domain/supposed.js'
import { type AcceptedRequest } from '../../request/domain/accepted-request.js'
import { ASSUMED_BUSINESS_AS_USUAL_PERCENT } from '../../workload/domain/estimate.js'
import { type PlanInputs, type PlanItem } from '../../workload/domain/plan-inputs.js'
import { commonStaffGroups } from '../../workload/domain/staff-group.js'
import { type Amounts, type LineOf } from './line.js'

/** One figure a network gives to a line. */
export interface Contribution extends LineOf {
  readonly amounts: Amounts
}

type Estimate = PlanItem['estimates'][number]

/**
 * What one network gives to a release: only what it entered itself, never an assumption or an earlier median, for requirements that concern it
 * and that it goes for. Burden and what relaxing returns are of declarations and reports; the second needs a known capacity.
 * Units: whole minutes; ratings 1 to 5. Source: docs/method/release.md, rule version 1.
 */
export function contributionsOf(inputs: PlanInputs, requests: readonly AcceptedRequest[]): Contribution[] {
  const asked = inputs.items.filter(({ applies, pursued, window }) => applies && pursued && window !== null)
  const figures = new NetworkFigures({ inputs, requests, atStakePence: new Map() }, nothingSupposed)
  const returned = new Map(figures.network().items.map(({ code, returnedMinutes }) => [code, returnedMinutes]))
  return asked.flatMap((item) => {
    const { key, rating } = item
    const own = item.estimates.filter(({ basis, minutes }) => basis === 'NETWORK_ESTIMATE' && minutes !== null)
    const minutes = returned.get(item.code) ?? null
    return [
      ...(rating === null ? [] : [line('RATING', key, [rating])]),
      ...(own.length === 0 || !isPaperwork(item) ? [] : [line('BURDEN', key, [burdenMinutes(own)])]),
      ...(own.length === 0 || !isPaperwork(item) || minutes === null ? [] : [line('RETURNED', key, [minutes])]),
      ...estimatesOf(item, own, inputs),
    ]
  })
}

/** What one network's estimates of an item are, a common staff group with the network's own groups under it. */
function estimatesOf({ key }: PlanItem, own: readonly Estimate[], { staffGroups }: PlanInputs): Contribution[] {
  return commonStaffGroups.flatMap(({ code }) => {
    if (!own.some(({ staffGroup }) => staffGroup === code)) return []
    const under = new Set(staffGroups.filter((group) => group.under === code).map((group) => group.code))
    const figures = own.filter(({ staffGroup }) => under.has(staffGroup))
    const sum = (of: 'low' | 'central' | 'high'): number => figures.reduce((total, { minutes }) => total + (minutes?.[of] ?? 0), 0)
    return [line('ESTIMATE', key, [sum('low'), sum('central'), sum('high')], code)]
  })
}

function burdenMinutes(own: readonly Estimate[]): number {
  return own.reduce((sum, { minutes, businessAsUsualPercent }) => {
    const gross = minutes?.central ?? 0
    return sum + gross - businessAsUsualMinutes(gross, businessAsUsualPercent ?? ASSUMED_BUSINESS_AS_USUAL_PERCENT)
  }, 0)
}

function line(measure: LineOf['measure'], key: string, amounts: Amounts, staffGroup: string | null = null): Contribution {
  return { measure, key, staffGroup, amounts }
}
