import { Injectable } from '@nestjs/common'
import { type SelectQueryBuilder } from 'typeorm'
import { type NetworkScope } from '../access/domain/scope.js'
import { NetworkRepository, type SqlCondition } from '../network/network.repository.js'
import { Database } from '../platform/database/database.js'
import { type ContractYear, type Instant } from '../platform/day.js'
import { LmcCoverageRepository } from '../request/lmc-coverage.repository.js'
import { PublishedStatementEntity, StatementWithdrawalEntity } from './statement.entity.js'

/** A published statement, and whether it still stands. */
export type PublishedStatementRow = PublishedStatementEntity & {
  readonly withdrawnAt: Instant | null
  readonly withdrawalReason: string | null
}

/** Which part of the list of statements: `limit` rows after a moment and id. */
export interface StatementPage {
  readonly limit: number
  readonly after: { readonly recordedAt: Instant; readonly id: string } | null
}

type Joined = PublishedStatementEntity & { readonly withdrawal: StatementWithdrawalEntity | null }

/** Statements networks published. */
@Injectable()
export class StatementRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
    private readonly coverage: LmcCoverageRepository,
  ) {}

  /** What networks published of a year that a scope may read, latest first. */
  async published(scope: NetworkScope, networkCodes: readonly string[], contractYear: ContractYear): Promise<PublishedStatementRow[]> {
    const query = this.readable(scope).andWhere('statement.networkCode IN (:...networkCodes) AND statement.contractYear = :contractYear', {
      networkCodes: [...new Set(networkCodes)],
      contractYear,
    })
    return rowsOf(latestFirst(query))
  }

  /** A page of everything published that a scope may read, latest first. */
  async page(scope: NetworkScope, { limit, after }: StatementPage): Promise<PublishedStatementRow[]> {
    const query = this.readable(scope)
    if (after) {
      const later = 'statement.recordedAt < :at OR (statement.recordedAt = :at AND statement.id > :id)'
      query.andWhere(`(${later})`, { at: after.recordedAt, id: after.id })
    }
    return rowsOf(latestFirst(query).limit(limit))
  }

  /** One statement that a scope may read. */
  async readableById(scope: NetworkScope, id: string): Promise<PublishedStatementRow | null> {
    const [found] = await rowsOf(this.readable(scope).andWhere('statement.id = :id', { id }))
    return found ?? null
  }

  /** One statement of a network in scope. */
  async statement(scope: NetworkScope, id: string): Promise<PublishedStatementRow | null> {
    const query = this.joined().where('statement.id = :id', { id })
    const [found] = await rowsOf(this.networks.narrow(query, 'statement.networkCode', scope))
    return found ?? null
  }

  /** By id, for what is in scope already. */
  byIds(ids: readonly string[]): Promise<PublishedStatementRow[]> {
    return rowsOf(this.joined().where('statement.id IN (:...ids)', { ids: [...new Set(ids)] }))
  }

  async add(statement: PublishedStatementEntity): Promise<void> {
    await this.database.manager.insert(PublishedStatementEntity, statement)
  }

  async withdraw(withdrawal: StatementWithdrawalEntity): Promise<void> {
    await this.database.manager.insert(StatementWithdrawalEntity, withdrawal)
  }

  /**
   * Its own people read everything a network published; the ICBs that commission it and the LMCs that cover it, what was published to them and
   * not withdrawn. An LMC is in `own` by its code, which no network has.
   */
  private readable(scope: NetworkScope): SelectQueryBuilder<PublishedStatementEntity> {
    const column = 'statement.networkCode'
    const ways: readonly SqlCondition[] = [
      this.networks.scopeCondition(column, { ...scope, overseen: [] }),
      readers(this.networks.scopeCondition(column, { ...scope, own: [], practices: [] }), 'statement.toCommissioners'),
      readers(this.coverage.condition(column, scope.own), 'statement.toLmcs'),
    ]
    const parameters = Object.assign({ yes: true }, ...ways.map((way) => way.parameters)) as SqlCondition['parameters']
    return this.joined().where(`(${ways.map(({ sql }) => `(${sql})`).join(' OR ')})`, parameters)
  }

  private joined(): SelectQueryBuilder<PublishedStatementEntity> {
    return this.database.manager
      .createQueryBuilder(PublishedStatementEntity, 'statement')
      .leftJoinAndMapOne('statement.withdrawal', StatementWithdrawalEntity, 'withdrawal', 'withdrawal.statementId = statement.id')
  }
}

function readers({ sql, parameters }: SqlCondition, flag: string): SqlCondition {
  return { sql: `withdrawal.id IS NULL AND ${flag} = :yes AND (${sql})`, parameters }
}

function latestFirst(query: SelectQueryBuilder<PublishedStatementEntity>): SelectQueryBuilder<PublishedStatementEntity> {
  return query.orderBy('statement.recordedAt', 'DESC').addOrderBy('statement.id')
}

async function rowsOf(query: SelectQueryBuilder<PublishedStatementEntity>): Promise<PublishedStatementRow[]> {
  return ((await query.getMany()) as Joined[]).map(({ withdrawal, ...statement }) => ({
    ...statement,
    ...{ withdrawnAt: withdrawal?.recordedAt ?? null, withdrawalReason: withdrawal?.reason ?? null },
  }))
}
