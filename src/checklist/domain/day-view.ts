import { type Day } from '../../platform/day.js'
import { type EvidenceFacts, type EvidenceVerdict, judgeEvidence, type ShowingTerms } from './evidence-counts.js'
import { type OccurrenceFacts } from './occurrence-facts.js'
import { dueOnAfter } from './relaxation.js'
import { type AskedPractice, askedPractices } from './shown-in-full.js'

/** The facts of an occurrence as one day finds them. */
export interface DayView {
  readonly on: Day
  readonly facts: OccurrenceFacts
  /** The national due day, after any deferral in force. */
  readonly dueOn: Day | null
  readonly terms: ShowingTerms
  /** Practices asked; null where the network is asked as a whole. */
  readonly asked: readonly AskedPractice[] | null
  readonly counting: readonly EvidenceFacts[]
  readonly lapsed: readonly EvidenceFacts[]
}

/** What the facts of an occurrence come to on a day. Errors: RangeError when evidence has neither day nor period. */
export function viewOn(facts: OccurrenceFacts, on: Day): DayView {
  const { occurrence, requirement, memberships, evidence, relaxations } = facts
  const dueOn = dueOnAfter(occurrence.dueOn, relaxations, on)
  const terms: ShowingTerms = { ...occurrence, dueOn, standing: requirement.standing }
  const judged = evidence.map((one) => ({ one, verdict: judgeEvidence(one, terms, on).verdict }))
  const judgedAs = (sought: EvidenceVerdict) => judged.filter(({ verdict }) => verdict === sought).map(({ one }) => one)
  return {
    on,
    facts,
    dueOn,
    terms,
    asked: requirement.perPractice ? askedPractices(memberships, occurrence, dueOn, on) : null,
    counting: judgedAs('COUNTS'),
    lapsed: judgedAs('LAPSED'),
  }
}
