import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { PersonLoader } from '../access/access.loader.js'
import { Person } from '../access/access.types.js'
import { type ChecklistEntity, type ChecklistItemEntity, type OccurrenceEntity } from '../checklist/checklist.entity.js'
import { ChecklistItemLoader } from '../checklist/checklist-item.loader.js'
import { type ChecklistArea } from '../checklist/checklist.repository.js'
import { Checklist, ChecklistItem, ChecklistServiceArea, Occurrence } from '../checklist/checklist.types.js'
import { type Progress as ProgressCounts, progressOf } from '../checklist/domain/progress.js'
import { type Day } from '../platform/day.js'
import { Allow } from '../platform/graphql/allow.js'
import { RequestError } from '../platform/request-error.js'
import { DeadlineService } from './deadline.service.js'
import { HistoryLoader } from './history.loader.js'
import { type HistoryRow } from './history.repository.js'
import { OccurrenceStanding, PracticeCoverage } from './occurrence-standing.types.js'
import { StandingLoader } from './standing.loader.js'
import { Deadline, HistoryEntry, Progress } from './standing.types.js'

/** How many things that happened are told at once. */
const MOST_ENTRIES = 500

@Resolver(() => Checklist)
export class ChecklistStandingResolver {
  constructor(
    private readonly loader: StandingLoader,
    private readonly deadlineService: DeadlineService,
    private readonly histories: HistoryLoader,
  ) {}

  @ResolveField(() => [HistoryEntry], {
    nullable: true,
    description: 'What happened to any of its items from a day on, newest first, at most 500. For its own organisation’s people.',
  })
  @Allow('history.read')
  async history(
    @Parent() checklist: ChecklistEntity,
    @Args('since', { type: () => GraphQLLocalDate }) since: Day,
    @Context() context: object,
  ): Promise<HistoryRow[]> {
    if (!(await this.histories.checklist(context, checklist.id)))
      throw new RequestError('FORBIDDEN', 'The history is for its organisation’s own people.')
    return (await this.histories.ofChecklist(context, checklist.id, since)).slice(0, MOST_ENTRIES)
  }

  @ResolveField(() => Progress, { description: 'How far it is, each item counted once.' })
  async progress(@Parent() checklist: ChecklistEntity, @Context() context: object): Promise<ProgressCounts> {
    return (await this.loader.ofChecklist(context, checklist.id))?.progress ?? progressOf([])
  }

  @ResolveField(() => [Deadline], {
    description: 'What is still owed and falls due from a day to a day, nationally or by the ICB’s day, earliest first.',
  })
  deadlines(
    @Parent() checklist: ChecklistEntity,
    @Args('from', { type: () => GraphQLLocalDate }) from: Day,
    @Args('to', { type: () => GraphQLLocalDate }) to: Day,
  ): Promise<Deadline[]> {
    if (from > to) throw RequestError.badInput([{ field: 'to', message: `The last day must be ${from} or later.` }])
    return this.deadlineService.between(checklist.id, from, to)
  }
}

@Resolver(() => ChecklistServiceArea)
export class AreaStandingResolver {
  constructor(private readonly loader: StandingLoader) {}

  @ResolveField(() => Progress, { description: 'How far this part is, each item counted once.' })
  async progress(@Parent() area: ChecklistArea, @Context() context: object): Promise<ProgressCounts> {
    const areas = await this.loader.ofServiceAreas(context, area.checklistId)
    return areas.find(({ key }) => key === `${area.checklistId} ${area.serviceAreaId}`)?.progress ?? progressOf([])
  }
}

@Resolver(() => Occurrence)
export class OccurrenceStandingResolver {
  constructor(private readonly loader: StandingLoader) {}

  @ResolveField(() => OccurrenceStanding, { description: 'Where it stands today.' })
  standing(@Parent() occurrence: OccurrenceEntity, @Context() context: object): Promise<OccurrenceStanding> {
    return this.outlook(occurrence, context)
  }

  @ResolveField(() => PracticeCoverage, {
    nullable: true,
    description: 'Which practices are asked, and which are covered. For the network’s own people.',
  })
  @Allow('practice.read')
  async practices(@Parent() occurrence: OccurrenceEntity, @Context() context: object): Promise<PracticeCoverage> {
    if (!(await this.loader.practiceItem(context, occurrence.itemId)))
      throw new RequestError('FORBIDDEN', 'Practices are for the network’s own people.')
    return (await this.outlook(occurrence, context)).practices
  }

  private async outlook(occurrence: OccurrenceEntity, context: object) {
    const found = await this.loader.occurrence(context, occurrence.id)
    if (!found) throw new RequestError('NOT_FOUND', 'There is no such occurrence.')
    return found.outlook
  }
}

@Resolver(() => ChecklistItem)
export class ItemStandingResolver {
  constructor(private readonly loader: HistoryLoader) {}

  @ResolveField(() => [HistoryEntry], {
    nullable: true,
    description: 'What happened to it, newest first. For its own organisation’s people.',
  })
  @Allow('history.read')
  async history(@Parent() item: ChecklistItemEntity, @Context() context: object): Promise<HistoryRow[]> {
    if (!(await this.loader.item(context, item.id)))
      throw new RequestError('FORBIDDEN', 'The history is for its organisation’s own people.')
    return this.loader.history(context, item.id)
  }
}

@Resolver(() => HistoryEntry)
export class HistoryEntryResolver {
  constructor(
    private readonly people: PersonLoader,
    private readonly items: ChecklistItemLoader,
  ) {}

  @ResolveField(() => ChecklistItem, { nullable: true, description: 'The item it happened to.' })
  item(@Parent() entry: HistoryRow, @Context() context: object): Promise<ChecklistItemEntity | null> {
    return this.items.item(context, entry.itemId)
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who did it; null for the server itself.' })
  async by(@Parent() entry: HistoryRow, @Context() context: object): Promise<Person | null> {
    return entry.byId === null ? null : this.people.person(context, entry.byId)
  }
}
