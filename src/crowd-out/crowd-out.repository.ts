import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { NetworkRepository } from '../network/network.repository.js'
import { Database } from '../platform/database/database.js'
import { type ContractYear, type Instant } from '../platform/day.js'
import { PriorityEntity } from '../priority/priority.entity.js'
import { DeclarationReadingEntity, DisplacementEntity, OutsideCostEntity, PaymentBaseEntity, TariffEntity } from './crowd-out.entity.js'

/** An entry of the log with whose it is. */
export type DisplacementRow = DisplacementEntity & { readonly networkCode: string; readonly contractYear: ContractYear }

/** Which base of which network and year. */
export type PaymentBaseOf = Pick<PaymentBaseEntity, 'networkCode' | 'contractYear' | 'base' | 'indicatorCode'>

type Placed = DisplacementEntity & { readonly priority: PriorityEntity }

/** What networks enter for these figures alone. Works on networks, items and priorities already in scope. */
@Injectable()
export class CrowdOutRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
  ) {}

  tariffs(networkCodes: readonly string[]): Promise<TariffEntity[]> {
    return this.database.manager
      .createQueryBuilder(TariffEntity, 'row')
      .where('row.networkCode IN (:...networkCodes) AND row.supersededAt IS NULL', { networkCodes: [...new Set(networkCodes)] })
      .orderBy('row.staffGroup')
      .getMany()
  }

  paymentBases(networkCodes: readonly string[], contractYear: ContractYear): Promise<PaymentBaseEntity[]> {
    return this.database.manager
      .createQueryBuilder(PaymentBaseEntity, 'row')
      .where('row.networkCode IN (:...networkCodes) AND row.contractYear = :contractYear', { networkCodes, contractYear })
      .andWhere('row.supersededAt IS NULL')
      .getMany()
  }

  /** How many of a base a network has from now on. Null: it is not known any more. */
  async replacePaymentBase(of: PaymentBaseOf, at: Instant, row: PaymentBaseEntity | null): Promise<void> {
    const { networkCode, contractYear, base, indicatorCode } = of
    const query = this.database.manager.createQueryBuilder().update(PaymentBaseEntity).set({ supersededAt: at })
    query.where('networkCode = :networkCode AND contractYear = :contractYear AND base = :base AND supersededAt IS NULL', {
      ...{ networkCode, contractYear, base },
    })
    if (indicatorCode === null) query.andWhere('indicatorCode IS NULL')
    else query.andWhere('indicatorCode = :indicatorCode', { indicatorCode })
    await query.execute()
    if (row) await this.database.manager.insert(PaymentBaseEntity, row)
  }

  /** What networks paid to others in a year, latest day first. */
  outsideCosts(networkCodes: readonly string[], contractYear: ContractYear): Promise<OutsideCostEntity[]> {
    return this.database.manager
      .createQueryBuilder(OutsideCostEntity, 'row')
      .where('row.networkCode IN (:...networkCodes) AND row.contractYear = :contractYear', { networkCodes, contractYear })
      .andWhere('row.supersededAt IS NULL')
      .orderBy('row.paidOn', 'DESC')
      .addOrderBy('row.recordedAt', 'DESC')
      .addOrderBy('row.id')
      .getMany()
  }

  /** One cost that stands, when its network is in scope. */
  outsideCost(scope: NetworkScope, id: string): Promise<OutsideCostEntity | null> {
    const query = this.database.manager
      .createQueryBuilder(OutsideCostEntity, 'row')
      .where('row.id = :id AND row.supersededAt IS NULL', { id })
    return this.networks.narrow(query, 'row.networkCode', scope).getOne()
  }

  async addOutsideCost(cost: OutsideCostEntity): Promise<void> {
    await this.database.manager.insert(OutsideCostEntity, cost)
  }

  async endOutsideCost(id: string, at: Instant): Promise<void> {
    await this.database.manager.update(OutsideCostEntity, { id }, { supersededAt: at })
  }

  /** Networks' own words on items, those in force. */
  readingsOf(itemIds: readonly string[]): Promise<DeclarationReadingEntity[]> {
    return this.database.manager
      .createQueryBuilder(DeclarationReadingEntity, 'row')
      .where('row.itemId IN (:...itemIds) AND row.supersededAt IS NULL', { itemIds: [...new Set(itemIds)] })
      .getMany()
  }

  /** The log of networks in a year, latest day first. */
  async displacements(networkCodes: readonly string[], contractYear: ContractYear): Promise<DisplacementRow[]> {
    const query = this.standing()
      .andWhere('priority.networkCode IN (:...networkCodes) AND priority.contractYear = :contractYear', {
        networkCodes: [...new Set(networkCodes)],
        contractYear,
      })
      .orderBy('row.happenedOn', 'DESC')
      .addOrderBy('row.recordedAt', 'DESC')
      .addOrderBy('row.id')
    return ((await query.getMany()) as Placed[]).map(rowOf)
  }

  /** One entry that stands, when its network is in scope. */
  async displacement(scope: NetworkScope, id: string): Promise<DisplacementRow | null> {
    const query = this.standing().andWhere('row.id = :id', { id })
    const found = (await this.networks.narrow(query, 'priority.networkCode', scope).getOne()) as Placed | null
    return found && rowOf(found)
  }

  /** What an hour costs from now on; what it cost is kept. Null: nothing is known any more. */
  async replaceTariff(networkCode: string, staffGroup: string, at: Instant, tariff: TariffEntity | null): Promise<void> {
    const query = this.database.manager.createQueryBuilder().update(TariffEntity).set({ supersededAt: at })
    await query
      .where('networkCode = :networkCode AND staffGroup = :staffGroup AND supersededAt IS NULL', { networkCode, staffGroup })
      .execute()
    if (tariff) await this.database.manager.insert(TariffEntity, tariff)
  }

  /** What a network says of an item from now on. Null: our reading stands again. */
  async replaceReading(itemId: string, at: Instant, reading: DeclarationReadingEntity | null): Promise<void> {
    const query = this.database.manager.createQueryBuilder().update(DeclarationReadingEntity).set({ supersededAt: at })
    await query.where('itemId = :itemId AND supersededAt IS NULL', { itemId }).execute()
    if (reading) await this.database.manager.insert(DeclarationReadingEntity, reading)
  }

  async addDisplacement(displacement: DisplacementEntity): Promise<void> {
    await this.database.manager.insert(DisplacementEntity, displacement)
  }

  async endDisplacement(id: string, at: Instant): Promise<void> {
    await this.database.manager.update(DisplacementEntity, { id }, { supersededAt: at })
  }

  private standing() {
    return this.database.manager
      .createQueryBuilder(DisplacementEntity, 'row')
      .innerJoinAndMapOne('row.priority', PriorityEntity, 'priority', 'priority.id = row.priorityId')
      .where('row.supersededAt IS NULL')
  }
}

function rowOf({ priority: { networkCode, contractYear }, ...row }: Placed): DisplacementRow {
  return { ...row, networkCode, contractYear }
}
