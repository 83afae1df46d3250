import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { indicatorUnknown, IndicatorService } from '../workload/indicator.service.js'
import { WorkloadChangeService } from '../workload/workload-change.service.js'
import { CrowdOutRepository } from './crowd-out.repository.js'
import { refuseBase } from './domain/payment-base.js'
import { type SetPaymentBaseInput } from './payment-base.inputs.js'
import { type SetPaymentBaseResult } from './payment-base.types.js'

/** What rates of payment are multiplied with, as the network knows it. */
@Injectable()
export class PaymentBaseService {
  constructor(
    private readonly changes: WorkloadChangeService,
    private readonly indicators: IndicatorService,
    private readonly repository: CrowdOutRepository,
  ) {}

  set(scope: NetworkScope, input: SetPaymentBaseInput): Promise<typeof SetPaymentBaseResult> {
    return this.changes.ofNetwork<typeof SetPaymentBaseResult>({ scope, mutation: 'setPaymentBase', input }, async () => {
      const { networkCode, contractYear, base, indicatorCode = null, size = null, basis } = input
      const refusal = refuseBase(input) ?? (await this.changes.refuseYear(contractYear)) ?? (await this.refuseIndicator(input))
      if (refusal) return refusal
      const recorded = this.changes.recorded(scope)
      const of = { networkCode, contractYear, base, indicatorCode }
      const row = size === null ? null : { id: randomUUID(), ...of, size, basis, ...recorded }
      await this.repository.replacePaymentBase(of, recorded.recordedAt, row)
      await this.changes.trace(scope, networkCode, {
        ...{ action: 'paymentBase.set', subjectId: networkCode, contractYear, base },
        ...{ indicatorCode: indicatorCode ?? undefined, withdrawn: row === null },
      })
      return { kind: 'PaymentBaseSet', networkCode, base, size, recordedAt: recorded.recordedAt }
    })
  }

  private async refuseIndicator({ networkCode, contractYear, indicatorCode }: SetPaymentBaseInput) {
    if (!indicatorCode) return undefined
    const codes = (await this.indicators.inForce([networkCode], contractYear)).map(({ code }) => code)
    return codes.includes(indicatorCode) ? undefined : indicatorUnknown(indicatorCode, contractYear, codes)
  }
}
