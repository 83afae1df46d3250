import { type EvidenceDates } from '../../checklist/domain/evidence-counts.js'
import { type Declaration, type EvidenceKind, type Figure } from './evidence-kind.js'

/** All that a piece of evidence says, its files aside. */
export interface EvidenceContent extends EvidenceDates {
  readonly kind: EvidenceKind
  readonly note: string
  readonly link: string | null
  readonly figure: Figure | null
  readonly declaration: Declaration | null
  /** Practices it speaks for; empty when for the organisation as a whole. */
  readonly practiceCodes: readonly string[]
}

/** What the kind of ordinary evidence is told from. */
export interface EvidenceParts {
  readonly figure: Figure | null
  readonly link: string | null
  readonly fileIds: readonly string[]
}

/** The kind of ordinary evidence: what it shows most exactly. A figure with a file that backs it is a figure. */
export function kindOf({ figure, link, fileIds }: EvidenceParts): EvidenceKind {
  if (figure !== null) return 'FIGURE'
  if (fileIds.length > 0) return 'FILES'
  return link === null ? 'NOTE' : 'LINK'
}

/** Why this is no evidence: it says nothing. Undefined when it says something. */
export function refuseEmpty({ kind, note }: Pick<EvidenceContent, 'kind' | 'note'>): EvidenceEmptyRefusal | undefined {
  if (kind !== 'NOTE' || note.trim() !== '') return undefined
  return { kind: 'EvidenceEmpty', field: 'note', message: 'Give a file, a link, a figure or a note' }
}

export interface EvidenceEmptyRefusal {
  readonly kind: 'EvidenceEmpty'
  readonly field: 'note'
  readonly message: string
}
