import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { Database } from '../platform/database/database.js'
import { type Instant } from '../platform/day.js'
import { LmcCoverageEntity } from './sifting.entity.js'

/** Which networks LMCs cover. */
@Injectable()
export class LmcCoverageRepository {
  constructor(private readonly database: Database) {}

  /** Networks an LMC covers now, by code. */
  async coveredBy(lmcCode: string): Promise<string[]> {
    const rows = await this.database.manager
      .createQueryBuilder(LmcCoverageEntity, 'coverage')
      .where('coverage.lmcCode = :lmcCode AND coverage.supersededAt IS NULL', { lmcCode })
      .orderBy('coverage.networkCode')
      .getMany()
    return rows.map(({ networkCode }) => networkCode)
  }

  async add(lmcCode: string, networkCodes: readonly string[], recordedAt: Instant): Promise<void> {
    if (networkCodes.length === 0) return
    const rows = networkCodes.map((networkCode) => ({ id: randomUUID(), lmcCode, networkCode, recordedAt, supersededAt: null }))
    await this.database.manager.insert(LmcCoverageEntity, rows)
  }

  async end(lmcCode: string, networkCodes: readonly string[], supersededAt: Instant): Promise<void> {
    if (networkCodes.length === 0) return
    await this.database.manager
      .createQueryBuilder()
      .update(LmcCoverageEntity)
      .set({ supersededAt })
      .where('"lmcCode" = :lmcCode AND "networkCode" IN (:...networkCodes) AND "supersededAt" IS NULL', { lmcCode, networkCodes })
      .execute()
  }
}
