import type { Nature } from '../../specification/domain/catalogue.js'
import type { EstimateCase, StaffGroupPlan } from './plan.js'
import { grantsOf, type MonthPicture, monthsOf } from './months.js'
import { addTo, noSums, possibleOf, type WindowSums } from './possible.js'
import { isPaperwork, prepare, type Prepared, type PreparedItem } from './prepare.js'
import { localFigures, type PriorityFigures } from './local-figures.js'

/** The rule by which every figure here is computed; shown wherever a figure is explained. */
export const CROWD_OUT_RULE_VERSION = 1

/** The figures of one staff group, or of several added up. Whole minutes; null where the capacity is not known. */
export interface CrowdOutFigures {
  /** As entered, the year's total. */
  readonly capacityMinutes: number | null
  /** Null where the network entered none: nothing is taken off. */
  readonly otherFixedMinutes: number | null
  /** Other fixed work past the capacity of its month. */
  readonly fixedShortfallMinutes: number | null
  /** Capacity less other fixed work, month by month and never below 0. */
  readonly availableMinutes: number | null
  /** National work wanted, without what priorities serve. */
  readonly nationalMinutes: number | null
  /** National work that fits in no month. */
  readonly nationalOverrunMinutes: number | null
  readonly localWantedMinutes: number | null
  /** Local work that still fits. */
  readonly localPossibleMinutes: number | null
  /** Local work that would fit, and does not because of national work. */
  readonly displacedMinutes: number | null
  /** Local work that would not fit even if nothing national were asked. */
  readonly beyondCapacityMinutes: number | null
  /** Minutes priorities give to requirements that do not fit. */
  readonly contractWorkAtRiskMinutes: number | null
  /** Displaced ÷ wanted, 0 to 1; null when nothing is wanted. */
  readonly displacedShare: number | null
}

/** One national item in the figures of one staff group. */
export interface ItemFigures {
  readonly code: string
  readonly nature: Nature
  /** Minutes it takes, without what priorities serve; null where there is no estimate. */
  readonly minutes: number | null
  /** Minutes priorities give to it. */
  readonly servedMinutes: number
  /** Minutes relaxing it would take out; 0 for care, governance and served items; null where minutes or business as usual are not known. */
  readonly relaxableMinutes: number | null
  /** Local minutes that come back if this item alone were relaxed. Single figures do not add up to a set's. */
  readonly returnedMinutes: number | null
  /** Of its minutes, those that fit in no month. */
  readonly overrunMinutes: number | null
}

/** All figures of one staff group in one estimate case. */
export interface GroupCrowdOut extends CrowdOutFigures {
  readonly staffGroup: string
  readonly estimateCase: EstimateCase
  readonly nationalMinutes: number
  readonly localWantedMinutes: number
  /** By code. */
  readonly items: readonly ItemFigures[]
  /** In placing order. */
  readonly priorities: readonly PriorityFigures[]
  /** One way it can be done; null where the capacity is not known. */
  readonly months: readonly MonthPicture[] | null
  readonly itemsWithoutEstimate: readonly string[]
  readonly prioritiesWithoutEstimate: readonly string[]
}

/**
 * What national work leaves of a staff group's time for the network's own priorities, exactly.
 * Units: whole minutes. Errors: RangeError on figures that cannot be (a caller's bug); an unknown capacity gives null figures.
 * Source: docs/method/crowd-out.md, rule version 1.
 */
export function crowdOut(plan: StaffGroupPlan, estimateCase: EstimateCase = 'central'): GroupCrowdOut {
  const prepared = prepare(plan, estimateCase)
  const available = prepared.time?.availableMinutes ?? null
  const nationalMinutes = prepared.national.reduce((sum, { minutes }) => sum + minutes, 0)
  const local = localFigures(prepared, available)
  const grants = available && grantsOf(prepared, available)
  return {
    staffGroup: plan.staffGroup,
    estimateCase,
    ...timeFigures(prepared),
    nationalMinutes,
    nationalOverrunMinutes: local.nationalPlacedMinutes === null ? null : nationalMinutes - local.nationalPlacedMinutes,
    ...local.totals,
    items: itemFigures(prepared, available, overrunByCode(grants)),
    priorities: local.priorities,
    months: available && grants && monthsOf(grants, available),
    itemsWithoutEstimate: plan.national
      .filter(({ pursued, work }) => pursued && work === null)
      .map(({ code }) => code)
      .sort(),
    prioritiesWithoutEstimate: plan.local
      .filter(({ work }) => work === null)
      .map(({ code }) => code)
      .sort(),
  }
}

/**
 * What is displaced and what fits in no month, and nothing else: for comparing many plans. Null where the capacity is not known.
 * Errors: RangeError as `crowdOut`. Source: docs/method/crowd-out.md, rule version 1.
 */
