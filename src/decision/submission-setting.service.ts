import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { NetworkRepository } from '../network/network.repository.js'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { RequestError } from '../platform/request-error.js'
import { type SetAutomaticSubmissionInput } from './decision.inputs.js'
import { type SetAutomaticSubmissionResult } from './decision.types.js'
import { SubmissionSettingRepository } from './submission-setting.repository.js'

/** Lets a network say whether it submits by itself. */
@Injectable()
export class SubmissionSettingService {
  constructor(
    private readonly settings: SubmissionSettingRepository,
    private readonly networks: NetworkRepository,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Switches it on or off. Switched on, everything shown in full is submitted at once. */
  set(scope: NetworkScope, input: SetAutomaticSubmissionInput): Promise<typeof SetAutomaticSubmissionResult> {
    const { networkCode, automatic } = input
    return this.idempotency.once<typeof SetAutomaticSubmissionResult>(scope.personId, 'setAutomaticSubmission', input, async () => {
      const network = await this.networks.network(scope, networkCode)
      if (!network) throw new RequestError('NOT_FOUND', 'There is no such network.')
      const isAutomatic = (await this.settings.automatic([networkCode])).has(networkCode)
      if (isAutomatic !== automatic) await this.change(scope.personId, networkCode, automatic)
      return { kind: 'AutomaticSubmissionSet', networkCode, automatic }
    })
  }

  private async change(recordedBy: string, ownerCode: string, automatic: boolean): Promise<void> {
    const id = randomUUID()
    await this.settings.replace({ id, ownerCode, automatic, recordedBy, recordedAt: this.clock.now(), supersededAt: null })
    await this.audit.record({
      action: 'evidence.submit',
      actorId: recordedBy,
      organisationCode: ownerCode,
      subjectType: 'SubmissionSetting',
      subjectId: id,
      details: { automatic },
    })
  }
}
