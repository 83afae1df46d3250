import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { monthsOf } from '../priority/domain/months.js'
import { askedMinutes, refuseAskedMinutes } from './domain/asked-minutes.js'
import { type Clause, clauseOf } from './domain/clause.js'
import { refuseDays, type RequestDays, windowOf } from './domain/request-window.js'
import { RequestCheckService } from './request-check.service.js'
import { alreadyWithdrawn, RequestRecordService } from './request-record.service.js'
import { RequestRecordRepository } from './request-record.repository.js'
import { type RecordRequestResult, type RequestNotYours, type WithdrawRequestResult } from './request-result.types.js'
import { type RequestEntity } from './request.entity.js'
import { type RecordRequestInput, type WithdrawRequestInput } from './request.inputs.js'

type Refused = Exclude<typeof RecordRequestResult, { readonly requestId: string }>

/** Records what networks are asked, and takes back what was recorded by mistake. */
@Injectable()
export class RequestService {
  constructor(
    private readonly checks: RequestCheckService,
    private readonly writing: RequestRecordService,
    private readonly records: RequestRecordRepository,
    private readonly idempotency: Idempotency,
  ) {}

  /** Errors: NOT_FOUND for a network that is neither the caller's own nor covered by the LMC it records for. */
  record(scope: NetworkScope, input: RecordRequestInput): Promise<typeof RecordRequestResult> {
    return this.idempotency.once<typeof RecordRequestResult>(scope.personId, 'recordRequest', input, async () => {
      const networkCodes = [...input.networkCodes].sort()
      await this.checks.mayRecordFor(scope, networkCodes, input.lmcCode ?? null)
      const days = daysOf(input)
      const clause = clauseOf(input.clause)
      const refusal = refuseDays(days, input.contractYear, this.writing.today()) ?? (await this.refuse(input, networkCodes, clause))
      if (refusal) return refusal
      const requestId = await this.writing.add(scope, networkCodes, askOf(input, days), clause)
      return { kind: 'RequestRecorded', requestId }
    })
  }

  /** Whoever recorded it takes it back: the LMC, or the people of all the networks it was recorded for. */
  withdraw(scope: NetworkScope, input: WithdrawRequestInput): Promise<typeof WithdrawRequestResult> {
    const { requestId, reason } = input
    return this.idempotency.once<typeof WithdrawRequestResult>(scope.personId, 'withdrawRequest', input, async () => {
      const { request, withdrawn } = await this.writing.reached(scope, requestId)
      const asked = await this.records.networksOf(requestId)
      const own = await this.writing.ownOf(scope, requestId)
      const isTheirs = request.lmcCode === null ? own.length === asked.length : scope.own.includes(request.lmcCode)
      if (!isTheirs) return notYours
      if (withdrawn) return alreadyWithdrawn
      await this.records.withdraw({ id: randomUUID(), requestId, reason, ...this.writing.recorded(scope) })
      await this.writing.trace(scope, asked, requestId, { action: 'request.withdraw' })
      return { kind: 'RequestWithdrawn', requestId }
    })
  }

  private async refuse(input: RecordRequestInput, networkCodes: readonly string[], clause: Clause): Promise<Refused | undefined> {
    const { opensOn, closesOn } = windowOf(daysOf(input), input.contractYear)
    const staffGroups = await this.checks.staffGroupsOf(networkCodes, input.lmcCode ?? null)
    const minutes = refuseAskedMinutes(askedMinutes(input.minutes), monthsOf(opensOn, closesOn, input.contractYear), staffGroups)
    return minutes ?? (await this.checks.refuseClause(clause, input.contractYear))
  }
}

const notYours: RequestNotYours = {
  kind: 'RequestNotYours',
  field: 'requestId',
  message: 'Only those who recorded a request take it back. A network that should not do it declines.',
}

function daysOf({ receivedOn, dueOn = null, opensOn = null, closesOn = null }: RecordRequestInput): RequestDays {
  return { receivedOn, dueOn, opensOn, closesOn }
}

function askOf(input: RecordRequestInput, days: RequestDays): Omit<RequestEntity, 'id' | 'recordedBy' | 'recordedAt'> {
  const { lmcCode = null, contractYear, title, what, why = null, askedBy, askerKind, receivedOn, nature, obligation, timing } = input
  return {
    ...{ lmcCode, contractYear, title, what, why, askedBy, askerKind, receivedOn, dueOn: days.dueOn, nature, obligation, timing },
    ...windowOf(days, contractYear),
    minutes: askedMinutes(input.minutes),
  }
}
