import { type Day, earlier, type Instant } from '../../platform/day.js'
import { type Decision, verdictInForce } from './decision-in-force.js'
import { type EvidenceFacts, type EvidenceVerdict, judgeEvidence, type ShowingTerms } from './evidence-counts.js'
import { actDayOf, daysLate, lateSince } from './lateness.js'
import { isMarked, type Mark, type MarkKind } from './mark.js'
import { type Occurrence } from './occurrences.js'
import { dueOnAfter, isSuspended, type Relaxation } from './relaxation.js'
import { type RequirementFacts } from './requirement.js'
import { askedPractices, coverageOf, isInFull, type Membership, partsOf, type PracticeCoverage } from './shown-in-full.js'
import { isOwed, type Status, statuses } from './status.js'

/** What holds for every occurrence of an item. */
export interface SharedFacts {
  readonly requirement: RequirementFacts
  readonly memberships: readonly Membership[]
  readonly marks: readonly Mark[]
  readonly relaxations: readonly Relaxation[]
}

/** What is recorded of one occurrence alone. */
export interface OccurrenceRecord {
  readonly occurrence: Occurrence
  /** The ICB's own day; null where it set none. */
  readonly localDueOn: Day | null
  readonly evidence: readonly EvidenceFacts[]
  readonly decisions: readonly Decision[]
  readonly submittedAt: readonly Instant[]
  readonly marks: readonly Mark[]
}

/** Everything the status of an occurrence comes from: what has been recorded so far and not been taken back. */
export type OccurrenceFacts = SharedFacts & OccurrenceRecord

/** What the facts of an occurrence come to on one day. */
export interface OccurrenceOnDay {
  readonly status: Status
  /** The national due day, after any deferral in force. */
  readonly dueOn: Day | null
  /** Last day on which what is still owed was not late; null when nothing is owed late. */
  readonly lateSince: Day | null
  /** Days by which what was shown came late, by the act; 0 when on time, or not shown. */
  readonly shownDaysLate: number
  readonly practices: PracticeCoverage
}

/** The facts of an occurrence as one day finds them: what its evidence covers, and the due day that holds. */
class DayView {
  readonly dueOn: Day | null
  readonly asked: ReturnType<typeof askedPractices> | null
  private readonly terms: ShowingTerms
  private readonly verdicts: readonly (readonly [EvidenceFacts, EvidenceVerdict])[]
}
