import type { AcceptedRequest } from '../../request/domain/accepted-request.js'
import { askedOfGroup } from '../../request/domain/asked-minutes.js'
import type { MinutesRange } from '../../specification/domain/reference-data.js'
import type { LoggedByMonth, PlanIndicator, PlanInputs, PlanItem, PlanOccurrence, PlanPriority } from '../../workload/domain/plan-inputs.js'
import { sharedEqually } from '../../workload/domain/plan-inputs.js'
import { ASSUMED_BUSINESS_AS_USUAL_PERCENT } from '../../workload/domain/estimate.js'
import { MONTHS } from './bounds.js'
import { levelled } from './demand.js'
import { type Estimate, type LocalPriority, type NationalItem, type StaffGroupPlan, timingOf, type Work } from './plan.js'
import type { MovedWindow } from './what-if.js'

/** What a network's plan is made of. */
export interface PlanSources {
  readonly inputs: PlanInputs
  /** Requests it accepted: national work with their own origin. */
  readonly requests: readonly AcceptedRequest[]
  /** Pence at stake by code of paid work, where known. */
  readonly atStakePence: ReadonlyMap<string, number>
}

/** Months a piece of work can be done in, by what it belongs to: a code of an item or request, or the id of a priority. */
type WindowOf = (code: string) => Pick<MovedWindow, 'firstMonth' | 'lastMonth'> | undefined

/**
 * A network's inputs as one plan for each of its staff groups, in their order. What does not concern the network is left out. `moving` gives
 * work other months before it is levelled: moving levelled work month by month would round it twelve times.
 * Units: whole minutes; months, April = 0. Source: docs/method/crowd-out.md, rule version 1.
 */
export function staffGroupPlans({ inputs, requests, atStakePence }: PlanSources, moving: readonly MovedWindow[] = []): StaffGroupPlan[] {
  const windowOf: WindowOf = (code) => moving.find((move) => move.code === code)
  const items = inputs.items.filter(({ applies }) => applies)
  return inputs.staffGroups.map(({ code: staffGroup }) => {
    const capacity = inputs.capacities.find((row) => row.staffGroup === staffGroup)
    return {
      staffGroup,
      capacityMinutes: capacity?.minutes ?? null,
      otherFixedMinutes: capacity?.otherFixed ?? null,
      national: [
        ...items.map((item) => nationalItem(item, staffGroup, windowOf, atStakePence.get(item.code) ?? null)),
        ...inputs.indicators.map((one) => incentive(one, staffGroup, windowOf, atStakePence.get(one.code) ?? null)),
        ...requests.map((request) => requestedItem(request, staffGroup, windowOf)),
      ],
      local: inputs.priorities.map((priority) => localPriority(priority, staffGroup, windowOf)),
    }
  })
}

function nationalItem(item: PlanItem, staffGroup: string, windowOf: WindowOf, upToPence: number | null): NationalItem {
  const { code, nature, obligation, pursued } = item
  const estimate = item.estimates.find((figure) => figure.staffGroup === staffGroup)
  const minutes = estimate?.minutes ?? null
  const logged = loggedOf(item.logged, staffGroup)
  return {
    ...{ code, origin: 'REQUIREMENT', nature, obligation, pursued, upToPence },
    businessAsUsualPercent: estimate?.businessAsUsualPercent ?? null,
    work: item.window === null ? [] : minutes && itemWork(item, minutes, logged, windowOf(code)),
  }
}

/** An indicator is measured in every month it holds for, so its work is levelled over them; what is only done or not done is done once. */
function incentive(indicator: PlanIndicator, staffGroup: string, windowOf: WindowOf, upToPence: number | null): NationalItem {
  const { code, nature, pursued } = indicator
  const estimate = indicator.estimates.find((figure) => figure.staffGroup === staffGroup)
  const minutes = estimate?.minutes ?? null
  const { firstMonth, lastMonth } = windowOf(code) ?? indicator.window
  const window = { firstMonth, lastMonth }
  const workOf = (asked: MinutesRange): Work[] =>
    indicator.once
      ? [{ minutes: estimateOf(asked), timing: 'FLOATING', ...window }]
      : levelledWork({ occurrences: [] }, asked, null, window)
  return {
    ...{ code, origin: 'INDICATOR', nature, obligation: 'PAID', pursued, upToPence },
    businessAsUsualPercent: estimate?.businessAsUsualPercent ?? null,
    work: minutes && (minutes.high === 0 ? [] : workOf(minutes)),
  }
}

function requestedItem(request: AcceptedRequest, staffGroup: string, windowOf: WindowOf): NationalItem {
  const { code, nature, obligation, timing, firstMonth, lastMonth } = request
  const minutes = askedOfGroup(request.minutes, staffGroup)
  const work = minutes && [{ minutes, timing, ...(windowOf(code) ?? { firstMonth, lastMonth }) }]
  return {
    ...{ code, origin: 'REQUEST', nature, obligation, pursued: true, upToPence: null },
    businessAsUsualPercent: nature === 'DELIVER' ? null : ASSUMED_BUSINESS_AS_USUAL_PERCENT,
    work: minutes?.high === 0 ? [] : work,
  }
}

