import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { ChecklistEntity, ChecklistItemEntity, LocalDayEntity, MarkEntity, OccurrenceEntity } from '../checklist/checklist.entity.js'
import { isRequirementEntry, type ItemInScope } from '../checklist/checklist.repository.js'
import { type ItemOutlook } from '../checklist/domain/item-status.js'
import { NetworkRepository } from '../network/network.repository.js'
import { Database } from '../platform/database/database.js'
import { type Day } from '../platform/day.js'
import { CatalogueEntryEntity } from '../specification/specification.entity.js'

/** What of an item is computed. */
type Outlook = Pick<ChecklistItemEntity, 'status' | 'changesOn' | 'nextDueOn' | 'localDueOn' | 'lateSince' | 'shownDaysLate' | 'hazardOn'>

/** Rows written at once: SQLite takes at most 32,766 values in a statement. */
const ROWS_AT_ONCE = 2_000

/** The facts of items, and their projection. Works on ids of items already in scope, and for the server itself. */
@Injectable()
export class StandingRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
  ) {}

  /** Items and what they belong to. */
  async items(itemIds: readonly string[]): Promise<ItemInScope[]> {
    const items = await this.byIds(ChecklistItemEntity, itemIds)
    const [checklists, entries] = [
      await this.byIds(ChecklistEntity, [...new Set(items.map((item) => item.checklistId))]),
      await this.byIds(CatalogueEntryEntity, [...new Set(items.map((item) => item.entryId))]),
    ]
    const checklistOf = new Map(checklists.map((row) => [row.id, row]))
    const entryOf = new Map(entries.map((row) => [row.id, row]))
    return items.flatMap((item) => {
      const [checklist, entry] = [checklistOf.get(item.checklistId), entryOf.get(item.entryId)]
      return checklist && entry && isRequirementEntry(entry) ? [{ item, checklist, entry }] : []
    })
  }

  occurrencesOf(itemIds: readonly string[]): Promise<OccurrenceEntity[]> {
    return this.database.manager
      .createQueryBuilder(OccurrenceEntity, 'occurrence')
      .where('occurrence.itemId IN (:...itemIds)', { itemIds })
      .orderBy('occurrence.itemId')
      .addOrderBy('occurrence.ordinal')
      .getMany()
  }

  /** Marks that were not taken back. */
  marksOf(itemIds: readonly string[]): Promise<MarkEntity[]> {
    return this.database.manager
      .createQueryBuilder(MarkEntity, 'mark')
      .where('mark.itemId IN (:...itemIds)', { itemIds })
      .andWhere('mark.supersededAt IS NULL')
      .getMany()
  }

  /** The local days in force that ICBs set for these entries. */
  localDaysOf(entryIds: readonly string[], boardCodes: readonly string[]): Promise<LocalDayEntity[]> {
    return this.database.manager
      .createQueryBuilder(LocalDayEntity, 'local')
      .where('local.entryId IN (:...entryIds)', { entryIds })
      .andWhere('local.boardCode IN (:...boardCodes)', { boardCodes })
      .andWhere('local.supersededAt IS NULL')
      .getMany()
  }

  /** Writes what was computed, one statement for each group of items that came out alike. */
  async saveOutlooks(outlooks: readonly { readonly itemId: string; readonly outlook: ItemOutlook }[]): Promise<void> {
    const alike = new Map<string, { itemIds: string[]; values: Outlook }>()
    for (const { itemId, outlook } of outlooks) {
      const { status, changesOn, nextDueOn, nextLocalDueOn: localDueOn, lateSince, shownDaysLate, hazardOn } = outlook
      const values: Outlook = { status, changesOn, nextDueOn, localDueOn, lateSince, shownDaysLate, hazardOn }
      const key = JSON.stringify(values)
      const group = alike.get(key) ?? { itemIds: [], values }
      group.itemIds.push(itemId)
      alike.set(key, group)
    }
    for (const { itemIds, values } of alike.values()) {
      for (let from = 0; from < itemIds.length; from += ROWS_AT_ONCE) {
        const ids = itemIds.slice(from, from + ROWS_AT_ONCE)
        const query = this.database.manager.createQueryBuilder().update(ChecklistItemEntity).set(values)
        await query.where('id IN (:...ids)', { ids }).execute()
      }
    }
  }

  /** Those of these items that a scope reaches. */
  itemsWithin(scope: NetworkScope, itemIds: readonly string[]): Promise<ChecklistItemEntity[]> {
    const query = this.database.manager
      .createQueryBuilder(ChecklistItemEntity, 'item')
      .innerJoin(ChecklistEntity, 'checklist', 'checklist.id = item.checklistId')
      .where('item.id IN (:...itemIds)', { itemIds })
    return this.networks.narrow(query, 'checklist.ownerCode', scope).getMany()
  }

  /** Those of these checklists that a scope reaches. */
  checklistsWithin(scope: NetworkScope, ids: readonly string[]): Promise<ChecklistEntity[]> {
    const query = this.database.manager.createQueryBuilder(ChecklistEntity, 'checklist').where('checklist.id IN (:...ids)', { ids })
    return this.networks.narrow(query, 'checklist.ownerCode', scope).getMany()
  }

  /** The items of occurrences. */
  async itemIdsOf(occurrenceIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.manager
      .createQueryBuilder(OccurrenceEntity, 'occurrence')
      .select('DISTINCT occurrence.itemId', 'itemId')
      .where('occurrence.id IN (:...occurrenceIds)', { occurrenceIds })
      .getRawMany<{ itemId: string }>()
    return rows.map(({ itemId }) => itemId)
  }

  /** All items of networks and ICBs. */
  async itemIdsOwnedBy(ownerCodes: readonly string[]): Promise<string[]> {
    const ids: string[] = []
    for (let from = 0; from < ownerCodes.length; from += ROWS_AT_ONCE) {
      const rows = await this.database.manager
        .createQueryBuilder(ChecklistItemEntity, 'item')
        .innerJoin(ChecklistEntity, 'checklist', 'checklist.id = item.checklistId')
        .select('item.id', 'id')
        .where('checklist.ownerCode IN (:...some)', { some: ownerCodes.slice(from, from + ROWS_AT_ONCE) })
        .getRawMany<{ id: string }>()
      ids.push(...rows.map(({ id }) => id))
    }
    return ids
  }

  /** Items of a checklist with an occurrence due, nationally or locally, from a day to a day. */
  async itemIdsDue(checklistId: string, from: Day, to: Day): Promise<string[]> {
    const within = 'BETWEEN :from AND :to'
    const rows = await this.database.manager
      .createQueryBuilder(OccurrenceEntity, 'occurrence')
      .innerJoin(ChecklistItemEntity, 'item', 'item.id = occurrence.itemId')
      .leftJoin(
        LocalDayEntity,
        'local',
        'local.entryId = item.entryId AND local.ordinal = occurrence.ordinal AND local.supersededAt IS NULL',
      )
      .select('DISTINCT item.id', 'itemId')
      .where('item.checklistId = :checklistId', { checklistId })
      .andWhere(`(occurrence.dueOn ${within} OR local.dueOn ${within})`, { from, to })
      .getRawMany<{ itemId: string }>()
    return rows.map(({ itemId }) => itemId)
  }

  /** Ids of items whose status may have changed by itself up to a day, in order, after a given id. */
  async itemsToRefresh(today: Day, afterId: string, limit: number): Promise<string[]> {
    const rows = await this.database.manager
      .createQueryBuilder(ChecklistItemEntity, 'item')
      .select('item.id', 'id')
      .where('item.changesOn <= :today', { today })
      .andWhere('item.id > :afterId', { afterId })
      .orderBy('item.id')
      .limit(limit)
      .getRawMany<{ id: string }>()
    return rows.map(({ id }) => id)
  }

  /** Ids of all items, in order, after a given id. */
  async allItems(afterId: string, limit: number): Promise<string[]> {
    const rows = await this.database.manager
      .createQueryBuilder(ChecklistItemEntity, 'item')
      .select('item.id', 'id')
      .where('item.id > :afterId', { afterId })
      .orderBy('item.id')
      .limit(limit)
      .getRawMany<{ id: string }>()
    return rows.map(({ id }) => id)
  }

  private byIds<Row extends { id: string }>(entity: new () => Row, ids: readonly string[]): Promise<Row[]> {
    if (ids.length === 0) return Promise.resolve([])
    return this.database.manager.createQueryBuilder(entity, 'row').where('row.id IN (:...ids)', { ids }).getMany()
  }
}
