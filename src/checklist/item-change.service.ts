import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { AuditLog, type AuditRecord } from '../platform/audit-log/audit-log.js'
import { Database } from '../platform/database/database.js'
import { type Answer, type Refusal } from '../platform/graphql/refusal.js'
import { Idempotency, type Retryable } from '../platform/idempotency/idempotency.js'
import { RequestError } from '../platform/request-error.js'
import { ChecklistRepository, type ItemInScope } from './checklist.repository.js'

/** A change somebody asks for. */
export interface ChangeAsked<Found extends ItemInScope> {
  readonly scope: NetworkScope
  readonly mutation: string
  /** As the trail names it. */
  readonly action: string
  readonly input: Retryable
  /** The item it is about; undefined when there is none in scope. */
  find(): Promise<Found | undefined>
}

/** A change that was made: its answer, and what the trail says of it. */
export interface Changed<Done extends Answer> {
  readonly done: Done
  readonly trail: Pick<AuditRecord, 'subjectType' | 'subjectId' | 'details'>
}

/** Changes one item: in scope, once, one at a time, with an entry in the trail and its standing brought up to date. */
@Injectable()
export class ItemChangeService {
  constructor(
    private readonly database: Database,
    private readonly checklists: ChecklistRepository,
    private readonly audit: AuditLog,
    private readonly idempotency: Idempotency,
  ) {}

  /** Errors: NOT_FOUND when the item is not in scope. A refusal changes nothing. */
  change<Found extends ItemInScope, Done extends Answer, Refused extends Refusal = never>(
    asked: ChangeAsked<Found>,
    work: (found: Found) => Promise<Changed<Done> | Refused>,
  ): Promise<Done | Refused> {
    const { scope, mutation, action, input } = asked
    return this.idempotency.once<Done | Refused>(scope.personId, mutation, input, async () => {
      const found = await asked.find()
      if (!found) throw new RequestError('NOT_FOUND', 'There is no such checklist item.')
      await this.checklists.lock([found.item.id])
      const result = await work(found)
      if (!('done' in result)) return result
      await this.audit.record({ action, actorId: scope.personId, organisationCode: found.checklist.ownerCode, ...result.trail })
      this.database.touch([found.item.id])
      return result.done
    })
  }

  /** How an item is found by its id. */
  item(scope: NetworkScope, itemId: string): () => Promise<ItemInScope | undefined> {
    return async () => (await this.checklists.itemsInScope(scope, [itemId]))[0]
  }
}
