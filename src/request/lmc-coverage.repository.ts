import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import {
  IntegratedCareBoardEntity,
  LocalMedicalCommitteeEntity,
  NetworkEntity,
  PracticeEntity,
  RegionEntity,
  SubIcbLocationEntity,
} from '../network/network.entity.js'
import { NetworkRepository, type SqlCondition } from '../network/network.repository.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { type Instant } from '../platform/day.js'
import { type Coverage } from './domain/coverage.js'
import { type OtherOrganisation } from './domain/lmc-code.js'
import { LmcCoverageEntity } from './sifting.entity.js'

/** A network a committee covers or will, with the committee's name. */
export interface CoveredNetworkRow extends Coverage {
  readonly lmcCode: string
  readonly lmcName: string
  readonly name: string
}

/** Which networks local medical committees cover. */
@Injectable()
export class LmcCoverageRepository {
  private conditions = 0

  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
    private readonly clock: Clock,
  ) {}

  /** Networks an LMC covers today, by code. */
  async coveredBy(lmcCode: string): Promise<string[]> {
    const today = this.clock.today()
    const rows = (await this.standing(lmcCode)).filter(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn >= today))
    return rows.map(({ networkCode }) => networkCode)
  }

  /** Everything that stands of an LMC, past and future days included, by network and day. */
  standing(lmcCode: string): Promise<LmcCoverageEntity[]> {
    return this.database.manager
      .createQueryBuilder(LmcCoverageEntity, 'coverage')
      .where('coverage.lmcCode = :lmcCode AND coverage.supersededAt IS NULL', { lmcCode })
      .orderBy('coverage.networkCode')
      .addOrderBy('coverage.startsOn')
      .getMany()
  }

  /** Whether one of these LMCs covers the network of a column today; false where there are none. For a query written as SQL. */
  condition(column: string, lmcCodes: readonly string[]): SqlCondition {
    if (lmcCodes.length === 0) return { sql: '1 = 0', parameters: {} }
    const name = `covered${this.conditions++}`
    const sql =
      `EXISTS (SELECT 1 FROM "lmc_coverage" "covered" WHERE "covered"."networkCode" = ${column} ` +
      `AND "covered"."lmcCode" IN (:...${name}Lmcs) AND "covered"."supersededAt" IS NULL ` +
      `AND "covered"."startsOn" <= :${name}Today AND ("covered"."endsOn" IS NULL OR "covered"."endsOn" >= :${name}Today))`
    return { sql, parameters: { [`${name}Lmcs`]: lmcCodes, [`${name}Today`]: this.clock.today() } }
  }

  /** Networks LMCs cover today or will, where the LMC is the caller's own or the network is in scope; by LMC and network. */
  inReach(scope: NetworkScope): Promise<CoveredNetworkRow[]> {
    const reached = this.networks.scopeCondition('coverage.networkCode', scope)
    return this.database.manager
      .createQueryBuilder(LmcCoverageEntity, 'coverage')
      .innerJoin(NetworkEntity, 'network', 'network.odsCode = coverage.networkCode')
      .leftJoin(LocalMedicalCommitteeEntity, 'lmc', 'lmc.code = coverage.lmcCode')
      .select('coverage.lmcCode', 'lmcCode')
      .addSelect('COALESCE(lmc.name, coverage.lmcCode)', 'lmcName')
      .addSelect('coverage.networkCode', 'networkCode')
      .addSelect('network.name', 'name')
      .addSelect('coverage.startsOn', 'startsOn')
      .addSelect('coverage.endsOn', 'endsOn')
      .where('coverage.supersededAt IS NULL AND (coverage.endsOn IS NULL OR coverage.endsOn >= :today)', { today: this.clock.today() })
      .andWhere(`(${reached.sql} OR coverage.lmcCode IN (:...own))`, { ...reached.parameters, own: ['', ...scope.own] })
      .orderBy('coverage.lmcCode')
      .addOrderBy('coverage.networkCode')
      .addOrderBy('coverage.startsOn')
      .getRawMany<CoveredNetworkRow>()
  }

  async add(lmcCode: string, rows: readonly Coverage[], recordedAt: Instant): Promise<void> {
    if (rows.length === 0) return
    const recorded = rows.map((row) => ({ id: randomUUID(), lmcCode, ...row, recordedAt, supersededAt: null }))
    await this.database.manager.insert(LmcCoverageEntity, recorded)
  }

  async supersede(ids: readonly string[], supersededAt: Instant): Promise<void> {
    if (ids.length === 0) return
    await this.database.manager
      .createQueryBuilder()
      .update(LmcCoverageEntity)
      .set({ supersededAt })
      .where('id IN (:...ids)', { ids })
      .execute()
  }

  /** What kind of other organisation has a code; null when none has. */
  async otherOf(code: string): Promise<OtherOrganisation | null> {
    const { manager } = this.database
    if (await manager.existsBy(NetworkEntity, { odsCode: code })) return 'network'
    if (await manager.existsBy(PracticeEntity, { odsCode: code })) return 'practice'
    if (await manager.existsBy(IntegratedCareBoardEntity, { odsCode: code })) return 'board'
    if (await manager.existsBy(SubIcbLocationEntity, { odsCode: code })) return 'subIcbLocation'
    return (await manager.existsBy(RegionEntity, { code })) ? 'region' : null
  }

  /** What an LMC is called from now on. */
  async name(code: string, name: string, invented: boolean): Promise<void> {
    await this.database.manager.upsert(LocalMedicalCommitteeEntity, { code, name, invented }, ['code'])
  }
}
