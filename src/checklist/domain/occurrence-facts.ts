import { type Day, type Instant } from '../../platform/day.js'
import { type Decision } from './decision-in-force.js'
import { type EvidenceFacts } from './evidence-counts.js'
import { type Mark } from './mark.js'
import { type Occurrence } from './occurrences.js'
import { type Relaxation } from './relaxation.js'
import { type RequirementFacts } from './requirement.js'
import { type Membership } from './shown-in-full.js'

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
  /** Links that have ended included. */
  readonly evidence: readonly EvidenceFacts[]
  readonly decisions: readonly Decision[]
  readonly submittedAt: readonly Instant[]
  readonly marks: readonly Mark[]
}

/**
 * Everything the status of an occurrence comes from: what has been recorded so far and has not been taken back. Nothing in it depends on
 * the day asked about, so the same facts answer for today and for any day after, if nobody does anything. `marks` are the item's and its
 * own.
 */
export type OccurrenceFacts = SharedFacts & OccurrenceRecord
