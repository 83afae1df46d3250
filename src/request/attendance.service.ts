import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { standingOf } from './domain/answer.js'
import { type AttendanceFacts, refuseAgreement, refuseOffer } from './domain/attendance.js'
import { type AcceptAttendanceInput, type AttendForInput } from './request-answer.inputs.js'
import { RequestDeskRepository } from './request-desk.repository.js'
import { alreadyWithdrawn, RequestRecordService } from './request-record.service.js'
import { RequestRecordRepository } from './request-record.repository.js'
import { type AcceptAttendanceResult, type AttendForResult } from './request-result.types.js'
import { type NetworkRequestRow, RequestRepository } from './request.repository.js'

/** One network attends for others that were asked the same. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly writing: RequestRecordService,
    private readonly requests: RequestRepository,
    private readonly desk: RequestDeskRepository,
    private readonly records: RequestRecordRepository,
    private readonly idempotency: Idempotency,
  ) {}

  /** Offers to attend, or takes the offer back. Offering again changes the note and keeps what others agreed to. */
  offer(scope: NetworkScope, input: AttendForInput): Promise<typeof AttendForResult> {
    const { requestId, networkCode, attends, note = null } = input
    return this.idempotency.once<typeof AttendForResult>(scope.personId, 'attendFor', input, async () => {
      const row = await this.writing.received(scope, requestId, networkCode)
      if (row.withdrawal) return alreadyWithdrawn
      const recorded = this.writing.recorded(scope)
      if (attends) {
        const [asked] = await this.desk.countsOf([requestId])
        const refusal = refuseOffer(factsOf(row), asked?.networks ?? 0)
        if (refusal) return refusal
        const offer = { id: randomUUID(), recipientId: row.id, note, ...recorded, supersededAt: null }
        await this.records.offer(offer)
        if (row.offer) await this.records.replaceOffer(row.offer.id, offer)
      } else if (row.offer) await this.records.endOffer(row.offer.id, recorded.recordedAt)
      await this.writing.trace(scope, [networkCode], requestId, { action: 'request.attend', attends })
      return { kind: 'AttendanceOffered', requestId, networkCode, attends }
    })
  }

  /** Has another network attend for one's own, or goes oneself again. */
  accept(scope: NetworkScope, input: AcceptAttendanceInput): Promise<typeof AcceptAttendanceResult> {
    const { requestId, networkCode, attendantCode = null } = input
    return this.idempotency.once<typeof AcceptAttendanceResult>(scope.personId, 'acceptAttendance', input, async () => {
      const row = await this.writing.received(scope, requestId, networkCode)
      if (row.withdrawal) return alreadyWithdrawn
      const recorded = this.writing.recorded(scope)
      if (attendantCode === null) await this.records.endAgreement(row.id, recorded.recordedAt)
      else {
        const other = await this.requests.ofRecipient(requestId, attendantCode)
        const refusal = refuseAgreement(factsOf(row), other && factsOf(other))
        if (refusal) return refusal
        if (!other?.offer) throw new Error('Agreed with a network that offers nothing')
        const agreement = { id: randomUUID(), attendanceId: other.offer.id, recipientId: row.id, ...recorded, supersededAt: null }
        await this.records.agree(agreement)
      }
      await this.writing.trace(scope, [networkCode], requestId, { action: 'request.agree', attendantCode })
      return { kind: 'AttendanceAccepted', requestId, networkCode, attendantCode }
    })
  }
}

function factsOf({ answer, offer, attendant }: NetworkRequestRow): AttendanceFacts {
  return { standing: standingOf(answer), offers: offer !== null, attendedBy: attendant?.networkCode ?? null }
}
