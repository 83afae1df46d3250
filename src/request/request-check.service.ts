import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { type ContractYear } from '../platform/day.js'
import { RequestError } from '../platform/request-error.js'
import { OwnNetworkRepository } from '../priority/own-network.repository.js'
import { staffGroups } from '../specification/domain/reference-data.js'
import { SpecificationRepository } from '../specification/specification.repository.js'
import { WorkloadRepository } from '../workload/workload.repository.js'
import { type Clause, type ClauseRefused, refuseClause } from './domain/clause.js'
import { LmcCoverageRepository } from './lmc-coverage.repository.js'
import { RequestRecordRepository } from './request-record.repository.js'

/** The specification of the year has no requirement of this code. */
interface ClauseNotInSpecification {
  readonly kind: 'ClauseNotInSpecification'
  readonly field: string
  readonly message: string
  readonly requirementCode: string
}

/** What is asked of a request before it is written. */
@Injectable()
export class RequestCheckService {
  constructor(
    private readonly own: OwnNetworkRepository,
    private readonly coverage: LmcCoverageRepository,
    private readonly workload: WorkloadRepository,
    private readonly specifications: SpecificationRepository,
    private readonly records: RequestRecordRepository,
  ) {}

  /**
   * Makes sure that a request can be recorded for these networks: the caller's own, or those the caller's LMC covers. Errors: NOT_FOUND
   * when any is neither, whether or not there is such a network.
   */
  async mayRecordFor(scope: NetworkScope, networkCodes: readonly string[], lmcCode: string | null): Promise<void> {
    const reached = lmcCode === null ? await this.own.reached(scope, networkCodes) : []
    const codes =
      lmcCode !== null && scope.own.includes(lmcCode) ? await this.coverage.coveredBy(lmcCode) : reached.map(({ odsCode }) => odsCode)
    if (networkCodes.every((code) => codes.includes(code))) return
    throw new RequestError('NOT_FOUND', 'There is no such network.')
  }

  /** Staff groups all of these networks have. An LMC is not told which groups a network has added: for it there are the five. */
  async staffGroupsOf(networkCodes: readonly string[], lmcCode: string | null): Promise<string[]> {
    const added = lmcCode === null ? await this.workload.staffGroups(networkCodes) : []
    const everywhere = added
      .map(({ code }) => code)
      .filter((code) => added.filter((row) => row.code === code).length === networkCodes.length)
    return [...staffGroups, ...new Set(everywhere)]
  }

  /** Why a finding cannot be taken for a year; undefined when it can. */
  async refuseClause(clause: Clause, contractYear: ContractYear): Promise<ClauseRefused | ClauseNotInSpecification | undefined> {
    const refusal = refuseClause(clause)
    const { requirementCode } = clause
    if (refusal || requirementCode === null) return refusal
    const specification = await this.specifications.inForce(contractYear)
    if (specification && (await this.records.hasRequirement(specification.id, requirementCode))) return undefined
    const message = `The specification of ${contractYear} has no requirement ${requirementCode}.`
    return { kind: 'ClauseNotInSpecification', field: 'clause.requirementCode', message, requirementCode }
  }
}
