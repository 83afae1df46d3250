import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { NetworkRepository } from '../network/network.repository.js'
import { Database } from '../platform/database/database.js'
import { type Instant } from '../platform/day.js'
import { ChecklistEntity, ChecklistItemEntity, MarkEntity } from './checklist.entity.js'

/** Not applicable, not pursued, not met, blocked: with reasons. Nothing is changed but when a mark ended, and who ended it. */
@Injectable()
export class MarkRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
  ) {}

  markInScope(scope: NetworkScope, id: string): Promise<MarkEntity | null> {
    const query = this.database.manager
      .createQueryBuilder(MarkEntity, 'mark')
      .innerJoin(ChecklistItemEntity, 'item', 'item.id = mark.itemId')
      .innerJoin(ChecklistEntity, 'checklist', 'checklist.id = item.checklistId')
      .where('mark.id = :id', { id })
    return this.networks.narrow(query, 'checklist.ownerCode', scope).getOne()
  }

  /** Every mark of items, ended ones included, latest first. */
  ofItems(itemIds: readonly string[]): Promise<MarkEntity[]> {
    return this.database.manager
      .createQueryBuilder(MarkEntity, 'mark')
      .where('mark.itemId IN (:...itemIds)', { itemIds: [...new Set(itemIds)] })
      .orderBy('mark.recordedAt', 'DESC')
      .addOrderBy('mark.id')
      .getMany()
  }

  /** Ids of the marks a new one would replace: the same said of the same, for a block by the same partner. */
  async replacedBy({
    itemId,
    occurrenceId,
    kind,
    partner,
  }: Pick<MarkEntity, 'itemId' | 'occurrenceId' | 'kind' | 'partner'>): Promise<string[]> {
    const query = this.database.manager
      .createQueryBuilder(MarkEntity, 'mark')
      .where('mark.itemId = :itemId AND mark.kind = :kind AND mark.supersededAt IS NULL', { itemId, kind })
    if (occurrenceId === null) query.andWhere('mark.occurrenceId IS NULL')
    else query.andWhere('mark.occurrenceId = :occurrenceId', { occurrenceId })
    if (partner !== null) query.andWhere('mark.partner = :partner', { partner })
    return (await query.getMany()).map(({ id }) => id)
  }

  async supersede(ids: readonly string[], by: string, at: Instant): Promise<void> {
    if (ids.length === 0) return
    await this.database.manager
      .createQueryBuilder()
      .update(MarkEntity)
      .set({ supersededBy: by, supersededAt: at })
      .where('id IN (:...ids)', { ids })
      .execute()
  }

  async add(mark: MarkEntity): Promise<void> {
    await this.database.manager.insert(MarkEntity, mark)
  }
}
