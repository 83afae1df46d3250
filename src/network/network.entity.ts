import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { type Day, type Instant } from '../platform/day.js'

/** An NHS England region. */
@Entity('region')
export class RegionEntity {
  @PrimaryColumn('varchar', { length: 9 }) code!: string
  @Column('text') name!: string
}

/** An integrated care board (ICB), the commissioner of the Network Contract DES. */
@Entity('integrated_care_board')
export class IntegratedCareBoardEntity {
  @PrimaryColumn('varchar', { length: 9 }) odsCode!: string
  @Column('text') name!: string
  @ForeignKey(() => RegionEntity, 'code')
  @Column('varchar', { length: 9, nullable: true })
  regionCode!: string | null
  @Column('boolean') invented!: boolean
}

/** A part of an ICB used for statistics, once a CCG. */
@Entity('sub_icb_location')
export class SubIcbLocationEntity {
  @PrimaryColumn('varchar', { length: 9 }) odsCode!: string
  @Column('text') name!: string
  @ForeignKey(() => IntegratedCareBoardEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  boardCode!: string
  @Column('boolean') invented!: boolean
}

/** A local medical committee (LMC): it speaks for the practices of an area. */
@Entity('local_medical_committee')
export class LocalMedicalCommitteeEntity {
  @PrimaryColumn('varchar', { length: 9 }) code!: string
  @Column('text') name!: string
  @Column('boolean') invented!: boolean
}

/** A primary care network. It is no legal person: the contract is with each practice. */
@Entity('network')
export class NetworkEntity {
  @PrimaryColumn('varchar', { length: 9 }) odsCode!: string
  @Column('text') name!: string
  @Column('boolean') invented!: boolean
  /** Its first day; null where no source says it. */
  @Column('varchar', { length: 10, nullable: true }) openedOn!: Day | null
  /** Its last day, which may lie ahead; null when none is known. */
  @Column('varchar', { length: 10, nullable: true }) closedOn!: Day | null
}

/** A general practice. */
@Entity('practice')
export class PracticeEntity {
  @PrimaryColumn('varchar', { length: 9 }) odsCode!: string
  @Column('text') name!: string
  @Column('boolean') invented!: boolean
}

/** A practice in a network from a day to a day. Never updated in place. */
@Entity('network_membership')
@Index('ix_network_membership_networkCode', ['networkCode'])
@Index('ix_network_membership_practiceCode', ['practiceCode'])
export class NetworkMembershipEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => NetworkEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  networkCode!: string
  @ForeignKey(() => PracticeEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  practiceCode!: string
  @Column('varchar', { length: 10 }) startsOn!: Day
  @Column('varchar', { length: 10, nullable: true }) endsOn!: Day | null
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** An ICB that commissions a network; one of them leads. Never updated in place. */
@Entity('network_commissioner')
@Index('ix_network_commissioner_networkCode', ['networkCode'])
@Index('ix_network_commissioner_boardCode', ['boardCode'])
export class NetworkCommissionerEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => NetworkEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  networkCode!: string
  @ForeignKey(() => IntegratedCareBoardEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  boardCode!: string
  @ForeignKey(() => SubIcbLocationEntity, 'odsCode')
  @Column('varchar', { length: 9, nullable: true })
  subIcbCode!: string | null
  @Column('boolean') isLead!: boolean
  @Column('varchar', { length: 10 }) startsOn!: Day
  @Column('varchar', { length: 10, nullable: true }) endsOn!: Day | null
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** Registered patients of a practice on a day. Never updated in place. */
@Entity('list_size')
@Index('ix_list_size_practiceCode_onDay', ['practiceCode', 'onDay'])
export class ListSizeEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => PracticeEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  practiceCode!: string
  @Column('varchar', { length: 10 }) onDay!: Day
  @Column('integer') patients!: number
  @Column('text') source!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}
