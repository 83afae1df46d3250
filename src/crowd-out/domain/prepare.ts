import { byCode, MONTHS, MOST_MINUTES_A_MONTH, requireMinutes, requireOnce, requireTwelve } from './bounds.js'
import { addedByWindow, businessAsUsualMinutes, type Demand, demandsOf, keeping, totalMinutes } from './demand.js'
import type { EstimateCase, LocalPriority, NationalItem, StaffGroupPlan, Work } from './plan.js'

/** A month's time by entry and what is left of it. All null where the group's capacity is not known for all twelve months. */
export interface Time {
  readonly capacityMinutes: readonly number[]
  readonly otherFixedMinutes: readonly number[] | null
  /** Other fixed work past the capacity of its month. */
  readonly fixedShortfallMinutes: readonly number[]
  /** Capacity less other fixed work, never below 0. */
  readonly availableMinutes: readonly number[]
}

/** A national item ready to be placed: what priorities serve is out, what a what-if relaxed is out. */
export interface PreparedItem {
  readonly item: NationalItem
  readonly minutes: number
  readonly servedMinutes: number
  readonly demands: readonly Demand[]
  /** Null where its minutes or its business-as-usual percent are not known. */
  readonly relaxableMinutes: number | null
  /** What is left to place when the item is relaxed. */
  readonly relaxedDemands: readonly Demand[]
}

/** A priority ready to be placed. */
export interface PreparedPriority {
  readonly priority: LocalPriority
  readonly minutes: number
  /** Minutes it gives to requirements, at most its own. */
  readonly servesMinutes: number
  readonly demands: readonly Demand[]
}

/** One staff group in one estimate case: items by code, priorities in placing order. */
export interface Prepared {
  readonly time: Time | null
  readonly national: readonly PreparedItem[]
  readonly local: readonly PreparedPriority[]
}

/**
 * Turns a plan into demands: serving minutes out of requirements, priorities in placing order (protected ones, then those that serve a
 * requirement, then the rest, each by rank). Errors: RangeError on figures that cannot be (a caller's bug).
 * Source: docs/method/crowd-out.md, rule version 1.
 */
export function prepare(plan: StaffGroupPlan, estimateCase: EstimateCase): Prepared {
  const items = plan.national.filter((item) => item.pursued)
  requireOnce(
    plan.national.map((item) => item.code),
    'national item',
  )
  requireOnce(
    plan.local.map((priority) => priority.code),
    'priority',
  )
  const local = placingOrder(plan.local).map((priority) => preparePriority(priority, items, estimateCase))
  const served = servedByCode(local, items, estimateCase)
  return {
    time: timeOf(plan),
    national: items.map((item) => prepareItem(item, served.get(item.code), estimateCase)).sort((a, b) => byCode(a.item.code, b.item.code)),
    local,
  }
}

/** The order priorities are placed in: protected first, then those that serve a requirement, then the rest; by rank, then code. */
export function placingOrder(local: readonly LocalPriority[]): LocalPriority[] {
  const turn = (priority: LocalPriority): number => (priority.protected ? 0 : priority.serves.length > 0 ? 1 : 2)
  return [...local].sort((one, other) => turn(one) - turn(other) || one.rank - other.rank || byCode(one.code, other.code))
}

/** Minutes of a piece of work list before anything is taken out; 0 where there is no estimate. */
export function estimatedMinutes(work: readonly Work[] | null, estimateCase: EstimateCase): number {
  return (work ?? []).reduce((sum, { minutes }) => sum + minutes[estimateCase], 0)
}

/**
 * A group's time by month; null unless its capacity is known for all twelve. Errors: RangeError on negative, fractional or absurd minutes.
 */
