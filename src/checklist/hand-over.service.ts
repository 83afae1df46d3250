import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { RequestError } from '../platform/request-error.js'
import { type HandOverItemsInput } from './assignment.inputs.js'
import { AssignmentRepository } from './assignment.repository.js'
import { type HandOverItemsResult } from './assignment.types.js'
import { type AssignmentEntity } from './checklist.entity.js'
import { ChecklistRepository } from './checklist.repository.js'

/** Gives all that somebody looks after to whoever comes after them. */
@Injectable()
export class HandOverService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly checklists: ChecklistRepository,
    private readonly assignments: AssignmentRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Errors: NOT_FOUND when the organisation's items are not the caller's to give. */
  handOver(scope: NetworkScope, input: HandOverItemsInput): Promise<typeof HandOverItemsResult> {
    const { organisationCode, fromPersonId, toPersonId } = input
    return this.idempotency.once<typeof HandOverItemsResult>(scope.personId, 'handOverItems', input, async () => {
      if (!scope.own.includes(organisationCode))
        throw new RequestError('NOT_FOUND', 'There is no such organisation whose items you give out.')
      const people = await this.assignments.assignableOf([organisationCode])
      if (!people.some(({ personId }) => personId === toPersonId)) {
        const message = `There is no such person at ${organisationCode} or its practices.`
        return { kind: 'NotAMember', field: 'toPersonId', message }
      }
      const held = await this.lockedItemsOf(scope, organisationCode, fromPersonId)
      if (held.length === 0) return { kind: 'NothingToHandOver', field: 'fromPersonId', message: 'They look after nothing here.' }
      await this.give(scope, organisationCode, held, toPersonId)
      return { kind: 'ItemsHandedOver', items: held.length }
    })
  }

  /** Read again once nobody else can change them: somebody may have given one away meanwhile. */
  private async lockedItemsOf(scope: NetworkScope, ownerCode: string, personId: string): Promise<AssignmentEntity[]> {
    const found = await this.assignments.ofPerson(scope, ownerCode, personId)
    await this.checklists.lock(found.map(({ itemId }) => itemId))
    return this.assignments.ofPerson(scope, ownerCode, personId)
  }

  private async give(scope: NetworkScope, organisationCode: string, held: readonly AssignmentEntity[], assigneeId: string): Promise<void> {
    const recordedAt = this.clock.now()
    const recorded = { recordedBy: scope.personId, recordedAt, supersededAt: null }
    const rows = held.map(({ itemId, note }): AssignmentEntity => ({ id: randomUUID(), itemId, assigneeId, note, ...recorded }))
    await this.assignments.replace(rows, recordedAt)
    const who = { action: 'item.assign', actorId: scope.personId, organisationCode, subjectType: 'Assignment' }
    await this.audit.record(...rows.map(({ id, itemId }) => ({ ...who, subjectId: id, details: { itemId, assigneeId } })))
  }
}
