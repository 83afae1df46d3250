import { Field, ID, InterfaceType, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars'
import { type Day, type Instant } from '../platform/day.js'
import { enumOf } from '../platform/graphql/enum.js'
import { type Answer, Refusal, resultOf } from '../platform/graphql/refusal.js'
import { ChecklistEvent, Occurrence } from './checklist.types.js'
import { type MarkKind } from './domain/mark.js'

const MarkKindEnum = enumOf(
  'MarkKind',
  ['NOT_APPLICABLE', 'NOT_PURSUED', 'NOT_MET', 'BLOCKED_BY_PARTNER'] as const satisfies readonly MarkKind[],
  'What is said of an item or occurrence besides showing it.',
)

@ObjectType({
  description: 'Not applicable, not pursued, not met or blocked by a partner, with the reason. Never edited: it ends, and is kept.',
})
export class Mark {
  itemId!: string
  occurrenceId!: string | null
  recordedBy!: string
  supersededBy!: string | null

  @Field(() => ID)
  id!: string

  @Field(() => MarkKindEnum)
  kind!: MarkKind

  @Field(() => String)
  reason!: string

  @Field(() => String, { nullable: true, description: 'Who is waited for, when blocked.' })
  partner!: string | null

  @Field(() => GraphQLLocalDate, { description: 'First day it holds.' })
  startsOn!: Day

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day it holds; null without an end.' })
  endsOn!: Day | null

  @Field(() => GraphQLDateTimeISO)
  recordedAt!: Instant

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it was taken back or replaced; null while it stands.' })
  supersededAt!: Instant | null
}

/** What a mutation changed about one item. The item is read again after the change, so that its status is the new one. */
@InterfaceType({ description: 'Something about one item was changed.', resolveType: (value: Answer) => value.kind })
export abstract class ItemChange implements Answer {
  readonly kind!: string
  readonly itemId!: string
}

@ObjectType({ implements: () => [ItemChange], description: 'What was said of an item or occurrence.' })
export class MarkRecorded extends ItemChange {
  @Field(() => Mark)
  readonly mark!: Mark
}

@ObjectType({ implements: () => [ItemChange], description: 'A mark was taken back.' })
export class MarkEnded extends ItemChange {
  @Field(() => Mark)
  readonly mark!: Mark
}

@ObjectType({ implements: () => [ItemChange], description: 'Whether the network goes for paid work.' })
export class PursuitRecorded extends ItemChange {
  @Field(() => Boolean)
  readonly pursued!: boolean
}

@ObjectType({ implements: () => [ItemChange], description: 'An event, and what it made fall due.' })
export class EventReported extends ItemChange {
  @Field(() => ChecklistEvent)
  readonly event!: ChecklistEvent

  @Field(() => Occurrence)
  readonly occurrence!: Occurrence
}

@ObjectType({ implements: () => [Refusal], description: 'The event is of a day that has not come.' })
export class EventInFuture extends Refusal {
  @Field(() => GraphQLLocalDate, { description: 'The last day that can be given: today.' })
  readonly latestDay!: Day
}

@ObjectType({ implements: () => [Refusal], description: 'The requirement falls due by the calendar, not on events.' })
export class NotOnEvent extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The last day lies before the first.' })
export class MarkEndsBeforeItStarts extends Refusal {
  @Field(() => GraphQLLocalDate, { description: 'The earliest last day that can be given.' })
  readonly earliestDay!: Day
}

@ObjectType({ implements: () => [Refusal], description: 'A gate or an unpaid duty cannot be left unpursued: only paid work is optional.' })
export class OnlyPaidWorkIsOptional extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The mark has been taken back or replaced before.' })
export class MarkAlreadyEnded extends Refusal {
  @Field(() => GraphQLDateTimeISO)
  readonly endedAt!: Instant
}

export const ReportEventResult = resultOf(
  'ReportEventResult',
  'What reporting an event came to.',
  () => [EventReported, EventInFuture, NotOnEvent] as const,
)
export const MarkNotApplicableResult = resultOf(
  'MarkNotApplicableResult',
  'What marking not applicable came to.',
  () => [MarkRecorded] as const,
)
export const MarkBlockedResult = resultOf(
  'MarkBlockedResult',
  'What marking as blocked came to.',
  () => [MarkRecorded, MarkEndsBeforeItStarts] as const,
)
export const RecordNotMetResult = resultOf('RecordNotMetResult', 'What recording as not met came to.', () => [MarkRecorded] as const)
export const PursueResult = resultOf(
  'PursueResult',
  'What saying whether paid work is gone for came to.',
  () => [PursuitRecorded, OnlyPaidWorkIsOptional] as const,
)
export const EndMarkResult = resultOf('EndMarkResult', 'What taking back a mark came to.', () => [MarkEnded, MarkAlreadyEnded] as const)
