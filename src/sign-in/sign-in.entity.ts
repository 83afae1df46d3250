import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { PersonEntity } from '../access/access.entity.js'
import { jsonColumn } from '../platform/database/json-column.js'
import { type Instant } from '../platform/day.js'

/** An account kept here: what somebody proves with that it is them. One for each person that has one. */
@Entity('credential')
export class CredentialEntity {
  @ForeignKey(() => PersonEntity)
  @PrimaryColumn('varchar', { length: 36 })
  personId!: string
  /** Argon2id, with its parameters and salt. */
  @Column('text') passwordHash!: string
  /** What the authenticator app was given, encrypted. */
  @Column('text') authenticator!: string
  /** The newest half-minute whose code was used: it and those before it are worth nothing any more. */
  @Column('integer') lastStep!: number
  /** Digests of the recovery codes that are left. */
  @Column('text', { transformer: jsonColumn }) recoveryCodes!: readonly string[]
  /** Wrong tries since the person last signed in. */
  @Column('integer') failures!: number
  @Column('varchar', { length: 24, nullable: true }) lockedUntil!: Instant | null
  /** When the password was set. */
  @Column('varchar', { length: 24 }) changedAt!: Instant
}

/** Whom a provider means by a subject: a person known here. */
@Entity('identity')
@Unique('uq_identity_issuer_subject', ['issuer', 'subject'])
@Index('ix_identity_personId', ['personId'])
export class IdentityEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @Column('text') issuer!: string
  @Column('text') subject!: string
  @ForeignKey(() => PersonEntity)
  @Column('varchar', { length: 36 })
  personId!: string
  @Column('varchar', { length: 24 }) linkedAt!: Instant
}

/** A way back from a provider that was taken: nobody takes it twice. Kept until it would have been too late anyway. */
@Entity('used_sign_in')
export class UsedSignInEntity {
  @PrimaryColumn('varchar', { length: 64 }) id!: string
  @Column('varchar', { length: 24 }) usedAt!: Instant
}
