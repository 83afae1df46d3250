import { Injectable } from '@nestjs/common'
import { type ChecklistItemEntity } from '../checklist/checklist.entity.js'
import { ChecklistRepository } from '../checklist/checklist.repository.js'
import { judgeEvidence } from '../checklist/domain/evidence-counts.js'
import { type ItemOutlook, occurrenceFactsOf, statusOfItem } from '../checklist/domain/item-status.js'
import { occurrenceOn } from '../checklist/domain/status.js'
import { isShown } from '../checklist/domain/status-words.js'
import { type Submissible, SubmissionService } from '../decision/submission.service.js'
import { Clock } from '../platform/clock.js'
import { type Day } from '../platform/day.js'
import { FactsService, type ItemWithFacts } from './facts.service.js'
import { StandingRepository } from './standing.repository.js'

/** Items computed at once: bounds memory, and the size of a statement. */
export const ITEMS_AT_ONCE = 1_000

/** Computes the standing of items from their facts and stores it, inside the open transaction. */
@Injectable()
export class ProjectionService {
  constructor(
    private readonly standing: StandingRepository,
    private readonly facts: FactsService,
    private readonly submissions: SubmissionService,
    private readonly checklists: ChecklistRepository,
    private readonly clock: Clock,
  ) {}

  /** Computes items and stores what changed. Returns how many did. */
  async project(itemIds: readonly string[]): Promise<number> {
    let differing = 0
    for (let from = 0; from < itemIds.length; from += ITEMS_AT_ONCE) {
      const ids = itemIds.slice(from, from + ITEMS_AT_ONCE)
      // On PostgreSQL two changes to one item wait for each other here, so that the later one sees the facts of both.
      await this.checklists.lock(ids)
      const items = await this.submitted(await this.facts.ofItems(ids))
      const today = this.clock.today()
      const outlooks = items.map((item) => ({ item: item.item, outlook: statusOfItem(item.facts, today) }))
      const changed = outlooks.filter(({ item, outlook }) => differs(item, outlook))
      await this.standing.saveOutlooks(changed.map(({ item, outlook }) => ({ itemId: item.id, outlook })))
      differing += changed.length
    }
    return differing
  }

  /** Submits what a commissioner has to decide and is now shown in full, and reads those items again. */
  private async submitted(items: readonly ItemWithFacts[]): Promise<readonly ItemWithFacts[]> {
    const candidates = items
      .filter(({ entry, checklist }) => entry.decidedBy === 'COMMISSIONER' && checklist.ownerKind === 'NETWORK')
      .flatMap((item) => shownInFull(item, this.clock.today()))
    if (candidates.length === 0) return items
    const submitted = await this.submissions.submitAutomatically(candidates)
    if (submitted.length === 0) return items
    const again = new Set(candidates.filter(({ occurrenceId }) => submitted.includes(occurrenceId)).map(({ itemId }) => itemId))
    const reread = await this.facts.ofItems([...again])
    return [...items.filter(({ item }) => !again.has(item.id)), ...reread]
  }
}

/** An occurrence that is shown in full, with everything that counts for it today. */
function shownInFull({ item, checklist, entry, facts, occurrences }: ItemWithFacts, today: Day): (Submissible & { itemId: string })[] {
  return facts.occurrences.flatMap((record, index) => {
    const occurrence = occurrences[index]
    const status = occurrenceOn({ ...occurrenceFactsOf(facts, record), decisions: [] }, today).status
    if (!occurrence || !isShown(status)) return []
    const terms = { ...record.occurrence, standing: entry.standing }
    const evidence = record.evidence.filter((one) => judgeEvidence(one, terms, today).verdict === 'COUNTS').map(({ id }) => ({ id }))
    return [{ occurrenceId: occurrence.id, itemId: item.id, ownerCode: checklist.ownerCode, evidence }]
  })
}

function differs(item: ChecklistItemEntity, outlook: ItemOutlook): boolean {
  return (
    item.status !== outlook.status ||
    item.changesOn !== outlook.changesOn ||
    item.nextDueOn !== outlook.nextDueOn ||
    item.localDueOn !== outlook.nextLocalDueOn ||
    item.lateSince !== outlook.lateSince ||
    item.hazardOn !== outlook.hazardOn ||
    item.shownDaysLate !== outlook.shownDaysLate
  )
}
