import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { Clock } from '../platform/clock.js'
import { type Day } from '../platform/day.js'
import { judgeDeclarationOnly } from '../specification/domain/declaration-only.js'
import { SpecificationLoader } from '../specification/specification.loader.js'
import { CatalogueEntry } from '../specification/specification.types.js'
import {
  type ChecklistEntity,
  type ChecklistEventEntity,
  type ChecklistItemEntity,
  type MarkEntity,
  type OccurrenceEntity,
} from './checklist.entity.js'
import { ChecklistItemLoader } from './checklist-item.loader.js'
import { ChecklistLoader } from './checklist.loader.js'
import { daysLateOn } from './domain/lateness.js'
import { isRequirementEntry, type RequirementEntry } from './checklist.repository.js'
import {
  Checklist,
  ChecklistEvent,
  ChecklistItem,
  DeclarationOnlyReading,
  type Lateness,
  LatenessEnum,
  Occurrence,
} from './checklist.types.js'
import { lateWording } from './domain/deadline.js'
import { ItemChange, Mark } from './mark.types.js'

@Resolver(() => ChecklistItem)
export class ChecklistItemResolver {
  constructor(
    private readonly loader: ChecklistItemLoader,
    private readonly checklists: ChecklistLoader,
    private readonly specifications: SpecificationLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => Checklist, { description: 'The checklist it is part of.' })
  checklist(@Parent() item: ChecklistItemEntity, @Context() context: object): Promise<ChecklistEntity | null> {
    return this.checklists.checklist(context, item.checklistId)
  }

  @ResolveField(() => CatalogueEntry, { description: 'What it asks.' })
  requirement(@Parent() item: ChecklistItemEntity, @Context() context: object): Promise<RequirementEntry> {
    return this.entryOf(context, item)
  }

  @ResolveField(() => String, { description: 'The code of its requirement in this year.' })
  async code(@Parent() item: ChecklistItemEntity, @Context() context: object): Promise<string> {
    return (await this.entryOf(context, item)).code
  }

  @ResolveField(() => Int, { description: 'Days late: counted on while something is owed late, else the latest of what was shown late.' })
  daysLate(@Parent() item: ChecklistItemEntity): number {
    return daysLateOn(item, this.clock.today())
  }

  @ResolveField(() => Boolean, {
    description: 'Past the ICB’s day while the national day, which alone makes it overdue, is still to come.',
  })
  pastLocalDay(@Parent() { localDueOn, nextDueOn }: ChecklistItemEntity): boolean {
    const today = this.clock.today()
    return localDueOn !== null && localDueOn < today && (nextDueOn === null || nextDueOn >= today)
  }

  @ResolveField(() => LatenessEnum, { nullable: true, description: 'What being overdue means; null while it is not.' })
  async late(@Parent() item: ChecklistItemEntity, @Context() context: object): Promise<Lateness | null> {
    if (item.status !== 'OVERDUE') return null
    const { obligation } = await this.entryOf(context, item)
    return lateWording(obligation) === 'breach' ? 'BREACH' : 'MONEY_MISSED'
  }

  @ResolveField(() => DeclarationOnlyReading, { description: 'Whether showing it is a declaration and nothing else, by our reading.' })
  async declarationOnly(@Parent() item: ChecklistItemEntity, @Context() context: object): Promise<DeclarationOnlyReading> {
    return judgeDeclarationOnly(await this.entryOf(context, item))
  }

  @ResolveField(() => [Occurrence], { description: 'The times it has to be shown, in order.' })
  occurrences(@Parent() item: ChecklistItemEntity, @Context() context: object): Promise<OccurrenceEntity[]> {
    return this.loader.occurrencesOf(context, item.id)
  }

  @ResolveField(() => [ChecklistEvent], { description: 'Events reported on it, latest first.' })
  events(@Parent() item: ChecklistItemEntity, @Context() context: object): Promise<ChecklistEventEntity[]> {
    return this.loader.eventsOf(context, item.id)
  }

  @ResolveField(() => [Mark], { description: 'What is said of it or of its occurrences besides showing them, latest first.' })
  async marks(
    @Parent() item: ChecklistItemEntity,
    @Args('ended', { type: () => Boolean, defaultValue: false, description: 'Also those that were taken back or replaced.' })
    ended: boolean,
    @Context() context: object,
  ): Promise<MarkEntity[]> {
    const marks = await this.loader.marksOf(context, item.id)
    return ended ? marks : marks.filter((mark) => mark.supersededAt === null)
  }

  private async entryOf(context: object, item: ChecklistItemEntity): Promise<RequirementEntry> {
    const entry = await this.specifications.requirement(context, item.entryId)
    if (!entry || !isRequirementEntry(entry)) throw new Error(`Item ${item.id} has no requirement`)
    return entry
  }
}

@Resolver(() => Occurrence)
export class OccurrenceResolver {
  constructor(private readonly loader: ChecklistItemLoader) {}

  @ResolveField(() => ChecklistItem, { description: 'The item it is of.' })
  item(@Parent() occurrence: OccurrenceEntity, @Context() context: object): Promise<ChecklistItemEntity | null> {
    return this.loader.item(context, occurrence.itemId)
  }

  @ResolveField(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day the ICB that leads for the network asks for it by; it moves no national day.',
  })
  async localDueOn(@Parent() { itemId, ordinal }: OccurrenceEntity, @Context() context: object): Promise<Day | null> {
    const days = await this.loader.localDaysOf(context, itemId)
    return days.find((day) => day.ordinal === ordinal)?.dueOn ?? null
  }

  @ResolveField(() => ChecklistEvent, { nullable: true, description: 'The event it follows; null where the calendar makes it.' })
  async event(@Parent() { itemId, eventId }: OccurrenceEntity, @Context() context: object): Promise<ChecklistEventEntity | null> {
    if (eventId === null) return null
    return (await this.loader.eventsOf(context, itemId)).find((event) => event.id === eventId) ?? null
  }
}

@Resolver(() => ItemChange)
export class ItemChangeResolver {
  constructor(private readonly loader: ChecklistItemLoader) {}

  @ResolveField(() => ChecklistItem, { description: 'The item as it stands after the change.' })
  item(@Parent() { itemId }: ItemChange, @Context() context: object): Promise<ChecklistItemEntity | null> {
    return this.loader.item(context, itemId)
  }
}
