import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { ChecklistEntity, ChecklistItemEntity } from '../checklist/checklist.entity.js'
import { NetworkRepository } from '../network/network.repository.js'
import { Database } from '../platform/database/database.js'
import { type ContractYear, type Instant } from '../platform/day.js'
import { groupedBy } from '../platform/grouped-by.js'
import { CatalogueEntryEntity } from '../specification/specification.entity.js'
import { type PriorityStatus } from './domain/priority.js'
import { placesOf } from './domain/ranking.js'
import {
  PriorityClosingEntity,
  PriorityEntity,
  PriorityEndorsementEntity,
  PriorityMilestoneMarkEntity,
  PriorityRankingEntity,
  PriorityVersionEntity,
} from './priority.entity.js'

/** A priority as it says now, with its place. */
export interface PriorityRow extends Omit<PriorityVersionEntity, 'priorityId' | 'supersededAt'> {
  readonly networkCode: string
  readonly contractYear: ContractYear
  readonly createdAt: Instant
  readonly status: PriorityStatus
  /** How it ended; null while it is open. */
  readonly closing: PriorityClosingEntity | null
  /** 1 is first among the open ones; null for a closed one. */
  readonly rank: number | null
  /** 1 is first among all of the year, closed ones where they were. */
  readonly place: number
}

type Described = PriorityEntity & { readonly version: PriorityVersionEntity; readonly closing: PriorityClosingEntity | null }

