import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { type ChecklistItemEntity } from '../checklist/checklist.entity.js'
import { ChecklistRepository, type ItemInScope } from '../checklist/checklist.repository.js'
import { type RequestContext } from '../platform/graphql/allow.js'
import { childrenLoader } from '../platform/graphql/children-loader.js'
import { type EntrySubjects } from './domain/entry-subjects.js'
import { EvidenceRepository } from './evidence.repository.js'

/** Items that entries of the trail are about, as far as the caller may see them: three queries, however many entries there are. */
@Injectable()
export class EntryItemLoader {
  constructor(
    private readonly checklists: ChecklistRepository,
    private readonly evidence: EvidenceRepository,
  ) {}

  /** By code. */
  async of(context: object, subjects: EntrySubjects): Promise<ChecklistItemEntity[]> {
    if (Object.values(subjects).every((ids: readonly string[]) => ids.length === 0)) return []
    return (await this.items(context, JSON.stringify(subjects))).map(({ item }) => item)
  }

  private readonly items = childrenLoader(
    async (keys, context) => {
      const scope = (context as RequestContext).caller.scopeOf('checklist.read') as NetworkScope
      const asked = [...new Set(keys)].map((key) => ({ key, ...(JSON.parse(key) as EntrySubjects) }))
      const served = await this.evidence.everServed(asked.flatMap(({ evidenceIds }) => evidenceIds))
      const occurrences = asked.flatMap(({ occurrenceIds }) => occurrenceIds)
      const byOccurrence = await this.checklists.occurrencesInScope(scope, [...occurrences, ...served.map((use) => use.occurrenceId)])
      const direct = await this.checklists.itemsInScope(
        scope,
        asked.flatMap(({ itemIds }) => itemIds),
      )
      return asked.flatMap(({ key, itemIds, occurrenceIds, evidenceIds }) => {
        const wanted = new Set([
          ...occurrenceIds,
          ...served.flatMap((use) => (evidenceIds.includes(use.evidenceId) ? [use.occurrenceId] : [])),
        ])
        const found = [
          ...direct.filter(({ item }) => itemIds.includes(item.id)),
          ...byOccurrence.filter(({ occurrence }) => wanted.has(occurrence.id)),
        ]
        return inOrder(found).map((one) => ({ ...one, key }))
      })
    },
    ({ key }) => key,
  )
}

/** Each item once, by code. */
function inOrder(found: readonly ItemInScope[]): ItemInScope[] {
  const items = [...new Map(found.map((one) => [one.item.id, one])).values()]
  return items.sort((one, other) => (one.entry.code < other.entry.code ? -1 : 1))
}