export function timeOf({ capacityMinutes, otherFixedMinutes }: StaffGroupPlan): Time | null {
  if (otherFixedMinutes !== null) check(otherFixedMinutes, 'other fixed work')
  if (capacityMinutes === null) return null
  requireTwelve(capacityMinutes, 'capacity')
  const known = capacityMinutes.filter((minutes) => minutes !== null)
  known.forEach((minutes) => requireMinutes(minutes, 'capacity', MOST_MINUTES_A_MONTH))
  if (known.length < MONTHS) return null
  const fixed = (month: number): number => otherFixedMinutes?.[month] ?? 0
  return {
    capacityMinutes: known,
    otherFixedMinutes,
    fixedShortfallMinutes: known.map((minutes, month) => Math.max(0, fixed(month) - minutes)),
    availableMinutes: known.map((minutes, month) => Math.max(0, minutes - fixed(month))),
  }
}

function check(minutes: readonly number[], what: string): void {
  requireTwelve(minutes, what).forEach((figure) => requireMinutes(figure, what, MOST_MINUTES_A_MONTH))
}

function preparePriority(priority: LocalPriority, items: readonly NationalItem[], estimateCase: EstimateCase): PreparedPriority {
  const demands = allDemands(priority.work, estimateCase)
  const minutes = requireMinutes(totalMinutes(demands), `of ${priority.code}`)
  requireOnce(
    priority.serves.map((serving) => serving.requirementCode),
    `served by ${priority.code}`,
  )
  const given = priority.serves.reduce((sum, serving) => {
    requireMinutes(serving.minutes, `served by ${priority.code}`)
    const item = items.find(({ code }) => code === serving.requirementCode)
    return sum + (item ? Math.min(serving.minutes, minutes, estimatedMinutes(item.work, estimateCase)) : 0)
  }, 0)
  return { priority, minutes, servesMinutes: Math.min(given, minutes), demands }
}

/** Minutes priorities take over from each requirement: each at most the priority's own, together at most the requirement's. */
function servedByCode(
  local: readonly PreparedPriority[],
  items: readonly NationalItem[],
  estimateCase: EstimateCase,
): ReadonlyMap<string, number> {
  const asked = new Map(items.map((item) => [item.code, estimatedMinutes(item.work, estimateCase)]))
  const served = new Map<string, number>()
  for (const { priority, minutes } of local) {
    for (const serving of priority.serves) {
      const sum = (served.get(serving.requirementCode) ?? 0) + Math.min(serving.minutes, minutes)
      served.set(serving.requirementCode, Math.min(sum, asked.get(serving.requirementCode) ?? 0))
    }
  }
  return served
}

/** `served` is undefined when no priority serves the item: a served one gives nothing back, its project stays whatever becomes of it. */
function prepareItem(item: NationalItem, served: number | undefined, estimateCase: EstimateCase): PreparedItem {
  const asked = allDemands(item.work, estimateCase)
  const askedMinutes = requireMinutes(totalMinutes(asked), `of ${item.code}`)
  const counted = served ? addedByWindow(keeping(asked, askedMinutes - served)) : asked
  const minutes = totalMinutes(counted)
  const kept =
    item.work === null || item.businessAsUsualPercent === null ? null : businessAsUsualMinutes(minutes, item.businessAsUsualPercent)
  const isServed = served !== undefined
  if (item.relaxed && !isServed && kept !== null) return settled(item, addedByWindow(keeping(counted, kept)))
  if (isServed || !isPaperwork(item)) return { ...settled(item, counted), servedMinutes: served ?? 0 }
  const relaxableMinutes = kept === null ? null : minutes - kept
  return {
    item,
    minutes,
    servedMinutes: 0,
    demands: counted,
    relaxableMinutes,
    relaxedDemands: kept === null ? counted : keeping(counted, kept),
  }
}

/** Only declarations and reports give time back when relaxed; care and governance never do. */
export function isPaperwork({ nature }: Pick<NationalItem, 'nature'>): boolean {
  return nature === 'DECLARE' || nature === 'REPORT'
}

/** An item nothing more can be taken out of. */
function settled(item: NationalItem, demands: readonly Demand[]): PreparedItem {
  return { item, minutes: totalMinutes(demands), servedMinutes: 0, demands, relaxableMinutes: 0, relaxedDemands: demands }
}

function allDemands(work: readonly Work[] | null, estimateCase: EstimateCase): Demand[] {
  return addedByWindow((work ?? []).flatMap((piece) => demandsOf(piece, estimateCase)))
}
