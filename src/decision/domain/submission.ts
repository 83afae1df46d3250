import { type OwnerKind } from '../../checklist/domain/owner.js'
import { type Decision, type Verdict } from '../../checklist/domain/decision-in-force.js'
import { type Instant } from '../../platform/day.js'
import { type DecidedBy } from '../../specification/domain/catalogue.js'

/** A piece of evidence as it was at a moment: the digest is of everything it says. */
export interface EvidenceDigest {
  readonly id: string
  readonly digest: string
}

/** A piece of evidence in a submission. */
export interface SubmittedEvidence extends EvidenceDigest {
  /** Whose work it is: who recorded it and, of a declaration, whose it is. */
  readonly madeBy: readonly string[]
  /** Neither superseded nor withdrawn nor unlinked since. */
  readonly stands: boolean
}

/** An occurrence put before the commissioner, with what it showed and what was decided on it. */
export interface Submission {
  readonly id: string
  readonly occurrenceId: string
  /** Null when the server submitted it by itself. */
  readonly submittedBy: string | null
  readonly submittedAt: Instant
  readonly evidence: readonly SubmittedEvidence[]
  readonly decision: { readonly id: string; readonly verdict: Verdict; readonly decidedAt: Instant } | null
}

/** What bears on whether an occurrence can be submitted: who decides on it, what shows it today, and its submissions, oldest first. */
export interface Submittable {
  readonly occurrenceId: string
  readonly ownerKind: OwnerKind
  readonly decidedBy: DecidedBy
  readonly shownBy: readonly EvidenceDigest[]
  readonly submissions: readonly Submission[]
}

/** Why an occurrence cannot be submitted. */
export interface SubmissionRefusal {
  readonly kind: 'NotForDecision' | 'NothingToSubmit' | 'AlreadySubmitted'
  readonly field: 'occurrenceIds'
  readonly message: string
  readonly occurrenceId: string
}

/**
 * Why an occurrence cannot be put before the commissioner; undefined when it can. It needs somebody who decides, evidence that counts, and something
 * new since the last time. It need not be shown in full: a network may ask early. Source: docs/method/status.md.
 */
export function refuseSubmission(asked: Submittable): SubmissionRefusal | undefined {
  const refuse = (kind: SubmissionRefusal['kind'], message: string): SubmissionRefusal => ({
    kind,
    field: 'occurrenceIds',
    message,
    occurrenceId: asked.occurrenceId,
  })
  const undecided = whyNobodyDecides(asked)
  if (undecided !== undefined) return refuse('NotForDecision', undecided)
  if (asked.shownBy.length === 0) return refuse('NothingToSubmit', 'Record evidence that counts here first')
  if (isNews(asked.shownBy, asked.submissions.at(-1))) return undefined
  return refuse('AlreadySubmitted', 'This was submitted and nothing has been added or replaced since')
}

/**
 * Whether what shows an occurrence now is more than its last submission said, or what that said no longer stands.
 * Evidence that has only lapsed since is no news.
 */
export function isNews(shownBy: readonly EvidenceDigest[], latest: Submission | undefined): boolean {
  if (latest === undefined || !isWhole(latest)) return true
  return shownBy.some(({ id, digest }) => !latest.evidence.some((one) => one.id === id && one.digest === digest))
}

/** Whether everything a submission showed still stands. Evidence added since changes nothing. */
export function isWhole({ evidence }: Pick<Submission, 'evidence'>): boolean {
  return evidence.every(({ stands }) => stands)
}

/** The decisions among submissions, as the status function takes them. */
export function decisionsOf(submissions: readonly Submission[]): Decision[] {
  return submissions.flatMap(({ decision, evidence }) => (decision ? [{ ...decision, evidenceIds: evidence.map(({ id }) => id) }] : []))
}

function whyNobodyDecides({ ownerKind, decidedBy }: Submittable): string | undefined {
  if (ownerKind === 'BOARD') return "An ICB's own duties are put before nobody: showing them is enough"
  switch (decidedBy) {
    case 'NOBODY':
      return 'Nobody decides on this: showing it is enough'
    case 'CALCULATED':
      return 'Another system calculates this from what it is sent: showing it is enough'
    case 'COMMISSIONER':
    case 'COMMISSIONER_MAY_VERIFY':
      return undefined
  }
}
