import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { jsonColumn } from '../database/json-column.js'
import { type Instant } from '../day.js'
import { type AuditValue } from './audit-value.js'

/** One change, as ids, codes and digests: never names or free text. Rows are only ever added; triggers refuse anything else. */
@Entity('audit_entry')
@Index('ix_audit_entry_organisationCode_occurredAt_id', ['organisationCode', 'occurredAt', 'id'])
export class AuditEntryEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @Column('varchar', { length: 24 }) occurredAt!: Instant
  @Column('varchar', { length: 9, nullable: true }) organisationCode!: string | null
  @Column('varchar', { length: 36, nullable: true }) actorId!: string | null
  @Column('varchar', { length: 64 }) action!: string
  @Column('varchar', { length: 64 }) subjectType!: string
  @Column('varchar', { length: 64 }) subjectId!: string
  @Column('text', { transformer: jsonColumn }) details!: Readonly<Record<string, AuditValue>>
}
