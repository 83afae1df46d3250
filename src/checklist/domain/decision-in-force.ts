import { type Instant } from '../../platform/day.js'
import { type EvidenceFacts } from './evidence-counts.js'

/** What a commissioner found. */
export type Verdict = 'ACCEPTED' | 'RETURNED'

/** A decision on one occurrence and the evidence it was made on. */
export interface Decision {
  readonly id: string
  readonly verdict: Verdict
  readonly decidedAt: Instant
  /** Everything that showed the occurrence then. */
  readonly evidenceIds: readonly string[]
}

/**
 * The verdict that holds; null when there is none. The last decision replaces those before it, and they do not come back when it ends.
 * It ends when any evidence it was made on is superseded, withdrawn or unlinked; adding evidence, or evidence lapsing, does not end it. Linking
 * the same evidence again makes a new fact, and does not bring the decision back.
 * A return is also answered by submitting again: from then on the occurrence is what its evidence makes it.
 */
export function verdictInForce(
  decisions: readonly Decision[],
  submittedAt: readonly Instant[],
  evidence: readonly EvidenceFacts[],
): Verdict | null {
  const last = decisions.reduce<Decision | null>((found, one) => (found === null || isAfter(one, found) ? one : found), null)
  if (last === null) return null
  const standing = new Set(evidence.filter(({ endedAt }) => endedAt === null).map(({ id }) => id))
  if (last.evidenceIds.some((id) => !standing.has(id))) return null
  const lost = ({ id, endedAt }: EvidenceFacts) => endedAt !== null && endedAt > last.decidedAt && last.evidenceIds.includes(id)
  if (evidence.some(lost)) return null
  if (last.verdict === 'RETURNED' && submittedAt.some((at) => at > last.decidedAt)) return null
  return last.verdict
}

function isAfter(one: Decision, other: Decision): boolean {
  return one.decidedAt === other.decidedAt ? one.id > other.id : one.decidedAt > other.decidedAt
}
