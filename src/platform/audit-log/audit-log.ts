import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { Clock } from '../clock.js'
import { Database } from '../database/database.js'
import { chained, chainOf, type UnchainedEntry } from './audit-chain.js'
import { AuditEntryRepository } from './audit-entry.repository.js'
import { type AuditValue } from './audit-value.js'

/** One change, to be recorded in the transaction that makes it. */
export interface AuditRecord {
  /** The permission or command under which it was done: `evidence.record`. */
  readonly action: string
  /** Who did it; null for the server itself. */
  readonly actorId: string | null
  /** Whose record it is about, by ODS code. */
  readonly organisationCode: string | null
  readonly subjectType: string
  readonly subjectId: string
  readonly details?: Readonly<Record<string, AuditValue>>
}

/** Appends to the audit trail, inside the transaction of the change. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly database: Database,
    private readonly entries: AuditEntryRepository,
    private readonly clock: Clock,
  ) {}

  /** Entries are chained and written when the transaction ends, so that others wait for the head of a chain no longer than that takes. */
  record(...records: AuditRecord[]): Promise<void> {
    const occurredAt = this.clock.now()
    const entries = records.map(({ action, actorId, organisationCode, subjectType, subjectId, details = {} }) => ({
      ...{ id: randomUUID(), occurredAt, action, actorId, organisationCode, subjectType, subjectId, details },
    }))
    this.database.atEnd(this.append, entries)
    return Promise.resolve()
  }

  private readonly append = async (entries: readonly UnchainedEntry[]): Promise<void> => {
    const heads = await this.entries.hold([...new Set(entries.map((entry) => chainOf(entry.organisationCode)))])
    const links = chained(heads, entries)
    await this.entries.add(links.entries, links.heads)
  }
}
