import { spanOf } from '../../specification/domain/year-span.js'
import { type ContractYear, type Day, firstDayOf, lastDayOf } from '../../platform/day.js'
import { type MinutesRange } from '../../specification/domain/reference-data.js'
import { type MinutesRefused, MOST_MINUTES_A_MONTH, refuseMinutes, refuseRange } from './minutes.js'
import { monthsIn, monthsOf } from './months.js'

/** How a priority ended. */
export const outcomes = ['ACHIEVED', 'STOPPED', 'CARRIED_OVER'] as const
export type Outcome = (typeof outcomes)[number]

/** Where a priority stands: open, or how it ended. */
export const priorityStatuses = ['OPEN', ...outcomes] as const
export type PriorityStatus = (typeof priorityStatuses)[number]

/** Whole minutes a priority takes of one staff group in its window, in three cases. */
export interface PriorityMinutes extends MinutesRange {
  readonly staffGroup: string
}

/** A step of a priority that can be put back. The id stays when the priority is changed. */
export interface Milestone {
  readonly id: string
  readonly title: string
  readonly dueOn: Day
  /** Whole minutes; null where nobody said. */
  readonly minutes: number | null
}

/** Minutes of one staff group a priority gives to a requirement: work that is local choice and contract at once. */
export interface Serving {
  readonly requirementCode: string
  readonly staffGroup: string
  readonly minutes: number
}

/** What of a priority bears on figures. */
export interface PriorityPlan {
  readonly opensOn: Day
  readonly closesOn: Day
  readonly minutes: readonly PriorityMinutes[]
  readonly milestones: readonly Milestone[]
  readonly serves: readonly Serving[]
}

/** A window, or a milestone's day, that cannot be: with the days between which it could. */
export interface WindowRefused {
  readonly kind: 'WindowRefused'
  readonly field: string
  readonly message: string
  readonly earliestDay: Day
  readonly latestDay: Day
}

/** A day on which something cannot have been done: it has not come. */
export interface DoneInFuture {
  readonly kind: 'DoneInFuture'
  readonly field: string
  readonly message: string
  readonly latestDay: Day
}

/**
 * Why a milestone cannot have been done on a day; undefined when it can. The window does not bind: a step may be done early or late, but not more
 * than a year before the contract year. Errors: RangeError when the year is not one.
 */
export function refuseDone(doneOn: Day, today: Day, year: ContractYear): DoneInFuture | WindowRefused | undefined {
  if (doneOn > today) return { kind: 'DoneInFuture', field: 'doneOn', message: `The day must be ${today} or earlier.`, latestDay: today }
  const { earliestDay } = spanOf(year)
  if (doneOn >= earliestDay) return undefined
  const message = `The day must be ${earliestDay} or later, and not after ${today}.`
  return { kind: 'WindowRefused', field: 'doneOn', message, earliestDay, latestDay: today }
}

/** The same staff group, or requirement and staff group, given twice. */
export interface GivenTwice {
  readonly kind: 'GivenTwice'
  readonly field: string
  readonly message: string
}

/**
 * Why a priority cannot be planned like this; undefined when it can. The window lies in the contract year and does not run backwards,
 * milestones lie in the window, and no group is asked for more than 10,000 minutes for each month of the window.
 * Errors: RangeError when the year is not one. Source: docs/method/workload.md.
 */
export function refusePlan(plan: PriorityPlan, year: ContractYear): WindowRefused | MinutesRefused | GivenTwice | undefined {
  return refuseWindow(plan, year) ?? refuseMilestones(plan) ?? refuseTwice(plan) ?? refuseSizes(plan, year)
}

function refuseWindow({ opensOn, closesOn }: PriorityPlan, year: ContractYear): WindowRefused | undefined {
  const [earliestDay, latestDay] = [firstDayOf(year), lastDayOf(year)]
  if (opensOn < earliestDay || opensOn > latestDay) return outside('opensOn', opensOn, earliestDay, latestDay, `the contract year ${year}`)
  if (closesOn > latestDay) return outside('closesOn', closesOn, opensOn, latestDay, `the contract year ${year}`)
  if (closesOn >= opensOn) return undefined
  const message = `The window closes on ${closesOn}, before it opens on ${opensOn}.`
  return { kind: 'WindowRefused', field: 'closesOn', message, earliestDay: opensOn, latestDay }
}

function refuseMilestones({ milestones, opensOn, closesOn }: PriorityPlan): WindowRefused | undefined {
  const index = milestones.findIndex(({ dueOn }) => dueOn < opensOn || dueOn > closesOn)
  const found = milestones[index]
  return found && outside(`milestones.${index}.dueOn`, found.dueOn, opensOn, closesOn, 'the window of the priority')
}

function outside(field: string, day: Day, earliestDay: Day, latestDay: Day, what: string): WindowRefused {
  const message = `${day} is outside ${what}: it must be from ${earliestDay} to ${latestDay}.`
  return { kind: 'WindowRefused', field, message, earliestDay, latestDay }
}

function refuseTwice({ minutes, serves }: PriorityPlan): GivenTwice | undefined {
  const group = repeated(minutes.map(({ staffGroup }) => staffGroup))
  if (group !== undefined) return twice(`minutes.${group}.staffGroup`, 'This staff group is given twice.')
  const serving = repeated(serves.map(({ requirementCode, staffGroup }) => `${requirementCode} ${staffGroup}`))
  return serving === undefined ? undefined : twice(`serves.${serving}`, 'This requirement is given twice for one staff group.')
}

function refuseSizes({ minutes, serves, milestones, opensOn, closesOn }: PriorityPlan, year: ContractYear): MinutesRefused | undefined {
  const most = MOST_MINUTES_A_MONTH * monthsIn(monthsOf(opensOn, closesOn, year))
  const problems = [
    ...minutes.map((range, index) => refuseRange(range, most, `minutes.${index}`)),
    ...serves.map((serving, index) => refuseMinutes(serving.minutes, most, `serves.${index}.minutes`)),
    ...milestones.map((milestone, index) => refuseMinutes(milestone.minutes ?? 0, most, `milestones.${index}.minutes`)),
  ]
  return problems.find((problem) => problem !== undefined)
}

function repeated(keys: readonly string[]): number | undefined {
  const index = keys.findIndex((key, at) => keys.indexOf(key) < at)
  return index === -1 ? undefined : index
}

function twice(field: string, message: string): GivenTwice {
  return { kind: 'GivenTwice', field, message }
}
