import { addMonths, type Day } from '../../platform/day.js'

/** From which day to which somebody is something; without a last day, until further notice. */
export interface MembershipDays {
  readonly startsOn: Day
  readonly endsOn: Day | null
}

/** What is wrong with the days of a membership, and with which of them. */
export interface DaysProblem {
  readonly field: 'startsOn' | 'endsOn'
  readonly message: string
}

/** The first day of the first Network Contract DES: no membership here is older. Source: Network Contract DES 2019/20. */
export const FIRST_DAY: Day = '2019-07-01'

/** How far ahead a membership can begin, in months. */
const MONTHS_AHEAD = 12

/** Why a membership cannot have these days; undefined when it can. Its last day is never past: what is over is ended, not given. */
export function refuseDays({ startsOn, endsOn }: MembershipDays, today: Day): DaysProblem | undefined {
  if (startsOn < FIRST_DAY) return { field: 'startsOn', message: `The first day must be ${FIRST_DAY} or later, when the contract began.` }
  const latest = addMonths(today, MONTHS_AHEAD)
  if (startsOn > latest) return { field: 'startsOn', message: `The first day must be ${latest} or earlier, at most a year from now.` }
  if (endsOn === null) return undefined
  if (endsOn < startsOn) return { field: 'endsOn', message: `The last day must be ${startsOn} or later, the first day.` }
  if (endsOn < today) return { field: 'endsOn', message: `The last day must be ${today} or later.` }
  return undefined
}

/** Whether two memberships share a day. */
export function overlap(one: MembershipDays, other: MembershipDays): boolean {
  return (one.endsOn === null || one.endsOn >= other.startsOn) && (other.endsOn === null || other.endsOn >= one.startsOn)
}
