import { type Day, earlier, type Instant, later } from '../../platform/day.js'
import { lastDayOfPeriod, type Occurrence } from './occurrences.js'

/** When a piece of evidence happened, or the period it covers: one or the other. */
export interface EvidenceDates {
  readonly happenedOn: Day | null
  readonly coversFrom: Day | null
  readonly coversTo: Day | null
  /** The first day on which it no longer stands; null when it never lapses. */
  readonly lapsesOn: Day | null
}

/** A piece of evidence as linked to one occurrence. Links that have ended are facts too: they end decisions and `NOT_MET`. */
export interface EvidenceFacts extends EvidenceDates {
  readonly id: string
  readonly receivedAt: Instant
  /** Practices it speaks for; empty when for the network as a whole. */
  readonly practiceCodes: readonly string[]
  /** An instant, not a day: whether it came after a mark made the same day matters. */
  readonly linkedAt: Instant
  /** When it was superseded, withdrawn or unlinked from this occurrence, whichever came first; null while it stands. */
  readonly endedAt: Instant | null
}

/** What evidence of one occurrence is held to: its window, its due day after any deferral, and whether it is a standing arrangement. */
export type ShowingTerms = Pick<Occurrence, 'periodFrom' | 'periodTo' | 'countsFrom' | 'countsTo' | 'dueOn'> & {
  readonly standing: boolean
}

/**
 * `COUNTS`; `LAPSED`: it would, had it not lapsed; `LAPSES_TOO_SOON`: it stands today, and will not on the day it has to;
 * `OUTSIDE` the window; `ENDED`: superseded, withdrawn or unlinked.
 */
export type EvidenceVerdict = 'COUNTS' | 'LAPSED' | 'LAPSES_TOO_SOON' | 'OUTSIDE' | 'ENDED'

/** A verdict and, where the evidence does not count, why. */
export interface EvidenceJudgement {
  readonly verdict: EvidenceVerdict
  readonly reason: string | null
}

/**
 * Whether a piece of evidence counts for an occurrence on a day. Ordinary evidence counts when its day or period touches the window and it
 * still stands on the due day. A standing arrangement counts however old it is, as long as it stands: on the due day and, past it, on the
 * day asked about, until the period is over. Evidence is taken to be of no future day (`refuseEvidence` sees to that).
 * Errors: RangeError when the evidence has neither day nor period (a caller's bug). Source: docs/method/status.md.
 */
export function judgeEvidence(evidence: EvidenceFacts, terms: ShowingTerms, on: Day): EvidenceJudgement {
  if (evidence.endedAt !== null) return { verdict: 'ENDED', reason: 'It was superseded, withdrawn or unlinked.' }
  const outside = reasonOutside(evidence, terms)
  if (outside !== null) return { verdict: 'OUTSIDE', reason: outside }
  const neededOn = mustStandOn(terms, on)
  if (evidence.lapsesOn === null || evidence.lapsesOn > neededOn) return { verdict: 'COUNTS', reason: null }
  if (evidence.lapsesOn <= on) return { verdict: 'LAPSED', reason: `It lapsed on ${evidence.lapsesOn}.` }
  return { verdict: 'LAPSES_TOO_SOON', reason: `It lapses on ${evidence.lapsesOn} and has to stand on ${neededOn}.` }
}

/** The first and last day a piece of evidence is about: the same day twice unless it covers a period. */
export function spanOf({ happenedOn, coversFrom, coversTo }: EvidenceDates): { from: Day; to: Day } {
  const [from, to] = [happenedOn ?? coversFrom, happenedOn ?? coversTo]
  if (from === null || to === null) throw new RangeError('Evidence has neither a day nor a period')
  return { from, to }
}

/** Why evidence of these dates falls outside the window; null when it does not. A standing arrangement may be years old. */
function reasonOutside(evidence: EvidenceDates, { standing, countsFrom, countsTo }: ShowingTerms): string | null {
  const { from, to } = spanOf(evidence)
  if (standing) return null
  if (to < countsFrom) return `It is of ${to}; what counts here is from ${countsFrom} on.`
  if (countsTo !== null && from > countsTo) return `It is of ${from}; what counts here is up to ${countsTo}.`
  return null
}

/** The day on which evidence must not have lapsed. What ordinary evidence showed on the due day stays shown. */
function mustStandOn(terms: ShowingTerms, on: Day): Day {
  if (!terms.standing) return terms.dueOn ?? on
  const reached = earlier(on, lastDayOfPeriod(terms))
  return terms.dueOn === null ? reached : later(terms.dueOn, reached)
}
