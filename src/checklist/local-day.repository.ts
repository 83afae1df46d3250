import { Injectable } from '@nestjs/common'
import { In, IsNull } from 'typeorm'
import { NetworkCommissionerEntity } from '../network/network.entity.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { type ContractYear, type Day } from '../platform/day.js'
import { CatalogueEntryEntity, SpecificationEntity } from '../specification/specification.entity.js'
import { SpecificationRepository } from '../specification/specification.repository.js'
import { ChecklistEntity, ChecklistItemEntity, LocalDayEntity } from './checklist.entity.js'
import { ChecklistRepository, isAskedOf, isRequirementEntry, type RequirementEntry } from './checklist.repository.js'

/** The day a network's leading ICB asks for one occurrence of an item by. */
export interface LocalDayOfItem {
  readonly itemId: string
  readonly ordinal: number
  readonly dueOn: Day
}

/** The days ICBs ask their networks for something by. */
@Injectable()
export class LocalDayRepository {
  constructor(
    private readonly database: Database,
    private readonly checklists: ChecklistRepository,
    private readonly specifications: SpecificationRepository,
    private readonly clock: Clock,
  ) {}

  /** The days the leading ICB has set for the occurrences of items. */
  ofItems(itemIds: readonly string[]): Promise<LocalDayOfItem[]> {
    return this.items()
      .innerJoin(
        LocalDayEntity,
        'local',
        'local.boardCode = lead.boardCode AND local.entryId = item.entryId AND local.supersededAt IS NULL',
      )
      .select('item.id', 'itemId')
      .addSelect('local.ordinal', 'ordinal')
      .addSelect('local.dueOn', 'dueOn')
      .distinct(true)
      .where('item.id IN (:...itemIds)', { itemIds: [...new Set(itemIds)] })
      .getRawMany<LocalDayOfItem>()
  }

  /** Every item that one of these entries makes for the networks an ICB leads for. Nobody else changes them until the transaction ends. */
  async lockItemsLedBy(boardCode: string, entryIds: readonly string[]): Promise<{ itemId: string; networkCode: string }[]> {
    const items = await this.items()
      .select('item.id', 'itemId')
      .addSelect('checklist.ownerCode', 'networkCode')
      .distinct(true)
      .where('item.entryId IN (:...entryIds) AND lead.boardCode = :boardCode', { entryIds, boardCode })
      .getRawMany<{ itemId: string; networkCode: string }>()
    await this.checklists.lock(items.map(({ itemId }) => itemId))
    return items
  }

  /** The requirement of a code in every published edition of a year: checklists may rest on any of them. */
  async requirements(contractYear: ContractYear, code: string): Promise<RequirementEntry[]> {
    const entries = await this.database.manager
      .createQueryBuilder(CatalogueEntryEntity, 'entry')
      .innerJoin(SpecificationEntity, 'specification', 'specification.id = entry.specificationId')
      .where('specification.contractYear = :contractYear AND specification.status = :status', { contractYear, status: 'PUBLISHED' })
      .andWhere('entry.code = :code', { code })
      .orderBy('specification.edition')
      .getMany()
    return entries.filter(isRequirementEntry)
  }

  /** What networks have to show by the latest published edition of a year, in reading order. */
  async ofNetworks(contractYear: ContractYear): Promise<RequirementEntry[]> {
    const specification = await this.specifications.inForce(contractYear)
    const entries = specification ? await this.specifications.entriesOf(specification.id) : []
    return entries.filter(isRequirementEntry).filter((entry) => isAskedOf('NETWORK', entry))
  }

  /** The days an ICB asks for these entries by. */
  inForce(boardCode: string, entryIds: readonly string[]): Promise<LocalDayEntity[]> {
    return this.database.manager.findBy(LocalDayEntity, { boardCode, entryId: In([...entryIds]), supersededAt: IsNull() })
  }

  /** Sets an ICB's day for one occurrence of these entries: what held before ends, and is kept. */
  async replace(boardCode: string, ordinal: number, entryIds: readonly string[], days: LocalDayEntity[]): Promise<void> {
    await this.database.manager
      .createQueryBuilder()
      .update(LocalDayEntity)
      .set({ supersededAt: this.clock.now() })
      .where('boardCode = :boardCode AND ordinal = :ordinal AND supersededAt IS NULL', { boardCode, ordinal })
      .andWhere('entryId IN (:...entryIds)', { entryIds })
      .execute()
    if (days.length > 0) await this.database.manager.insert(LocalDayEntity, days)
  }

  /** Items of networks, with who leads for them today. */
  private items() {
    const today = this.clock.today()
    return this.database.manager
      .createQueryBuilder(ChecklistItemEntity, 'item')
      .innerJoin(ChecklistEntity, 'checklist', 'checklist.id = item.checklistId')
      .innerJoin(
        NetworkCommissionerEntity,
        'lead',
        'lead.networkCode = checklist.ownerCode AND lead.isLead = :isLead AND lead.supersededAt IS NULL ' +
          'AND lead.startsOn <= :today AND (lead.endsOn IS NULL OR lead.endsOn >= :today)',
        { isLead: true, today },
      )
  }
}
