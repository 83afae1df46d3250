import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { earlier, firstDayOf, lastDayOf } from '../platform/day.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { RequestError } from '../platform/request-error.js'
import { refuseMinutes } from '../priority/domain/minutes.js'
import { PriorityRepository, type PriorityRow } from '../priority/priority.repository.js'
import { RequestRepository } from '../request/request.repository.js'
import { CrowdOutRepository } from './crowd-out.repository.js'
import { DisplacementTrace } from './displacement-trace.service.js'
import { type RecordDisplacementInput, type WithdrawDisplacementInput } from './displacement.inputs.js'
import { type RecordDisplacementResult, type WithdrawDisplacementResult } from './displacement.types.js'
import { MOST_MINUTES_A_YEAR } from './domain/bounds.js'

type Recorded = typeof RecordDisplacementResult

/** The log of what put local work back. */
@Injectable()
export class DisplacementService {
  constructor(
    private readonly repository: CrowdOutRepository,
    private readonly priorities: PriorityRepository,
    private readonly requests: RequestRepository,
    private readonly idempotency: Idempotency,
    private readonly trace: DisplacementTrace,
  ) {}

  /** Errors: NOT_FOUND for a priority or request that is not in scope; BAD_USER_INPUT where cause and what it names do not fit. */
  record(scope: NetworkScope, input: RecordDisplacementInput): Promise<Recorded> {
    requireFitting(input)
    return this.idempotency.once<Recorded>(scope.personId, 'recordDisplacement', input, async () => {
      const priority = await this.priorities.priority(scope, input.priorityId)
      if (!priority) throw new RequestError('NOT_FOUND', 'There is no such priority.')
      const refusal = this.refuse(priority, input) ?? (await this.refuseRequirement(priority, input.requirementCode ?? null))
      if (refusal) return refusal
      const requestId = await this.requestOf(scope, priority, input.requestId ?? null)
      const { priorityId, milestoneId = null, minutes, cause, requirementCode = null, happenedOn, note } = input
      const displacement = {
        ...{ id: randomUUID(), priorityId, milestoneId, minutes, cause, requirementCode, requestId, happenedOn, note },
        ...{ recordedBy: scope.personId, recordedAt: this.trace.now(), supersededAt: null },
      }
      await this.repository.addDisplacement(displacement)
      await this.trace.of(scope, 'displacement.record', priority, displacement.id, {})
      const { networkCode, contractYear } = priority
      return { kind: 'DisplacementRecorded', priorityId, displacement: { ...displacement, networkCode, contractYear } }
    })
  }

  /** Errors: NOT_FOUND for an entry that is not in scope or was taken back before. */
  withdraw(scope: NetworkScope, input: WithdrawDisplacementInput): Promise<typeof WithdrawDisplacementResult> {
    return this.idempotency.once<typeof WithdrawDisplacementResult>(scope.personId, 'withdrawDisplacement', input, async () => {
      const displacement = await this.repository.displacement(scope, input.displacementId)
      if (!displacement) throw new RequestError('NOT_FOUND', 'There is no such entry in the displacement log.')
      await this.repository.endDisplacement(displacement.id, this.trace.now())
      await this.trace.of(scope, 'displacement.withdraw', displacement, displacement.id, {})
      return { kind: 'DisplacementWithdrawn', priorityId: displacement.priorityId }
    })
  }

  private refuse({ contractYear, milestones }: PriorityRow, { minutes, happenedOn, milestoneId = null }: RecordDisplacementInput) {
    const size = refuseMinutes(minutes, MOST_MINUTES_A_YEAR, 'minutes')
    if (size) return size
    if (minutes === 0) {
      return { kind: 'MinutesRefused', field: 'minutes', message: 'What was put back takes at least 1 minute.', mostMinutes: null } as const
    }
    const [earliestDay, latestDay] = [firstDayOf(contractYear), earlier(this.trace.today(), lastDayOf(contractYear))]
    if (happenedOn < earliestDay || happenedOn > latestDay) {
      const message = `The day must be from ${earliestDay} to ${latestDay}.`
      return { kind: 'DisplacementDayRefused', field: 'happenedOn', message, earliestDay, latestDay } as const
    }
    if (milestoneId === null || milestones.some(({ id }) => id === milestoneId)) return undefined
    return { kind: 'MilestoneUnknown', field: 'milestoneId', message: 'The priority has no such milestone.', milestones } as const
  }

  private async refuseRequirement({ networkCode, contractYear }: PriorityRow, code: string | null) {
    if (code === null || (await this.priorities.onChecklist(networkCode, contractYear, [code])).length === 1) return undefined
    const message = `${code} is not on the network’s checklist of ${contractYear}.`
    return { kind: 'RequirementNotOnChecklist', field: 'requirementCode', message, requirementCodes: [code] } as const
  }

  private async requestOf(scope: NetworkScope, { networkCode }: PriorityRow, requestId: string | null): Promise<string | null> {
    if (requestId === null) return null
    const request = await this.requests.received(scope, requestId, networkCode)
    if (!request) throw new RequestError('NOT_FOUND', 'There is no such request to this network.')
    return request.requestId
  }
}

function requireFitting({ cause, requirementCode = null, requestId = null }: RecordDisplacementInput): void {
  const problems = [
    ...((cause === 'REQUIREMENT') === (requirementCode !== null)
      ? []
      : [{ field: 'input.requirementCode', message: 'Give requirementCode with the cause REQUIREMENT, and only then.' }]),
    ...((cause === 'REQUEST') === (requestId !== null)
      ? []
      : [{ field: 'input.requestId', message: 'Give requestId with the cause REQUEST, and only then.' }]),
  ]
  if (problems.length > 0) throw RequestError.badInput(problems)
}
