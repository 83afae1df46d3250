import { Injectable } from '@nestjs/common'
import { ChecklistEntity, ChecklistItemEntity } from '../checklist/checklist.entity.js'
import { NetworkEntity } from '../network/network.entity.js'
import { Database } from '../platform/database/database.js'
import { CatalogueEntryEntity } from '../specification/specification.entity.js'
import { SubmissionSettingEntity } from './decision.entity.js'

/** Whether networks submit by themselves what their commissioner decides on. They do unless they said otherwise. */
@Injectable()
export class SubmissionSettingRepository {
  constructor(private readonly database: Database) {}

  /** Of some owners of checklists, the networks that have not switched it off. An ICB's own checklist is submitted to nobody. */
  async automatic(ownerCodes: readonly string[]): Promise<Set<string>> {
    if (ownerCodes.length === 0) return new Set()
    const rows = await this.database.manager
      .createQueryBuilder(NetworkEntity, 'network')
      .leftJoin(
        SubmissionSettingEntity,
        'setting',
        'setting.ownerCode = network.odsCode AND setting.supersededAt IS NULL AND setting.automatic = :off',
        { off: false },
      )
      .select('network.odsCode', 'code')
      .where('network.odsCode IN (:...ownerCodes)', { ownerCodes: [...new Set(ownerCodes)] })
      .andWhere('setting.id IS NULL')
      .getRawMany<{ code: string }>()
    return new Set(rows.map(({ code }) => code))
  }

  /** Replaces a network's setting by a new one, keeps the old as it was, and has everything looked at again that it bears on. */
  async replace(setting: SubmissionSettingEntity): Promise<void> {
    const { manager } = this.database
    await manager
      .createQueryBuilder()
      .update(SubmissionSettingEntity)
      .set({ supersededAt: setting.recordedAt })
      .where('"ownerCode" = :ownerCode AND "supersededAt" IS NULL', { ownerCode: setting.ownerCode })
      .execute()
    await manager.insert(SubmissionSettingEntity, setting)
    this.database.touch(await this.itemsDecided(setting.ownerCode))
  }

  /** Items of an organisation which its commissioner decides on. */
  private async itemsDecided(ownerCode: string): Promise<string[]> {
    const rows = await this.database.manager
      .createQueryBuilder(ChecklistItemEntity, 'item')
      .innerJoin(ChecklistEntity, 'checklist', 'checklist.id = item.checklistId')
      .innerJoin(CatalogueEntryEntity, 'entry', 'entry.id = item.entryId')
      .select('item.id', 'id')
      .where('checklist.ownerCode = :ownerCode', { ownerCode })
      .andWhere('entry.decidedBy = :decidedBy', { decidedBy: 'COMMISSIONER' })
      .getRawMany<{ id: string }>()
    return rows.map(({ id }) => id)
  }
}