/** What networks have chosen to do, with history. */
@Injectable()
export class PriorityRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
  ) {}

  /** Priorities of networks in a year, closed ones too, in order of place. Two statements. */
  async inYear(networkCodes: readonly string[], contractYear: ContractYear): Promise<PriorityRow[]> {
    if (networkCodes.length === 0) return []
    const codes = [...new Set(networkCodes)]
    const described = (await this.described()
      .where('priority.networkCode IN (:...codes) AND priority.contractYear = :contractYear', { codes, contractYear })
      .getMany()) as Described[]
    const rankingsOf = groupedBy(await this.rankings(codes, contractYear), ({ networkCode }) => networkCode)
    const ofNetworks = groupedBy(described, ({ networkCode }) => networkCode)
    return codes.flatMap((code) => placed(ofNetworks.get(code) ?? [], rankingsOf.get(code) ?? []))
  }

  /** The priority, when it is in scope. */
  async priority(scope: NetworkScope, id: string): Promise<PriorityRow | null> {
    const query = this.database.manager.createQueryBuilder(PriorityEntity, 'priority').where('priority.id = :id', { id })
    const found = await this.networks.narrow(query, 'priority.networkCode', scope).getOne()
    if (!found) return null
    return (await this.inYear([found.networkCode], found.contractYear)).find((row) => row.id === id) ?? null
  }

  /** Priorities by id, for what refers to them and is already in scope. One statement more than years among them. */
  async ofIds(ids: readonly string[]): Promise<PriorityRow[]> {
    const heads = await this.database.manager
      .createQueryBuilder(PriorityEntity, 'priority')
      .where('priority.id IN (:...ids)', { ids: [...new Set(ids)] })
      .getMany()
    const codesOf = groupedBy(heads, ({ contractYear }) => contractYear)
    const years = [...codesOf].map(([year, rows]) =>
      this.inYear(
        rows.map(({ networkCode }) => networkCode),
        year,
      ),
    )
    return (await Promise.all(years)).flat().filter(({ id }) => ids.includes(id))
  }

  /** Every ranking of networks in a year, latest first. */
  rankings(networkCodes: readonly string[], contractYear: ContractYear): Promise<PriorityRankingEntity[]> {
    return this.database.manager
      .createQueryBuilder(PriorityRankingEntity, 'ranking')
      .where('ranking.networkCode IN (:...networkCodes) AND ranking.contractYear = :contractYear', { networkCodes, contractYear })
      .orderBy('ranking.recordedAt', 'DESC')
      .addOrderBy('ranking.id')
      .getMany()
  }

  /** Everything priorities ever said, latest first. */
  versionsOf(priorityIds: readonly string[]): Promise<PriorityVersionEntity[]> {
    return this.database.manager
      .createQueryBuilder(PriorityVersionEntity, 'version')
      .where('version.priorityId IN (:...priorityIds)', { priorityIds: [...new Set(priorityIds)] })
      .orderBy('version.recordedAt', 'DESC')
      .addOrderBy('version.id')
      .getMany()
  }

  /** What practices say of priorities now, by practice. */
  endorsementsOf(priorityIds: readonly string[]): Promise<PriorityEndorsementEntity[]> {
    return this.database.manager
      .createQueryBuilder(PriorityEndorsementEntity, 'endorsement')
      .where('endorsement.priorityId IN (:...priorityIds) AND endorsement.supersededAt IS NULL', { priorityIds: [...new Set(priorityIds)] })
      .orderBy('endorsement.practiceCode')
      .getMany()
  }

  /** Codes of the requirements on a network's checklist of a year, of those named. */
  async onChecklist(networkCode: string, contractYear: ContractYear, codes: readonly string[]): Promise<string[]> {
    if (codes.length === 0) return []
    const rows = await this.database.manager
      .createQueryBuilder(ChecklistItemEntity, 'item')
      .innerJoin(ChecklistEntity, 'checklist', 'checklist.id = item.checklistId')
      .innerJoin(CatalogueEntryEntity, 'entry', 'entry.id = item.entryId')
      .select('entry.code', 'code')
      .where('checklist.ownerCode = :networkCode AND checklist.contractYear = :contractYear', { networkCode, contractYear })
      .andWhere('entry.code IN (:...codes)', { codes: [...new Set(codes)] })
      .getRawMany<{ code: string }>()
    return rows.map(({ code }) => code)
  }

  async add(priority: PriorityEntity): Promise<void> {
    await this.database.manager.insert(PriorityEntity, priority)
  }

  /** What a priority says from now on; what it said is kept. */
  async replaceVersion(version: PriorityVersionEntity): Promise<void> {
    const before = { priorityId: version.priorityId }
    await this.supersede(PriorityVersionEntity, before, version.recordedAt)
    await this.database.manager.insert(PriorityVersionEntity, version)
  }

  async addRanking(ranking: PriorityRankingEntity): Promise<void> {
    await this.database.manager.insert(PriorityRankingEntity, ranking)
  }

  async addClosing(closing: PriorityClosingEntity): Promise<void> {
    await this.database.manager.insert(PriorityClosingEntity, closing)
  }

  endClosing(priorityId: string, at: Instant): Promise<void> {
    return this.supersede(PriorityClosingEntity, { priorityId }, at)
  }

  async replaceEndorsement(endorsement: PriorityEndorsementEntity): Promise<void> {
    const { priorityId, practiceCode, recordedAt } = endorsement
    await this.supersede(PriorityEndorsementEntity, { priorityId, practiceCode }, recordedAt)
    await this.database.manager.insert(PriorityEndorsementEntity, endorsement)
  }

  /** Whatever was ever said of milestones being done, latest first. */
  milestoneMarksOf(milestoneIds: readonly string[]): Promise<PriorityMilestoneMarkEntity[]> {
    return this.database.manager
      .createQueryBuilder(PriorityMilestoneMarkEntity, 'mark')
      .where('mark.milestoneId IN (:...milestoneIds)', { milestoneIds: [...new Set(milestoneIds)] })
      .orderBy('mark.recordedAt', 'DESC')
      .addOrderBy('mark.id')
      .getMany()
  }

  /** What is said of a milestone from now on, or nothing. */
  async replaceMilestoneMark(milestoneId: string, mark: PriorityMilestoneMarkEntity | null, supersededAt: Instant): Promise<void> {
    const { manager } = this.database
    const before = manager.createQueryBuilder().update(PriorityMilestoneMarkEntity).set({ supersededAt })
    await before.where('milestoneId = :milestoneId AND supersededAt IS NULL', { milestoneId }).execute()
    if (mark) await manager.insert(PriorityMilestoneMarkEntity, mark)
  }

  private async supersede(
    entity: typeof PriorityVersionEntity | typeof PriorityClosingEntity | typeof PriorityEndorsementEntity,
    key: { priorityId: string; practiceCode?: string },
    supersededAt: Instant,
  ): Promise<void> {
    const query = this.database.manager.createQueryBuilder().update(entity).set({ supersededAt })
    query.where('priorityId = :priorityId AND supersededAt IS NULL', key)
    if (key.practiceCode !== undefined) query.andWhere('practiceCode = :practiceCode', key)
    await query.execute()
  }

  private described() {
    return this.database.manager
      .createQueryBuilder(PriorityEntity, 'priority')
      .innerJoinAndMapOne(
        'priority.version',
        PriorityVersionEntity,
        'version',
        'version.priorityId = priority.id AND version.supersededAt IS NULL',
      )
      .leftJoinAndMapOne(
        'priority.closing',
        PriorityClosingEntity,
        'closing',
        'closing.priorityId = priority.id AND closing.supersededAt IS NULL',
      )
  }
}

function placed(described: readonly Described[], rankings: readonly PriorityRankingEntity[]): PriorityRow[] {
  const rowOf = new Map(described.map((row) => [row.id, row]))
  const places = placesOf(
    described.map(({ id, recordedAt, closing }) => ({ id, createdAt: recordedAt, closed: closing !== null })),
    rankings.map(({ priorityIds }) => priorityIds),
  )
  return places.flatMap(({ id, rank, place }) => {
    const row = rowOf.get(id)
    if (!row) return []
    const { networkCode, contractYear, recordedAt: createdAt, closing } = row
    return [{ ...row.version, id, networkCode, contractYear, createdAt, closing, status: closing?.outcome ?? 'OPEN', rank, place }]
  })
}