export function crowdOutTotals(
  plan: StaffGroupPlan,
  estimateCase: EstimateCase = 'central',
): Pick<CrowdOutFigures, 'displacedMinutes' | 'nationalOverrunMinutes'> {
  const prepared = prepare(plan, estimateCase)
  const { nationalPlacedMinutes, totals } = localFigures(prepared, prepared.time?.availableMinutes ?? null)
  const nationalMinutes = prepared.national.reduce((sum, { minutes }) => sum + minutes, 0)
  const nationalOverrunMinutes = nationalPlacedMinutes === null ? null : nationalMinutes - nationalPlacedMinutes
  return { displacedMinutes: totals.displacedMinutes, nationalOverrunMinutes }
}

/**
 * Local minutes that come back if all these items were relaxed together; null where capacity, an estimate or a business-as-usual percent is not known.
 * Codes that are no part of this group's work change nothing. Errors: RangeError as `crowdOut`.
 * Source: docs/method/crowd-out.md, rule version 1.
 */
export function returnedTogether(plan: StaffGroupPlan, codes: readonly string[], estimateCase: EstimateCase = 'central'): number | null {
  const prepared = prepare(plan, estimateCase)
  const relaxed = prepared.national.filter(({ item }) => codes.includes(item.code))
  if (prepared.time === null || relaxed.some(({ relaxableMinutes }) => relaxableMinutes === null)) return null
  return returning(prepared, prepared.time.availableMinutes)(relaxed)
}

/** Items that give time back, most first: declarations and reports only, never care or governance. */
export function givingTimeBack(items: readonly ItemFigures[]): ItemFigures[] {
  return items
    .filter((item) => isPaperwork(item) && (item.returnedMinutes ?? 0) > 0)
    .sort((one, other) => (other.returnedMinutes ?? 0) - (one.returnedMinutes ?? 0) || (one.code < other.code ? -1 : 1))
}

/** What relaxing some items gives back: two passes over the sums without them, nothing else placed anew. */
function returning(prepared: Prepared, available: readonly number[]): (relaxed: readonly PreparedItem[]) => number {
  const before = noSums() // what is placed ahead of other priorities: protected ones and national work
  const after = noSums() // those other priorities
  for (const { demands } of prepared.national) addTo(before, demands)
  for (const { priority, demands } of prepared.local) addTo(priority.protected ? before : after, demands)
  const all = before.map((minutes, window) => minutes + (after[window] ?? 0))
  const fits = (national: WindowSums, everything: WindowSums): number => possibleOf(available, everything) - possibleOf(available, national)
  const now = fits(before, all)
  return (relaxed) => {
    if (relaxed.every(({ relaxableMinutes }) => relaxableMinutes === 0)) return 0
    const [national, everything] = [before.slice(), all.slice()]
    for (const { demands, relaxedDemands } of relaxed) {
      for (const sums of [national, everything]) addTo(addTo(sums, demands, -1), relaxedDemands)
    }
    return fits(national, everything) - now
  }
}

function itemFigures(prepared: Prepared, available: readonly number[] | null, overrun: ReadonlyMap<string, number> | null): ItemFigures[] {
  const returned = available && returning(prepared, available)
  return prepared.national.map((entry) => ({
    code: entry.item.code,
    nature: entry.item.nature,
    minutes: entry.item.work === null ? null : entry.minutes,
    servedMinutes: entry.servedMinutes,
    relaxableMinutes: entry.relaxableMinutes,
    returnedMinutes: returned && entry.relaxableMinutes !== null ? returned([entry]) : null,
    overrunMinutes: entry.item.work === null ? null : overrun && (overrun.get(entry.item.code) ?? 0),
  }))
}

function overrunByCode(grants: ReturnType<typeof grantsOf> | null): ReadonlyMap<string, number> | null {
  if (grants === null) return null
  const overrun = new Map<string, number>()
  for (const { code, nature, minutes, grantedMinutes } of grants) {
    if (nature !== null) overrun.set(code, (overrun.get(code) ?? 0) + minutes - grantedMinutes)
  }
  return overrun
}

function timeFigures({
  time,
}: Prepared): Pick<CrowdOutFigures, 'capacityMinutes' | 'otherFixedMinutes' | 'fixedShortfallMinutes' | 'availableMinutes'> {
  const total = (minutes: readonly number[] | null | undefined): number | null => minutes?.reduce((sum, month) => sum + month, 0) ?? null
  return {
    capacityMinutes: total(time?.capacityMinutes),
    otherFixedMinutes: total(time?.otherFixedMinutes),
    fixedShortfallMinutes: total(time?.fixedShortfallMinutes),
    availableMinutes: total(time?.availableMinutes),
  }
}
