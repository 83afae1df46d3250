import { type Occurrence } from '../../checklist/domain/occurrences.js'
import { lastDayOfPeriod } from '../../checklist/domain/occurrences.js'
import { type Status } from '../../checklist/domain/status-words.js'
import { type ContractYear, type Day, firstDayOf, lastDayOf, later } from '../../platform/day.js'
import { MONTHS, monthsOf, type MonthWindow } from '../../priority/domain/months.js'
import { type PriorityMinutes, type Serving } from '../../priority/domain/priority.js'
import { type Certainty, type FallsDue, type Nature, type Obligation, type ShownEvery } from '../../specification/domain/catalogue.js'
import { type FigureInForce } from './estimate.js'
import { type PlannedStaffGroup } from './staff-group.js'

/** Everything one network's crowd-out comes from in one contract year, but requests. Months: April = 0. Minutes are whole. */
export interface PlanInputs {
  readonly networkCode: string
  readonly contractYear: ContractYear
  /** Practices that count for what each practice has to show. */
  readonly practices: number
  /** The five, then the network's own by code. Every other list names groups by these codes only. */
  readonly staffGroups: readonly PlannedStaffGroup[]
  /** One for each staff group, in the same order. */
  readonly capacities: readonly PlanCapacity[]
  /** The network's checklist in reading order; empty where none is open. */
  readonly items: readonly PlanItem[]
  /** Indicators that earn money in the specification of its checklist, by code; empty where no checklist is open. */
  readonly indicators: readonly PlanIndicator[]
  /** Open and ended, in order of place. */
  readonly priorities: readonly PlanPriority[]
  /** Evidence with time logged on it alone, and what it serves: the time is in `items` already, shared equally. */
  readonly sharedEvidence: readonly SharedEvidence[]
}

/** A staff group's time. */
export interface PlanCapacity {
  readonly staffGroup: string
  /** Twelve months, null where one is not known; null where none was entered. */
  readonly minutes: readonly (number | null)[] | null
  /** Twelve months; null where none was entered. */
  readonly otherFixed: readonly number[] | null
  /** The network's words for where it comes from; null where none was entered. */
  readonly basis: string | null
}

/** Minutes logged by one staff group in each of twelve months. */
export interface LoggedByMonth {
  readonly staffGroup: string
  readonly minutes: readonly number[]
}

/** One time an item has to be shown. */
export interface PlanOccurrence extends MonthWindow {
  readonly occurrenceId: string
  readonly ordinal: number
  /** Whether all of it lies before April or after March: its work is then counted in the nearest month of the year. */
  readonly outsideYear: boolean
  readonly status: Status
  /** Shown or closed: nothing of it is still to be done. */
  readonly done: boolean
}

/** A requirement on the checklist. */
export interface PlanItem {
  readonly itemId: string
  readonly entryId: string
  readonly code: string
  readonly key: string
  readonly title: string
  readonly paragraph: string | null
  readonly nature: Nature
  readonly obligation: Obligation
  readonly fallsDue: FallsDue
  readonly shownEvery: ShownEvery
  readonly perPractice: boolean
  /** The catalogue's verdict, judged once in `specification`; null where too little is known. */
  readonly declarationOnly: boolean | null
  /** What the source states is at stake, in pence; null where none or not stated. */
  readonly moneyPence: number | null
  readonly status: Status
  /** False for paid work the network does not go for. */
  readonly pursued: boolean
  /** False for what does not concern the network: it takes no time. */
  readonly applies: boolean
  /** From the first month of any occurrence to the last; null without occurrence, as before any event: it then takes no time. */
  readonly window: MonthWindow | null
  readonly occurrences: readonly PlanOccurrence[]
  /** The figure in force for the year, one for each staff group, in their order. */
  readonly estimates: readonly (FigureInForce & { readonly staffGroup: string })[]
  /** Staff groups with anything logged. */
  readonly logged: readonly LoggedByMonth[]
  /** The clinical director's value rating, 1 to 5; null where not rated. */
  readonly rating: number | null
}

