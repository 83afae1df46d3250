import { Injectable } from '@nestjs/common'
import { occurrenceFactsOf } from '../checklist/domain/item-status.js'
import { occurrenceOn } from '../checklist/domain/status.js'
import { isOwed } from '../checklist/domain/status-words.js'
import { Clock } from '../platform/clock.js'
import { type Day, earlier } from '../platform/day.js'
import { FactsService, type ItemWithFacts } from './facts.service.js'
import { StandingRepository } from './standing.repository.js'
import { type Deadline } from './standing.types.js'

/** What falls due, as pairs of days. */
@Injectable()
export class DeadlineService {
  constructor(
    private readonly standing: StandingRepository,
    private readonly facts: FactsService,
    private readonly clock: Clock,
  ) {}

  /** What is still owed of a checklist in scope and falls due from a day to a day, by either day; by day, then code. */
  async between(checklistId: string, from: Day, to: Day): Promise<Deadline[]> {
    const items = await this.facts.ofItems(await this.standing.itemIdsDue(checklistId, from, to))
    const found = items.flatMap((item) => this.deadlinesOf(item).map((deadline) => ({ deadline, code: item.entry.code })))
    return found
      .filter(({ deadline }) => deadline.day >= from && deadline.day <= to)
      .sort((one, other) => (`${one.deadline.day} ${one.code}` < `${other.deadline.day} ${other.code}` ? -1 : 1))
      .map(({ deadline }) => deadline)
  }

  private deadlinesOf({ item, facts, occurrences }: ItemWithFacts): Deadline[] {
    return facts.occurrences.flatMap((record, index) => {
      const { status, dueOn: nationalDay } = occurrenceOn(occurrenceFactsOf(facts, record), this.clock.today())
      const occurrence = occurrences[index]
      const localDay = record.localDueOn
      const day = nationalDay === null || localDay === null ? (nationalDay ?? localDay) : earlier(nationalDay, localDay)
      if (!occurrence || day === null || !isOwed(status)) return []
      return [
        {
          day,
          nationalDay,
          localDay,
          item: item,
          occurrence: occurrence,
          status,
        },
      ]
    })
  }
}
