import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { NetworkRepository } from '../network/network.repository.js'
import { Database } from '../platform/database/database.js'
import { type Instant } from '../platform/day.js'
import { RequestWordingEntity } from './sifting.entity.js'

/** Replies networks keep to use again. */
@Injectable()
export class WordingRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
  ) {}

  /** What networks keep now, oldest first. */
  ofNetworks(networkCodes: readonly string[]): Promise<RequestWordingEntity[]> {
    return this.database.manager
      .createQueryBuilder(RequestWordingEntity, 'wording')
      .where('wording.networkCode IN (:...networkCodes) AND wording.supersededAt IS NULL', { networkCodes: [...new Set(networkCodes)] })
      .orderBy('wording.recordedAt')
      .addOrderBy('wording.id')
      .getMany()
  }

  /** A wording that is kept, when its network is in scope. */
  wording(scope: NetworkScope, wordingId: string): Promise<RequestWordingEntity | null> {
    const query = this.database.manager
      .createQueryBuilder(RequestWordingEntity, 'wording')
      .where('wording.wordingId = :wordingId AND wording.supersededAt IS NULL', { wordingId })
    return this.networks.narrow(query, 'wording.networkCode', scope).getOne()
  }

  /** Wordings by their lasting id, for what was just changed. */
  ofIds(wordingIds: readonly string[]): Promise<RequestWordingEntity[]> {
    return this.database.manager
      .createQueryBuilder(RequestWordingEntity, 'wording')
      .where('wording.wordingId IN (:...wordingIds) AND wording.supersededAt IS NULL', { wordingIds: [...new Set(wordingIds)] })
      .getMany()
  }

  async replace(wording: RequestWordingEntity): Promise<void> {
    await this.end(wording.wordingId, wording.recordedAt)
    await this.database.manager.insert(RequestWordingEntity, wording)
  }

  async end(wordingId: string, supersededAt: Instant): Promise<void> {
    await this.database.manager
      .createQueryBuilder()
      .update(RequestWordingEntity)
      .set({ supersededAt })
      .where('"wordingId" = :wordingId AND "supersededAt" IS NULL', { wordingId })
      .execute()
  }
}
