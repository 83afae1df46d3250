import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { NetworkEntity, PracticeEntity } from '../network/network.entity.js'
import { type ContractYear, type Day, type Instant } from '../platform/day.js'
import { type PublicationKind } from './domain/official-kind.js'

/** A table of an official file that was imported. */
@Entity('publication_file')
@Index('ix_publication_file_kind', ['kind'])
export class PublicationFileEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @Column('varchar', { length: 64 }) kind!: PublicationKind
  /** The day it is of; null where nothing says it. */
  @Column('varchar', { length: 10, nullable: true }) onDay!: Day | null
  /** SHA-256 of the file. */
  @Column('varchar', { length: 64 }) digest!: string
  @Column('integer') rows!: number
  /** What it says stands as recorded from this moment on. */
  @Column('varchar', { length: 24 }) importedAt!: Instant
}

/** A name an organisation had in an official file, the first one in which it was different. Never changed. */
@Entity('organisation_name')
@Index('ix_organisation_name_odsCode', ['odsCode'])
export class OrganisationNameEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @Column('varchar', { length: 9 }) odsCode!: string
  @Column('text') name!: string
  /** The day of that file; the day of the import where nothing says it. */
  @Column('varchar', { length: 10 }) seenOn!: Day
  @Column('varchar', { length: 24 }) recordedAt!: Instant
}

/** The sub-ICB location that leads for a network by the Organisation Data Service. Never updated in place. */
@Entity('network_lead')
@Index('ix_network_lead_networkCode', ['networkCode'])
export class NetworkLeadEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => NetworkEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  networkCode!: string
  @Column('varchar', { length: 9 }) subIcbCode!: string
  @Column('varchar', { length: 10 }) startsOn!: Day
  @Column('varchar', { length: 10, nullable: true }) endsOn!: Day | null
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** Where a practice map of a day has a practice. It says nothing about memberships. Never updated in place. */
@Entity('practice_placing')
@Index('ix_practice_placing_onDay', ['onDay'])
@Index('ix_practice_placing_practiceCode', ['practiceCode'])
export class PracticePlacingEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => PracticeEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  practiceCode!: string
  @Column('varchar', { length: 10 }) onDay!: Day
  @Column('varchar', { length: 9, nullable: true }) networkCode!: string | null
  @Column('varchar', { length: 9 }) subIcbCode!: string
  @Column('varchar', { length: 9 }) boardCode!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** A published result of one measure, of a network or a practice. Never updated in place. */
@Entity('published_result')
@Index('ix_published_result_organisationCode', ['organisationCode', 'contractYear'])
@Index('ix_published_result_achievedOn', ['achievedOn'])
export class PublishedResultEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @Column('varchar', { length: 9 }) organisationCode!: string
  @Column('varchar', { length: 64 }) contractYear!: ContractYear
  @Column('varchar', { length: 10 }) achievedOn!: Day
  @Column('varchar', { length: 64 }) indicatorCode!: string
  @Column('text') measure!: string
  /** Null where the publisher suppressed it. */
  @Column('integer', { nullable: true }) value!: number | null
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** How deprived the people registered with a practice or network are. Never updated in place. */
@Entity('deprivation_score')
@Index('ix_deprivation_score_organisationCode', ['organisationCode'])
export class DeprivationScoreEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @Column('varchar', { length: 9 }) organisationCode!: string
  /** Null where the file does not say which index it is of. */
  @Column('integer', { nullable: true }) indexYear!: number | null
  /** Higher is more deprived. */
  @Column('integer') scoreThousandths!: number
  /** 1 is the most deprived tenth. */
  @Column('integer', { nullable: true }) decile!: number | null
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}
