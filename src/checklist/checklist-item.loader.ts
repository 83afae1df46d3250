import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { type RequestContext } from '../platform/graphql/allow.js'
import { childrenLoader, rowLoader } from '../platform/graphql/children-loader.js'
import { AssignmentRepository } from './assignment.repository.js'
import { ChecklistEventRepository } from './checklist-event.repository.js'
import { assignmentScope } from './checklist.loader.js'
import { ChecklistRepository } from './checklist.repository.js'
import { LocalDayRepository } from './local-day.repository.js'
import { MarkRepository } from './mark.repository.js'

/** What belongs to items and occurrences, one query per request and field. */
@Injectable()
export class ChecklistItemLoader {
  constructor(
    private readonly checklists: ChecklistRepository,
    private readonly events: ChecklistEventRepository,
    private readonly marks: MarkRepository,
    private readonly localDays: LocalDayRepository,
    private readonly assignments: AssignmentRepository,
  ) {}

  readonly item = rowLoader(
    (ids) => this.checklists.items(ids),
    (row) => row.id,
  )

  readonly occurrence = rowLoader(
    (ids) => this.checklists.occurrences(ids),
    (row) => row.id,
  )

  /** In order. */
  readonly occurrencesOf = childrenLoader(
    (itemIds) => this.checklists.occurrencesOf(itemIds),
    (row) => row.itemId,
  )

  /** Latest first. What somebody wrote is for those who work with the item: none for whoever only counts. */
  readonly eventsOf = childrenLoader(
    async (itemIds, context) => ofSome(await this.worked(context, itemIds), (ids) => this.events.eventsOf(ids)),
    (row) => row.itemId,
  )

  /** Latest first, ended ones included, and for the same people. */
  readonly marksOf = childrenLoader(
    async (itemIds, context) => ofSome(await this.worked(context, itemIds), (ids) => this.marks.ofItems(ids)),
    (row) => row.itemId,
  )

  readonly localDaysOf = childrenLoader(
    (itemIds) => this.localDays.ofItems(itemIds),
    (row) => row.itemId,
  )

  /** Who has an item, where the caller may see it. */
  readonly assignmentOf = rowLoader(
    (itemIds, context) => this.assignments.ofItems(assignmentScope(context), itemIds),
    (row) => row.itemId,
  )

  /** Those of these items whose people, or whose commissioner, the caller is: they may ask each other about them. */
  private async worked(context: object, itemIds: readonly string[]): Promise<string[]> {
    const scope = (context as RequestContext).caller.scopeOf('item.ask') as NetworkScope
    return (await this.checklists.itemsInScope(scope, itemIds)).map(({ item }) => item.id)
  }
}

/** Asks nothing where there is nothing to ask about. */
function ofSome<Row>(ids: readonly string[], load: (ids: readonly string[]) => Promise<Row[]>): Promise<Row[]> {
  return ids.length === 0 ? Promise.resolve([]) : load(ids)
}
