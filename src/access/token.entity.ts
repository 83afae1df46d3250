import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { jsonColumn } from '../platform/database/json-column.js'
import { type Instant } from '../platform/day.js'
import { PersonEntity } from './access.entity.js'
import { type PermissionName } from './domain/permission.js'

/** A bearer token for a program, kept only as its SHA-256 digest. It never reaches further than the person whose it is. */
@Entity('token')
@Unique('uq_token_hash', ['hash'])
@Index('ix_token_personId', ['personId'])
export class TokenEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => PersonEntity)
  @Column('varchar', { length: 36 })
  personId!: string
  @Column('text') name!: string
  @Column('varchar', { length: 64 }) hash!: string
  /** The last four characters, by which its owner tells it from others. */
  @Column('varchar', { length: 4 }) hint!: string
  /** The organisations it reaches; null for all that the person is in. */
  @Column('text', { nullable: true, transformer: jsonColumn }) organisationCodes!: readonly string[] | null
  /** What it may be used for; null for all that the person may do. */
  @Column('text', { nullable: true, transformer: jsonColumn }) permissions!: readonly PermissionName[] | null
  @Column('varchar', { length: 24 }) createdAt!: Instant
  @Column('varchar', { length: 24 }) expiresAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) lastUsedAt!: Instant | null
  @Column('varchar', { length: 24, nullable: true }) revokedAt!: Instant | null
}
