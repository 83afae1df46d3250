import { addDays, type Day } from '../../platform/day.js'

/** From a day to a day, both included; without an end while `endsOn` is null. */
export interface Term {
  readonly startsOn: Day
  readonly endsOn: Day | null
}

/** Whether a day lies in a term, its first and last day included. */
export function isInTerm(term: Term, on: Day): boolean {
  return term.startsOn <= on && (term.endsOn === null || on <= term.endsOn)
}

/** The days on which being in a term changes: its first day, and the day after its last. */
export function edgesOf(term: Term): Day[] {
  return term.endsOn === null ? [term.startsOn] : [term.startsOn, addDays(term.endsOn, 1)]
}
