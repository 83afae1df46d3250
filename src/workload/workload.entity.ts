import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { ChecklistItemEntity } from '../checklist/checklist.entity.js'
import { EvidenceEntity } from '../evidence/evidence.entity.js'
import { NetworkEntity } from '../network/network.entity.js'
import { jsonColumn } from '../platform/database/json-column.js'
import { type ContractYear, type Day, type Instant } from '../platform/day.js'
import { PriorityEntity } from '../priority/priority.entity.js'
import { type Nature } from '../specification/domain/catalogue.js'
import { type StaffGroup } from '../specification/domain/reference-data.js'

/** A staff group of a network's own, under one of the five everybody has. Never updated in place. */
@Entity('staff_group')
@Index('ix_staff_group_networkCode', ['networkCode'])
export class StaffGroupEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => NetworkEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  networkCode!: string
  @Column('varchar', { length: 64 }) code!: string
  @Column('text') name!: string
  @Column('varchar', { length: 64 }) under!: StaffGroup
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** The time one staff group has in a contract year. Never updated in place. */
@Entity('capacity')
@Index('ix_capacity_networkCode_contractYear', ['networkCode', 'contractYear'])
export class CapacityEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => NetworkEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  networkCode!: string
  @Column('varchar', { length: 64 }) contractYear!: ContractYear
  @Column('varchar', { length: 64 }) staffGroup!: string
  /** Twelve figures, April first; null where a month is not known. */
  @Column('text', { transformer: jsonColumn }) minutes!: readonly (number | null)[]
  /** Work that is neither contract nor priority, twelve figures; null where none was entered. */
  @Column('text', { transformer: jsonColumn, nullable: true }) otherFixed!: readonly number[] | null
  @Column('text') basis!: string
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/**
 * A network's own estimate for one staff group and the whole contract year: of an item, or of an indicator, which has no item and is named by
 * network, year and code. Never updated in place.
 */
@Entity('estimate')
@Index('ix_estimate_itemId', ['itemId'])
@Index('ix_estimate_networkCode_contractYear', ['networkCode', 'contractYear'])
export class EstimateEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => ChecklistItemEntity)
  @Column('varchar', { length: 36, nullable: true })
  itemId!: string | null
  /** This and the next two are null for an item. */
  @ForeignKey(() => NetworkEntity, 'odsCode')
  @Column('varchar', { length: 9, nullable: true })
  networkCode!: string | null
  @Column('varchar', { length: 64, nullable: true }) contractYear!: ContractYear | null
  @Column('varchar', { length: 64, nullable: true }) indicatorCode!: string | null
  @Column('varchar', { length: 64 }) staffGroup!: string
  @Column('integer') low!: number
  @Column('integer') central!: number
  @Column('integer') high!: number
  @Column('integer', { nullable: true }) businessAsUsualPercent!: number | null
  @Column('text') note!: string
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** Whether a network goes for an indicator, and what kind of work it is to it. Never updated in place. */
@Entity('indicator_choice')
@Index('ix_indicator_choice_networkCode_contractYear', ['networkCode', 'contractYear'])
export class IndicatorChoiceEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => NetworkEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  networkCode!: string
  @Column('varchar', { length: 64 }) contractYear!: ContractYear
  @Column('varchar', { length: 64 }) indicatorCode!: string
  @Column('boolean') pursued!: boolean
  @Column('varchar', { length: 64 }) nature!: Nature
  @Column('text') reason!: string
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** Minutes somebody spent on an item, a priority or, without either, on evidence that serves several items. Never updated in place. */
@Entity('minutes_log')
@Index('ix_minutes_log_networkCode_contractYear', ['networkCode', 'contractYear'])
@Index('ix_minutes_log_itemId', ['itemId'])
@Index('ix_minutes_log_priorityId', ['priorityId'])
export class MinutesLogEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => NetworkEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  networkCode!: string
  @Column('varchar', { length: 64 }) contractYear!: ContractYear
  @ForeignKey(() => ChecklistItemEntity)
  @Column('varchar', { length: 36, nullable: true })
  itemId!: string | null
  @ForeignKey(() => PriorityEntity)
  @Column('varchar', { length: 36, nullable: true })
  priorityId!: string | null
  @ForeignKey(() => EvidenceEntity)
  @Column('varchar', { length: 36, nullable: true })
  evidenceId!: string | null
  @Column('varchar', { length: 64 }) staffGroup!: string
  @Column('integer') minutes!: number
  @Column('varchar', { length: 10 }) spentOn!: Day
  @Column('text') note!: string
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** What an item is worth to patients in the clinical director's eyes, 1 to 5. Never updated in place. */
@Entity('item_rating')
@Index('ix_item_rating_itemId', ['itemId'])
export class ItemRatingEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => ChecklistItemEntity)
  @Column('varchar', { length: 36 })
  itemId!: string
  @Column('integer') rating!: number
  @Column('text') reason!: string
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}
