import { Injectable } from '@nestjs/common'
import { type SelectQueryBuilder } from 'typeorm'
import { ChecklistEntity, ChecklistItemEntity, OccurrenceEntity } from '../checklist/checklist.entity.js'
import { Database } from '../platform/database/database.js'
import { toNumber } from '../platform/database/to-number.js'
import { type ContractYear } from '../platform/day.js'
import { type Nature, type ShownEvery } from '../specification/domain/catalogue.js'
import { CatalogueEntryEntity, SpecificationEntity } from '../specification/specification.entity.js'
import { CapacityEntity, EstimateEntity, ItemRatingEntity, MinutesLogEntity, StaffGroupEntity } from './workload.entity.js'

/** An item of a network's checklist, as far as estimates need it. */
export interface AskedItemRow {
  readonly itemId: string
  readonly networkCode: string
  readonly contractYear: ContractYear
  readonly code: string
  readonly key: string
  readonly title: string
  readonly nature: Nature
  readonly shownEvery: ShownEvery
  readonly perPractice: boolean
  readonly times: number
}

/** Minutes logged in one month, summed. `month` is `YYYY-MM`. */
export interface LoggedSum {
  readonly networkCode: string
  readonly itemId: string | null
  readonly priorityId: string | null
  readonly evidenceId: string | null
  readonly staffGroup: string
  readonly month: string
  readonly minutes: number
}

/** What networks entered about their time. Works on networks, items and priorities already in scope. */
@Injectable()
export class WorkloadRepository {
  constructor(private readonly database: Database) {}

  /** Contract years that have a specification, drafts never in force left out. */
  async contractYears(): Promise<ContractYear[]> {
    const query = this.database.manager.createQueryBuilder(SpecificationEntity, 'specification')
    const rows = await query
      .select('specification.contractYear', 'contractYear')
      .distinct(true)
      .where("specification.status <> 'DRAFT'")
      .orderBy('specification.contractYear')
      .getRawMany<{ contractYear: ContractYear }>()
    return rows.map(({ contractYear }) => contractYear)
  }

  /** Staff groups of networks' own, by code. */
  staffGroups(networkCodes: readonly string[]): Promise<StaffGroupEntity[]> {
    return this.database.manager
      .createQueryBuilder(StaffGroupEntity, 'row')
      .where('row.networkCode IN (:...networkCodes) AND row.supersededAt IS NULL', { networkCodes })
      .orderBy('row.code')
      .getMany()
  }

  capacities(networkCodes: readonly string[], contractYear: ContractYear): Promise<CapacityEntity[]> {
    return this.database.manager
      .createQueryBuilder(CapacityEntity, 'row')
      .where('row.networkCode IN (:...networkCodes) AND row.contractYear = :contractYear', { networkCodes, contractYear })
      .andWhere('row.supersededAt IS NULL')
      .getMany()
  }

  /** Items of networks' checklists of a year in reading order, of these requirements when any are named. */
  async askedItems(networkCodes: readonly string[], contractYear: ContractYear, codes?: readonly string[]): Promise<AskedItemRow[]> {
    if (codes?.length === 0) return []
    const query = this.asked().where('checklist.ownerCode IN (:...networkCodes) AND checklist.contractYear = :contractYear', {
      networkCodes,
      contractYear,
    })
    if (codes) query.andWhere('entry.code IN (:...codes)', { codes })
    return askedItemsOf(query)
  }

  /** The same by id. */
  askedItemsByIds(itemIds: readonly string[]): Promise<AskedItemRow[]> {
    return askedItemsOf(this.asked().where('item.id IN (:...itemIds)', { itemIds: [...new Set(itemIds)] }))
  }

  /** Networks' own estimates in force, for the checklists of a year. */
  estimates(networkCodes: readonly string[], contractYear: ContractYear): Promise<EstimateEntity[]> {
    return this.database.manager
      .createQueryBuilder(EstimateEntity, 'row')
      .innerJoin(ChecklistItemEntity, 'item', 'item.id = row.itemId')
      .innerJoin(ChecklistEntity, 'checklist', 'checklist.id = item.checklistId')
      .where('checklist.ownerCode IN (:...networkCodes) AND checklist.contractYear = :contractYear', { networkCodes, contractYear })
      .andWhere('row.supersededAt IS NULL')
      .getMany()
  }

