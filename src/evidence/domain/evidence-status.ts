import { type Day } from '../../platform/day.js'
import { type EvidenceEndKind, type EvidenceStatus } from './evidence-kind.js'

/** Whether evidence stands on a day: superseded or withdrawn comes before lapsed. `lapsesOn` is the first day on which it no longer stands. */
export function evidenceStatusOf(lapsesOn: Day | null, ended: EvidenceEndKind | null, on: Day): EvidenceStatus {
  if (ended !== null) return ended
  return lapsesOn !== null && lapsesOn <= on ? 'LAPSED' : 'STANDS'
}
