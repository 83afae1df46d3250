import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { ChecklistItemEntity } from '../checklist/checklist.entity.js'
import { NetworkEntity } from '../network/network.entity.js'
import { type ContractYear, type Day, type Instant } from '../platform/day.js'
import { PriorityEntity } from '../priority/priority.entity.js'
import { RequestEntity } from '../request/request.entity.js'
import { type RateBase } from '../specification/domain/catalogue.js'
import { type DisplacementCause } from './domain/displacement.js'

/** What an hour of a staff group costs a network. Never updated in place. */
@Entity('tariff')
@Index('ix_tariff_networkCode', ['networkCode'])
export class TariffEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => NetworkEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  networkCode!: string
  @Column('varchar', { length: 64 }) staffGroup!: string
  /** Mills: thousandths of a pound. */
  @Column('integer') hourlyPayMills!: number
  @Column('integer') onCostsPercent!: number
  @Column('integer') overheadPercent!: number
  /** The year whose prices these are, such as 2026/27. */
  @Column('varchar', { length: 64 }) priceYear!: ContractYear
  @Column('text') basis!: string
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** How many of one base of payment a network has in a contract year, as it entered it. Never updated in place. */
@Entity('payment_base')
@Index('ix_payment_base_networkCode_contractYear', ['networkCode', 'contractYear'])
export class PaymentBaseEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => NetworkEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  networkCode!: string
  @Column('varchar', { length: 64 }) contractYear!: ContractYear
  @Column('varchar', { length: 64 }) base!: RateBase
  /** For points of one indicator; null for everything else. */
  @Column('varchar', { length: 64, nullable: true }) indicatorCode!: string | null
  @Column('integer') size!: number
  @Column('text') basis!: string
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** Something paid to others because of one piece of paperwork in a contract year. Taken back, never changed. */
@Entity('outside_cost')
@Index('ix_outside_cost_networkCode_contractYear', ['networkCode', 'contractYear'])
export class OutsideCostEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => NetworkEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  networkCode!: string
  @Column('varchar', { length: 64 }) contractYear!: ContractYear
  /** Of a requirement, an indicator or an accepted request. */
  @Column('varchar', { length: 64 }) code!: string
  @Column('integer') pence!: number
  @Column('integer') businessAsUsualPercent!: number
  @Column('text') what!: string
  @Column('varchar', { length: 10 }) paidOn!: Day
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** A network's own word on whether an item is declaration-only. Never updated in place. */
@Entity('declaration_reading')
@Index('ix_declaration_reading_itemId', ['itemId'])
export class DeclarationReadingEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => ChecklistItemEntity)
  @Column('varchar', { length: 36 })
  itemId!: string
  @Column('boolean') verdict!: boolean
  @Column('text') reason!: string
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** What put a milestone or a priority back, as somebody says who was there. Taken back, never changed. */
@Entity('displacement')
@Index('ix_displacement_priorityId', ['priorityId'])
export class DisplacementEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => PriorityEntity)
  @Column('varchar', { length: 36 })
  priorityId!: string
  /** The milestone that was put back; null for the priority as a whole. */
  @Column('varchar', { length: 36, nullable: true }) milestoneId!: string | null
  @Column('integer') minutes!: number
  @Column('varchar', { length: 64 }) cause!: DisplacementCause
  /** For `REQUIREMENT`. */
  @Column('varchar', { length: 64, nullable: true }) requirementCode!: string | null
  /** For `REQUEST`. */
  @ForeignKey(() => RequestEntity)
  @Column('varchar', { length: 36, nullable: true })
  requestId!: string | null
  @Column('varchar', { length: 10 }) happenedOn!: Day
  @Column('text') note!: string
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}
