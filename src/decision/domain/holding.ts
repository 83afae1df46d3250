import { verdictInForce } from '../../checklist/domain/decision-in-force.js'
import { type EvidenceFacts } from '../../checklist/domain/evidence-counts.js'
import { decisionsOf, type Submission } from './submission.js'

/** The decision that holds for an occurrence, from all its submissions and all its evidence, links that have ended included. Null when none does. */
export function decisionHolding(submissions: readonly Submission[], evidence: readonly EvidenceFacts[]): Submission['decision'] {
  const submittedAt = submissions.map((submission) => submission.submittedAt)
  if (verdictInForce(decisionsOf(submissions), submittedAt, evidence) === null) return null
  // Only the last submission can be decided on, so the last decision is the latest one.
  return submissions.findLast(({ decision }) => decision !== null)?.decision ?? null
}
