import { Column, Entity, PrimaryColumn } from 'typeorm'
import { jsonColumn } from '../database/json-column.js'
import { type Instant } from '../day.js'

/** What a caller was answered under a key, so that a retry gets the same answer and changes nothing. */
@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  @PrimaryColumn('varchar', { length: 36 }) callerId!: string
  @PrimaryColumn('varchar', { length: 64 }) mutation!: string
  @PrimaryColumn('varchar', { length: 64 }) key!: string
  @Column('varchar', { length: 64 }) digest!: string
  @Column('text', { transformer: jsonColumn, nullable: true }) result!: unknown
  @Column('varchar', { length: 24 }) createdAt!: Instant
}
