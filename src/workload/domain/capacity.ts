import { counted } from '../../priority/domain/counted.js'
import { MOST_MINUTES_A_MONTH, type MinutesRefused, refuseMinutes } from '../../priority/domain/minutes.js'
import { MONTHS } from '../../priority/domain/months.js'
import { type StaffGroup } from '../../specification/domain/reference-data.js'

/** A session of a salaried GP is nominally 4 hours 10 minutes: nine of them are a whole-time week of 37.5 hours. Our assumption. */
export const SESSION_MINUTES = 250

/** A whole-time week of 37.5 hours. */
export const WHOLE_TIME_WEEK_MINUTES = 2_250

/** Weeks somebody is at work in a year: 52 less leave, bank holidays and study. Our assumption, used unless other weeks are given. */
export const WORKING_WEEKS_A_YEAR = 42

/** A week's time; hours and sessions count together. */
export interface WeeklyTime {
  readonly sessions: number
  readonly hours: number
  readonly weeksAYear: number
}

/** Capacity and where it comes from. */
export interface CapacityFigure {
  /** Whole minutes, April first. */
  readonly minutes: readonly number[]
  /** The rule, in words. */
  readonly basis: string
}

/**
 * A week's time as twelve months: the week's minutes times the weeks at work, spread evenly, the remainder to the earliest months.
 * Units: sessions of 250 minutes, hours; whole minutes out. Errors: RangeError on negative time. Source: docs/method/workload.md.
 */
export function monthsOfWeek({ sessions, hours, weeksAYear }: WeeklyTime): CapacityFigure {
  const week = Math.round(sessions * SESSION_MINUTES + hours * 60)
  const inSessions = sessions > 0 ? [`${counted(sessions, 'session')} of 4 hours 10 minutes`] : []
  const inHours = hours > 0 || sessions === 0 ? [counted(hours, 'hour')] : []
  const parts = [...inSessions, ...inHours].join(' and ')
  const basis = `${parts} a week in ${counted(weeksAYear, 'week')} at work a year, spread evenly over twelve months.`
  return { minutes: spreadOverYear(week * weeksAYear), basis }
}

/** Minutes of a year as twelve months, the remainder to the earliest. Errors: RangeError unless whole minutes of 0 or more. */
export function spreadOverYear(minutes: number): number[] {
  if (!Number.isSafeInteger(minutes) || minutes < 0) throw new RangeError(`Not whole minutes: ${minutes}`)
  return Array.from({ length: MONTHS }, (_, month) => Math.floor(minutes / MONTHS) + (month < minutes % MONTHS ? 1 : 0))
}

/** Why twelve months' minutes cannot be taken; undefined when they can. Null months are not known. */
export function refuseMonths(minutes: readonly (number | null)[], field: string): MinutesRefused | undefined {
  if (minutes.length !== MONTHS) {
    return {
      kind: 'MinutesRefused',
      field,
      message: `There must be twelve months, April first; these are ${minutes.length}.`,
      mostMinutes: null,
    }
  }
  return minutes
    .map((figure, month) => refuseMinutes(figure ?? 0, MOST_MINUTES_A_MONTH, `${field}.${month}`))
    .find((problem) => problem !== undefined)
}

/** What a capacity could be, for somebody to take over or not. Never used by itself. */
export interface CapacitySuggestion {
  readonly staffGroup: StaffGroup
  /** Whole minutes, April first; null where what it rests on is not known. */
  readonly minutes: readonly number[] | null
  readonly label: string
  readonly basis: string
}

/**
 * Suggested capacity: the clinical director's time by the former rule of a quarter of a whole-time post for 50,000 patients, and one
 * whole-time post for the other groups. Units: minutes. Patients null: not known. Source: docs/method/workload.md.
 */
export function capacitySuggestions(patients: number | null): CapacitySuggestion[] {
  const wholeTime = WHOLE_TIME_WEEK_MINUTES * WORKING_WEEKS_A_YEAR
  const week = `A whole-time week of 37.5 hours in ${WORKING_WEEKS_A_YEAR} weeks at work a year.`
  const others = ['NETWORK_MANAGER', 'PRACTICE_MANAGER', 'CLINICIAN', 'ADMINISTRATOR'] as const
  const director: CapacitySuggestion = {
    staffGroup: 'CLINICAL_DIRECTOR',
    minutes: patients === null ? null : spreadOverYear(Math.round((wholeTime * patients) / 200_000)),
    label: 'A rule that ended in 2024: 0.25 of a whole-time post for every 50,000 patients',
    basis:
      patients === null ? `The list size is not known for every practice. ${week}` : `${counted(patients, 'registered patient')}. ${week}`,
  }
  const label = 'Available working time of one whole-time post'
  return [director, ...others.map((staffGroup) => ({ staffGroup, minutes: spreadOverYear(wholeTime), label, basis: week }))]
}
