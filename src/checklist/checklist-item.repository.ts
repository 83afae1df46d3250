import { Injectable } from '@nestjs/common'
import { type ObjectLiteral, type SelectQueryBuilder } from 'typeorm'
import { type NetworkScope } from '../access/domain/scope.js'
import { NetworkRepository } from '../network/network.repository.js'
import { Database } from '../platform/database/database.js'
import { type Day } from '../platform/day.js'
import { type DeclarationFacts, type Nature, type Obligation, type Responsible, type ShownEvery } from '../specification/domain/catalogue.js'
import { CatalogueEntryEntity } from '../specification/specification.entity.js'
import { ChecklistEntity, ChecklistEventEntity, ChecklistItemEntity, OccurrenceEntity } from './checklist.entity.js'

/** A catalogue entry that is a requirement: it has what other entries lack. */
export type RequirementEntry = CatalogueEntryEntity & {
  readonly responsible: readonly Responsible[]
  readonly nature: Nature
  readonly obligation: Obligation
  readonly shownEvery: ShownEvery
  readonly declarationFacts: DeclarationFacts
}

/** Whether a catalogue entry makes items on checklists. */
export function isRequirementEntry(entry: CatalogueEntryEntity): entry is RequirementEntry {
  return entry.kind === 'DUTY' || entry.kind === 'CONDITION'
}

/** An item of a checklist, with what it is part of and what it asks. */
export interface ItemInScope {
  readonly item: ChecklistItemEntity
  readonly checklist: ChecklistEntity
  readonly entry: RequirementEntry
}

/** An occurrence, with what it is part of and what it asks. */
export interface OccurrenceInScope extends ItemInScope {
  readonly occurrence: OccurrenceEntity
}

/** Items of checklists and their occurrences. */
@Injectable()
export class ChecklistItemRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
  ) {}

  /** Those of these items that are in scope, in one query. Callers compare lengths: what is missing is not found. */
  async itemsInScope(scope: NetworkScope, itemIds: readonly string[]): Promise<ItemInScope[]> {
    if (itemIds.length === 0) return []
    const query = this.database.manager
      .createQueryBuilder(ChecklistItemEntity, 'item')
      .innerJoinAndMapOne('item.checklist', ChecklistEntity, 'checklist', 'checklist.id = item.checklistId')
      .innerJoinAndMapOne('item.entry', CatalogueEntryEntity, 'entry', 'entry.id = item.entryId')
      .where('item.id IN (:...itemIds)', { itemIds: unique(itemIds) })
      .orderBy('item.id')
    const rows = await this.networks.narrow(query, 'checklist.ownerCode', scope).getMany()
    return (rows as (ChecklistItemEntity & Omit<ItemInScope, 'item'>)[]).map(({ checklist, entry, ...item }) => ({ item, checklist, entry }))
  }

  /** Those of these occurrences that are in scope, in one query. Callers compare lengths: what is missing is not found. */
  async occurrencesInScope(scope: NetworkScope, occurrenceIds: readonly string[]): Promise<OccurrenceInScope[]> {
    if (occurrenceIds.length === 0) return []
    const query = this.database.manager
      .createQueryBuilder(OccurrenceEntity, 'occurrence')
      .innerJoinAndMapOne('occurrence.item', ChecklistItemEntity, 'item', 'item.id = occurrence.itemId')
      .innerJoinAndMapOne('occurrence.checklist', ChecklistEntity, 'checklist', 'checklist.id = item.checklistId')
      .innerJoinAndMapOne('occurrence.entry', CatalogueEntryEntity, 'entry', 'entry.id = item.entryId')
      .where('occurrence.id IN (:...occurrenceIds)', { occurrenceIds: unique(occurrenceIds) })
      .orderBy('occurrence.id')
    const rows = await this.networks.narrow(query, 'checklist.ownerCode', scope).getMany()
    return (rows as (OccurrenceEntity & Omit<OccurrenceInScope, 'occurrence'>)[]).map(({ item, checklist, entry, ...occurrence }) => {
      return { occurrence, item, checklist, entry }
    })
  }

  /**
   * Lets nobody else change these items until the transaction ends. Always in the order of their ids, so that two who want the same ones
   * do not wait for each other. SQLite has one writer at a time and needs nothing.
   */
  async lock(itemIds: readonly string[]): Promise<void> {
    if (!this.database.isPostgres || itemIds.length === 0) return
    const query = this.database.manager.createQueryBuilder(ChecklistItemEntity, 'item').select('item.id')
    await query
      .where('item.id IN (:...itemIds)', { itemIds: unique(itemIds) })
      .orderBy('item.id')
      .setLock('pessimistic_write')
      .getMany()
  }

  /** Rows by id, for children whose parent is in scope. */
  ofIds(ids: readonly string[]): Promise<ChecklistItemEntity[]> {
    return within(this.database.manager.createQueryBuilder(ChecklistItemEntity, 'row'), 'id', ids).getMany()
  }

  occurrences(ids: readonly string[]): Promise<OccurrenceEntity[]> {
    return within(this.database.manager.createQueryBuilder(OccurrenceEntity, 'row'), 'id', ids).getMany()
  }

  /** Occurrences of items, in order. */
  occurrencesOf(itemIds: readonly string[]): Promise<OccurrenceEntity[]> {
    return within(this.database.manager.createQueryBuilder(OccurrenceEntity, 'row'), 'itemId', itemIds).orderBy('row.ordinal').getMany()
  }

  /** Events reported on items, latest first. */
  eventsOf(itemIds: readonly string[]): Promise<ChecklistEventEntity[]> {
    return within(this.database.manager.createQueryBuilder(ChecklistEventEntity, 'row'), 'itemId', itemIds)
      .orderBy('row.happenedOn', 'DESC')
      .addOrderBy('row.recordedAt', 'DESC')
      .getMany()
  }

  /** The ordinal of an item's next occurrence. */
  async nextOrdinal(itemId: string): Promise<number> {
    const last = await this.database.manager.findOne(OccurrenceEntity, { where: { itemId }, order: { ordinal: 'DESC' } })
    return (last?.ordinal ?? 0) + 1
  }

  /** Adds an event and the occurrence it makes. */
  async addEvent(event: ChecklistEventEntity, occurrence: OccurrenceEntity): Promise<void> {
    await this.database.manager.insert(ChecklistEventEntity, event)
    await this.database.manager.insert(OccurrenceEntity, occurrence)
  }

  /** Ids of the items that one of these entries makes for the networks an ICB leads on a day. */
  async itemIdsLedBy(boardCode: string, entryIds: readonly string[], on: Day): Promise<{ itemId: string; ownerCode: string }[]> {
    return this.database.manager
      .createQueryBuilder(ChecklistItemEntity, 'item')
      .innerJoin(ChecklistEntity, 'checklist', 'checklist.id = item.checklistId')
      .innerJoin('network_commissioner', 'lead', 'lead.networkCode = checklist.ownerCode')
      .select('item.id', 'itemId')
      .addSelect('checklist.ownerCode', 'ownerCode')
      .distinct(true)
      .where('item.entryId IN (:...entryIds)', { entryIds })
      .andWhere('lead.boardCode = :boardCode AND lead.isLead = :isLead AND lead.supersededAt IS NULL', { boardCode, isLead: true })
      .andWhere('lead.startsOn <= :on AND (lead.endsOn IS NULL OR lead.endsOn >= :on)', { on })
      .getRawMany()
  }
}

function within<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>, column: string, ids: readonly string[]): SelectQueryBuilder<Row> {
  return query.where(`row.${column} IN (:...ids)`, { ids: unique(ids) })
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
