import { type Day, type Instant } from '../../platform/day.js'
import { type EvidenceFacts } from './evidence-counts.js'
import { type Obligation } from './requirement.js'
import { isInTerm, type Term } from './term.js'

/** What a network says of an item or occurrence besides showing it. Reasons and partners are kept with the mark; they move no status. */
export type MarkKind = 'NOT_APPLICABLE' | 'NOT_PURSUED' | 'NOT_MET' | 'BLOCKED_BY_PARTNER'

/** A mark in effect from a day to a day. Marks that were taken back are no facts and are not passed. */
export interface Mark extends Term {
  readonly kind: MarkKind
  readonly recordedAt: Instant
}

/**
 * Whether marks of a kind hold on a day. Only paid work can be left unpursued: the mark does nothing on a gate or an unpaid duty.
 * Evidence linked after a `NOT_MET` ended it for good, even evidence that was withdrawn since.
 */
export function isMarked(
  kind: MarkKind,
  marks: readonly Mark[],
  obligation: Obligation,
  evidence: readonly EvidenceFacts[],
  on: Day,
): boolean {
  if (kind === 'NOT_PURSUED' && obligation !== 'PAID') return false
  const inForce = marks.filter((mark) => mark.kind === kind && isInTerm(mark, on))
  if (kind !== 'NOT_MET') return inForce.length > 0
  return inForce.some(({ recordedAt }) => !evidence.some(({ linkedAt }) => linkedAt > recordedAt))
}
