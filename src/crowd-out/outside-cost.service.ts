import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { Clock } from '../platform/clock.js'
import { RequestError } from '../platform/request-error.js'
import { RequestRepository } from '../request/request.repository.js'
import { PlanInputsService } from '../workload/plan-inputs.service.js'
import { WorkloadChangeService } from '../workload/workload-change.service.js'
import { CrowdOutRepository } from './crowd-out.repository.js'
import { refuseOutsideCost } from './domain/outside-cost.js'
import { isPaperwork } from './domain/prepare.js'
import { noSuchWork } from './domain/supposed.js'
import { type RecordOutsideCostInput, type WithdrawOutsideCostInput } from './outside-cost.inputs.js'
import { type RecordOutsideCostResult, type WithdrawOutsideCostResult } from './outside-cost.types.js'

/** What a network paid to others because of paperwork. */
@Injectable()
export class OutsideCostService {
  constructor(
    private readonly changes: WorkloadChangeService,
    private readonly inputs: PlanInputsService,
    private readonly requests: RequestRepository,
    private readonly repository: CrowdOutRepository,
    private readonly clock: Clock,
  ) {}

  record(scope: NetworkScope, input: RecordOutsideCostInput): Promise<typeof RecordOutsideCostResult> {
    return this.changes.ofNetwork<typeof RecordOutsideCostResult>({ scope, mutation: 'recordOutsideCost', input }, async () => {
      const { networkCode, contractYear, code, pence, businessAsUsualPercent, what, paidOn } = input
      const refusal = refuseOutsideCost(input, contractYear, this.clock.today()) ?? (await this.refuseWork(input))
      if (refusal) return refusal
      const cost = { id: randomUUID(), networkCode, contractYear, code, pence, businessAsUsualPercent, what, paidOn }
      const outsideCost = { ...cost, ...this.changes.recorded(scope) }
      await this.repository.addOutsideCost(outsideCost)
      await this.changes.trace(scope, networkCode, { action: 'outsideCost.record', subjectId: cost.id, contractYear, code })
      return { kind: 'OutsideCostRecorded', networkCode, outsideCost }
    })
  }

  /** Errors: NOT_FOUND for a cost that is not in scope or was taken back before. */
  withdraw(scope: NetworkScope, input: WithdrawOutsideCostInput): Promise<typeof WithdrawOutsideCostResult> {
    return this.changes.once<typeof WithdrawOutsideCostResult>(scope, 'withdrawOutsideCost', input, async () => {
      const cost = await this.repository.outsideCost(scope, input.outsideCostId)
      if (!cost) throw new RequestError('NOT_FOUND', 'There is no such outside cost.')
      const { networkCode, contractYear } = cost
      await this.repository.endOutsideCost(cost.id, this.clock.now())
      await this.changes.trace(scope, networkCode, { action: 'outsideCost.withdraw', subjectId: cost.id, contractYear })
      return { kind: 'OutsideCostWithdrawn', networkCode }
    })
  }

  private async refuseWork({ networkCode, contractYear, code }: RecordOutsideCostInput) {
    const { items, indicators } = await this.inputs.inputsOf(networkCode, contractYear)
    const requests = await this.requests.acceptedOfAll([networkCode], contractYear)
    const work = [...items, ...indicators, ...requests].find((one) => one.code === code)
    if (!work) return { kind: 'NoSuchWork', field: 'code', message: noSuchWork(code) } as const
    if (isPaperwork(work)) return undefined
    const message = 'Only declarations and reports have a burden. What is paid for care or governance is not counted here.'
    return { kind: 'NotPaperwork', field: 'code', message } as const
  }
}
