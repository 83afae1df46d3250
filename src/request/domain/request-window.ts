import { type WindowRefused } from '../../priority/domain/priority.js'
import { type ContractYear, type Day, earlier, firstDayOf, lastDayOf, later } from '../../platform/day.js'

/** What is said of when a request has to be done. */
export interface RequestDays {
  readonly receivedOn: Day
  /** By when it has to be there; null where nobody said. */
  readonly dueOn: Day | null
  /** First and last day it can be done; null to take them from the days above. */
  readonly opensOn: Day | null
  readonly closesOn: Day | null
}

/** From when to when a request can be done, in one contract year. */
export interface RequestWindow {
  readonly opensOn: Day
  readonly closesOn: Day
}

/** The request is said to have come on a day that has not. */
export interface RequestReceivedInFuture {
  readonly kind: 'RequestReceivedInFuture'
  readonly field: string
  readonly message: string
  readonly latestDay: Day
}

/**
 * When a request can be done in a contract year: from the day it came to the day it is due, or the end of the year, unless said otherwise.
 * Errors: RangeError when the year is not one. Source: docs/method/requests.md.
 */
export function windowOf({ receivedOn, dueOn, opensOn, closesOn }: RequestDays, year: ContractYear): RequestWindow {
  const [first, last] = [firstDayOf(year), lastDayOf(year)]
  const opens = opensOn ?? earlier(later(receivedOn, first), last)
  return { opensOn: opens, closesOn: closesOn ?? earlier(dueOn ?? last, last) }
}

/**
 * Why a request cannot have these days; undefined when it can: it has come, it is due no earlier than it came, and its window lies in the
 * contract year and does not run backwards. Errors: RangeError when the year is not one. Source: docs/method/requests.md.
 */
export function refuseDays(days: RequestDays, year: ContractYear, today: Day): RequestReceivedInFuture | WindowRefused | undefined {
  const { receivedOn, dueOn } = days
  if (receivedOn > today) {
    const message = `It cannot have come on ${receivedOn}: today is ${today}.`
    return { kind: 'RequestReceivedInFuture', field: 'receivedOn', message, latestDay: today }
  }
  const [first, last] = [firstDayOf(year), lastDayOf(year)]
  if (receivedOn > last) return outside('contractYear', `It came on ${receivedOn}, after the contract year ${year}.`, first, last)
  if (dueOn !== null && dueOn < receivedOn) {
    return outside('dueOn', `It is due on ${dueOn}, before it came on ${receivedOn}.`, receivedOn, later(receivedOn, last))
  }
  if (dueOn !== null && dueOn < first) {
    return outside('contractYear', `It was due on ${dueOn}, before the contract year ${year}.`, first, last)
  }
  const { opensOn, closesOn } = windowOf(days, year)
  const within = `it must be from ${first} to ${last}.`
  if (opensOn < first || opensOn > last)
    return outside('opensOn', `${opensOn} is outside the contract year ${year}: ${within}`, first, last)
  if (closesOn > last) return outside('closesOn', `${closesOn} is outside the contract year ${year}: ${within}`, opensOn, last)
  if (closesOn >= opensOn) return undefined
  return outside('closesOn', `The window closes on ${closesOn}, before it opens on ${opensOn}.`, opensOn, last)
}

function outside(field: string, message: string, earliestDay: Day, latestDay: Day): WindowRefused {
  return { kind: 'WindowRefused', field, message, earliestDay, latestDay }
}
