import { type Day } from '../../platform/day.js'
import { type EvidenceDates } from '../../checklist/domain/evidence-counts.js'

/** Why evidence of these dates cannot be recorded. */
export interface EvidenceDatesRefusal {
  readonly kind: 'EvidenceUndated' | 'EvidencePeriodBackwards' | 'EvidenceInFuture' | 'EvidenceLapsesBeforeItHappened'
  readonly field: keyof EvidenceDates
  readonly message: string
  /** `EvidenceInFuture` only: the latest day that can be recorded. */
  readonly latestDay?: Day
}

/**
 * Why evidence of these dates cannot be recorded today; undefined when it can. It needs a day or a whole period and not both, nothing of
 * which is still to come, and has to stand for at least the last day it is about. Dates outside the contract year are welcome. Source:
 * docs/method/status.md.
 */
export function refuseEvidence(dates: EvidenceDates, today: Day): EvidenceDatesRefusal | undefined {
  return refuseUndated(dates) ?? refuseBackwards(dates) ?? refuseFuture(dates, today) ?? refuseLapsed(dates)
}

function refuseUndated({ happenedOn, coversFrom, coversTo }: EvidenceDates): EvidenceDatesRefusal | undefined {
  const kind = 'EvidenceUndated'
  if (happenedOn !== null) {
    if (coversFrom === null && coversTo === null) return undefined
    return { kind, field: 'happenedOn', message: 'Give the day it happened or the period it covers, not both' }
  }
  if (coversFrom === null && coversTo === null)
    return { kind, field: 'happenedOn', message: 'Give the day it happened or the period it covers' }
  if (coversFrom === null) return { kind, field: 'coversFrom', message: 'Give the first day of the period' }
  if (coversTo === null) return { kind, field: 'coversTo', message: 'Give the last day of the period' }
  return undefined
}

function refuseBackwards({ coversFrom, coversTo }: EvidenceDates): EvidenceDatesRefusal | undefined {
  if (coversFrom === null || coversTo === null || coversFrom <= coversTo) return undefined
  return { kind: 'EvidencePeriodBackwards', field: 'coversTo', message: `The last day must be ${coversFrom} or later` }
}

function refuseFuture({ happenedOn, coversTo }: EvidenceDates, today: Day): EvidenceDatesRefusal | undefined {
  const last = happenedOn ?? coversTo
  if (last === null || last <= today) return undefined
  const field = happenedOn === null ? 'coversTo' : 'happenedOn'
  return { kind: 'EvidenceInFuture', field, message: `The day must be ${today} or earlier`, latestDay: today }
}

function refuseLapsed({ happenedOn, coversTo, lapsesOn }: EvidenceDates): EvidenceDatesRefusal | undefined {
  const last = happenedOn ?? coversTo
  if (last === null || lapsesOn === null || lapsesOn > last) return undefined
  return { kind: 'EvidenceLapsesBeforeItHappened', field: 'lapsesOn', message: `The day it lapses must be later than ${last}` }
}
