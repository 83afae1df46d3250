import { type EvidenceDates, judgeEvidence, type ShowingTerms } from '../../checklist/domain/evidence-counts.js'
import { type Day } from '../../platform/day.js'

/** An occurrence that evidence is meant to serve. */
export interface ServedOccurrence extends ShowingTerms {
  readonly occurrenceId: string
  readonly requirementCode: string
  /** Asked of every member practice instead of the network as a whole. */
  readonly perPractice: boolean
}

/** Evidence that could never count for an occurrence, by its dates. */
export interface OutsideWindowRefusal {
  readonly kind: 'EvidenceOutsideWindow'
  readonly field: 'occurrenceIds'
  readonly message: string
  readonly occurrenceId: string
  readonly countsFrom: Day
  readonly countsTo: Day | null
}

/** Evidence that could never count for an occurrence, because it names no practice. */
export interface NoPracticeRefusal {
  readonly kind: 'EvidenceNamesNoPractice'
  readonly field: 'practiceCodes'
  readonly message: string
  readonly occurrenceId: string
}

/**
 * Why evidence of these dates and practices could never count for one of these occurrences, so that linking them would mislead; undefined when it
 * can count for all. Evidence that lapses too soon is welcome: it shows what once stood. Source: docs/method/status.md.
 */
export function refuseNeverCounting(
  evidence: EvidenceDates & { readonly practiceCodes: readonly string[] },
  occurrences: readonly ServedOccurrence[],
  today: Day,
): OutsideWindowRefusal | NoPracticeRefusal | undefined {
  for (const one of occurrences) {
    const refusal = outsideWindow(evidence, one, today) ?? noPractice(evidence.practiceCodes, one)
    if (refusal) return refusal
  }
  return undefined
}

function outsideWindow(evidence: EvidenceDates, occurrence: ServedOccurrence, today: Day): OutsideWindowRefusal | undefined {
  const facts = { ...evidence, id: '', receivedAt: '', practiceCodes: [], linkedAt: '', endedAt: null }
  const { verdict, reason } = judgeEvidence(facts, occurrence, today)
  if (verdict !== 'OUTSIDE') return undefined
  const { occurrenceId, requirementCode, countsFrom, countsTo } = occurrence
  const message = `This could not count for ${requirementCode}. ${reason ?? ''} Correct the day, or leave that one out`
  return { kind: 'EvidenceOutsideWindow', field: 'occurrenceIds', message, occurrenceId, countsFrom, countsTo }
}

function noPractice(practiceCodes: readonly string[], occurrence: ServedOccurrence): NoPracticeRefusal | undefined {
  if (!occurrence.perPractice || practiceCodes.length > 0) return undefined
  const message = `${occurrence.requirementCode} has to be shown for each practice. Name the practices this speaks for`
  return { kind: 'EvidenceNamesNoPractice', field: 'practiceCodes', message, occurrenceId: occurrence.occurrenceId }
}
