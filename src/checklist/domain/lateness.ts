import { addDays, dayAt, type Day, daysBetween, earlier, later } from '../../platform/day.js'
import { type DayView } from './day-view.js'
import { type EvidenceDates, type EvidenceFacts, judgeEvidence, type ShowingTerms, spanOf } from './evidence-counts.js'
import { isInFull, partsOf } from './shown-in-full.js'

/**
 * The day of the act by which evidence is on time or late for an occurrence: never the day it was typed in. A period is done on its last
 * day, or on the last day that counts where it runs on past that; a standing arrangement is there from its first.
 * Errors: RangeError when the evidence has neither day nor period.
 */
export function actDayOf(evidence: EvidenceDates, { standing, countsTo }: Pick<ShowingTerms, 'standing' | 'countsTo'>): Day {
  const { from, to } = spanOf(evidence)
  if (standing) return from
  return countsTo === null ? to : later(from, earlier(to, countsTo))
}

/** How late something is, in a form that stays true as days pass. Both are empty for what is closed. */
export interface Lateness {
  /** The last day on which what is still owed was not late; null when nothing is owed late. */
  readonly lateSince: Day | null
  /** Days by which what was shown came late, by the act; 0 when on time or not shown. */
  readonly shownDaysLate: number
}

/** Days late on a day: counted on while something is owed late, else as it was shown. */
export function daysLateOn({ lateSince, shownDaysLate }: Lateness, on: Day): number {
  return lateSince === null ? shownDaysLate : daysBetween(lateSince, on)
}

/** Days by which an act came after the due day; 0 when on time or without deadline. */
export function daysLate(actOn: Day, dueOn: Day | null): number {
  return dueOn === null || actOn <= dueOn ? 0 : daysBetween(dueOn, actOn)
}

/** Days between what evidence is about (the last day of a period) and its being recorded: "recorded n days after". It is not lateness. */
export function recordedDaysAfter(evidence: EvidenceDates & Pick<EvidenceFacts, 'receivedAt'>): number {
  return Math.max(0, daysBetween(spanOf(evidence).to, dayAt(evidence.receivedAt)))
}

/**
 * The last day on which what is still owed was not late; null when nothing is owed late. What had been shown and lapsed is late from its
 * lapse, not from a due day it had met. Days late are counted from here to the day asked about.
 */
export function lateSince(dueOn: Day | null, lapsedOn: Day | null, on: Day): Day | null {
  if (dueOn === null) return null
  const since = lapsedOn === null ? dueOn : later(dueOn, addDays(lapsedOn, -1))
  return since < on ? since : null
}

/** The first day on which what had been shown in full no longer was; null when it never was in full, or has not lapsed. */
export function lapsedOn({ asked, counting, lapsed }: DayView): Day | null {
  const parts = partsOf(asked, [...counting, ...lapsed])
  if (!isInFull(parts)) return null
  return parts.flatMap((part) => lastLapseOf(part) ?? []).sort()[0] ?? null
}

/**
 * Days by which an occurrence was shown in full after its due day, by the acts: 0 when on time, without deadline or not shown in full.
 * Evidence that lapsed by the due day did not show it; evidence that lapsed since did. So the figure stays the same as days pass.
 */
export function shownDaysLate({ asked, dueOn, terms, facts }: DayView): number {
  if (dueOn === null) return 0
  const shows = (one: EvidenceFacts) => judgeEvidence(one, terms, dueOn).verdict === 'COUNTS'
  const parts = partsOf(asked, facts.evidence.filter(shows))
  if (!isInFull(parts)) return 0
  return Math.max(...parts.map((part) => Math.min(...part.map((one) => daysLate(actDayOf(one, terms), dueOn)))))
}

function lastLapseOf(evidence: readonly EvidenceDates[]): Day | null {
  const lapses = evidence.flatMap(({ lapsesOn }) => lapsesOn ?? [])
  return lapses.length < evidence.length ? null : (lapses.sort().at(-1) ?? null)
}
