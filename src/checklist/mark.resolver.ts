import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { type PersonEntity } from '../access/access.entity.js'
import { PersonLoader } from '../access/access.loader.js'
import { Person } from '../access/access.types.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { ChecklistEventService } from './checklist-event.service.js'
import { type ChecklistEventEntity, type MarkEntity, type OccurrenceEntity } from './checklist.entity.js'
import { ChecklistItemLoader } from './checklist-item.loader.js'
import { ChecklistEvent, Occurrence } from './checklist.types.js'
import { EndMarkInput, MarkBlockedInput, MarkNotApplicableInput, PursueInput, RecordNotMetInput, ReportEventInput } from './mark.inputs.js'
import { MarkService } from './mark.service.js'
import {
  EndMarkResult,
  Mark,
  MarkBlockedResult,
  MarkNotApplicableResult,
  PursueResult,
  RecordNotMetResult,
  ReportEventResult,
} from './mark.types.js'

@Resolver(() => Mark)
export class MarkResolver {
  constructor(
    private readonly service: MarkService,
    private readonly events: ChecklistEventService,
    private readonly loader: ChecklistItemLoader,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => Occurrence, { nullable: true, description: 'The occurrence it is about; null when about the whole item.' })
  occurrence(@Parent() mark: MarkEntity, @Context() context: object): Promise<OccurrenceEntity | null> | null {
    return mark.occurrenceId === null ? null : this.loader.occurrence(context, mark.occurrenceId)
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who said so.' })
  recordedBy(@Parent() mark: MarkEntity, @Context() context: object): Promise<PersonEntity | null> {
    return this.people.person(context, mark.recordedBy)
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who took it back or replaced it; null while it stands.' })
  supersededBy(@Parent() mark: MarkEntity, @Context() context: object): Promise<PersonEntity | null> | null {
    return mark.supersededBy === null ? null : this.people.person(context, mark.supersededBy)
  }

  @Mutation(() => ReportEventResult, { description: 'Report something that makes an on-event requirement fall due.' })
  @Allow('item.mark')
  reportEvent(@Args('input') input: ReportEventInput, @Scope() scope: NetworkScope): Promise<typeof ReportEventResult> {
    return this.events.report(scope, input)
  }

  @Mutation(() => MarkNotApplicableResult, { description: 'Say that an item, or one occurrence of it, does not concern the network.' })
  @Allow('item.mark')
  markNotApplicable(@Args('input') input: MarkNotApplicableInput, @Scope() scope: NetworkScope): Promise<typeof MarkNotApplicableResult> {
    return this.service.notApplicable(scope, input)
  }

  @Mutation(() => MarkBlockedResult, { description: 'Say that an item, or one occurrence of it, waits for somebody else.' })
  @Allow('item.mark')
  markBlocked(@Args('input') input: MarkBlockedInput, @Scope() scope: NetworkScope): Promise<typeof MarkBlockedResult> {
    return this.service.blocked(scope, input)
  }

  @Mutation(() => RecordNotMetResult, { description: 'Close an occurrence as not met. Evidence recorded later ends that.' })
  @Allow('item.mark')
  recordNotMet(@Args('input') input: RecordNotMetInput, @Scope() scope: NetworkScope): Promise<typeof RecordNotMetResult> {
    return this.service.notMet(scope, input)
  }

  @Mutation(() => PursueResult, { description: 'Say whether the network goes for an item of paid work.' })
  @Allow('item.mark')
  pursue(@Args('input') input: PursueInput, @Scope() scope: NetworkScope): Promise<typeof PursueResult> {
    return this.service.pursue(scope, input)
  }

  @Mutation(() => EndMarkResult, { description: 'Take a mark back. It is kept, with who ended it and when.' })
  @Allow('item.mark')
  endMark(@Args('input') input: EndMarkInput, @Scope() scope: NetworkScope): Promise<typeof EndMarkResult> {
    return this.service.end(scope, input)
  }
}

@Resolver(() => ChecklistEvent)
export class ChecklistEventResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => Person, { nullable: true, description: 'Who reported it.' })
  recordedBy(@Parent() event: ChecklistEventEntity, @Context() context: object): Promise<PersonEntity | null> {
    return this.people.person(context, event.recordedBy)
  }
}
