import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { RequestError } from '../platform/request-error.js'
import { OwnNetworkRepository } from '../priority/own-network.repository.js'
import { type RemoveWordingInput, type SaveWordingInput } from './request-answer.inputs.js'
import { type RemoveWordingResult, type SaveWordingResult } from './request-result.types.js'
import { type RequestWordingEntity } from './sifting.entity.js'
import { WordingRepository } from './wording.repository.js'

/** Keeps replies to use again. */
@Injectable()
export class WordingService {
  constructor(
    private readonly wordings: WordingRepository,
    private readonly own: OwnNetworkRepository,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Errors: NOT_FOUND when the network is not the caller's, or the wording not the network's. */
  save(scope: NetworkScope, input: SaveWordingInput): Promise<typeof SaveWordingResult> {
    const { networkCode, title, text, choice = null } = input
    return this.idempotency.once<typeof SaveWordingResult>(scope.personId, 'saveWording', input, async () => {
      const [network] = await this.own.reached(scope, [networkCode])
      if (!network) throw new RequestError('NOT_FOUND', 'There is no such network.')
      await this.own.lock(networkCode)
      const before = input.wordingId ? await this.existing(scope, input.wordingId) : null
      if (before && before.networkCode !== networkCode) throw noSuchWording()
      const recorded = { recordedBy: scope.personId, recordedAt: this.clock.now(), supersededAt: null }
      const wording = { id: randomUUID(), wordingId: before?.wordingId ?? randomUUID(), networkCode, title, text, choice, ...recorded }
      await this.wordings.replace(wording)
      await this.trace(scope, 'request.saveWording', wording)
      return { kind: 'WordingSaved', wording }
    })
  }

  remove(scope: NetworkScope, input: RemoveWordingInput): Promise<typeof RemoveWordingResult> {
    return this.idempotency.once<typeof RemoveWordingResult>(scope.personId, 'removeWording', input, async () => {
      const wording = await this.existing(scope, input.wordingId)
      await this.wordings.end(wording.wordingId, this.clock.now())
      await this.trace(scope, 'request.removeWording', wording)
      return { kind: 'WordingRemoved', wordingId: wording.wordingId }
    })
  }

  private async existing(scope: NetworkScope, wordingId: string): Promise<RequestWordingEntity> {
    const wording = await this.wordings.wording(scope, wordingId)
    if (!wording) throw noSuchWording()
    return wording
  }

  private async trace({ personId: actorId }: NetworkScope, action: string, wording: RequestWordingEntity): Promise<void> {
    const subject = { subjectType: 'RequestWording', subjectId: wording.wordingId }
    await this.audit.record({ action, actorId, organisationCode: wording.networkCode, ...subject })
  }
}

function noSuchWording(): RequestError {
  return new RequestError('NOT_FOUND', 'This network has no such wording.')
}