function localPriority(priority: PlanPriority, staffGroup: string, windowOf: WindowOf): LocalPriority {
  const { priorityId: code, place: rank, closed, window } = priority
  const minutes = priority.minutes.find((row) => row.staffGroup === staffGroup)
  const loggedMinutes = loggedOf(priority.logged, staffGroup)
  const { firstMonth, lastMonth } = windowOf(code) ?? window
  const served = [...new Set(priority.serves.map(({ requirementCode }) => requirementCode))]
  return {
    ...{ code, rank, closed },
    work: minutes ? [{ minutes: estimateOf(minutes), firstMonth, lastMonth, timing: 'FLOATING', loggedMinutes }] : [],
    // A group that gives the requirement nothing lists it with 0, so that the priority has the same place in every group.
    serves: served.map((requirementCode) => ({
      requirementCode,
      minutes: priority.serves.find((row) => row.requirementCode === requirementCode && row.staffGroup === staffGroup)?.minutes ?? 0,
    })),
  }
}

function itemWork(item: PlanItem, minutes: MinutesRange, logged: readonly number[] | null, moved: ReturnType<WindowOf>): Work[] {
  if (item.window === null || (minutes.high === 0 && logged === null)) return []
  if (timingOf(item.fallsDue) === 'FLOATING') return floatingWork(item, minutes, logged, moved)
  return levelledWork(item, minutes, logged, moved ?? item.window)
}

/** One piece for each time it is done, the year's minutes shared equally. Logged minutes count for the first that was not over by then. */
function floatingWork(
  { occurrences }: PlanItem,
  minutes: MinutesRange,
  logged: readonly number[] | null,
  moved: ReturnType<WindowOf>,
): Work[] {
  const times = [...occurrences].sort((one, other) => one.lastMonth - other.lastMonth || one.ordinal - other.ordinal)
  const shares = eachCase(minutes, (sum) => sharedEqually(sum, times.length))
  const taker = (month: number): number => {
    const index = times.findIndex(({ lastMonth }) => month <= lastMonth)
    return index === -1 ? times.length - 1 : index
  }
  return times.map(({ firstMonth, lastMonth, done }, index) => ({
    ...{ minutes: shares(index), timing: 'FLOATING', done },
    ...(moved ? { firstMonth: moved.firstMonth, lastMonth: moved.lastMonth } : { firstMonth, lastMonth }),
    loggedMinutes: logged && logged.map((sum, month) => (taker(month) === index ? sum : 0)),
  }))
}

/** One piece for each month, so that "from here" can leave out months whose occurrence is shown. Minutes logged outside stay with the nearest. */
function levelledWork(
  { occurrences }: Pick<PlanItem, 'occurrences'>,
  minutes: MinutesRange,
  logged: readonly number[] | null,
  { firstMonth, lastMonth }: { readonly firstMonth: number; readonly lastMonth: number },
): Work[] {
  const count = lastMonth - firstMonth + 1
  const shares = eachCase(minutes, (sum) => levelled(sum, count))
  return Array.from({ length: count }, (_, index) => {
    const month = firstMonth + index
    const isMine = (at: number): boolean => Math.min(lastMonth, Math.max(firstMonth, at)) === month
    return {
      ...{ minutes: shares(index), firstMonth: month, lastMonth: month, timing: 'LEVELLED', done: isDone(occurrences, month) },
      loggedMinutes: logged && logged.map((sum, at) => (isMine(at) ? sum : 0)),
    }
  })
}

/** Whether every occurrence that can be done in a month is done; of all, where none can (a moved window). */
function isDone(occurrences: readonly PlanOccurrence[], month: number): boolean {
  const inMonth = occurrences.filter(({ firstMonth, lastMonth }) => firstMonth <= month && month <= lastMonth)
  const asked = inMonth.length > 0 ? inMonth : occurrences
  return asked.length > 0 && asked.every(({ done }) => done)
}

function eachCase({ low, central, high }: MinutesRange, split: (minutes: number) => readonly number[]): (index: number) => Estimate {
  const cases = { low: split(low), central: split(central), high: split(high) }
  return (index) => ({ low: cases.low[index] ?? 0, central: cases.central[index] ?? 0, high: cases.high[index] ?? 0 })
}

function estimateOf({ low, central, high }: MinutesRange): Estimate {
  return { low, central, high }
}

function loggedOf(logged: readonly LoggedByMonth[], staffGroup: string): readonly number[] | null {
  const minutes = logged.find((row) => row.staffGroup === staffGroup)?.minutes
  return minutes ? Array.from({ length: MONTHS }, (_, month) => minutes[month] ?? 0) : null
}
