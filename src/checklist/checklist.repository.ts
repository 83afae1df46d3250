import { Injectable } from '@nestjs/common'
import { type ObjectLiteral, type SelectQueryBuilder } from 'typeorm'
import { type NetworkScope } from '../access/domain/scope.js'
import { NetworkRepository } from '../network/network.repository.js'
import { Database } from '../platform/database/database.js'
import { type ContractYear } from '../platform/day.js'
import {
  type DeclarationFacts,
  type Nature,
  type Obligation,
  type Responsible,
  type ShownEvery,
} from '../specification/domain/catalogue.js'
import { CatalogueEntryEntity, ServiceAreaEntity } from '../specification/specification.entity.js'
import { ChecklistEntity, ChecklistItemEntity, OccurrenceEntity } from './checklist.entity.js'
import { type OwnerKind } from './domain/owner.js'

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

/** Whether a requirement is on checklists of this kind: an ICB's hold what it alone has to do, networks' all the rest. */
export function isAskedOf(kind: OwnerKind, { responsible }: RequirementEntry): boolean {
  const isCommissionersAlone = responsible.length === 1 && responsible[0] === 'COMMISSIONER'
  return isCommissionersAlone === (kind === 'BOARD')
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

/** A part of the specification in which a checklist has items. */
export interface ChecklistArea {
  readonly checklistId: string
  readonly serviceAreaId: string
  readonly code: string
  readonly title: string
  readonly order: number
}

/** Checklists, their items and their occurrences. */
@Injectable()
export class ChecklistRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
  ) {}

  checklist(scope: NetworkScope, id: string): Promise<ChecklistEntity | null> {
    const query = this.database.manager.createQueryBuilder(ChecklistEntity, 'checklist').where('checklist.id = :id', { id })
    return this.networks.narrow(query, 'checklist.ownerCode', scope).getOne()
  }

  /** Checklists of many owners in a contract year. */
  ofOwners(scope: NetworkScope, ownerCodes: readonly string[], contractYear: ContractYear): Promise<ChecklistEntity[]> {
    const query = this.database.manager
      .createQueryBuilder(ChecklistEntity, 'checklist')
      .where('checklist.ownerCode IN (:...ownerCodes)', { ownerCodes })
      .andWhere('checklist.contractYear = :contractYear', { contractYear })
    return this.networks.narrow(query, 'checklist.ownerCode', scope).getMany()
  }

  /** Rows by id, for children whose parent is in scope. */
  ofIds(ids: readonly string[]): Promise<ChecklistEntity[]> {
    return this.database.manager
      .createQueryBuilder(ChecklistEntity, 'checklist')
      .where('checklist.id IN (:...ids)', { ids: unique(ids) })
      .getMany()
  }

  /** The parts of the specification that checklists have items in, in reading order. */
  areasOf(checklistIds: readonly string[]): Promise<ChecklistArea[]> {
    return this.database.manager
      .createQueryBuilder(ChecklistItemEntity, 'item')
      .innerJoin(CatalogueEntryEntity, 'entry', 'entry.id = item.entryId')
      .innerJoin(ServiceAreaEntity, 'area', 'area.id = entry.serviceAreaId')
      .select('item.checklistId', 'checklistId')
      .addSelect('area.id', 'serviceAreaId')
      .addSelect('area.code', 'code')
      .addSelect('area.title', 'title')
      .addSelect('area.position', 'order')
      .distinct(true)
      .where('item.checklistId IN (:...checklistIds)', { checklistIds: unique(checklistIds) })
      .orderBy('area.position')
      .getRawMany<ChecklistArea>()
  }

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
    return (rows as (ChecklistItemEntity & Omit<ItemInScope, 'item'>)[]).map(({ checklist, entry, ...item }) => ({
      item,
      checklist,
      entry,
    }))
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
   * do not wait for each other; and not against rows that only refer to them, which two changes may both have written. SQLite has one writer at a time and needs nothing.
   */
  async lock(itemIds: readonly string[]): Promise<void> {
    if (!this.database.isPostgres || itemIds.length === 0) return
    const query = this.database.manager.createQueryBuilder(ChecklistItemEntity, 'item').select('item.id')
    await query
      .where('item.id IN (:...itemIds)', { itemIds: unique(itemIds) })
      .orderBy('item.id')
      .setLock('for_no_key_update')
      .getMany()
  }

  /** Rows by id, for children whose parent is in scope. */
  items(ids: readonly string[]): Promise<ChecklistItemEntity[]> {
    return within(this.database.manager.createQueryBuilder(ChecklistItemEntity, 'row'), 'id', ids).getMany()
  }

  occurrences(ids: readonly string[]): Promise<OccurrenceEntity[]> {
    return within(this.database.manager.createQueryBuilder(OccurrenceEntity, 'row'), 'id', ids).getMany()
  }

  /** Occurrences of items, in order. */
  occurrencesOf(itemIds: readonly string[]): Promise<OccurrenceEntity[]> {
    return within(this.database.manager.createQueryBuilder(OccurrenceEntity, 'row'), 'itemId', itemIds).orderBy('row.ordinal').getMany()
  }
}

function within<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  column: string,
  ids: readonly string[],
): SelectQueryBuilder<Row> {
  return query.where(`row.${column} IN (:...ids)`, { ids: unique(ids) })
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
