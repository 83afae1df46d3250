import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { jsonColumn } from '../platform/database/json-column.js'
import { type Day, type Instant } from '../platform/day.js'
import {
  type CarriedFrom,
  type Certainty,
  type DecidedBy,
  type DeclarationFacts,
  type EntryKind,
  type EvidenceExpected,
  type FallsDue,
  type IndicatorDirection,
  type IndicatorUse,
  type Money,
  type Nature,
  type Obligation,
  type Responsible,
  type ShownEvery,
  type Source,
  type SpecificationStatus,
} from './domain/catalogue.js'

/** The Network Contract DES of one contract year, in one edition. Immutable once published. */
@Entity('specification')
@Unique('uq_specification_contractYear_edition', ['contractYear', 'edition'])
export class SpecificationEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @Column('varchar', { length: 64 }) contractYear!: string
  @Column('integer') edition!: number
  @Column('varchar', { length: 64 }) status!: SpecificationStatus
  @Column('text') title!: string
  @Column('text', { nullable: true }) version!: string | null
  @Column('varchar', { length: 10, nullable: true }) publishedOn!: Day | null
  @Column('varchar', { length: 10 }) effectiveFrom!: Day
  @Column('text') coverage!: string
  @Column('text', { transformer: jsonColumn }) sources!: readonly Source[]
  @Column('varchar', { length: 64 }) digest!: string
  /** Of the bytes of its files when they were last read: the same bytes need no reading. */
  @Column('varchar', { length: 64, nullable: true }) filesDigest!: string | null
  @Column('varchar', { length: 24 }) recordedAt!: Instant
}

/** A part of a specification, such as care homes. */
@Entity('service_area')
@Unique('uq_service_area_specificationId_code', ['specificationId', 'code'])
export class ServiceAreaEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => SpecificationEntity)
  @Column('varchar', { length: 36 })
  specificationId!: string
  @Column('varchar', { length: 64 }) code!: string
  @Column('text') title!: string
  @Column('integer') position!: number
}

/** One entry of one edition: a duty, condition, entitlement, rule or note. A later edition adds rows and changes none. */
@Entity('catalogue_entry')
@Unique('uq_catalogue_entry_specificationId_code', ['specificationId', 'code'])
@Index('ix_catalogue_entry_key', ['key'])
export class CatalogueEntryEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => SpecificationEntity)
  @Column('varchar', { length: 36 })
  specificationId!: string
  @ForeignKey(() => ServiceAreaEntity)
  @Column('varchar', { length: 36 })
  serviceAreaId!: string
  @Column('integer') position!: number
  @Column('varchar', { length: 64 }) code!: string
  /** The permanent key: the same duty in two years has the same. */
  @Column('varchar', { length: 64 }) key!: string
  @Column('varchar', { length: 64 }) kind!: EntryKind
  @Column('text') title!: string
  @Column('text') text!: string
  @Column('varchar', { length: 64, nullable: true }) paragraph!: string | null
  @Column('text', { transformer: jsonColumn }) sources!: readonly string[]
  @Column('varchar', { length: 64 }) certainty!: Certainty
  @Column('text', { transformer: jsonColumn, nullable: true }) carriedFrom!: CarriedFrom | null
  /** This and what follows is null for entries that are not requirements. */
  @Column('text', { transformer: jsonColumn, nullable: true }) responsible!: readonly Responsible[] | null
  @Column('varchar', { length: 64, nullable: true }) nature!: Nature | null
  @Column('varchar', { length: 64, nullable: true }) obligation!: Obligation | null
  @Column('varchar', { length: 64, nullable: true }) fallsDue!: FallsDue | null
  @Column('varchar', { length: 64, nullable: true }) shownEvery!: ShownEvery | null
  @Column('boolean') standing!: boolean
  @Column('varchar', { length: 10, nullable: true }) opensOn!: Day | null
  @Column('varchar', { length: 10, nullable: true }) dueOn!: Day | null
  @Column('integer', { nullable: true }) dueDays!: number | null
  @Column('boolean') afterYearEnd!: boolean
  @Column('boolean') perPractice!: boolean
  @Column('text', { transformer: jsonColumn, nullable: true }) evidence!: readonly EvidenceExpected[] | null
  @Column('varchar', { length: 64, nullable: true }) decidedBy!: DecidedBy | null
  @Column('text', { transformer: jsonColumn, nullable: true }) money!: Money | null
  @Column('varchar', { length: 10, nullable: true }) defaultsToNoOn!: Day | null
  @Column('boolean') informationGovernance!: boolean
  @Column('text', { transformer: jsonColumn, nullable: true }) declarationFacts!: DeclarationFacts | null
  /** Our reading of the five facts; null where fewer than three are known. */
  @Column('boolean', { nullable: true }) declarationOnly!: boolean | null
  @Column('varchar', { length: 64 }) digest!: string
}

/** An indicator of the Investment and Impact Fund: shown with its thresholds, never due. */
@Entity('indicator')
@Unique('uq_indicator_specificationId_code', ['specificationId', 'code'])
export class IndicatorEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => SpecificationEntity)
  @Column('varchar', { length: 36 })
  specificationId!: string
  @Column('varchar', { length: 64 }) code!: string
  @Column('text') title!: string
  @Column('varchar', { length: 64 }) use!: IndicatorUse
  @Column('varchar', { length: 64, nullable: true }) direction!: IndicatorDirection | null
  @Column('text', { nullable: true }) numerator!: string | null
  @Column('text', { nullable: true }) denominator!: string | null
  @Column('text', { nullable: true }) lowerThreshold!: string | null
  @Column('text', { nullable: true }) upperThreshold!: string | null
  @Column('varchar', { length: 64, nullable: true }) thresholdCertainty!: Certainty | null
  @Column('integer', { nullable: true }) points!: number | null
  @Column('varchar', { length: 64, nullable: true }) pointsCertainty!: Certainty | null
  @Column('integer', { nullable: true }) penceAPoint!: number | null
  @Column('text', { transformer: jsonColumn }) aliases!: readonly string[]
  @Column('varchar', { length: 10, nullable: true }) startsOn!: Day | null
  @Column('varchar', { length: 10, nullable: true }) endsOn!: Day | null
  @Column('text', { nullable: true }) note!: string | null
  /** Its place in reading order. */
  @Column('integer') position!: number
  @Column('text', { transformer: jsonColumn }) sources!: readonly string[]
  @Column('varchar', { length: 64 }) certainty!: Certainty
}
