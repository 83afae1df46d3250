import { Injectable } from '@nestjs/common'
import { type ContractYear } from '../platform/day.js'
import { groupedBy } from '../platform/grouped-by.js'
import { staffGroupsWith } from './domain/staff-group.js'
import { type EstimateInForce, EstimateService } from './estimate.service.js'
import { IndicatorService } from './indicator.service.js'
import { type EstimateEntity } from './workload.entity.js'
import { WorkloadRepository } from './workload.repository.js'

/** Whose estimate a row is: an item's, or an indicator's of a network and year. */
export type EstimateSubject = Pick<EstimateEntity, 'itemId' | 'networkCode' | 'contractYear' | 'indicatorCode'>

/** Everything a network can estimate: requirements on its checklist, then indicators. */
@Injectable()
export class EstimatesInForceService {
  constructor(
    private readonly requirements: EstimateService,
    private readonly indicators: IndicatorService,
    private readonly workload: WorkloadRepository,
  ) {}

  /** Of networks in a year, or those named, for every staff group, in reading order. */
  async inForce(networkCodes: readonly string[], contractYear: ContractYear, codes?: readonly string[]): Promise<EstimateInForce[]> {
    if (networkCodes.length === 0) return []
    const asked = await this.requirements.inForce(networkCodes, contractYear, codes)
    const indicators = (await this.indicators.inForce(networkCodes, contractYear)).filter(({ code }) => codes?.includes(code) ?? true)
    if (indicators.length === 0) return asked
    const ownGroups = groupedBy(await this.workload.staffGroups(networkCodes), ({ networkCode }) => networkCode)
    const incentives = indicators.flatMap(({ networkCode, code: requirementCode, title, figure }) =>
      staffGroupsWith(ownGroups.get(networkCode) ?? []).map((group) => {
        return { ...figure(group), networkCode, contractYear, itemId: null, requirementCode, title, staffGroup: group.code }
      }),
    )
    return [...asked, ...incentives]
  }
}

/** What a row of an estimate says of whose it is. */
export function subjectOf({ itemId, networkCode, contractYear, requirementCode }: EstimateInForce): EstimateSubject {
  if (itemId !== null) return { itemId, networkCode: null, contractYear: null, indicatorCode: null }
  return { itemId, networkCode, contractYear, indicatorCode: requirementCode }
}
