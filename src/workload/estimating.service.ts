import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { MOST_MINUTES_A_MONTH, refuseRange } from '../priority/domain/minutes.js'
import { MONTHS } from '../priority/domain/months.js'
import { refusePercent } from './domain/estimate.js'
import { type EstimateInForce, EstimateService } from './estimate.service.js'
import { WorkloadChangeService } from './workload-change.service.js'
import { WorkloadRecordRepository } from './workload-record.repository.js'
import { type EstimateMinutesResult } from './workload-result.types.js'
import { type EstimateMinutesInput } from './workload.inputs.js'

/** The most minutes a requirement can take of one staff group in a year. */
export const MOST_MINUTES_A_YEAR = MOST_MINUTES_A_MONTH * MONTHS

/** Networks' own estimates. */
@Injectable()
export class EstimatingService {
  constructor(
    private readonly changes: WorkloadChangeService,
    private readonly estimates: EstimateService,
    private readonly records: WorkloadRecordRepository,
  ) {}

  estimate(scope: NetworkScope, input: EstimateMinutesInput): Promise<typeof EstimateMinutesResult> {
    return this.changes.ofNetwork({ scope, mutation: 'estimateMinutes', input }, () => this.estimateWithin(scope, input))
  }

  private async estimateWithin(scope: NetworkScope, input: EstimateMinutesInput): Promise<typeof EstimateMinutesResult> {
    const { networkCode, contractYear, requirementCode, staffGroup, businessAsUsualPercent = null, note } = input
    const unknown = await this.changes.refuseGroup(networkCode, staffGroup)
    if (unknown) return unknown
    const before = await this.figure(input)
    if (!before) {
      const message = `${requirementCode} is not on this network’s checklist of ${contractYear}.`
      return { kind: 'RequirementNotOnChecklist', field: 'requirementCode', message, requirementCodes: [requirementCode] }
    }
    const range = rangeOf(input)
    if (range === null && (businessAsUsualPercent !== null || typeof input.low === 'number' || typeof input.high === 'number')) {
      return { kind: 'MinutesRefused', field: 'central', message: 'The most likely minutes are missing.', mostMinutes: null }
    }
    const refusal = (range && refuseRange(range, MOST_MINUTES_A_YEAR)) ?? refusePercent(businessAsUsualPercent, 'businessAsUsualPercent')
    if (refusal) return refusal
    const { itemId } = before
    const recorded = this.changes.recorded(scope)
    const rows = range ? [{ id: randomUUID(), itemId, staffGroup, ...range, businessAsUsualPercent, note, ...recorded }] : []
    await this.records.replaceEstimates(before.own ? [before.own.id] : [], rows, recorded.recordedAt)
    await this.changes.trace(scope, networkCode, {
      action: 'workload.estimate',
      subjectId: itemId,
      contractYear,
      staffGroup,
      withdrawn: !range,
    })
    return { kind: 'MinutesEstimated', networkCode, estimate: (await this.figure(input)) ?? before }
  }

  private async figure(input: EstimateMinutesInput): Promise<EstimateInForce | undefined> {
    const found = await this.estimates.inForce([input.networkCode], input.contractYear, [input.requirementCode])
    return found.find(({ staffGroup }) => staffGroup === input.staffGroup)
  }
}

function rangeOf({ low, central, high }: EstimateMinutesInput) {
  if (central === null || central === undefined) return null
  return { low: low ?? central, central, high: high ?? central }
}
