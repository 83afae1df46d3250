import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { type Day } from '../platform/day.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { RequestError } from '../platform/request-error.js'
import { clauseOf } from './domain/clause.js'
import { type BodyKind } from './domain/request-words.js'
import { type AttachReadingInput, type RecommendAnswerInput } from './request-answer.inputs.js'
import { RequestCheckService } from './request-check.service.js'
import { RequestDeskRepository } from './request-desk.repository.js'
import { alreadyWithdrawn, RequestRecordService } from './request-record.service.js'
import { RequestRecordRepository } from './request-record.repository.js'
import { type AttachReadingResult, type ReadingPublishedInFuture, type RecommendAnswerResult } from './request-result.types.js'
import { type RequestEntity } from './request.entity.js'

/** What an LMC or a clinical director says of a request to every network that was asked. */
@Injectable()
export class SiftingService {
  constructor(
    private readonly writing: RequestRecordService,
    private readonly desk: RequestDeskRepository,
    private readonly records: RequestRecordRepository,
    private readonly checks: RequestCheckService,
    private readonly idempotency: Idempotency,
  ) {}

  attachReading(scope: NetworkScope, input: AttachReadingInput): Promise<typeof AttachReadingResult> {
    const { requestId, bodyCode, author, text, link = null, publishedOn = null } = input
    return this.idempotency.once<typeof AttachReadingResult>(scope.personId, 'attachReading', input, async () => {
      const { request, withdrawn, bodyKind } = await this.inNameOf(scope, requestId, bodyCode)
      if (withdrawn) return alreadyWithdrawn
      const today = this.writing.today()
      if (publishedOn !== null && publishedOn > today) return publishedInFuture(today)
      const found = input.clause ? clauseOf(input.clause) : null
      const refusal = found && (await this.checks.refuseClause(found, request.contractYear))
      if (refusal) return refusal
      const clause = found ?? { clause: null, requirementCode: null, paragraph: null }
      const said = { author, text, link, publishedOn }
      const reading = { id: randomUUID(), requestId, bodyKind, bodyCode, ...said, ...clause, ...this.writing.recorded(scope) }
      await this.records.addReading(reading)
      if (found) await this.records.setClause(requestId, bodyKind, bodyCode, found)
      await this.writing.trace(scope, [bodyCode], requestId, { action: 'request.read', readingId: reading.id, clause: clause.clause })
      return { kind: 'ReadingAttached', requestId }
    })
  }

  recommend(scope: NetworkScope, input: RecommendAnswerInput): Promise<typeof RecommendAnswerResult> {
    const { requestId, bodyCode, choice, reason, reply = null } = input
    return this.idempotency.once<typeof RecommendAnswerResult>(scope.personId, 'recommendAnswer', input, async () => {
      const { withdrawn, bodyKind } = await this.inNameOf(scope, requestId, bodyCode)
      if (withdrawn) return alreadyWithdrawn
      const said = { id: randomUUID(), requestId, bodyKind, bodyCode, choice, reason, reply }
      await this.records.replaceRecommendation({ ...said, ...this.writing.recorded(scope), supersededAt: null })
      await this.writing.trace(scope, [bodyCode], requestId, { action: 'request.recommend', choice })
      return { kind: 'AnswerRecommended', requestId }
    })
  }

  /** Errors: NOT_FOUND unless the body is the caller's own, and was asked or covers a network that was. */
  private async inNameOf(
    scope: NetworkScope,
    requestId: string,
    bodyCode: string,
  ): Promise<{ request: RequestEntity; withdrawn: boolean; bodyKind: BodyKind }> {
    const found = await this.writing.reached(scope, requestId)
    const bodyKind = await this.desk.bodyOf(scope, requestId, bodyCode)
    if (bodyKind === null) throw new RequestError('NOT_FOUND', 'There is no such request of this body.')
    return { ...found, bodyKind }
  }
}

function publishedInFuture(latestDay: Day): ReadingPublishedInFuture {
  const message = `The day must be ${latestDay} or earlier.`
  return { kind: 'ReadingPublishedInFuture', field: 'publishedOn', message, latestDay }
}
