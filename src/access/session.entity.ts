import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { type Instant } from '../platform/day.js'
import { PersonEntity } from './access.entity.js'
import { type Role } from './domain/permission.js'
import { type SignInMethod } from './domain/sign-in-method.js'

/** Somebody's stay in a browser, known by a cookie of which only the SHA-256 digest is kept. Kept after its end: it still says whose form came late. */
@Entity('session')
@Unique('uq_session_hash', ['hash'])
@Index('ix_session_personId', ['personId'])
export class SessionEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => PersonEntity)
  @Column('varchar', { length: 36 })
  personId!: string
  @Column('varchar', { length: 64 }) hash!: string
  @Column('varchar', { length: 64 }) method!: SignInMethod
  /** What the browser calls itself, so that its owner knows it in a list. */
  @Column('text', { nullable: true }) browser!: string | null
  /** The one thing of several that its person is acting as; null, with the organisation, for all of them at once. */
  @Column('varchar', { length: 64, nullable: true }) actingRole!: Role | null
  @Column('varchar', { length: 9, nullable: true }) actingOrganisation!: string | null
  @Column('varchar', { length: 24 }) startedAt!: Instant
  @Column('varchar', { length: 24 }) seenAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) endedAt!: Instant | null
}
