import { Injectable } from '@nestjs/common'
import { type ObjectLiteral, type SelectQueryBuilder } from 'typeorm'
import { type NetworkScope } from '../access/domain/scope.js'
import { ChecklistEntity, ChecklistItemEntity } from '../checklist/checklist.entity.js'
import { type Progress, progressOfCounts } from '../checklist/domain/progress.js'
import { type ItemStatus } from '../checklist/domain/status-words.js'
import { IntegratedCareBoardEntity, NetworkCommissionerEntity, NetworkEntity } from '../network/network.entity.js'
import { NetworkRepository } from '../network/network.repository.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { toNumber } from '../platform/database/to-number.js'
import { type ContractYear, type Day } from '../platform/day.js'
import { CatalogueEntryEntity } from '../specification/specification.entity.js'

/** The most rows a wide list holds. */
export const MOST_ROWS = 2_000

/** Progress of something, by its id or code. */
export interface ProgressOf {
  readonly key: string
  readonly progress: Progress
}

/** One network in a list of many. */
export interface NetworkRow {
  readonly odsCode: string
  readonly name: string
  readonly invented: boolean
}

/** Where one requirement stands in one network. */
export interface RequirementRow extends NetworkRow {
  readonly itemId: string
  readonly status: ItemStatus
  readonly nextDueOn: Day | null
  readonly localDueOn: Day | null
  readonly lateSince: Day | null
  readonly shownDaysLate: number
}

/** Counts of statuses: the database only counts, and `progressOfCounts` adds up. */
@Injectable()
export class ProgressRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
    private readonly clock: Clock,
  ) {}

  /** Of checklists already in scope. */
  ofChecklists(checklistIds: readonly string[]): Promise<ProgressOf[]> {
    return this.counted(this.items().where('item.checklistId IN (:...checklistIds)', { checklistIds }), 'item.checklistId')
  }

  /** Of the service areas of checklists already in scope; keys are `checklist id, space, area id`. */
  ofServiceAreas(checklistIds: readonly string[]): Promise<ProgressOf[]> {
    const query = this.items()
      .innerJoin(CatalogueEntryEntity, 'entry', 'entry.id = item.entryId')
      .where('item.checklistId IN (:...checklistIds)', { checklistIds })
    return this.counted(query, `item.checklistId || ' ' || entry.serviceAreaId`)
  }

  /** Of all networks an ICB leads, together; networks without a checklist count nothing. */
  ofBoards(boardCodes: readonly string[], contractYear: ContractYear): Promise<ProgressOf[]> {
    const query = this.ledItems(contractYear).andWhere('commissioner.boardCode IN (:...boardCodes)', { boardCodes })
    return this.counted(query, 'commissioner.boardCode')
  }

  /** Of every network in scope, one by one; of one ICB's when it is given. */
  ofNetworks(scope: NetworkScope, contractYear: ContractYear, boardCode?: string): Promise<ProgressOf[]> {
    const query = this.ledItems(contractYear)
    if (boardCode) query.andWhere('commissioner.boardCode = :boardCode', { boardCode })
    return this.counted(this.networks.narrow(query, 'checklist.ownerCode', scope), 'checklist.ownerCode')
  }

  /** The networks in scope with the ICB that leads each, by code, at most 2,000. */
  networksOf(scope: NetworkScope): Promise<(NetworkRow & { boardCode: string; boardName: string })[]> {
    const query = this.database.manager
      .createQueryBuilder(NetworkEntity, 'network')
      .innerJoin(NetworkCommissionerEntity, 'commissioner', this.leads('network.odsCode'), this.leadParameters())
      .innerJoin(IntegratedCareBoardEntity, 'board', 'board.odsCode = commissioner.boardCode')
      .select('network.odsCode', 'odsCode')
      .addSelect('network.name', 'name')
      .addSelect('network.invented', 'invented')
      .addSelect('commissioner.boardCode', 'boardCode')
      .addSelect('board.name', 'boardName')
      .orderBy('network.odsCode')
      .limit(MOST_ROWS)
    return this.rows(this.networks.narrow(query, 'network.odsCode', scope))
  }

  /** Where one requirement stands in each network an ICB leads, by code, at most 2,000. */
  requirementOf(boardCode: string, contractYear: ContractYear, code: string): Promise<RequirementRow[]> {
    const query = this.ledItems(contractYear)
      .innerJoin(CatalogueEntryEntity, 'entry', 'entry.id = item.entryId')
      .innerJoin(NetworkEntity, 'network', 'network.odsCode = checklist.ownerCode')
      .andWhere('commissioner.boardCode = :boardCode', { boardCode })
      .andWhere('entry.code = :code', { code })
      .select('network.odsCode', 'odsCode')
      .addSelect('network.name', 'name')
      .addSelect('network.invented', 'invented')
      .addSelect('item.id', 'itemId')
      .orderBy('network.odsCode')
      .limit(MOST_ROWS)
    for (const column of ['status', 'nextDueOn', 'localDueOn', 'lateSince', 'shownDaysLate']) query.addSelect(`item.${column}`, column)
    return this.rows(query)
  }

  private items(): SelectQueryBuilder<ChecklistItemEntity> {
    return this.database.manager.createQueryBuilder(ChecklistItemEntity, 'item')
  }

  private ledItems(contractYear: ContractYear): SelectQueryBuilder<ChecklistItemEntity> {
    return this.items()
      .innerJoin(ChecklistEntity, 'checklist', 'checklist.id = item.checklistId')
      .innerJoin(NetworkCommissionerEntity, 'commissioner', this.leads('checklist.ownerCode'), this.leadParameters())
      .where('checklist.contractYear = :contractYear', { contractYear })
  }

  /** A network two ICBs commission is counted under the one that leads. */
  private leads(networkCode: string): string {
    return (
      `commissioner.networkCode = ${networkCode} AND commissioner.isLead = :isLead AND commissioner.supersededAt IS NULL ` +
      'AND commissioner.startsOn <= :leadToday AND (commissioner.endsOn IS NULL OR commissioner.endsOn >= :leadToday)'
    )
  }

  private leadParameters(): ObjectLiteral {
    return { isLead: true, leadToday: this.clock.today() }
  }

  private async counted(query: SelectQueryBuilder<ChecklistItemEntity>, key: string): Promise<ProgressOf[]> {
    const rows = await query
      .select(key, 'key')
      .addSelect('item.status', 'status')
      .addSelect('COUNT(*)', 'count')
      .groupBy(key)
      .addGroupBy('item.status')
      .getRawMany<{ key: string; status: ItemStatus; count: unknown }>()
    const counts = new Map<string, Partial<Record<ItemStatus, number>>>()
    for (const row of rows) counts.set(row.key, { ...counts.get(row.key), [row.status]: toNumber(row.count) })
    return [...counts].map(([found, statuses]) => ({ key: found, progress: progressOfCounts(statuses) }))
  }

  private async rows<Row extends NetworkRow>(query: SelectQueryBuilder<ObjectLiteral>): Promise<Row[]> {
    const rows = await query.getRawMany<Row>()
    // SQLite hands booleans over as 0 and 1.
    return rows.map((row) => ({ ...row, invented: Boolean(row.invented) }))
  }
}
