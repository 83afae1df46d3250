import { type Day, earlier } from '../../platform/day.js'
import { type EvidenceFacts } from './evidence-counts.js'
import { lastDayOfPeriod, type Occurrence } from './occurrences.js'
import { isInTerm, type Term } from './term.js'

/** A practice in the network from a day to a day. A practice that left and came back has two. */
export interface Membership extends Term {
  readonly practiceCode: string
}

/** A practice that has to show something, with the day it joined when that was after the period had begun. */
export interface AskedPractice {
  readonly practiceCode: string
  readonly joinedOn: Day | null
}

/** Which practices are asked, by code, and which of them evidence covers. All empty where the network is asked as a whole. */
export interface PracticeCoverage {
  readonly asked: readonly AskedPractice[]
  readonly shown: readonly string[]
  readonly missing: readonly string[]
}

/**
 * The practices asked for an occurrence: the members on the due day. One that left before is not asked, one that joined late is, with the
 * day. Without deadline it is the members on the day asked about, but nobody who joined after the period: a practice is not asked for years
 * before its time. Nobody asked means there is nothing to show, and the occurrence is not applicable.
 */
export function askedPractices(memberships: readonly Membership[], occurrence: Occurrence, dueOn: Day | null, on: Day): AskedPractice[] {
  const memberOn = dueOn ?? earlier(on, lastDayOfPeriod(occurrence))
  const joined = new Map<string, Day>()
  for (const { practiceCode, ...term } of memberships) {
    if (isInTerm(term, memberOn)) joined.set(practiceCode, earlier(term.startsOn, joined.get(practiceCode) ?? term.startsOn))
  }
  return [...joined]
    .map(([practiceCode, startsOn]) => ({ practiceCode, joinedOn: startsOn > occurrence.periodFrom ? startsOn : null }))
    .sort((one, other) => (one.practiceCode < other.practiceCode ? -1 : 1))
}

/**
 * Evidence sorted by the part of the occurrence it covers: one part for a network asked as a whole, one for each practice asked.
 * Evidence covers a practice only when it names it; evidence for the network as a whole covers none.
 */
export function partsOf<E extends Pick<EvidenceFacts, 'practiceCodes'>>(
  asked: readonly AskedPractice[] | null,
  evidence: readonly E[],
): E[][] {
  if (asked === null) return [[...evidence]]
  return asked.map(({ practiceCode }) => evidence.filter(({ practiceCodes }) => practiceCodes.includes(practiceCode)))
}

/** Whether every part is covered. Nothing to cover is nothing shown. */
export function isInFull(parts: readonly (readonly unknown[])[]): boolean {
  return parts.length > 0 && parts.every((part) => part.length > 0)
}

/** Which of the practices asked are covered by the evidence that counts; `asked` is null where the network is asked as a whole. */
export function coverageOf(asked: readonly AskedPractice[] | null, counting: readonly EvidenceFacts[]): PracticeCoverage {
  const named = new Set(counting.flatMap(({ practiceCodes }) => practiceCodes))
  const codes = (asked ?? []).map(({ practiceCode }) => practiceCode)
  return { asked: asked ?? [], shown: codes.filter((code) => named.has(code)), missing: codes.filter((code) => !named.has(code)) }
}
