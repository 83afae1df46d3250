import { Injectable } from '@nestjs/common'
import { Brackets, type SelectQueryBuilder } from 'typeorm'
import { type NetworkScope } from '../access/domain/scope.js'
import { NetworkRepository } from '../network/network.repository.js'
import { Database } from '../platform/database/database.js'
import { type Day } from '../platform/day.js'
import { type Nature, type Obligation } from '../specification/domain/catalogue.js'
import { CatalogueEntryEntity, ServiceAreaEntity } from '../specification/specification.entity.js'
import { AssignmentEntity, ChecklistEntity, ChecklistItemEntity } from './checklist.entity.js'
import { type ItemStatus } from './domain/status-words.js'

/** What narrows a list of items; what is left out or null narrows nothing. */
export interface ItemNarrowing {
  readonly serviceAreaCodes?: readonly string[] | null
  readonly statuses?: readonly ItemStatus[] | null
  readonly obligations?: readonly Obligation[] | null
  readonly natures?: readonly Nature[] | null
  readonly dueFrom?: Day | null
  readonly dueTo?: Day | null
  readonly declarationOnly?: boolean | null
  readonly practiceLevel?: boolean | null
  /** Each of these has to be who looks after the item; so two different people find nothing. */
  readonly assigneeIds?: readonly string[]
}

/** A list's order: as the specification reads, or what falls due first and what has no day last. Then by id. */
export type ItemOrder = 'POSITION' | 'NEXT_DUE'

/** Where a list goes on: after the item with this position or day, and id. */
export type ItemKey = readonly [place: number | Day, id: string]

/** A part of a list of items of one checklist. */
export interface ItemPage {
  readonly narrowing: ItemNarrowing
  /** All of these groups have to be found in title, text or code, each by any of its wordings. */
  readonly wordings: readonly (readonly string[])[]
  readonly orderBy: ItemOrder
  readonly after: ItemKey | null
  readonly limit: number
}

/** Sorts after every day there is. */
export const NO_DAY = '9999-12-31'

type Query = SelectQueryBuilder<ChecklistItemEntity>

/** Lists of items, narrowed and ordered. */
@Injectable()
export class ItemListRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
  ) {}

  /** The same page of each of many checklists, in one query. `assignments` is where the caller may see who has an item. */
  async pagesOf(assignments: NetworkScope, checklistIds: readonly string[], page: ItemPage): Promise<ChecklistItemEntity[]> {
    const place = page.orderBy === 'POSITION' ? '"item"."position"' : `COALESCE("item"."nextDueOn", '${NO_DAY}')`
    const query = this.database.manager
      .createQueryBuilder(ChecklistItemEntity, 'item')
      .innerJoin(
        (ranks) => {
          const rank = `ROW_NUMBER() OVER (PARTITION BY "item"."checklistId" ORDER BY ${place}, "item"."id")`
          const some = ranks.select('item.id', 'id').addSelect(rank, 'rank').from(ChecklistItemEntity, 'item')
          some.innerJoin(CatalogueEntryEntity, 'entry', 'entry.id = item.entryId')
          some.where('item.checklistId IN (:...checklistIds)', { checklistIds: [...new Set(checklistIds)] })
          if (page.after)
            some.andWhere(`(${place} > :place OR (${place} = :place AND item.id > :id))`, { place: page.after[0], id: page.after[1] })
          narrowByItem(some, page.narrowing)
          narrowByRequirement(some, page.narrowing)
          narrowByWords(some, page.wordings)
          this.narrowByAssignee(some, page.narrowing, assignments)
          return some
        },
        'ranked',
        '"ranked"."id" = item.id AND "ranked"."rank" <= :limit',
        { limit: page.limit },
      )
      .orderBy('"ranked"."rank"')
    return query.getMany()
  }

  private narrowByAssignee(query: Query, { assigneeIds = [] }: ItemNarrowing, scope: NetworkScope): void {
    if (assigneeIds.length === 0) return
    const reach = this.networks.scopeCondition('"checklist"."ownerCode"', scope)
    query
      .innerJoin(ChecklistEntity, 'checklist', `checklist.id = item.checklistId AND (${reach.sql})`, reach.parameters)
      .innerJoin(AssignmentEntity, 'given', 'given.itemId = item.id AND given.supersededAt IS NULL')
    assigneeIds.forEach((id, index) => query.andWhere(`given.assigneeId = :assignee${index}`, { [`assignee${index}`]: id }))
  }
}

function narrowByItem(query: Query, { statuses, dueFrom, dueTo }: ItemNarrowing): void {
  if (statuses) query.andWhere(among('item.status', 'statuses', statuses), { statuses })
  if (dueFrom) query.andWhere('item.nextDueOn >= :dueFrom', { dueFrom })
  if (dueTo) query.andWhere('item.nextDueOn <= :dueTo', { dueTo })
}

function narrowByRequirement(query: Query, narrowing: ItemNarrowing): void {
  const { serviceAreaCodes, obligations, natures, declarationOnly, practiceLevel } = narrowing
  if (serviceAreaCodes) {
    query.innerJoin(ServiceAreaEntity, 'area', 'area.id = entry.serviceAreaId')
    query.andWhere(among('area.code', 'serviceAreaCodes', serviceAreaCodes), { serviceAreaCodes })
  }
  if (obligations) query.andWhere(among('entry.obligation', 'obligations', obligations), { obligations })
  if (natures) query.andWhere(among('entry.nature', 'natures', natures), { natures })
  if (typeof declarationOnly === 'boolean') query.andWhere('entry.declarationOnly = :declarationOnly', { declarationOnly })
  if (typeof practiceLevel === 'boolean') query.andWhere('entry.perPractice = :practiceLevel', { practiceLevel })
}

function narrowByWords(query: Query, groups: ItemPage['wordings']): void {
  groups.forEach((wordings, group) => {
    const anyWording = new Brackets((any) => {
      wordings.forEach((wording, index) => {
        const name = `wording${group}_${index}`
        for (const column of ['title', 'text', 'code'])
          any.orWhere(`LOWER(entry.${column}) LIKE :${name} ESCAPE '!'`, { [name]: containing(wording) })
      })
    })
    query.andWhere(anyWording)
  })
}

/** An empty list is a question too: its answer is nothing. */
function among(column: string, name: string, values: readonly string[]): string {
  return values.length === 0 ? '1 = 0' : `${column} IN (:...${name})`
}

/**
 * A pattern for texts that hold these words. SQLite makes only plain letters small: any other letter with capitals matches any character.
 */
function containing(words: string): string {
  const letters = [...words.toLowerCase()].map((letter) => {
    if ('!%_'.includes(letter)) return `!${letter}`
    return letter > '\u007f' && letter !== letter.toUpperCase() ? '_' : letter
  })
  return `%${letters.join('')}%`
}
