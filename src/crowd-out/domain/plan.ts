import type { FallsDue, Nature, Obligation } from '../../specification/domain/catalogue.js'
import { requireMinutes } from './bounds.js'

/** Who asked: the contract, an incentive indicator, or a request the network accepted. */
export const origins = ['REQUIREMENT', 'INDICATOR', 'REQUEST'] as const
export type Origin = (typeof origins)[number]

/** Levelled work is spread over its months; floating work is done once, in any of them. */
export type Timing = 'LEVELLED' | 'FLOATING'

/** One estimate in three cases, whole minutes, low ≤ central ≤ high. */
export interface Estimate {
  readonly low: number
  readonly central: number
  readonly high: number
}

export type EstimateCase = keyof Estimate

/** Minutes one staff group gives to one thing inside one window of months. */
export interface Work {
  readonly minutes: Estimate
  /** First and last month in which it can be done, April = 0. */
  readonly firstMonth: number
  readonly lastMonth: number
  readonly timing: Timing
  /** Minutes logged so far, one figure a month; null or absent where nothing is logged. Read only by "from here". */
  readonly loggedMinutes?: readonly number[] | null
  /** Its occurrence is shown. Read only by "from here". */
  readonly done?: boolean
}

/** A requirement, an indicator or an accepted request, as work for one staff group. */
export interface NationalItem {
  readonly code: string
  readonly origin: Origin
  readonly nature: Nature
  readonly obligation: Obligation
  /** False for paid work the network chose not to go for: it takes no time. */
  readonly pursued: boolean
  /** What the network would do anyway. Null: not known; for `DELIVER` null unless the network itself entered it. */
  readonly businessAsUsualPercent: number | null
  /** Null: no estimate for this staff group, counted as such and never as no work. Empty: this group has no part in it. */
  readonly work: readonly Work[] | null
  /** Pounds at stake in pence, "up to"; null where none or not known. */
  readonly upToPence: number | null
  /** A what-if: only its business-as-usual minutes are left. */
  readonly relaxed?: boolean
}

/** Minutes a priority gives to a requirement. List the requirement with 0 in staff groups that give it nothing. */
export interface Serving {
  readonly requirementCode: string
  readonly minutes: number
}

/** What the network has chosen to do for its own patients, as work for one staff group. */
export interface LocalPriority {
  readonly code: string
  /** 1 is placed first. */
  readonly rank: number
  /** Null: no estimate for this staff group. */
  readonly work: readonly Work[] | null
  readonly serves: readonly Serving[]
  /** Closed with a reason. Read only by "from here". */
  readonly closed?: boolean
  /** A what-if: placed before national work. */
  readonly protected?: boolean
}

/** One contract year of one staff group: its time, what is asked of it, what it chose. */
export interface StaffGroupPlan {
  readonly staffGroup: string
  /** Entered minutes a month; null where not known. One unknown month leaves the group without figures. */
  readonly capacityMinutes: readonly (number | null)[] | null
  /** Fixed work that is neither contract nor priority; null where the network entered none: nothing is taken off. */
  readonly otherFixedMinutes: readonly number[] | null
  readonly national: readonly NationalItem[]
  readonly local: readonly LocalPriority[]
}

/**
 * Whether a duty's work is levelled or floats. Only what is done once in the year floats: a plan, a return, an audit,
 * a year-end declaration, the answer to one event. Source: docs/method/crowd-out.md, rule version 1.
 */
export function timingOf(fallsDue: FallsDue): Timing {
  switch (fallsDue) {
    case 'ONCE':
    case 'ANNUAL':
    case 'ON_EVENT':
      return 'FLOATING'
    case 'QUARTERLY':
    case 'MONTHLY':
    case 'WEEKLY':
    case 'CONTINUOUS':
      return 'LEVELLED'
  }
}

/** An estimate that is the same in all three cases. Errors: RangeError unless whole minutes ≥ 0. */
export function inEveryCase(minutes: number): Estimate {
  requireMinutes(minutes, 'estimate')
  return { low: minutes, central: minutes, high: minutes }
}
