import { createHash } from 'node:crypto'
import { type AuditEntryEntity, type AuditHeadEntity } from './audit-entry.entity.js'

/** What stands for the organisation where an entry is about none. No ODS code is like it. */
const NO_ORGANISATION = '-'

/** What the first entry of a chain follows. */
const NOTHING_BEFORE = '0'.repeat(64)

/** An entry as it lies in the database: `details` is the text that is stored. */
export type StoredEntry = Omit<AuditEntryEntity, 'details' | 'hash'> & { readonly details: string }

/** An entry before it has a place. */
export type UnchainedEntry = Omit<AuditEntryEntity, 'chain' | 'sequence' | 'hash'>

/** The chain that entries about an organisation are part of; entries about none have one of their own. */
export function chainOf(organisationCode: string | null): string {
  return organisationCode ?? NO_ORGANISATION
}

/** The organisation a chain is about; null for the chain of entries about none. */
export function organisationOf(chain: string): string | null {
  return chain === NO_ORGANISATION ? null : chain
}

/** A chain nothing has been added to. */
export function emptyChain(chain: string): AuditHeadEntity {
  return { chain, sequence: 0, hash: NOTHING_BEFORE }
}

/**
 * The hash of an entry: SHA-256, in hexadecimal, of the hash before it (64 zeros for the first) followed by the row as JSON with its columns in
 * alphabetical order, without spaces, `details` as the text that is stored. Written down in docs/adr/0009-the-trail-is-a-chain.md, so that anybody can compute it.
 */
export function hashOf(hashBefore: string, entry: StoredEntry): string {
  const { action, actorId, chain, details, id, occurredAt, organisationCode, sequence, subjectId, subjectType } = entry
  const row = { action, actorId, chain, details, id, occurredAt, organisationCode, sequence, subjectId, subjectType }
  return createHash('sha256').update(hashBefore).update(JSON.stringify(row)).digest('hex')
}

/** Entries in the places that follow the heads of their chains, and where those chains end then. A chain without a head is an Error: it is not held. */
export function chained(
  heads: readonly AuditHeadEntity[],
  entries: readonly UnchainedEntry[],
): { readonly entries: AuditEntryEntity[]; readonly heads: AuditHeadEntity[] } {
  const ends = new Map(heads.map((head) => [head.chain, head]))
  const placed = entries.map((entry) => {
    const chain = chainOf(entry.organisationCode)
    const end = ends.get(chain)
    if (!end) throw new Error(`The chain ${chain} is not held`)
    const link = { ...entry, chain, sequence: end.sequence + 1 }
    const hash = hashOf(end.hash, { ...link, details: JSON.stringify(entry.details) })
    ends.set(chain, { chain, sequence: link.sequence, hash })
    return { ...link, hash }
  })
  return { entries: placed, heads: [...ends.values()] }
}
