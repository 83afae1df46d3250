import { Injectable } from '@nestjs/common'
import { ChecklistEntity } from '../checklist/checklist.entity.js'
import { Database } from '../platform/database/database.js'
import { type ContractYear } from '../platform/day.js'
import { IndicatorEntity } from '../specification/specification.entity.js'
import { EstimateEntity, IndicatorChoiceEntity } from './workload.entity.js'

/** An indicator of the specification a network has a checklist of. */
export interface AskedIndicator {
  readonly networkCode: string
  readonly contractYear: ContractYear
  readonly indicator: IndicatorEntity
}

/** What networks say of indicators. Works on networks already in scope. */
@Injectable()
export class IndicatorRepository {
  constructor(private readonly database: Database) {}

  /** Indicators that earn money, of the specifications of networks' checklists of a year, by code. */
  async asked(networkCodes: readonly string[], contractYear: ContractYear): Promise<AskedIndicator[]> {
    const checklists = await this.database.manager
      .createQueryBuilder(ChecklistEntity, 'checklist')
      .where('checklist.ownerCode IN (:...networkCodes) AND checklist.contractYear = :contractYear', { networkCodes, contractYear })
      .orderBy('checklist.ownerCode')
      .getMany()
    if (checklists.length === 0) return []
    const indicators = await this.database.manager
      .createQueryBuilder(IndicatorEntity, 'indicator')
      .where('indicator.specificationId IN (:...ids)', { ids: [...new Set(checklists.map(({ specificationId }) => specificationId))] })
      .andWhere('indicator.use = :use', { use: 'PAYMENT' })
      .orderBy('indicator.code')
      .getMany()
    return checklists.flatMap(({ ownerCode, specificationId }) =>
      indicators
        .filter((indicator) => indicator.specificationId === specificationId)
        .map((indicator) => ({ networkCode: ownerCode, contractYear, indicator })),
    )
  }

  choices(networkCodes: readonly string[], contractYear: ContractYear): Promise<IndicatorChoiceEntity[]> {
    return this.database.manager
      .createQueryBuilder(IndicatorChoiceEntity, 'row')
      .where('row.networkCode IN (:...networkCodes) AND row.contractYear = :contractYear', { networkCodes, contractYear })
      .andWhere('row.supersededAt IS NULL')
      .getMany()
  }

  /** Networks' own estimates of indicators in force. */
  estimates(networkCodes: readonly string[], contractYear: ContractYear): Promise<EstimateEntity[]> {
    return this.database.manager
      .createQueryBuilder(EstimateEntity, 'row')
      .where('row.networkCode IN (:...networkCodes) AND row.contractYear = :contractYear', { networkCodes, contractYear })
      .andWhere('row.supersededAt IS NULL')
      .getMany()
  }

  /** What a network says of an indicator from now on; what it said is kept. */
  async replaceChoice(choice: IndicatorChoiceEntity): Promise<void> {
    const { networkCode, contractYear, indicatorCode } = choice
    await this.database.manager
      .createQueryBuilder()
      .update(IndicatorChoiceEntity)
      .set({ supersededAt: choice.recordedAt })
      .where('networkCode = :networkCode AND contractYear = :contractYear AND indicatorCode = :indicatorCode AND supersededAt IS NULL', {
        ...{ networkCode, contractYear, indicatorCode },
      })
      .execute()
    await this.database.manager.insert(IndicatorChoiceEntity, choice)
  }
}
