import {
  addDays,
  addMonths,
  type ContractYear,
  contractYearOf,
  type Day,
  earlier,
  firstDayOf,
  lastDayOf,
  later,
} from '../../platform/day.js'
import { type RequirementTiming } from './requirement.js'

/** Where a due day comes from: a source states it, it is the last day of the period, or there is none. */
export type DueBasis = 'STATED' | 'END_OF_PERIOD' | 'NO_DEADLINE'

/** One time a requirement has to be shown. */
export interface Occurrence {
  /** Counts from 1 within the item, in order of period or of event. */
  readonly ordinal: number
  readonly periodFrom: Day
  /** Null for what follows an event: nothing says when that is over. */
  readonly periodTo: Day | null
  /** First day whose evidence counts. */
  readonly countsFrom: Day
  /** Last day whose evidence counts; null where a late act still counts, as late. */
  readonly countsTo: Day | null
  readonly opensOn: Day
  readonly dueOn: Day | null
  readonly dueBasis: DueBasis
}

/**
 * The times a requirement has to be shown in a contract year: once, once a quarter, once a month, or (on event) none until the event.
 * Nobody is asked for more than the source asks: a stated opening day in mid-year leaves out the quarters and months that ended before it.
 * A stated due day applies to what is shown once a year; quarters and months are due on their last day.
 * Errors: RangeError when the stated window closes before it opens, which the catalogue refuses. Source: docs/method/status.md.
 */
export function occurrencesOf(requirement: RequirementTiming, year: ContractYear): Occurrence[] {
  switch (requirement.shownEvery) {
    case 'YEAR':
      return [onceInTheYear(requirement, year)]
    case 'QUARTER':
      return everyFewMonths(requirement, year, 3)
    case 'MONTH':
      return everyFewMonths(requirement, year, 1)
    case 'EVENT':
      return []
  }
}

/**
 * The occurrence an event makes: it opens, and evidence counts, from the day of the event; due the stated number of days later, or without
 * deadline.
 * Errors: RangeError when the requirement is not shown on event.
 */
export function occurrenceOfEvent(requirement: RequirementTiming, happenedOn: Day, ordinal = 1): Occurrence {
  if (requirement.shownEvery !== 'EVENT') throw new RangeError(`Not shown on event: ${requirement.shownEvery}`)
  const dueOn = requirement.dueDays === null ? null : addDays(happenedOn, requirement.dueDays)
  return {
    ordinal,
    periodFrom: happenedOn,
    periodTo: null,
    countsFrom: happenedOn,
    countsTo: null,
    opensOn: happenedOn,
    dueOn,
    dueBasis: dueOn === null ? 'NO_DEADLINE' : 'STATED',
  }
}

/** The last day of an occurrence's period, or of its contract year where the period has no end. */
export function lastDayOfPeriod({ periodFrom, periodTo }: Pick<Occurrence, 'periodFrom' | 'periodTo'>): Day {
  return periodTo ?? lastDayOf(contractYearOf(periodFrom))
}

function onceInTheYear(requirement: RequirementTiming, year: ContractYear): Occurrence {
  const [periodFrom, periodTo] = [firstDayOf(year), lastDayOf(year)]
  const { dueOn: stated } = requirement
  const opensOn = requirement.opensOn ?? opensWithoutBeingTold(requirement, periodFrom, periodTo)
  const dueOn = stated ?? (opensOn > periodTo ? null : periodTo)
  if (dueOn !== null && dueOn < opensOn) throw new RangeError(`Due on ${dueOn}, before it opens on ${opensOn}`)
  return {
    ordinal: 1,
    periodFrom,
    periodTo,
    countsFrom: firstDayThatCounts(opensOn, periodFrom, periodTo),
    countsTo: null,
    opensOn,
    dueOn,
    dueBasis: stated !== null ? 'STATED' : dueOn === null ? 'NO_DEADLINE' : 'END_OF_PERIOD',
  }
}

function opensWithoutBeingTold({ afterYearEnd, dueOn }: RequirementTiming, periodFrom: Day, periodTo: Day): Day {
  if (afterYearEnd) return addDays(periodTo, 1)
  return dueOn === null ? periodFrom : earlier(periodFrom, dueOn)
}

/**
 * Sign-up for a year is done before its April, and list sizes are frozen on the 1 January before it: evidence counts from that day.
 * What can only be shown after the year counts from the year's last day: no achievement is declared before the year is over, and a
 * figure that covers the year touches that day.
 */
function firstDayThatCounts(opensOn: Day, periodFrom: Day, periodTo: Day): Day {
  return opensOn > periodTo ? periodTo : earlier(addMonths(periodFrom, -3), opensOn)
}

function everyFewMonths(requirement: RequirementTiming, year: ContractYear, months: 1 | 3): Occurrence[] {
  const opensOn = requirement.opensOn ?? firstDayOf(year)
  return periodsOf(year, months)
    .map(({ from, to }, index): Occurrence & { periodTo: Day } => ({
      ordinal: index + 1,
      periodFrom: from,
      periodTo: to,
      countsFrom: from,
      countsTo: isShownOnlyWithinPeriod(requirement, months) ? to : null,
      opensOn: later(from, opensOn),
      dueOn: to,
      dueBasis: 'END_OF_PERIOD',
    }))
    .filter(({ periodTo }) => periodTo >= opensOn)
}

function periodsOf(year: ContractYear, months: 1 | 3): { from: Day; to: Day }[] {
  const starts = Array.from({ length: 12 / months }, (_, index) => addMonths(firstDayOf(year), index * months))
  return starts.map((from) => ({ from, to: addDays(addMonths(from, months), -1) }))
}

/**
 * What was delivered in another quarter does not show this one. A declaration, report or act of governance for a quarter can be made late,
 * and so can a month's claim or return: April's is often made in June.
 */
function isShownOnlyWithinPeriod({ nature }: RequirementTiming, months: 1 | 3): boolean {
  return months === 3 && nature === 'DELIVER'
}
