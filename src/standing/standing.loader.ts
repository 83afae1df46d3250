import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { type OccurrenceOutlook, statusOfOccurrence } from '../checklist/domain/status.js'
import { occurrenceFactsOf } from '../checklist/domain/item-status.js'
import { Clock } from '../platform/clock.js'
import { type RequestContext } from '../platform/graphql/allow.js'
import { childrenLoader, rowLoader } from '../platform/graphql/children-loader.js'
import { FactsService } from './facts.service.js'
import { ProgressRepository } from './progress.repository.js'
import { StandingRepository } from './standing.repository.js'

/** Where an occurrence stands. */
export interface OccurrenceStanding {
  readonly occurrenceId: string
  readonly outlook: OccurrenceOutlook
}

/** Standing of what is already in scope, a fixed number of statements per request and field. */
@Injectable()
export class StandingLoader {
  constructor(
    private readonly facts: FactsService,
    private readonly standings: StandingRepository,
    private readonly progress: ProgressRepository,
    private readonly clock: Clock,
  ) {}

  readonly occurrence = rowLoader(
    (ids) => this.ofOccurrences(ids),
    (row) => row.occurrenceId,
  )

  readonly ofChecklist = rowLoader(
    (ids) => this.progress.ofChecklists(ids),
    (row) => row.key,
  )

  /** Of all service areas of a checklist; keys are `checklist id, space, area id`. */
  readonly ofServiceAreas = childrenLoader(
    (ids) => this.progress.ofServiceAreas(ids),
    (row) => row.key.split(' ')[0] ?? '',
  )

  /** Items whose practices the caller may see: holding a permission somewhere is not holding it here. */
  readonly practiceItem = rowLoader(
    (ids, context) => this.standings.itemsWithin((context as RequestContext).caller.scopeOf('practice.read') as NetworkScope, ids),
    (row) => row.id,
  )

  private async ofOccurrences(occurrenceIds: readonly string[]): Promise<OccurrenceStanding[]> {
    const wanted = new Set(occurrenceIds)
    const items = await this.facts.ofItems(await this.standings.itemIdsOf(occurrenceIds))
    const today = this.clock.today()
    return items.flatMap(({ facts, occurrences }) =>
      occurrences.flatMap(({ id }, index) => {
        const record = facts.occurrences[index]
        return record && wanted.has(id) ? [{ occurrenceId: id, outlook: statusOfOccurrence(occurrenceFactsOf(facts, record), today) }] : []
      }),
    )
  }
}
