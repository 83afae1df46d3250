import { type Day } from '../../platform/day.js'
import { type Role } from '../../access/domain/permission.js'

/** What a piece of evidence is. Every piece may have a note besides. */
export const evidenceKinds = ['FILES', 'LINK', 'NOTE', 'FIGURE', 'DECLARATION', 'PRACTICE_CONFIRMATION'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** How a piece of evidence stopped standing: a correction took its place, or it was taken back. */
export const evidenceEndKinds = ['SUPERSEDED', 'WITHDRAWN'] as const
export type EvidenceEndKind = (typeof evidenceEndKinds)[number]

/** Whether a piece of evidence stands today. */
export const evidenceStatuses = ['STANDS', 'SUPERSEDED', 'WITHDRAWN', 'LAPSED'] as const
export type EvidenceStatus = (typeof evidenceStatuses)[number]

/**
 * How far a figure can be trusted: the organisation's own count, a search its system supplier made, the Calculating Quality Reporting Service, or a
 * publication.
 */
export const figureTrusts = ['SELF_DECLARED', 'SUPPLIER_SEARCH', 'CQRS', 'PUBLISHED'] as const
export type FigureTrust = (typeof figureTrusts)[number]

/** A figure as evidence. Units: whole counts ≥ 0 of whatever the requirement counts. */
export interface Figure {
  readonly numerator: number
  /** Null where it is a plain count. */
  readonly denominator: number | null
  readonly source: string
  readonly trust: FigureTrust
}

/** What was declared of one requirement: its text as shown, and the clause where a source gives one. */
export interface DeclaredStatement {
  readonly requirementKey: string
  readonly requirementCode: string
  readonly paragraph: string | null
  readonly wording: string
}

/** How a clinical director said yes to a declaration that somebody else enters for her. */
export interface DirectorsConfirmation {
  readonly confirmedHow: string
  readonly confirmedOn: Day
}

/** A declaration. When is the evidence's day; for whom is its organisation, or the practices it names. People by id, never by name. */
export interface Declaration {
  readonly statements: readonly DeclaredStatement[]
  /** What whoever entered it is. */
  readonly role: Role
  /** Whose declaration it is: the clinical director; null for an ICB, which has none. */
  readonly directorId: string | null
  /** Null where she declared herself. */
  readonly onBehalf: DirectorsConfirmation | null
}
