import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { NetworkRepository } from '../network/network.repository.js'
import { Database } from '../platform/database/database.js'
import { type ContractYear, type Instant } from '../platform/day.js'
import { PublishedStatementEntity, StatementWithdrawalEntity } from './statement.entity.js'

/** A published statement, and whether it still stands. */
export type PublishedStatementRow = PublishedStatementEntity & {
  readonly withdrawnAt: Instant | null
  readonly withdrawalReason: string | null
}

type Joined = PublishedStatementEntity & { readonly withdrawal: StatementWithdrawalEntity | null }

/** Statements networks published. */
@Injectable()
export class StatementRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
  ) {}

  /**
   * What networks published of a year, latest first. Withdrawn ones are their networks' own: `own` says where the caller's `statement.read` reaches,
   * `published` where `statement.readPublished` does.
   */
  async published(
    scopes: { readonly own: NetworkScope; readonly published: NetworkScope },
    networkCodes: readonly string[],
    contractYear: ContractYear,
  ): Promise<PublishedStatementRow[]> {
    const own = this.networks.scopeCondition('statement.networkCode', scopes.own)
    const query = this.joined()
      .where('statement.networkCode IN (:...networkCodes) AND statement.contractYear = :contractYear', {
        networkCodes: [...new Set(networkCodes)],
        contractYear,
      })
      .andWhere(`(withdrawal.id IS NULL OR ${own.sql})`, own.parameters)
      .orderBy('statement.recordedAt', 'DESC')
      .addOrderBy('statement.id')
    return ((await this.networks.narrow(query, 'statement.networkCode', scopes.published).getMany()) as Joined[]).map(rowOf)
  }

  /** One statement of a network in scope. */
  async statement(scope: NetworkScope, id: string): Promise<PublishedStatementRow | null> {
    const query = this.joined().where('statement.id = :id', { id })
    const found = (await this.networks.narrow(query, 'statement.networkCode', scope).getOne()) as Joined | null
    return found && rowOf(found)
  }

  /** By id, for what is in scope already. */
  async byIds(ids: readonly string[]): Promise<PublishedStatementRow[]> {
    const query = this.joined().where('statement.id IN (:...ids)', { ids: [...new Set(ids)] })
    return ((await query.getMany()) as Joined[]).map(rowOf)
  }

  async add(statement: PublishedStatementEntity): Promise<void> {
    await this.database.manager.insert(PublishedStatementEntity, statement)
  }

  async withdraw(withdrawal: StatementWithdrawalEntity): Promise<void> {
    await this.database.manager.insert(StatementWithdrawalEntity, withdrawal)
  }

  private joined() {
    return this.database.manager
      .createQueryBuilder(PublishedStatementEntity, 'statement')
      .leftJoinAndMapOne('statement.withdrawal', StatementWithdrawalEntity, 'withdrawal', 'withdrawal.statementId = statement.id')
  }
}

function rowOf({ withdrawal, ...statement }: Joined): PublishedStatementRow {
  return { ...statement, withdrawnAt: withdrawal?.recordedAt ?? null, withdrawalReason: withdrawal?.reason ?? null }
}
