import { Injectable } from '@nestjs/common'
import { type ContractYear } from '../platform/day.js'
import { staffGroups } from '../specification/domain/reference-data.js'
import { type EstimateOf } from './domain/serving.js'

/** What bears on a priority and only a later feature knows. */
export interface AskedOfNetwork {
  /** Codes of the staff groups the network plans with. */
  readonly staffGroups: readonly string[]
  /** What is asked of it; codes of requirements on its checklist only. */
  readonly estimateOf: EstimateOf
}

/** Finds it for one network and year; requirements not named need not be known. */
export type AskedSource = (networkCode: string, contractYear: ContractYear, requirementCodes: readonly string[]) => Promise<AskedOfNetwork>

/**
 * What requirements ask of staff groups. Estimates are `workload`'s, which comes after this feature and gives them here when it starts, so
 * that a priority is refused the moment it gives more minutes than there are.
 */
@Injectable()
export class AskedMinutesService {
  private source: AskedSource = () => Promise.resolve({ staffGroups, estimateOf: () => null })

  /** Registers where estimates come from. There is one. */
  from(source: AskedSource): void {
    this.source = source
  }

  of(networkCode: string, contractYear: ContractYear, requirementCodes: readonly string[]): Promise<AskedOfNetwork> {
    return this.source(networkCode, contractYear, requirementCodes)
  }
}
