import { Injectable } from '@nestjs/common'
import { MembershipEntity, PersonEntity } from '../access/access.entity.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { NetworkMembershipEntity } from '../network/network.entity.js'
import { NetworkRepository } from '../network/network.repository.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { type Day, type Instant } from '../platform/day.js'
import { CatalogueEntryEntity } from '../specification/specification.entity.js'
import { AssignmentEntity, ChecklistEntity, ChecklistItemEntity } from './checklist.entity.js'
import { type Status } from './domain/status-words.js'

/** Somebody an owner's items can be given to. */
export interface Assignable {
  readonly ownerCode: string
  readonly personId: string
  readonly email: string | null
}

/** One line of a checklist as a file: who has the item is empty where the scope does not reach. */
export interface ItemLine {
  readonly checklistId: string
  readonly itemId: string
  readonly code: string
  readonly title: string
  readonly status: Status
  readonly nextDueOn: Day | null
  readonly assigneeId: string | null
  readonly email: string | null
  readonly note: string | null
}

/** What somebody can be whose work is a network's or an ICB's checklist. */
const workingRoles = ['network-manager', 'clinical-director', 'practice-member', 'commissioner']

/** Who looks after which item, with a note to them. It is the owner's own: a scope narrows every query. */
@Injectable()
export class AssignmentRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
    private readonly clock: Clock,
  ) {}

  /** Who has items now. Items nobody was ever given have no row. */
  ofItems(scope: NetworkScope, itemIds: readonly string[]): Promise<AssignmentEntity[]> {
    const query = this.database.manager
      .createQueryBuilder(AssignmentEntity, 'assignment')
      .innerJoin(ChecklistItemEntity, 'item', 'item.id = assignment.itemId')
      .innerJoin(ChecklistEntity, 'checklist', 'checklist.id = item.checklistId')
      .where('assignment.itemId IN (:...itemIds) AND assignment.supersededAt IS NULL', { itemIds: [...new Set(itemIds)] })
    return this.networks.narrow(query, 'checklist.ownerCode', scope).getMany()
  }

  /** What somebody has of an owner's items, of every year. */
  ofPerson(scope: NetworkScope, ownerCode: string, personId: string): Promise<AssignmentEntity[]> {
    const query = this.database.manager
      .createQueryBuilder(AssignmentEntity, 'assignment')
      .innerJoin(ChecklistItemEntity, 'item', 'item.id = assignment.itemId')
      .innerJoin(ChecklistEntity, 'checklist', 'checklist.id = item.checklistId AND checklist.ownerCode = :ownerCode', { ownerCode })
      .where('assignment.assigneeId = :personId AND assignment.supersededAt IS NULL', { personId })
      .orderBy('assignment.itemId')
    return this.networks.narrow(query, 'checklist.ownerCode', scope).getMany()
  }

  /** Every item of checklists as a line, in reading order. */
  linesOf(scope: NetworkScope, checklistIds: readonly string[]): Promise<ItemLine[]> {
    const reach = this.networks.scopeCondition('checklist.ownerCode', scope)
    return this.database.manager
      .createQueryBuilder(ChecklistItemEntity, 'item')
      .innerJoin(ChecklistEntity, 'checklist', 'checklist.id = item.checklistId')
      .innerJoin(CatalogueEntryEntity, 'entry', 'entry.id = item.entryId')
      .leftJoin(AssignmentEntity, 'given', `given.itemId = item.id AND given.supersededAt IS NULL AND (${reach.sql})`, reach.parameters)
      .leftJoin(PersonEntity, 'person', 'person.id = given.assigneeId')
      .select('item.checklistId', 'checklistId')
      .addSelect('item.id', 'itemId')
      .addSelect('entry.code', 'code')
      .addSelect('entry.title', 'title')
      .addSelect('item.status', 'status')
      .addSelect('item.nextDueOn', 'nextDueOn')
      .addSelect('given.assigneeId', 'assigneeId')
      .addSelect('person.email', 'email')
      .addSelect('given.note', 'note')
      .where('item.checklistId IN (:...checklistIds)', { checklistIds: [...new Set(checklistIds)] })
      .orderBy('item.position')
      .addOrderBy('item.id')
      .getRawMany<ItemLine>()
  }

  /** Who works today for networks (their practices included) or ICBs. */
  assignableOf(ownerCodes: readonly string[]): Promise<Assignable[]> {
    const today = this.clock.today()
    const current = (alias: string) =>
      `${alias}.startsOn <= :today AND (${alias}.endsOn IS NULL OR ${alias}.endsOn >= :today) AND ${alias}.supersededAt IS NULL`
    const owner = 'CASE WHEN membership.organisationCode IN (:...ownerCodes) THEN membership.organisationCode ELSE practice.networkCode END'
    return this.database.manager
      .createQueryBuilder(MembershipEntity, 'membership')
      .innerJoin(PersonEntity, 'person', 'person.id = membership.personId')
      .leftJoin(NetworkMembershipEntity, 'practice', `practice.practiceCode = membership.organisationCode AND ${current('practice')}`)
      .select(owner, 'ownerCode')
      .addSelect('person.id', 'personId')
      .addSelect('person.email', 'email')
      .distinct(true)
      .where('membership.role IN (:...workingRoles)', { workingRoles })
      .andWhere(`membership.endedAt IS NULL AND ${current('membership')}`, { today })
      .andWhere('(membership.organisationCode IN (:...ownerCodes) OR practice.networkCode IN (:...ownerCodes))', {
        ownerCodes: [...new Set(ownerCodes)],
      })
      .orderBy('person.id')
      .getRawMany<Assignable>()
  }

  /** Gives items to people: what held before ends, and is kept. */
  async replace(rows: AssignmentEntity[], at: Instant): Promise<void> {
    if (rows.length === 0) return
    const itemIds = rows.map(({ itemId }) => itemId)
    await this.database.manager
      .createQueryBuilder()
      .update(AssignmentEntity)
      .set({ supersededAt: at })
      .where('itemId IN (:...itemIds) AND supersededAt IS NULL', { itemIds })
      .execute()
    await this.database.manager.insert(AssignmentEntity, rows)
  }
}
