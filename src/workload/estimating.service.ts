import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { MOST_MINUTES_A_MONTH, refuseRange } from '../priority/domain/minutes.js'
import { MONTHS } from '../priority/domain/months.js'
import { type GivenTwice } from '../priority/priority-result.types.js'
import { type MinutesRange } from '../specification/domain/reference-data.js'
import { refusePercent } from './domain/estimate.js'
import { type EstimateInForce } from './estimate.service.js'
import { EstimatesInForceService, subjectOf } from './estimates-in-force.service.js'
import { unknownGroup, WorkloadChangeService } from './workload-change.service.js'
import { WorkloadRecordRepository } from './workload-record.repository.js'
import { type EstimateMinutesResult, type SetEstimatesResult } from './workload-result.types.js'
import { type EstimateInput, type EstimateMinutesInput, type SetEstimatesInput } from './workload.inputs.js'

/** The most minutes a requirement can take of one staff group in a year. */
export const MOST_MINUTES_A_YEAR = MOST_MINUTES_A_MONTH * MONTHS

/** An estimate as it will be, and the figure it takes the place of. */
interface EstimateChange {
  readonly before: EstimateInForce
  /** Null: the network's own estimate is taken back. */
  readonly range: MinutesRange | null
  readonly businessAsUsualPercent: number | null
  readonly note: string
}
type EstimateRefusal = Exclude<typeof SetEstimatesResult, { readonly networkCode: string }>
type NetworkYear = Pick<SetEstimatesInput, 'networkCode' | 'contractYear'>

/** Networks' own estimates. */
@Injectable()
export class EstimatingService {
  constructor(
    private readonly changes: WorkloadChangeService,
    private readonly estimates: EstimatesInForceService,
    private readonly records: WorkloadRecordRepository,
  ) {}

  estimate(scope: NetworkScope, input: EstimateMinutesInput): Promise<typeof EstimateMinutesResult> {
    return this.changes.ofNetwork<typeof EstimateMinutesResult>({ scope, mutation: 'estimateMinutes', input }, async () => {
      const { networkCode, contractYear, requirementCode, staffGroup } = input
      const [change] = await this.changesOf(input, [input])
      if (!change || 'kind' in change) return change as Exclude<EstimateRefusal, GivenTwice>
      await this.record(scope, [change])
      const trace = {
        action: 'workload.estimate',
        subjectId: change.before.itemId ?? requirementCode,
        contractYear,
        staffGroup,
        withdrawn: !change.range,
      }
      await this.changes.trace(scope, networkCode, trace)
      const found = await this.estimates.inForce([networkCode], contractYear, [requirementCode])
      return { kind: 'MinutesEstimated', networkCode, estimate: found.find((one) => one.staffGroup === staffGroup) ?? change.before }
    })
  }

  /** Takes several over, all of them or none. */
  setSeveral(scope: NetworkScope, input: SetEstimatesInput): Promise<typeof SetEstimatesResult> {
    return this.changes.ofNetwork<typeof SetEstimatesResult>({ scope, mutation: 'setEstimates', input }, async () => {
      const { networkCode, contractYear, estimates } = input
      const keys = estimates.map(({ requirementCode, staffGroup }) => `${requirementCode} ${staffGroup}`)
      const twice = keys.findIndex((key, index) => keys.indexOf(key) < index)
      if (twice >= 0)
        return {
          kind: 'GivenTwice',
          field: `estimates.${twice}`,
          message: `${estimates[twice]?.requirementCode} is given twice for the same staff group.`,
        }
      const found = await this.changesOf(input, estimates)
      const wrong = found.findIndex((change) => 'kind' in change)
      const refusal = found[wrong] as EstimateRefusal | undefined
      if (refusal) return { ...refusal, field: `estimates.${wrong}.${refusal.field}` }
      const changes = found as readonly EstimateChange[]
      await this.record(scope, changes)
      const estimatesSet = changes.filter(({ range }) => range !== null).length
      const counts = { estimatesSet, estimatesWithdrawn: changes.length - estimatesSet }
      await this.changes.trace(scope, networkCode, { action: 'workload.setEstimates', subjectId: networkCode, contractYear, ...counts })
      return { kind: 'EstimatesSet', networkCode, ...counts }
    })
  }

  private async changesOf(
    { networkCode, contractYear }: NetworkYear,
    estimates: readonly EstimateInput[],
  ): Promise<(EstimateChange | EstimateRefusal)[]> {
    const staffGroups = (await this.changes.groupsOf(networkCode)).map(({ code }) => code)
    const codes = [...new Set(estimates.map(({ requirementCode }) => requirementCode))]
    const inForce = await this.estimates.inForce([networkCode], contractYear, codes)
    const figureOf = new Map(inForce.map((figure) => [`${figure.requirementCode} ${figure.staffGroup}`, figure]))
    return estimates.map((estimate) => {
      const { requirementCode, staffGroup } = estimate
      if (!staffGroups.includes(staffGroup)) return unknownGroup(staffGroup, staffGroups)
      const before = figureOf.get(`${requirementCode} ${staffGroup}`)
      if (before) return changeOf(estimate, before)
      const message = `${requirementCode} is not on this network’s checklist of ${contractYear}, and no indicator of it.`
      return { kind: 'RequirementNotOnChecklist', field: 'requirementCode', message, requirementCodes: [requirementCode] }
    })
  }

  private async record(scope: NetworkScope, changes: readonly EstimateChange[]): Promise<void> {
    const recorded = this.changes.recorded(scope)
    const rows = changes.flatMap(({ before, range, businessAsUsualPercent, note }) => {
      const whose = { ...subjectOf(before), staffGroup: before.staffGroup }
      return range ? [{ id: randomUUID(), ...whose, ...range, businessAsUsualPercent, note, ...recorded }] : []
    })
    const ended = changes.flatMap(({ before }) => before.own?.id ?? [])
    await this.records.replaceEstimates(ended, rows, recorded.recordedAt)
  }
}

function changeOf(estimate: EstimateInput, before: EstimateInForce): EstimateChange | EstimateRefusal {
  const { low, central, high, businessAsUsualPercent = null, note } = estimate
  if (central === null || central === undefined) {
    const isEmpty = businessAsUsualPercent === null && typeof low !== 'number' && typeof high !== 'number'
    if (isEmpty) return { before, range: null, businessAsUsualPercent, note }
    return { kind: 'MinutesRefused', field: 'central', message: 'The most likely minutes are missing.', mostMinutes: null }
  }
  const range = { low: low ?? central, central, high: high ?? central }
  const refusal = refuseRange(range, MOST_MINUTES_A_YEAR) ?? refusePercent(businessAsUsualPercent, 'businessAsUsualPercent')
  return refusal ?? { before, range, businessAsUsualPercent, note }
}
