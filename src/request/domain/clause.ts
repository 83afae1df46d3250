import { type ClauseFinding } from './request-words.js'

/** Where the contract asks for it, as far as somebody looked. */
export interface Clause {
  readonly clause: ClauseFinding
  /** A requirement of the specification of the year; null where only the paragraph is known, or none. */
  readonly requirementCode: string | null
  /** A paragraph as the source writes it. */
  readonly paragraph: string | null
}

/** The same as somebody enters it. */
export interface ClauseEntered {
  readonly clause: ClauseFinding
  readonly requirementCode?: string | null
  readonly paragraph?: string | null
}

/** What was entered; nobody has looked where nothing was. */
export function clauseOf(entered: ClauseEntered | null | undefined): Clause {
  const { clause = 'NOT_LOOKED', requirementCode, paragraph } = entered ?? {}
  return { clause, requirementCode: requirementCode ?? null, paragraph: paragraph ?? null }
}

/** A finding that says one thing and its place another. */
export interface ClauseRefused {
  readonly kind: 'ClauseRefused'
  readonly field: string
  readonly message: string
}

/** Why a finding cannot be taken; undefined when it can: a clause that was found says where, and one that was not says nothing. */
export function refuseClause({ clause, requirementCode, paragraph }: Clause): ClauseRefused | undefined {
  const says = requirementCode !== null || paragraph !== null
  if (clause === 'FOUND' && !says) {
    return { kind: 'ClauseRefused', field: 'clause', message: 'Say where it is: the requirement’s code, its paragraph, or both.' }
  }
  if (clause !== 'FOUND' && says) {
    const message = 'A requirement or paragraph is given, so a clause was found: say FOUND, or leave them out.'
    return { kind: 'ClauseRefused', field: 'clause', message }
  }
  return undefined
}
