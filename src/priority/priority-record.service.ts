import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { type AuditValue } from '../platform/audit-log/audit-value.js'
import { Clock } from '../platform/clock.js'
import { RequestError } from '../platform/request-error.js'
import { OwnNetworkRepository } from './own-network.repository.js'
import { type PriorityVersionEntity } from './priority.entity.js'
import { type PriorityRow, PriorityRepository } from './priority.repository.js'
import { type PrioritySet } from './priority-result.types.js'

/** What a priority says apart from when and how long. */
type Words = Partial<Pick<PriorityVersionEntity, 'need' | 'needSource' | 'population' | 'ownerId' | 'measure' | 'baseline' | 'target'>> &
  Pick<PriorityVersionEntity, 'title'>
type Plan = Pick<PriorityVersionEntity, 'opensOn' | 'closesOn' | 'minutes' | 'milestones' | 'serves'>

/** Writes what changes about priorities, with its trace in the audit trail. Works inside an open transaction. */
@Injectable()
export class PriorityRecordService {
  constructor(
    private readonly networks: OwnNetworkRepository,
    private readonly priorities: PriorityRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Makes sure that the network is in scope, and that nobody else changes its priorities meanwhile. Errors: NOT_FOUND. */
  async own(scope: NetworkScope, networkCode: string): Promise<void> {
    const [network] = await this.networks.reached(scope, [networkCode])
    if (!network) throw new RequestError('NOT_FOUND', 'There is no such network.')
    await this.networks.lock(networkCode)
  }

  /** The same for the network whose priority it is; the priority as it is then. Errors: NOT_FOUND. */
  async ownPriority(scope: NetworkScope, priorityId: string): Promise<PriorityRow> {
    const found = await this.priorities.priority(scope, priorityId)
    if (found) await this.networks.lock(found.networkCode)
    const priority = found && (await this.priorities.priority(scope, priorityId))
    if (!priority) throw new RequestError('NOT_FOUND', 'There is no such priority.')
    return priority
  }

  /** What a priority, or a new one, says from now on. */
  async version(
    scope: NetworkScope,
    input: Words & Pick<PriorityRow, 'networkCode' | 'contractYear'>,
    { before, plan }: { readonly before: PriorityRow | null; readonly plan: Plan },
  ): Promise<PrioritySet> {
    const { networkCode, contractYear } = input
    const priorityId = before?.id ?? randomUUID()
    const recorded = { recordedBy: scope.personId, recordedAt: this.clock.now() }
    if (!before) await this.priorities.add({ id: priorityId, networkCode, contractYear, ...recorded })
    const {
      title,
      need = null,
      needSource = null,
      population = null,
      ownerId = null,
      measure = null,
      baseline = null,
      target = null,
    } = input
    const words = { title, need, needSource, population, ownerId, measure, baseline, target }
    await this.priorities.replaceVersion({ id: randomUUID(), priorityId, ...words, ...plan, ...recorded, supersededAt: null })
    await this.trace(scope, networkCode, priorityId, { action: 'priority.set', contractYear, created: !before })
    return { kind: 'PrioritySet', priorityId, created: !before }
  }

  async trace(
    scope: NetworkScope,
    organisationCode: string,
    subjectId: string,
    { action, ...details }: { readonly action: string; readonly [detail: string]: AuditValue },
  ): Promise<void> {
    await this.audit.record({ action, actorId: scope.personId, organisationCode, subjectType: 'Priority', subjectId, details })
  }
}
