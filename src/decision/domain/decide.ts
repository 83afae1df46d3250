import { type Verdict } from '../../checklist/domain/decision-in-force.js'
import { isWhole, type Submission } from './submission.js'

export const verdicts = ['ACCEPTED', 'RETURNED'] as const satisfies readonly Verdict[]

/** What somebody wants to decide on an occurrence. */
export interface DecisionAsked {
  readonly occurrenceId: string
  /** Its submissions, oldest first. */
  readonly submissions: readonly Submission[]
  readonly decidedBy: string
  /** The submissions that were looked at; null when not said. */
  readonly lookedAt: readonly string[] | null
}

/** Why it cannot be decided. */
export interface DecisionRefusal {
  readonly kind: 'NotSubmitted' | 'SubmissionChanged' | 'AlreadyDecided' | 'OwnWork'
  readonly field: 'occurrenceIds'
  readonly message: string
  readonly occurrenceId: string
}

/** Why a verdict cannot do without a reason. */
export interface ReasonRefusal {
  readonly kind: 'ReasonNeeded'
  readonly field: 'reason'
  readonly message: string
}

/** Why a verdict cannot be given in these words: what is returned needs a reason the network can act on. */
export function refuseVerdict(verdict: Verdict, reason: string): ReasonRefusal | undefined {
  if (verdict === 'ACCEPTED' || reason !== '') return undefined
  return { kind: 'ReasonNeeded', field: 'reason', message: 'Say why it is returned and what would be enough' }
}

/**
 * Why an occurrence cannot be decided on; undefined when it can. A decision is made once, on the last submission, while everything that showed it still
 * stands, and never by somebody who recorded, declared or submitted any of it. Source: docs/method/status.md.
 */
export function refuseDecision({ occurrenceId, submissions, decidedBy, lookedAt }: DecisionAsked): DecisionRefusal | undefined {
  const refuse = (kind: DecisionRefusal['kind'], message: string): DecisionRefusal => ({
    kind,
    field: 'occurrenceIds',
    message,
    occurrenceId,
  })
  const latest = submissions.at(-1)
  if (latest === undefined) return refuse('NotSubmitted', 'The network has not submitted this')
  if (lookedAt !== null && !lookedAt.includes(latest.id)) {
    return refuse('SubmissionChanged', 'The network has submitted this again since: look at what it shows now')
  }
  if (latest.decision !== null) return refuse('AlreadyDecided', 'This was decided. The network can submit it again with something new')
  if (!isWhole(latest)) {
    return refuse('SubmissionChanged', 'Evidence was replaced or withdrawn since: the network has to submit this again')
  }
  return isOwnWork(latest, decidedBy)
    ? refuse('OwnWork', 'You recorded, declared or submitted some of this yourself: somebody else has to decide')
    : undefined
}

function isOwnWork({ submittedBy, evidence }: Submission, personId: string): boolean {
  return submittedBy === personId || evidence.some(({ madeBy }) => madeBy.includes(personId))
}
