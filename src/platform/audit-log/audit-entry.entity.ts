import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { jsonColumn } from '../database/json-column.js'
import { type Instant } from '../day.js'
import { type AuditValue } from './audit-value.js'

/** One change, as ids, codes and digests: never names or free text. Rows are only ever added; triggers refuse anything else. */
@Entity('audit_entry')
@Index('ix_audit_entry_organisationCode_occurredAt_id', ['organisationCode', 'occurredAt', 'id'])
@Index('uq_audit_entry_chain_sequence', ['chain', 'sequence'], { unique: true })
export class AuditEntryEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  /** Which chain it is a link of: its organisation's, or the one of all that is about none. */
  @Column('varchar', { length: 9 }) chain!: string
  /** Its place in the chain, from 1, without a gap. */
  @Column('integer') sequence!: number
  /** Over the hash before and everything in this row. */
  @Column('varchar', { length: 64 }) hash!: string
  @Column('varchar', { length: 24 }) occurredAt!: Instant
  @Column('varchar', { length: 9, nullable: true }) organisationCode!: string | null
  @Column('varchar', { length: 36, nullable: true }) actorId!: string | null
  @Column('varchar', { length: 64 }) action!: string
  @Column('varchar', { length: 64 }) subjectType!: string
  @Column('varchar', { length: 64 }) subjectId!: string
  @Column('text', { transformer: jsonColumn }) details!: Readonly<Record<string, AuditValue>>
}

/** Where a chain ends: what tells that its last entries are missing. The one row of the trail that changes, and what writers of a chain wait for. */
@Entity('audit_head')
export class AuditHeadEntity {
  @PrimaryColumn('varchar', { length: 9 }) chain!: string
  @Column('integer') sequence!: number
  @Column('varchar', { length: 64 }) hash!: string
}
