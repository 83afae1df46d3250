import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { type AuditValue } from '../platform/audit-log/audit-value.js'
import { Clock } from '../platform/clock.js'
import { type Day, type Instant } from '../platform/day.js'
import { RequestError } from '../platform/request-error.js'
import { type Clause } from './domain/clause.js'
import { RequestDeskRepository } from './request-desk.repository.js'
import { type RequestEntity } from './request.entity.js'
import { RequestRecordRepository } from './request-record.repository.js'
import { type NetworkRequestRow, RequestRepository } from './request.repository.js'

/** The request was recorded by mistake and withdrawn. */
export const alreadyWithdrawn = {
  kind: 'RequestAlreadyWithdrawn',
  field: 'requestId',
  message: 'This request was recorded by mistake and withdrawn.',
}

/** Writes what changes about requests, with its trace in the audit trail. Works inside an open transaction. */
@Injectable()
export class RequestRecordService {
  constructor(
    private readonly requests: RequestRepository,
    private readonly desk: RequestDeskRepository,
    private readonly records: RequestRecordRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** A new request of networks already in scope; its id. */
  async add(
    scope: NetworkScope,
    networkCodes: readonly string[],
    request: Omit<RequestEntity, 'id' | 'recordedBy' | 'recordedAt'>,
    clause: Clause,
  ): Promise<string> {
    const id = randomUUID()
    const numberOf = await this.records.nextNumbers(networkCodes)
    const clauseBy = request.lmcCode !== null && clause.clause !== 'NOT_LOOKED' ? ('LMC' as const) : ('RECORDER' as const)
    const recipients = networkCodes.map((networkCode) => ({
      ...{ id: randomUUID(), requestId: id, networkCode, number: numberOf(networkCode), clauseBy },
      ...clause,
    }))
    await this.records.add({ id, ...request, ...this.recorded(scope) }, recipients)
    const details = { networks: networkCodes.length, receivedOn: request.receivedOn, contractYear: request.contractYear }
    await this.trace(scope, networkCodes, id, { action: 'request.record', ...details })
    return id
  }

  /** A request at a network in scope, which nobody else changes meanwhile. Errors: NOT_FOUND. */
  async received(scope: NetworkScope, requestId: string, networkCode: string): Promise<NetworkRequestRow> {
    const found = await this.requests.received(scope, requestId, networkCode)
    if (found) await this.records.lock(requestId)
    const row = found && (await this.requests.received(scope, requestId, networkCode))
    if (!row) throw new RequestError('NOT_FOUND', 'There is no such request of this network.')
    return row
  }

  /** A request in reach, which nobody else changes meanwhile, and whether it was withdrawn. Errors: NOT_FOUND. */
  async reached(scope: NetworkScope, requestId: string): Promise<{ request: RequestEntity; withdrawn: boolean }> {
    const request = await this.desk.request(scope, requestId)
    if (!request) throw new RequestError('NOT_FOUND', 'There is no such request.')
    await this.records.lock(requestId)
    return { request, withdrawn: (await this.desk.withdrawalsOf([requestId])).length > 0 }
  }

  /** Those of the networks asked that are the caller's own: what an LMC covers is not. */
  async ownOf(scope: NetworkScope, requestId: string): Promise<string[]> {
    return (await this.requests.ofRequests(scope, [requestId])).map(({ networkCode }) => networkCode)
  }

  recorded({ personId }: NetworkScope): { recordedBy: string; recordedAt: Instant } {
    return { recordedBy: personId, recordedAt: this.clock.now() }
  }

  today(): Day {
    return this.clock.today()
  }

  /** One entry in the trail of each organisation. */
  async trace(
    { personId: actorId }: NetworkScope,
    organisationCodes: readonly string[],
    subjectId: string,
    { action, ...details }: { readonly action: string; readonly [detail: string]: AuditValue },
  ): Promise<void> {
    const entries = organisationCodes.map((organisationCode) => ({
      action,
      actorId,
      organisationCode,
      subjectType: 'Request',
      subjectId,
      details,
    }))
    await this.audit.record(...entries)
  }
}
