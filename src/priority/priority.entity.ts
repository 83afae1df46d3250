import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { PersonEntity } from '../access/access.entity.js'
import { NetworkEntity, PracticeEntity } from '../network/network.entity.js'
import { jsonColumn } from '../platform/database/json-column.js'
import { type ContractYear, type Day, type Instant } from '../platform/day.js'
import { type Milestone, type Outcome, type PriorityMinutes, type Serving } from './domain/priority.js'

/** Something a network has chosen to do for its own patients in a contract year. What it says is in its versions. */
@Entity('priority')
@Index('ix_priority_networkCode_contractYear', ['networkCode', 'contractYear'])
export class PriorityEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => NetworkEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  networkCode!: string
  @Column('varchar', { length: 64 }) contractYear!: ContractYear
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
}

/** What a priority says from one moment to another. Never updated in place. */
@Entity('priority_version')
@Index('ix_priority_version_priorityId', ['priorityId'])
export class PriorityVersionEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => PriorityEntity)
  @Column('varchar', { length: 36 })
  priorityId!: string
  @Column('text') title!: string
  @Column('text', { nullable: true }) need!: string | null
  @Column('text', { nullable: true }) needSource!: string | null
  @Column('text', { nullable: true }) population!: string | null
  @ForeignKey(() => PersonEntity)
  @Column('varchar', { length: 36, nullable: true })
  ownerId!: string | null
  @Column('text', { nullable: true }) measure!: string | null
  @Column('text', { nullable: true }) baseline!: string | null
  @Column('text', { nullable: true }) target!: string | null
  @Column('varchar', { length: 10 }) opensOn!: Day
  @Column('varchar', { length: 10 }) closesOn!: Day
  @Column('text', { transformer: jsonColumn }) minutes!: readonly PriorityMinutes[]
  @Column('text', { transformer: jsonColumn }) milestones!: readonly Milestone[]
  @Column('text', { transformer: jsonColumn }) serves!: readonly Serving[]
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** The order a network put its open priorities in. Never updated in place. */
@Entity('priority_ranking')
@Index('ix_priority_ranking_networkCode_contractYear', ['networkCode', 'contractYear'])
export class PriorityRankingEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => NetworkEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  networkCode!: string
  @Column('varchar', { length: 64 }) contractYear!: ContractYear
  @Column('text', { transformer: jsonColumn }) priorityIds!: readonly string[]
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
}

/** How and why a priority ended; superseded when it is opened again. */
@Entity('priority_closing')
@Index('ix_priority_closing_priorityId', ['priorityId'])
export class PriorityClosingEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => PriorityEntity)
  @Column('varchar', { length: 36 })
  priorityId!: string
  @Column('varchar', { length: 64 }) outcome!: Outcome
  @Column('text') reason!: string
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** On which day a milestone was done, as somebody said; superseded when it is said otherwise or taken back. */
@Entity('priority_milestone_mark')
@Index('ix_priority_milestone_mark_milestoneId', ['milestoneId'])
export class PriorityMilestoneMarkEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => PriorityEntity)
  @Column('varchar', { length: 36 })
  priorityId!: string
  @Column('varchar', { length: 36 }) milestoneId!: string
  @Column('varchar', { length: 10 }) doneOn!: Day
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** Whether a member practice stands behind a priority, or why not. Never updated in place. */
@Entity('priority_endorsement')
@Index('ix_priority_endorsement_priorityId', ['priorityId'])
export class PriorityEndorsementEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => PriorityEntity)
  @Column('varchar', { length: 36 })
  priorityId!: string
  @ForeignKey(() => PracticeEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  practiceCode!: string
  @Column('boolean') endorses!: boolean
  @Column('text', { nullable: true }) reason!: string | null
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}
