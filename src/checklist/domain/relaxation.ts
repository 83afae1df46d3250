import { type Day, later } from '../../platform/day.js'
import { isInTerm, type Term } from './term.js'

/** A requirement let go of for a while, put off, or worded differently. Only the first two bear on status. */
export type Relaxation = Term & ({ readonly kind: 'SUSPENDED' | 'VARIED' } | { readonly kind: 'DEFERRED'; readonly newDueOn: Day })

/** The due day after the deferrals in force on a day: the latest of them all. A deferral never brings a day forward, nor makes one. */
export function dueOnAfter(dueOn: Day | null, relaxations: readonly Relaxation[], on: Day): Day | null {
  if (dueOn === null) return null
  return relaxations.reduce((due, one) => (one.kind === 'DEFERRED' && isInTerm(one, on) ? later(due, one.newDueOn) : due), dueOn)
}

/** Whether a suspension holds on a day. What fell due while suspended is not asked for once the suspension is over. */
export function isSuspended(relaxations: readonly Relaxation[], dueOn: Day | null, on: Day): boolean {
  return relaxations.some((one) => {
    if (one.kind !== 'SUSPENDED' || one.startsOn > on) return false
    return isInTerm(one, on) || (dueOn !== null && isInTerm(one, dueOn))
  })
}
