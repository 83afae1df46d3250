import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { Clock } from '../clock.js'
import { Database } from '../database/database.js'
import { AuditEntryEntity } from './audit-entry.entity.js'
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
    private readonly clock: Clock,
  ) {}

  async record(...records: AuditRecord[]): Promise<void> {
    const occurredAt = this.clock.now()
    const rows = records.map((record) => ({ ...record, details: record.details ?? {}, id: randomUUID(), occurredAt }))
    await this.database.manager.insert(AuditEntryEntity, rows)
  }
}
