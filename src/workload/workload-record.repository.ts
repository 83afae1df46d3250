import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { NetworkRepository } from '../network/network.repository.js'
import { Database } from '../platform/database/database.js'
import { type Instant } from '../platform/day.js'
import { CapacityEntity, EstimateEntity, ItemRatingEntity, MinutesLogEntity, StaffGroupEntity } from './workload.entity.js'

/** Writes what networks enter about their time. A new row takes the place of the old one, which is kept. */
@Injectable()
export class WorkloadRecordRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
  ) {}

  async addStaffGroup(group: StaffGroupEntity): Promise<void> {
    await this.database.manager.insert(StaffGroupEntity, group)
  }

  async endStaffGroup(id: string, supersededAt: Instant): Promise<void> {
    await this.database.manager.update(StaffGroupEntity, { id }, { supersededAt })
  }

  async replaceCapacities(rows: readonly CapacityEntity[]): Promise<void> {
    for (const { networkCode, contractYear, staffGroup, recordedAt: at } of rows) {
      await this.database.manager
        .createQueryBuilder()
        .update(CapacityEntity)
        .set({ supersededAt: at })
        .where('networkCode = :networkCode AND contractYear = :contractYear AND staffGroup = :staffGroup AND supersededAt IS NULL', {
          ...{ networkCode, contractYear, staffGroup },
        })
        .execute()
    }
    if (rows.length > 0) await this.database.manager.insert(CapacityEntity, rows as never)
  }

  /** Ends estimates, and adds others in their place or none. */
  async replaceEstimates(endedIds: readonly string[], rows: readonly EstimateEntity[], at: Instant): Promise<void> {
    if (endedIds.length > 0) {
      const ended = this.database.manager.createQueryBuilder().update(EstimateEntity).set({ supersededAt: at })
      await ended.where('id IN (:...endedIds)', { endedIds }).execute()
    }
    for (let from = 0; from < rows.length; from += 500) await this.database.manager.insert(EstimateEntity, rows.slice(from, from + 500))
  }

  async replaceRating(rating: ItemRatingEntity): Promise<void> {
    const ended = this.database.manager.createQueryBuilder().update(ItemRatingEntity).set({ supersededAt: rating.recordedAt })
    await ended.where('itemId = :itemId AND supersededAt IS NULL', { itemId: rating.itemId }).execute()
    await this.database.manager.insert(ItemRatingEntity, rating)
  }

  async addLog(log: MinutesLogEntity): Promise<void> {
    await this.database.manager.insert(MinutesLogEntity, log)
  }

  async endLog(id: string, supersededAt: Instant): Promise<void> {
    await this.database.manager.update(MinutesLogEntity, { id }, { supersededAt })
  }

  /** A log that still stands, in scope. */
  logInScope(scope: NetworkScope, id: string): Promise<MinutesLogEntity | null> {
    const query = this.database.manager
      .createQueryBuilder(MinutesLogEntity, 'log')
      .where('log.id = :id AND log.supersededAt IS NULL', { id })
    return this.networks.narrow(query, 'log.networkCode', scope).getOne()
  }
}
