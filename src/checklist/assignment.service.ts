import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { Clock } from '../platform/clock.js'
import { type AssignItemInput } from './assignment.inputs.js'
import { AssignmentRepository } from './assignment.repository.js'
import { type ItemAssigned, type NotAMember } from './assignment.types.js'
import { type Changed, ItemChangeService } from './item-change.service.js'

/** Gives items to people. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly changes: ItemChangeService,
    private readonly assignments: AssignmentRepository,
    private readonly clock: Clock,
  ) {}

  assign(scope: NetworkScope, input: AssignItemInput): Promise<ItemAssigned | NotAMember> {
    const { itemId, personId: assigneeId = null, note } = input
    const asked = { scope, mutation: 'assignItem', action: 'item.assign', input, find: this.changes.item(scope, itemId) }
    return this.changes.change(asked, async ({ checklist }): Promise<Changed<ItemAssigned> | NotAMember> => {
      if (assigneeId !== null && !(await this.worksFor(checklist.ownerCode, assigneeId))) {
        const message = `There is no such person at ${checklist.ownerCode} or its practices.`
        return { kind: 'NotAMember', field: 'personId', message }
      }
      const recordedAt = this.clock.now()
      const row = { id: randomUUID(), itemId, assigneeId, note, recordedBy: scope.personId, recordedAt, supersededAt: null }
      await this.assignments.replace([row], recordedAt)
      const trail = { subjectType: 'Assignment', subjectId: row.id, details: { itemId, assigneeId } }
      return { done: { kind: 'ItemAssigned', itemId }, trail }
    })
  }

  private async worksFor(ownerCode: string, personId: string): Promise<boolean> {
    return (await this.assignments.assignableOf([ownerCode])).some((person) => person.personId === personId)
  }
}
