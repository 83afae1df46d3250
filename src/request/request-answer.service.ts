import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { RequestError } from '../platform/request-error.js'
import { monthsOf } from '../priority/domain/months.js'
import { type AnswerContent, refuseAnswer } from './domain/answer.js'
import { type AskedMinutes, askedMinutes, refuseAskedMinutes } from './domain/asked-minutes.js'
import { type AnswerRequestInput } from './request-answer.inputs.js'
import { RequestCheckService } from './request-check.service.js'
import { alreadyWithdrawn, RequestRecordService } from './request-record.service.js'
import { RequestRecordRepository } from './request-record.repository.js'
import { type AnswerRequestResult } from './request-result.types.js'
import { type NetworkRequestRow } from './request.repository.js'
import { WordingRepository } from './wording.repository.js'

type Refused = Exclude<typeof AnswerRequestResult, { readonly requestId: string }>

/** What networks answer. The latest answer counts, and every one is kept. */
@Injectable()
export class RequestAnswerService {
  constructor(
    private readonly writing: RequestRecordService,
    private readonly records: RequestRecordRepository,
    private readonly checks: RequestCheckService,
    private readonly wordings: WordingRepository,
    private readonly idempotency: Idempotency,
  ) {}

  /** Errors: NOT_FOUND for a request of another network, or a wording that is not this network's. */
  answer(scope: NetworkScope, input: AnswerRequestInput): Promise<typeof AnswerRequestResult> {
    const { requestId, networkCode, wordingId = null } = input
    return this.idempotency.once<typeof AnswerRequestResult>(scope.personId, 'answerRequest', input, async () => {
      const row = await this.writing.received(scope, requestId, networkCode)
      const [content, minutes] = [contentOf(input), askedMinutes(input.minutes)]
      const refusal = await this.refuse(row, content, minutes)
      if (refusal) return refusal
      const reply = input.reply ?? (await this.textOf(scope, wordingId, networkCode))
      const recorded = this.writing.recorded(scope)
      const answer = { id: randomUUID(), recipientId: row.id, ...content, reply, wordingId, minutes, ...recorded, supersededAt: null }
      await this.records.replaceAnswer(answer)
      // Only who does it attends for others: taking the acceptance back takes the offer back.
      if (content.choice !== 'ACCEPT' && row.offer) await this.records.endOffer(row.offer.id, recorded.recordedAt)
      await this.writing.trace(scope, [networkCode], requestId, { action: 'request.answer', choice: content.choice })
      return { kind: 'RequestAnswered', requestId, networkCode }
    })
  }

  private async refuse(
    row: NetworkRequestRow,
    content: AnswerContent,
    minutes: readonly AskedMinutes[] | null,
  ): Promise<Refused | undefined> {
    if (row.withdrawal) return alreadyWithdrawn
    const refusal = refuseAnswer(content)
    if (refusal || minutes === null) return refusal
    const { opensOn, closesOn, contractYear } = row.request
    const staffGroups = await this.checks.staffGroupsOf([row.networkCode], null)
    return refuseAskedMinutes(minutes, monthsOf(opensOn, closesOn, contractYear), staffGroups)
  }

  private async textOf(scope: NetworkScope, wordingId: string | null, networkCode: string): Promise<string | null> {
    if (wordingId === null) return null
    const wording = await this.wordings.wording(scope, wordingId)
    if (wording?.networkCode === networkCode) return wording.text
    throw new RequestError('NOT_FOUND', 'This network has no such wording.')
  }
}

function contentOf({ choice, reason = null, delegateTo = null, instead = null }: AnswerRequestInput): AnswerContent {
  return { choice, reason, delegateTo, instead }
}