/** An indicator that earns money, as incentive work: never due, paid for achievement. Its minutes are the network's own or not known. */
export interface PlanIndicator {
  readonly code: string
  readonly title: string
  /** Care, or a declaration where it is only done or not done; the network's own word where it gave one. */
  readonly nature: Nature
  /** Done once, by a day; else its work recurs over the months it holds for. */
  readonly once: boolean
  readonly window: MonthWindow
  /** False where the network said that it does not go for it. */
  readonly pursued: boolean
  /** As the catalogue has them; null where it has none. */
  readonly points: number | null
  /** How sure the catalogue is of the points. */
  readonly pointsCertainty: Certainty | null
  /** What a point is worth, where a source says so of this indicator. */
  readonly penceAPoint: number | null
  /** The figure in force for the year, one for each staff group, in their order. */
  readonly estimates: readonly (FigureInForce & { readonly staffGroup: string })[]
}

/** A priority. Its work floats in its window. */
export interface PlanPriority {
  readonly priorityId: string
  readonly title: string
  /** 1 is first among the open ones; null when it has ended. */
  readonly rank: number | null
  /** 1 is first among all of the year, ended ones where they were: the order to place them in. */
  readonly place: number
  readonly closed: boolean
  readonly window: MonthWindow
  /** Staff groups it takes time of; any other gives none. */
  readonly minutes: readonly PriorityMinutes[]
  readonly serves: readonly Serving[]
  readonly logged: readonly LoggedByMonth[]
}

/** Time logged on a piece of evidence without saying for which item. */
export interface SharedEvidence {
  readonly evidenceId: string
  readonly minutes: readonly { readonly staffGroup: string; readonly minutes: number }[]
  /** Codes of the requirements it serves, in order; at least one. */
  readonly serves: readonly string[]
}

/** The months an occurrence can be done in, and whether that is outside the year. Errors: RangeError when the year is not one. */
export function occurrenceMonths(occurrence: Occurrence, year: ContractYear): MonthWindow & { readonly outsideYear: boolean } {
  const { opensOn, dueOn } = occurrence
  const to: Day = later(opensOn, dueOn ?? lastDayOfPeriod(occurrence))
  return { ...monthsOf(opensOn, to, year), outsideYear: to < firstDayOf(year) || opensOn > lastDayOf(year) }
}

/** From the first month of any to the last of any; null for none. */
export function spanOf(windows: readonly MonthWindow[]): MonthWindow | null {
  if (windows.length === 0) return null
  return {
    firstMonth: Math.min(...windows.map(({ firstMonth }) => firstMonth)),
    lastMonth: Math.max(...windows.map(({ lastMonth }) => lastMonth)),
  }
}

/** Minutes one staff group logged in one month. */
export interface LoggedMinutes {
  readonly staffGroup: string
  readonly month: number
  readonly minutes: number
}

/** Logged minutes as twelve months for each staff group that logged any, by code. */
export function loggedByMonth(logged: readonly LoggedMinutes[]): LoggedByMonth[] {
  const groups = [...new Set(logged.map(({ staffGroup }) => staffGroup))].sort()
  return groups.map((staffGroup) => {
    const minutes = Array.from({ length: MONTHS }, () => 0)
    for (const entry of logged) if (entry.staffGroup === staffGroup) minutes[entry.month] = (minutes[entry.month] ?? 0) + entry.minutes
    return { staffGroup, minutes }
  })
}

/** Minutes shared equally: whole ones, the remainder to the first. Errors: RangeError unless shared by somebody. */
export function sharedEqually(minutes: number, by: number): number[] {
  if (!Number.isInteger(by) || by < 1) throw new RangeError(`Not a number of parts: ${by}`)
  return Array.from({ length: by }, (_, index) => Math.floor(minutes / by) + (index < minutes % by ? 1 : 0))
}
