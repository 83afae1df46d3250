import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { ChecklistEntity, ChecklistItemEntity } from '../checklist/checklist.entity.js'
import { NetworkEntity } from '../network/network.entity.js'
import { NetworkRepository } from '../network/network.repository.js'
import { Database } from '../platform/database/database.js'
import { type ContractYear } from '../platform/day.js'

/** An item, with whose it is and in which year. */
export interface OwnItem {
  readonly itemId: string
  readonly networkCode: string
  readonly contractYear: ContractYear
}

/** What is a network's own and nobody else's: its priorities and its minutes. */
@Injectable()
export class OwnNetworkRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
  ) {}

  /** Those of these networks that a scope reaches. */
  reached(scope: NetworkScope, codes: readonly string[]): Promise<NetworkEntity[]> {
    return this.networks.reached(scope, codes)
  }

  /** Those of these items that are on the checklists of networks a scope reaches. */
  reachedItems(scope: NetworkScope, itemIds: readonly string[]): Promise<OwnItem[]> {
    const query = this.database.manager
      .createQueryBuilder(ChecklistItemEntity, 'item')
      .innerJoin(ChecklistEntity, 'checklist', 'checklist.id = item.checklistId')
      .select('item.id', 'itemId')
      .addSelect('checklist.ownerCode', 'networkCode')
      .addSelect('checklist.contractYear', 'contractYear')
      .where('item.id IN (:...itemIds)', { itemIds: [...new Set(itemIds)] })
      .andWhere('checklist.ownerKind = :kind', { kind: 'NETWORK' })
    return this.networks.narrow(query, 'checklist.ownerCode', scope).getRawMany<OwnItem>()
  }

  /** Lets nobody else change what is this network's own until the transaction ends. SQLite has one writer at a time and needs nothing. */
  async lock(code: string): Promise<void> {
    if (!this.database.isPostgres) return
    const query = this.database.manager.createQueryBuilder(NetworkEntity, 'network').where('network.odsCode = :code', { code })
    await query.setLock('pessimistic_write').getOne()
  }
}
