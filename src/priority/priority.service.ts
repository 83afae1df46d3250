import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { AssignmentRepository } from '../checklist/assignment.repository.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { RequestError } from '../platform/request-error.js'
import { AskedMinutesService } from './asked-minutes.service.js'
import { refusePlan } from './domain/priority.js'
import { refuseServing } from './domain/serving.js'
import { PriorityRecordService } from './priority-record.service.js'
import { type SetPriorityInput } from './priority.inputs.js'
import { PriorityRepository, type PriorityRow } from './priority.repository.js'
import { type SetPriorityResult } from './priority-result.types.js'

/** What a priority is set to: the input without what makes it safe to send again. */
export type PrioritySetting = Omit<SetPriorityInput, 'idempotencyKey'>
type Plan = Pick<PriorityRow, 'opensOn' | 'closesOn' | 'minutes' | 'milestones' | 'serves'>
type SetRefusal = Exclude<typeof SetPriorityResult, { readonly created: boolean }>

/** Makes and changes priorities. */
@Injectable()
export class PriorityService {
  constructor(
    private readonly record: PriorityRecordService,
    private readonly priorities: PriorityRepository,
    private readonly asked: AskedMinutesService,
    private readonly assignments: AssignmentRepository,
    private readonly idempotency: Idempotency,
  ) {}

  set(scope: NetworkScope, input: SetPriorityInput): Promise<typeof SetPriorityResult> {
    return this.idempotency.once(scope.personId, 'setPriority', input, () => this.setWithin(scope, input))
  }

  /** The same inside an open transaction. Errors: NOT_FOUND when the network or the priority is not in scope. */
  async setWithin(scope: NetworkScope, input: PrioritySetting): Promise<typeof SetPriorityResult> {
    await this.record.own(scope, input.networkCode)
    const before = input.priorityId ? await this.existing(scope, input) : null
    if (before?.closing)
      return { kind: 'PriorityHasEnded', field: 'priorityId', message: 'This priority has ended. Open it again to change it.' }
    const plan = planOf(input, before)
    const refusal = refusePlan(plan, input.contractYear) ?? (await this.refuseAgainstNetwork(input, plan))
    if (refusal) return refusal
    return this.record.version(scope, input, { before, plan })
  }

  private async existing(scope: NetworkScope, { priorityId, networkCode, contractYear }: PrioritySetting): Promise<PriorityRow> {
    const found = await this.priorities.priority(scope, priorityId ?? '')
    if (found?.networkCode === networkCode && found.contractYear === contractYear) return found
    throw new RequestError('NOT_FOUND', 'There is no such priority of this network and year.')
  }

  private async refuseAgainstNetwork(input: PrioritySetting, plan: Plan): Promise<SetRefusal | undefined> {
    const { networkCode, contractYear, ownerId } = input
    const codes = [...new Set(plan.serves.map(({ requirementCode }) => requirementCode))]
    const { staffGroups, estimateOf } = await this.asked.of(networkCode, contractYear, codes)
    const group = refuseGroups(plan, staffGroups)
    if (group) return group
    const known = await this.priorities.onChecklist(networkCode, contractYear, codes)
    const requirementCodes = codes.filter((code) => !known.includes(code))
    if (requirementCodes.length > 0) {
      const message = `Not on this network’s checklist of ${contractYear}: ${requirementCodes.join(', ')}.`
      return { kind: 'RequirementNotOnChecklist', field: 'serves', message, requirementCodes }
    }
    const serving = refuseServing(plan.serves, plan.minutes, estimateOf)
    if (serving) return serving
    const people = ownerId ? await this.assignments.assignableOf([networkCode]) : []
    if (!ownerId || people.some(({ personId }) => personId === ownerId)) return undefined
    return { kind: 'OwnerNotAMember', field: 'ownerId', message: 'The owner must work for this network or one of its practices today.' }
  }
}

/** Errors: NOT_FOUND when a milestone to keep is not one of the priority's. */
function planOf(input: PrioritySetting, before: PriorityRow | null): Plan {
  const { opensOn, closesOn, serves } = input
  const minutes = input.minutes.map(({ staffGroup, low, central, high }) => ({
    staffGroup,
    low: low ?? central,
    central,
    high: high ?? central,
  }))
  const milestones = input.milestones.map(({ id, title, dueOn, minutes: asked }) => {
    if (id && !before?.milestones.some((milestone) => milestone.id === id)) {
      throw new RequestError('NOT_FOUND', 'There is no such milestone of this priority.')
    }
    return { id: id ?? randomUUID(), title, dueOn, minutes: asked ?? null }
  })
  return {
    ...{ opensOn, closesOn, minutes, milestones },
    serves: serves.map(({ requirementCode, staffGroup, minutes: given }) => ({ requirementCode, staffGroup, minutes: given })),
  }
}

function refuseGroups({ minutes, serves }: Plan, staffGroups: readonly string[]): SetRefusal | undefined {
  const asked = [...minutes.map(({ staffGroup }, index) => ({ staffGroup, field: `minutes.${index}.staffGroup` }))]
  asked.push(...serves.map(({ staffGroup }, index) => ({ staffGroup, field: `serves.${index}.staffGroup` })))
  const unknown = asked.find(({ staffGroup }) => !staffGroups.includes(staffGroup))
  if (!unknown) return undefined
  const message = `This network has no staff group ${unknown.staffGroup}. It has ${staffGroups.join(', ')}.`
  return { kind: 'StaffGroupUnknown', field: unknown.field, message, staffGroups }
}
