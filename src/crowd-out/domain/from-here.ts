import { addDays, addMonths, type ContractYear, type Day, firstDayOf } from '../../platform/day.js'
import { byCode, MONTHS, requireMinutes, requireMonth, requireTwelve } from './bounds.js'
import { demandsOf } from './demand.js'
import type { Estimate, EstimateCase, StaffGroupPlan, Work } from './plan.js'
import { estimatedMinutes } from './prepare.js'

/**
 * The first month that is not past (April = 0): a month is past when its last day is before the as-of day. 0 before the year begins;
 * null once the whole year is past. Errors: RangeError when the year is not one. Source: docs/method/crowd-out.md, rule version 1.
 */
export function monthFromHere(asOf: Day, contractYear: ContractYear): number | null {
  const first = firstDayOf(contractYear)
  const month = Array.from({ length: MONTHS }, (_, index) => index).find((index) => addDays(addMonths(first, index + 1), -1) >= asOf)
  return month ?? null
}

/**
 * What is left of a plan from month `from` on: no capacity before it, estimates less what is logged, nothing for what is shown or closed,
 * levelled work of past months dropped, one-off work past its window and not done asked of month `from` alone.
 * Never mixed with the plan's own figures. Errors: RangeError when `from` is not a month of the year or logged minutes cannot be.
 * Source: docs/method/crowd-out.md, rule version 1.
 */
export function fromHere(plan: StaffGroupPlan, from: number): StaffGroupPlan {
  requireMonth(from)
  const nothingBefore = <T>(minutes: readonly T[]): readonly (T | 0)[] => minutes.map((figure, month) => (month < from ? 0 : figure))
  const left = (work: readonly Work[] | null): readonly Work[] | null => work?.flatMap((piece) => workLeft(piece, from)) ?? null
  return {
    ...plan,
    capacityMinutes: plan.capacityMinutes && nothingBefore(plan.capacityMinutes),
    otherFixedMinutes: plan.otherFixedMinutes && nothingBefore(plan.otherFixedMinutes),
    national: plan.national.map((item) => ({ ...item, work: left(item.work) })),
    local: plan.local.map((priority) => ({ ...priority, work: priority.closed ? [] : left(priority.work) })),
  }
}

function workLeft(work: Work, from: number): Work[] {
  if (work.done) return []
  const logged = loggedOf(work)
  if (work.timing === 'FLOATING') {
    const spent = logged.reduce((sum, minutes) => sum + minutes, 0)
    return [floating(Math.max(work.firstMonth, from), Math.max(work.lastMonth, from), (estimateCase) => work.minutes[estimateCase] - spent)]
  }
  const cases = { low: demandsOf(work, 'low'), central: demandsOf(work, 'central'), high: demandsOf(work, 'high') }
  return cases.central.flatMap(({ firstMonth }, index) =>
    firstMonth < from
      ? []
      : [floating(firstMonth, firstMonth, (estimateCase) => (cases[estimateCase][index]?.minutes ?? 0) - (logged[firstMonth] ?? 0))],
  )
}

function floating(firstMonth: number, lastMonth: number, left: (estimateCase: EstimateCase) => number): Work {
  const minutes: Estimate = { low: Math.max(0, left('low')), central: Math.max(0, left('central')), high: Math.max(0, left('high')) }
  return { minutes, firstMonth, lastMonth, timing: 'FLOATING' }
}

function loggedOf({ loggedMinutes }: Work): readonly number[] {
  if (!loggedMinutes) return []
  requireTwelve(loggedMinutes, 'logged minutes').forEach((minutes) => requireMinutes(minutes, 'logged'))
  return loggedMinutes
}

/** How much of the work begun before a month has a log; where nothing is logged the estimate stands. */
export interface LogCoverage {
  readonly estimatedMinutes: number
  readonly withLogMinutes: number
  /** 0 to 1; null when nothing had begun. */
  readonly share: number | null
}

/**
 * Of the estimated minutes of work begun before month `from`, those of work with anything logged.
 * Source: docs/method/crowd-out.md, rule version 1.
 */
export function logCoverage(plan: StaffGroupPlan, from: number, estimateCase: EstimateCase = 'central'): LogCoverage {
  requireMonth(from)
  let [estimated, withLog] = [0, 0]
  for (const work of allWork(plan)) {
    const begun = demandsOf(work, estimateCase).reduce((sum, demand) => sum + (demand.firstMonth < from ? demand.minutes : 0), 0)
    estimated += begun
    if (loggedOf(work).some((minutes) => minutes > 0)) withLog += begun
  }
  return { estimatedMinutes: estimated, withLogMinutes: withLog, share: estimated === 0 ? null : withLog / estimated }
}

function allWork(plan: StaffGroupPlan): Work[] {
  return [...plan.national.filter(({ pursued }) => pursued), ...plan.local].flatMap(({ work }) => work ?? [])
}

/** One line of the table that sets what was logged beside what was estimated. */
export interface LoggedBesideEstimated {
  readonly code: string
  /** Null: no estimate. */
  readonly estimatedMinutes: number | null
  /** Null: nothing logged. */
  readonly loggedMinutes: number | null
}

/** Logged beside estimated for the whole year, national items and priorities, by code. Source: docs/method/crowd-out.md, rule version 1. */
export function loggedBesideEstimated(plan: StaffGroupPlan, estimateCase: EstimateCase = 'central'): LoggedBesideEstimated[] {
  return [...plan.national.filter(({ pursued }) => pursued), ...plan.local]
    .map(({ code, work }) => {
      const logged = (work ?? []).flatMap((piece) => loggedOf(piece))
      return {
        code,
        estimatedMinutes: work === null ? null : estimatedMinutes(work, estimateCase),
        loggedMinutes: logged.length === 0 ? null : logged.reduce((sum, minutes) => sum + minutes, 0),
      }
    })
    .sort((one, other) => byCode(one.code, other.code))
}