  /** Value ratings in force, for the checklists of a year. */
  ratings(networkCodes: readonly string[], contractYear: ContractYear): Promise<ItemRatingEntity[]> {
    return this.database.manager
      .createQueryBuilder(ItemRatingEntity, 'row')
      .innerJoin(ChecklistItemEntity, 'item', 'item.id = row.itemId')
      .innerJoin(ChecklistEntity, 'checklist', 'checklist.id = item.checklistId')
      .where('checklist.ownerCode IN (:...networkCodes) AND checklist.contractYear = :contractYear', { networkCodes, contractYear })
      .andWhere('row.supersededAt IS NULL')
      .getMany()
  }

  ratingsOf(itemIds: readonly string[]): Promise<ItemRatingEntity[]> {
    return this.database.manager
      .createQueryBuilder(ItemRatingEntity, 'row')
      .where('row.itemId IN (:...itemIds) AND row.supersededAt IS NULL', { itemIds: [...new Set(itemIds)] })
      .getMany()
  }

  /** Everything logged in a year, summed by what it is for, staff group and month. */
  async loggedSums(networkCodes: readonly string[], contractYear: ContractYear): Promise<LoggedSum[]> {
    const columns = ['networkCode', 'itemId', 'priorityId', 'evidenceId', 'staffGroup'] as const
    const month = 'SUBSTR(row.spentOn, 1, 7)'
    const query = this.database.manager
      .createQueryBuilder(MinutesLogEntity, 'row')
      .select(month, 'month')
      .addSelect('SUM(row.minutes)', 'minutes')
      .where('row.networkCode IN (:...networkCodes) AND row.contractYear = :contractYear', { networkCodes, contractYear })
      .andWhere('row.supersededAt IS NULL')
      .groupBy(month)
    for (const column of columns) query.addSelect(`row.${column}`, column).addGroupBy(`row.${column}`)
    const rows = await query.orderBy(month).getRawMany<Omit<LoggedSum, 'minutes'> & { minutes: unknown }>()
    return rows.map((row) => ({ ...row, minutes: toNumber(row.minutes) }))
  }

  /** What was logged on items or priorities, latest day first. */
  logsOf(subject: 'itemId' | 'priorityId', ids: readonly string[]): Promise<MinutesLogEntity[]> {
    return this.database.manager
      .createQueryBuilder(MinutesLogEntity, 'row')
      .where(`row.${subject} IN (:...ids) AND row.supersededAt IS NULL`, { ids: [...new Set(ids)] })
      .orderBy('row.spentOn', 'DESC')
      .addOrderBy('row.recordedAt', 'DESC')
      .addOrderBy('row.id')
      .getMany()
  }

  private asked(): SelectQueryBuilder<ChecklistItemEntity> {
    return this.database.manager
      .createQueryBuilder(ChecklistItemEntity, 'item')
      .innerJoin(ChecklistEntity, 'checklist', 'checklist.id = item.checklistId')
      .innerJoin(CatalogueEntryEntity, 'entry', 'entry.id = item.entryId')
      .select('item.id', 'itemId')
      .addSelect('checklist.ownerCode', 'networkCode')
      .addSelect('checklist.contractYear', 'contractYear')
      .addSelect('entry.code', 'code')
      .addSelect('entry.key', 'key')
      .addSelect('entry.title', 'title')
      .addSelect('entry.nature', 'nature')
      .addSelect('entry.shownEvery', 'shownEvery')
      .addSelect('entry.perPractice', 'perPractice')
      .addSelect((count) => count.select('COUNT(*)').from(OccurrenceEntity, 'once').where('once.itemId = item.id'), 'times')
      .orderBy('item.position')
      .addOrderBy('item.id')
  }
}

async function askedItemsOf(query: SelectQueryBuilder<ChecklistItemEntity>): Promise<AskedItemRow[]> {
  const rows = await query.getRawMany<Omit<AskedItemRow, 'times' | 'perPractice'> & { times: unknown; perPractice: unknown }>()
  // SQLite has no booleans: it answers 0 and 1.
  return rows.map((row) => ({ ...row, times: toNumber(row.times), perPractice: row.perPractice === true || row.perPractice === 1 }))
}
