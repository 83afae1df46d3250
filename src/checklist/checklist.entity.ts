import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { type Day, type Instant } from '../platform/day.js'
import { PersonEntity } from '../access/access.entity.js'
import { IntegratedCareBoardEntity } from '../network/network.entity.js'
import { CatalogueEntryEntity, SpecificationEntity } from '../specification/specification.entity.js'
import { type MarkKind } from './domain/mark.js'
import { type DueBasis } from './domain/occurrences.js'
import { type OwnerKind } from './domain/owner.js'
import { type ItemStatus } from './domain/status-words.js'

/** A specification as one network, or for commissioner duties one ICB, has to meet it. */
@Entity('checklist')
@Unique('uq_checklist_ownerCode_contractYear', ['ownerCode', 'contractYear'])
export class ChecklistEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @Column('varchar', { length: 9 }) ownerCode!: string
  @Column('varchar', { length: 64 }) ownerKind!: OwnerKind
  @Column('varchar', { length: 64 }) contractYear!: string
  @ForeignKey(() => SpecificationEntity)
  @Column('varchar', { length: 36 })
  specificationId!: string
  @Column('varchar', { length: 24 }) openedAt!: Instant
}

/** One requirement in a checklist. The last seven columns are computed from the facts by `standing` in the transaction of each change. */
@Entity('checklist_item')
@Unique('uq_checklist_item_checklistId_entryId', ['checklistId', 'entryId'])
@Index('ix_checklist_item_entryId', ['entryId'])
@Index('ix_checklist_item_changesOn', ['changesOn'])
@Index('ix_checklist_item_checklistId_position', ['checklistId', 'position'])
export class ChecklistItemEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => ChecklistEntity)
  @Column('varchar', { length: 36 })
  checklistId!: string
  @ForeignKey(() => CatalogueEntryEntity)
  @Column('varchar', { length: 36 })
  entryId!: string
  @Column('integer') position!: number
  @Column('varchar', { length: 64 }) status!: ItemStatus
  @Column('varchar', { length: 10, nullable: true }) changesOn!: Day | null
  @Column('varchar', { length: 10, nullable: true }) nextDueOn!: Day | null
  @Column('varchar', { length: 10, nullable: true }) localDueOn!: Day | null
  /** The last day on which nothing of it was late; null while nothing owed is late. Days late are counted from it. */
  @Column('varchar', { length: 10, nullable: true }) lateSince!: Day | null
  /** Days by which what is shown came late; a running lateness is counted from `lateSince`. */
  @Column('integer') shownDaysLate!: number
  @Column('varchar', { length: 10, nullable: true }) hazardOn!: Day | null
}

/** One time an item has to be shown. */
@Entity('occurrence')
@Unique('uq_occurrence_itemId_ordinal', ['itemId', 'ordinal'])
export class OccurrenceEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => ChecklistItemEntity)
  @Column('varchar', { length: 36 })
  itemId!: string
  @Column('integer') ordinal!: number
  @Column('varchar', { length: 10 }) periodFrom!: Day
  @Column('varchar', { length: 10, nullable: true }) periodTo!: Day | null
  @Column('varchar', { length: 10 }) countsFrom!: Day
  @Column('varchar', { length: 10, nullable: true }) countsTo!: Day | null
  @Column('varchar', { length: 10 }) opensOn!: Day
  @Column('varchar', { length: 10, nullable: true }) dueOn!: Day | null
  @Column('varchar', { length: 64 }) dueBasis!: DueBasis
  @Column('varchar', { length: 36, nullable: true }) eventId!: string | null
}

/** Something that happened and made an on-event requirement fall due. */
@Entity('checklist_event')
@Index('ix_checklist_event_itemId', ['itemId'])
export class ChecklistEventEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => ChecklistItemEntity)
  @Column('varchar', { length: 36 })
  itemId!: string
  @Column('varchar', { length: 10 }) happenedOn!: Day
  @Column('text') note!: string
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
}

/** Not applicable, not pursued, not met or blocked by a partner, with the reason. Never updated in place. */
@Entity('mark')
@Index('ix_mark_itemId', ['itemId'])
export class MarkEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => ChecklistItemEntity)
  @Column('varchar', { length: 36 })
  itemId!: string
  @ForeignKey(() => OccurrenceEntity)
  @Column('varchar', { length: 36, nullable: true })
  occurrenceId!: string | null
  @Column('varchar', { length: 64 }) kind!: MarkKind
  @Column('text') reason!: string
  @Column('text', { nullable: true }) partner!: string | null
  @Column('varchar', { length: 10 }) startsOn!: Day
  @Column('varchar', { length: 10, nullable: true }) endsOn!: Day | null
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 36, nullable: true }) supersededBy!: string | null
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** The day an ICB asks its networks for something by. Never updated in place. */
@Entity('local_day')
@Index('ix_local_day_boardCode_entryId', ['boardCode', 'entryId'])
@Index('ix_local_day_entryId', ['entryId'])
export class LocalDayEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => IntegratedCareBoardEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  boardCode!: string
  @ForeignKey(() => CatalogueEntryEntity)
  @Column('varchar', { length: 36 })
  entryId!: string
  @Column('integer') ordinal!: number
  @Column('varchar', { length: 10 }) dueOn!: Day
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** Who looks after an item, and a note to them. Never updated in place. */
@Entity('assignment')
@Index('ix_assignment_itemId', ['itemId'])
@Index('ix_assignment_assigneeId', ['assigneeId'])
export class AssignmentEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => ChecklistItemEntity)
  @Column('varchar', { length: 36 })
  itemId!: string
  @ForeignKey(() => PersonEntity)
  @Column('varchar', { length: 36, nullable: true })
  assigneeId!: string | null
  @Column('text') note!: string
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}
