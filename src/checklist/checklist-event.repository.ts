import { Injectable } from '@nestjs/common'
import { Database } from '../platform/database/database.js'
import { ChecklistEventEntity, OccurrenceEntity } from './checklist.entity.js'

/** What happened and made on-event requirements fall due. */
@Injectable()
export class ChecklistEventRepository {
  constructor(private readonly database: Database) {}

  /** Events reported on items, latest first. */
  eventsOf(itemIds: readonly string[]): Promise<ChecklistEventEntity[]> {
    return this.database.manager
      .createQueryBuilder(ChecklistEventEntity, 'event')
      .where('event.itemId IN (:...itemIds)', { itemIds: [...new Set(itemIds)] })
      .orderBy('event.happenedOn', 'DESC')
      .addOrderBy('event.recordedAt', 'DESC')
      .getMany()
  }

  /** The ordinal of an item's next occurrence. */
  async nextOrdinal(itemId: string): Promise<number> {
    const last = await this.database.manager.findOne(OccurrenceEntity, { where: { itemId }, order: { ordinal: 'DESC' } })
    return (last?.ordinal ?? 0) + 1
  }

  /** Adds an event and the occurrence it makes. */
  async add(event: ChecklistEventEntity, occurrence: OccurrenceEntity): Promise<void> {
    await this.database.manager.insert(ChecklistEventEntity, event)
    await this.database.manager.insert(OccurrenceEntity, occurrence)
  }
}
