import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { PracticeRepository } from '../network/practice.repository.js'
import { Clock } from '../platform/clock.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { RequestError } from '../platform/request-error.js'
import { refuseDone } from './domain/priority.js'
import { refuseRanking } from './domain/ranking.js'
import { PriorityRecordService } from './priority-record.service.js'
import {
  type ClosePriorityInput,
  type EndorsePriorityInput,
  type MarkMilestoneInput,
  type RankPrioritiesInput,
  type ReopenPriorityInput,
} from './priority.inputs.js'
import { type PriorityRow, PriorityRepository } from './priority.repository.js'
import {
  type ClosePriorityResult,
  type EndorsePriorityResult,
  type MarkMilestoneResult,
  type PriorityHasEnded,
  type RankPrioritiesResult,
  type ReopenPriorityResult,
} from './priority-result.types.js'

/** What becomes of priorities once they are there: ranked, ended, opened again, endorsed. */
@Injectable()
export class PriorityCourseService {
  constructor(
    private readonly record: PriorityRecordService,
    private readonly priorities: PriorityRepository,
    private readonly practices: PracticeRepository,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  rank(scope: NetworkScope, input: RankPrioritiesInput): Promise<typeof RankPrioritiesResult> {
    const { networkCode, contractYear, priorityIds } = input
    return this.idempotency.once<typeof RankPrioritiesResult>(scope.personId, 'rankPriorities', input, async () => {
      await this.record.own(scope, networkCode)
      const open = (await this.priorities.inYear([networkCode], contractYear)).filter(isOpen)
      const refusal = refuseRanking(
        priorityIds,
        open.map(({ id }) => id),
      )
      if (refusal) return refusal
      const id = randomUUID()
      await this.priorities.addRanking({ id, networkCode, contractYear, priorityIds, ...this.recorded(scope) })
      await this.record.trace(scope, networkCode, id, { action: 'priority.rank', contractYear, priorityIds })
      return { kind: 'PrioritiesRanked', priorityIds }
    })
  }

  close(scope: NetworkScope, input: ClosePriorityInput): Promise<typeof ClosePriorityResult> {
    const { priorityId, outcome, reason } = input
    return this.idempotency.once<typeof ClosePriorityResult>(scope.personId, 'closePriority', input, async () => {
      const priority = await this.record.ownPriority(scope, priorityId)
      if (!isOpen(priority)) return ended
      await this.priorities.addClosing({ id: randomUUID(), priorityId, outcome, reason, ...this.recorded(scope), supersededAt: null })
      await this.record.trace(scope, priority.networkCode, priorityId, { action: 'priority.close', outcome })
      return { kind: 'PriorityClosed', priorityId }
    })
  }

  reopen(scope: NetworkScope, input: ReopenPriorityInput): Promise<typeof ReopenPriorityResult> {
    const { priorityId } = input
    return this.idempotency.once<typeof ReopenPriorityResult>(scope.personId, 'reopenPriority', input, async () => {
      const priority = await this.record.ownPriority(scope, priorityId)
      if (isOpen(priority)) return { kind: 'PriorityIsOpen', field: 'priorityId', message: 'This priority has not ended.' }
      await this.priorities.endClosing(priorityId, this.clock.now())
      await this.record.trace(scope, priority.networkCode, priorityId, { action: 'priority.reopen' })
      return { kind: 'PriorityReopened', priorityId }
    })
  }

  /** Errors: NOT_FOUND for a practice that is not the caller's own and a member of the network today. */
  endorse(scope: NetworkScope, input: EndorsePriorityInput): Promise<typeof EndorsePriorityResult> {
    const { priorityId, practiceCode, endorses, reason = null } = input
    return this.idempotency.once<typeof EndorsePriorityResult>(scope.personId, 'endorsePriority', input, async () => {
      const priority = await this.record.ownPriority(scope, priorityId)
      const members = await this.practices.membersOn([priority.networkCode], this.clock.today())
      if (!scope.practices.includes(practiceCode) || !members.some((member) => member.practiceCode === practiceCode)) {
        throw new RequestError('NOT_FOUND', 'There is no such practice of yours in this network.')
      }
      if (!isOpen(priority)) return ended
      if (!endorses && !reason)
        return { kind: 'ViewNeedsReason', field: 'reason', message: 'Say why the practice does not stand behind it.' }
      const said = { id: randomUUID(), priorityId, practiceCode, endorses, reason }
      await this.priorities.replaceEndorsement({ ...said, ...this.recorded(scope), supersededAt: null })
      await this.record.trace(scope, priority.networkCode, priorityId, { action: 'priority.endorse', practiceCode, endorses })
      return { kind: 'PriorityEndorsed', priorityId }
    })
  }

  /** Errors: NOT_FOUND for a milestone that is not the priority's as it is now. */
  markMilestone(scope: NetworkScope, input: MarkMilestoneInput): Promise<typeof MarkMilestoneResult> {
    const { priorityId, milestoneId, doneOn = null } = input
    return this.idempotency.once<typeof MarkMilestoneResult>(scope.personId, 'markMilestone', input, async () => {
      const priority = await this.record.ownPriority(scope, priorityId)
      if (!priority.milestones.some(({ id }) => id === milestoneId)) {
        throw new RequestError('NOT_FOUND', 'There is no such milestone of this priority.')
      }
      if (!isOpen(priority)) return ended
      const refusal = doneOn === null ? undefined : refuseDone(doneOn, this.clock.today(), priority.contractYear)
      if (refusal) return refusal
      const recorded = this.recorded(scope)
      const mark = doneOn === null ? null : { id: randomUUID(), priorityId, milestoneId, doneOn, ...recorded, supersededAt: null }
      await this.priorities.replaceMilestoneMark(milestoneId, mark, recorded.recordedAt)
      const trace = { action: 'priority.markMilestone', milestoneId, ...(doneOn !== null && { doneOn }) }
      await this.record.trace(scope, priority.networkCode, priorityId, trace)
      return { kind: 'MilestoneMarked', priorityId }
    })
  }

  private recorded({ personId }: NetworkScope) {
    return { recordedBy: personId, recordedAt: this.clock.now() }
  }
}

const ended: PriorityHasEnded = { kind: 'PriorityHasEnded', field: 'priorityId', message: 'This priority has ended.' }

function isOpen({ closing }: PriorityRow): boolean {
  return closing === null
}
