import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm'
import { type Day, type Instant } from '../platform/day.js'
import { type Role } from './domain/permission.js'

/** What a one-time link is for: a role in an organisation, or signing in anew after a lost password or telephone. */
export type InvitationKind = 'INVITATION' | 'RESET'

/** A one-time link an administrator passes on, kept only as the SHA-256 digest of its secret. It gives nothing until it is accepted. */
@Entity('invitation')
@Unique('uq_invitation_hash', ['hash'])
@Index('ix_invitation_organisationCode', ['organisationCode'])
export class InvitationEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @Column('varchar', { length: 64 }) kind!: InvitationKind
  /** Whose way of signing in is set up anew; null for an invitation. */
  @Column('varchar', { length: 36, nullable: true }) personId!: string | null
  /** In lower case. */
  @Column('text') email!: string
  @Column('text') name!: string
  /** Null, with the organisation, for a reset. */
  @Column('varchar', { length: 64, nullable: true }) role!: Role | null
  @Column('varchar', { length: 9, nullable: true }) organisationCode!: string | null
  @Column('varchar', { length: 10, nullable: true }) startsOn!: Day | null
  @Column('varchar', { length: 10, nullable: true }) endsOn!: Day | null
  @Column('varchar', { length: 64 }) hash!: string
  @Column('varchar', { length: 24 }) createdAt!: Instant
  /** Null where the command line made it. */
  @Column('varchar', { length: 36, nullable: true }) createdBy!: string | null
  @Column('varchar', { length: 24 }) expiresAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) usedAt!: Instant | null
  @Column('varchar', { length: 36, nullable: true }) usedBy!: string | null
  @Column('varchar', { length: 24, nullable: true }) withdrawnAt!: Instant | null
}
