import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { NetworkEntity } from '../network/network.entity.js'
import { type Day, type Instant } from '../platform/day.js'
import { type AnswerChoice, type BodyKind, type ClauseFinding } from './domain/request-words.js'
import { RequestEntity } from './request.entity.js'

/** Somebody's interpretation of the clause a request rests on, for every network that was asked. Never updated. */
@Entity('request_reading')
@Index('ix_request_reading_requestId', ['requestId'])
export class RequestReadingEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => RequestEntity)
  @Column('varchar', { length: 36 })
  requestId!: string
  @Column('varchar', { length: 64 }) bodyKind!: BodyKind
  @Column('varchar', { length: 9 }) bodyCode!: string
  @Column('text') author!: string
  @Column('text') text!: string
  @Column('text', { nullable: true }) link!: string | null
  /** When the body published it; null where it was not, or nobody said. */
  @Column('varchar', { length: 10, nullable: true }) publishedOn!: Day | null
  /** What it found; null where it says nothing of that. */
  @Column('varchar', { length: 64, nullable: true }) clause!: ClauseFinding | null
  @Column('varchar', { length: 64, nullable: true }) requirementCode!: string | null
  @Column('text', { nullable: true }) paragraph!: string | null
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
}

/** The answer a body recommends to every network that was asked. Never updated in place: its latest counts. */
@Entity('request_recommendation')
@Index('ix_request_recommendation_requestId', ['requestId'])
export class RequestRecommendationEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => RequestEntity)
  @Column('varchar', { length: 36 })
  requestId!: string
  @Column('varchar', { length: 64 }) bodyKind!: BodyKind
  @Column('varchar', { length: 9 }) bodyCode!: string
  @Column('varchar', { length: 64 }) choice!: AnswerChoice
  @Column('text') reason!: string
  @Column('text', { nullable: true }) reply!: string | null
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** A reply a network keeps to use again. Never updated in place; `wordingId` stays the same. */
@Entity('request_wording')
@Index('ix_request_wording_networkCode', ['networkCode'])
export class RequestWordingEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @Column('varchar', { length: 36 }) wordingId!: string
  @ForeignKey(() => NetworkEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  networkCode!: string
  @Column('text') title!: string
  @Column('text') text!: string
  /** The answer it suits; null where any. */
  @Column('varchar', { length: 64, nullable: true }) choice!: AnswerChoice | null
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** A network a local medical committee (LMC) covers: what makes an LMC's role reach it. Never updated in place. */
@Entity('lmc_coverage')
@Index('ix_lmc_coverage_lmcCode', ['lmcCode'])
@Index('ix_lmc_coverage_networkCode', ['networkCode'])
export class LmcCoverageEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @Column('varchar', { length: 9 }) lmcCode!: string
  @ForeignKey(() => NetworkEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  networkCode!: string
  @Column('varchar', { length: 10 }) startsOn!: Day
  /** The last day; null while nobody said. */
  @Column('varchar', { length: 10, nullable: true }) endsOn!: Day | null
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}
