import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { type ContractYear } from '../platform/day.js'
import { type RequestContext } from '../platform/graphql/allow.js'
import { childrenLoader, rowLoader } from '../platform/graphql/children-loader.js'
import { SpecificationRepository } from '../specification/specification.repository.js'
import { AssignmentRepository } from './assignment.repository.js'
import { type ChecklistEntity, type ChecklistItemEntity } from './checklist.entity.js'
import { ChecklistRepository } from './checklist.repository.js'
import { type ItemPage, ItemListRepository } from './item-list.repository.js'

/** Whose assignments a caller may see. */
export const assignmentScope = (context: object): NetworkScope =>
  (context as RequestContext).caller.scopeOf('assignment.read') as NetworkScope

/** Checklists and lists of their items, one query per request and field for each different asking. */
@Injectable()
export class ChecklistLoader {
  constructor(
    private readonly checklists: ChecklistRepository,
    private readonly lists: ItemListRepository,
    private readonly assignments: AssignmentRepository,
    private readonly specifications: SpecificationRepository,
  ) {}

  /** A network's or ICB's checklist of a year; of the year in force, or the catalogue's last, when none is named. Null where there is none. */
  ofOwner(context: object, ownerCode: string, contractYear: ContractYear | null | undefined): Promise<ChecklistEntity | null> {
    return this.owned(context, keyOf(ownerCode, contractYear ?? null))
  }

  /** One item more than a page. */
  async page(context: object, checklistId: string, page: ItemPage): Promise<ChecklistItemEntity[]> {
    return (await this.pages(context, keyOf(checklistId, page))).map(({ row }) => row)
  }

  readonly checklist = rowLoader(
    (ids) => this.checklists.ofIds(ids),
    (row) => row.id,
  )

  readonly areasOf = childrenLoader(
    (checklistIds) => this.checklists.areasOf(checklistIds),
    (area) => area.checklistId,
  )

  readonly linesOf = childrenLoader(
    (checklistIds, context) => this.assignments.linesOf(assignmentScope(context), checklistIds),
    (line) => line.checklistId,
  )

  /** Who an owner's items can be given to. */
  readonly assignableOf = childrenLoader(
    (ownerCodes) => this.assignments.assignableOf(ownerCodes),
    (person) => person.ownerCode,
  )

  private async ownedIn(scope: NetworkScope, codes: readonly string[], year: ContractYear | null): Promise<ChecklistEntity[]> {
    return this.checklists.ofOwners(scope, codes, year ?? (await this.specifications.currentYear()))
  }

  private readonly ownedRows = rowLoader<{ key: string; row: ChecklistEntity }>(
    (keys, context) => {
      const scope = (context as RequestContext).caller.scopeOf('checklist.read') as NetworkScope
      return eachAsking<ContractYear | null, ChecklistEntity>(
        keys,
        (codes, year) => this.ownedIn(scope, codes, year),
        (row) => row.ownerCode,
      )
    },
    ({ key }) => key,
  )

  private async owned(context: object, key: string): Promise<ChecklistEntity | null> {
    return (await this.ownedRows(context, key))?.row ?? null
  }

  private readonly pages = childrenLoader<{ key: string; row: ChecklistItemEntity }>(
    (keys, context) =>
      eachAsking<ItemPage, ChecklistItemEntity>(
        keys,
        (ids, page) => this.lists.pagesOf(assignmentScope(context), ids, page),
        (row) => row.checklistId,
      ),
    ({ key }) => key,
  )
}

/** A parent's id with what was asked of it. */
function keyOf(id: string, asked: unknown): string {
  return JSON.stringify([id, asked])
}

/** One query for each different asking, however many parents. Each row comes with the key it is for. */
async function eachAsking<Asked, Row>(
  keys: readonly string[],
  load: (ids: string[], asked: Asked) => Promise<Row[]>,
  parentIdOf: (row: Row) => string,
): Promise<{ key: string; row: Row }[]> {
  const idsOf = new Map<string, string[]>()
  for (const key of keys) {
    const [id, asked] = JSON.parse(key) as [string, unknown]
    const asking = JSON.stringify(asked)
    idsOf.set(asking, [...(idsOf.get(asking) ?? []), id])
  }
  const found = await Promise.all(
    [...idsOf].map(async ([asking, ids]) => {
      const asked = JSON.parse(asking) as Asked
      return (await load(ids, asked)).map((row) => ({ key: keyOf(parentIdOf(row), asked), row }))
    }),
  )
  return found.flat()
}
