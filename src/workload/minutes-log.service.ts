import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { EvidenceRepository } from '../evidence/evidence.repository.js'
import { Clock } from '../platform/clock.js'
import { contractYearOf } from '../platform/day.js'
import { RequestError } from '../platform/request-error.js'
import { MOST_MINUTES_A_MONTH, refuseMinutes } from '../priority/domain/minutes.js'
import { PriorityRepository } from '../priority/priority.repository.js'
import { WorkloadChangeService } from './workload-change.service.js'
import { WorkloadRecordRepository } from './workload-record.repository.js'
import { type LogMinutesResult, type WithdrawMinutesResult } from './workload-result.types.js'
import { type MinutesLogEntity } from './workload.entity.js'
import { type LogMinutesInput, type WithdrawMinutesInput } from './workload.inputs.js'

type Subject = Pick<MinutesLogEntity, 'networkCode' | 'contractYear' | 'itemId' | 'priorityId' | 'evidenceId'>

/** How long things took, as people say. */
@Injectable()
export class MinutesLogService {
  constructor(
    private readonly changes: WorkloadChangeService,
    private readonly records: WorkloadRecordRepository,
    private readonly priorities: PriorityRepository,
    private readonly evidence: EvidenceRepository,
    private readonly clock: Clock,
  ) {}

  log(scope: NetworkScope, input: LogMinutesInput): Promise<typeof LogMinutesResult> {
    return this.changes.once<typeof LogMinutesResult>(scope, 'logMinutes', input, async () => {
      const { staffGroup, minutes, spentOn, note } = input
      const subject = await this.subject(scope, input)
      const { networkCode, contractYear } = subject
      const refusal = refuseMinutes(minutes, MOST_MINUTES_A_MONTH, 'minutes') ?? (await this.changes.refuseGroup(networkCode, staffGroup))
      if (refusal) return refusal
      const latestDay = this.clock.today()
      if (spentOn > latestDay) {
        return { kind: 'SpentInFuture', field: 'spentOn', message: `The day must be ${latestDay} or earlier.`, latestDay }
      }
      const log: MinutesLogEntity = { id: randomUUID(), ...subject, staffGroup, minutes, spentOn, note, ...this.changes.recorded(scope) }
      await this.records.addLog(log)
      await this.changes.trace(scope, networkCode, { action: 'workload.log', subjectId: log.id, contractYear, staffGroup })
      return { kind: 'MinutesLogged', networkCode, log }
    })
  }

  /** Errors: NOT_FOUND for a log that is not in scope or is somebody else's, unless the caller runs the network. */
  withdraw(scope: NetworkScope, input: WithdrawMinutesInput): Promise<typeof WithdrawMinutesResult> {
    return this.changes.once<typeof WithdrawMinutesResult>(scope, 'withdrawMinutes', input, async () => {
      const { logId } = input
      const log = await this.records.logInScope(scope, logId)
      const isTheirs = log !== null && (log.recordedBy === scope.personId || scope.own.includes(log.networkCode))
      if (!isTheirs) throw new RequestError('NOT_FOUND', 'There is no such log of yours.')
      await this.records.endLog(logId, this.clock.now())
      await this.changes.trace(scope, log.networkCode, { action: 'workload.withdrawLog', subjectId: logId })
      return { kind: 'MinutesWithdrawn', networkCode: log.networkCode }
    })
  }

  /** What the time was spent on, in scope. Errors: BAD_USER_INPUT unless it is one thing; NOT_FOUND. */
  private async subject(
    scope: NetworkScope,
    { itemId = null, priorityId = null, evidenceId = null, spentOn }: LogMinutesInput,
  ): Promise<Subject> {
    if ((itemId !== null && priorityId !== null) || (itemId === null && priorityId === null && evidenceId === null)) {
      throw RequestError.badInput([{ field: 'input.itemId', message: 'Give an item or a priority, or evidence alone.' }])
    }
    const evidence = evidenceId === null ? null : await this.evidence.one(scope, evidenceId)
    const owner = itemId !== null ? await this.changes.item(scope, itemId) : await this.ownerOf(scope, priorityId)
    const networkCode = owner?.networkCode ?? evidence?.ownerCode
    if (networkCode === undefined || (evidenceId !== null && evidence?.ownerCode !== networkCode)) {
      throw new RequestError('NOT_FOUND', 'There is no such priority or evidence of this network.')
    }
    return { networkCode, contractYear: owner?.contractYear ?? contractYearOf(spentOn), itemId, priorityId, evidenceId }
  }

  private async ownerOf(scope: NetworkScope, priorityId: string | null): Promise<Pick<Subject, 'networkCode' | 'contractYear'> | null> {
    if (priorityId === null) return null
    const priority = await this.priorities.priority(scope, priorityId)
    if (!priority) throw new RequestError('NOT_FOUND', 'There is no such priority or evidence of this network.')
    return priority
  }
}
