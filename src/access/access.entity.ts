import { type Role } from './domain/permission.js'
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { type Day, type Instant } from '../platform/day.js'

/** Somebody who can sign in. Recorded facts keep the id when the name is erased. */
@Entity('person')
@Unique('uq_person_email', ['email'])
export class PersonEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @Column('text') name!: string
  @Column('text', { nullable: true }) email!: string | null
  @Column('boolean') invented!: boolean
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  /** When their name and address were removed. */
  @Column('varchar', { length: 24, nullable: true }) erasedAt!: Instant | null
}

/** What a person is in an organisation, from a day to a day. History: changed by a new row. */
@Entity('membership')
@Index('ix_membership_personId', ['personId'])
@Index('ix_membership_organisationCode', ['organisationCode'])
export class MembershipEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => PersonEntity)
  @Column('varchar', { length: 36 })
  personId!: string
  @Column('varchar', { length: 64 }) role!: Role
  @Column('varchar', { length: 9 }) organisationCode!: string
  @Column('varchar', { length: 10 }) startsOn!: Day
  @Column('varchar', { length: 10, nullable: true }) endsOn!: Day | null
  /** When it was ended at once, in the middle of its last day; null where its last day is enough. */
  @Column('varchar', { length: 24, nullable: true }) endedAt!: Instant | null
  /** Who gave it; null where the command line or the demonstration did. */
  @Column('varchar', { length: 36, nullable: true }) recordedBy!: string | null
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}
