import { Field, InterfaceType, ObjectType } from '@nestjs/graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { type Day } from '../platform/day.js'
import { type Answer, Refusal, resultOf } from '../platform/graphql/refusal.js'
import { GivenTwice, MinutesRefused, StaffGroupUnknown, WindowRefused } from '../priority/priority-result.types.js'
import { RequestWording } from './request.types.js'

/** What a mutation changed about one request, which is read again after the change. */
@InterfaceType({ description: 'Something about one request was changed.', resolveType: (value: Answer) => value.kind })
export abstract class RequestChange implements Answer {
  readonly kind!: string
  readonly requestId!: string
}

@ObjectType({ implements: () => [RequestChange], description: 'The request was recorded: one, however many networks were asked.' })
export class RequestRecorded extends RequestChange {}

@ObjectType({ implements: () => [RequestChange], description: 'The request was recorded by mistake and counts no more.' })
export class RequestWithdrawn extends RequestChange {}

@ObjectType({ implements: () => [RequestChange], description: 'Every network that was asked sees the reading.' })
export class ReadingAttached extends RequestChange {}

@ObjectType({ implements: () => [RequestChange], description: 'Every network that was asked sees what is recommended.' })
export class AnswerRecommended extends RequestChange {}

/** What a mutation changed about a request at one network. */
@InterfaceType({ description: 'Something about a request at one network was changed.', resolveType: (value: Answer) => value.kind })
export abstract class NetworkRequestChange implements Answer {
  readonly kind!: string
  readonly requestId!: string
  readonly networkCode!: string
}

@ObjectType({ implements: () => [NetworkRequestChange], description: 'The network has answered. Earlier answers are kept.' })
export class RequestAnswered extends NetworkRequestChange {}

@ObjectType({ implements: () => [NetworkRequestChange], description: 'The network offers to attend for the others, or no longer does.' })
export class AttendanceOffered extends NetworkRequestChange {
  @Field(() => Boolean) readonly attends!: boolean
}

@ObjectType({ implements: () => [NetworkRequestChange], description: 'Another network attends for this one, or no longer does.' })
export class AttendanceAccepted extends NetworkRequestChange {
  @Field(() => String, { nullable: true, description: 'The network that attends; null where it goes itself again.' })
  readonly attendantCode!: string | null
}

@ObjectType({ description: 'The wording is kept.' })
export class WordingSaved implements Answer {
  readonly kind!: string

  @Field(() => RequestWording)
  readonly wording!: RequestWording
}

@ObjectType({ description: 'The wording is no longer kept. Answers that used it stay as they are.' })
export class WordingRemoved implements Answer {
  readonly kind!: string

  @Field(() => String)
  readonly wordingId!: string
}

@ObjectType({ implements: () => [Refusal], description: 'The day it is said to have come has not.' })
export class RequestReceivedInFuture extends Refusal {
  @Field(() => GraphQLLocalDate, { description: 'The latest day that can be given: today.' })
  readonly latestDay!: Day
}

@ObjectType({
  implements: () => [Refusal],
  description: 'A clause that was found without its place, or one that was not found with a place.',
})
export class ClauseRefused extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The specification of the year has no requirement of this code.' })
export class ClauseNotInSpecification extends Refusal {
  @Field(() => String)
  readonly requirementCode!: string
}

@ObjectType({ implements: () => [Refusal], description: 'Everything but accepting needs a reason.' })
export class AnswerNeedsReason extends Refusal {}

@ObjectType({
  implements: () => [Refusal],
  description: 'The answer leaves out to whom or what instead, or says it where it does not belong.',
})
export class AnswerIncomplete extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The reading is said to be published on a day that has not come.' })
export class ReadingPublishedInFuture extends Refusal {
  @Field(() => GraphQLLocalDate, { description: 'The latest day that can be given: today.' })
  readonly latestDay!: Day
}

@ObjectType({ implements: () => [Refusal], description: 'The request was recorded by mistake and withdrawn.' })
export class RequestAlreadyWithdrawn extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'Somebody else recorded the request.' })
export class RequestNotYours extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'Attending cannot be offered or agreed like this.' })
export class AttendanceRefused extends Refusal {}

const clauseRefusals = [ClauseRefused, ClauseNotInSpecification] as const
const minutesRefusals = [MinutesRefused, GivenTwice, StaffGroupUnknown] as const

export const RecordRequestResult = resultOf(
  'RecordRequestResult',
  'The request, or why it cannot be so.',
  () => [RequestRecorded, RequestReceivedInFuture, WindowRefused, ...minutesRefusals, ...clauseRefusals] as const,
)
export const WithdrawRequestResult = resultOf(
  'WithdrawRequestResult',
  'The request, withdrawn.',
  () => [RequestWithdrawn, RequestAlreadyWithdrawn, RequestNotYours] as const,
)
export const AnswerRequestResult = resultOf(
  'AnswerRequestResult',
  'The request, answered, or why it cannot be answered so.',
  () => [RequestAnswered, AnswerNeedsReason, AnswerIncomplete, ...minutesRefusals, RequestAlreadyWithdrawn] as const,
)
export const AttendForResult = resultOf(
  'AttendForResult',
  'The offer, or why it cannot be made.',
  () => [AttendanceOffered, AttendanceRefused, RequestAlreadyWithdrawn] as const,
)
export const AcceptAttendanceResult = resultOf(
  'AcceptAttendanceResult',
  'The agreement, or why there can be none.',
  () => [AttendanceAccepted, AttendanceRefused, RequestAlreadyWithdrawn] as const,
)
export const AttachReadingResult = resultOf(
  'AttachReadingResult',
  'The request with the reading, or why it cannot be attached.',
  () => [ReadingAttached, ReadingPublishedInFuture, ...clauseRefusals, RequestAlreadyWithdrawn] as const,
)
export const RecommendAnswerResult = resultOf(
  'RecommendAnswerResult',
  'The request with what is recommended.',
  () => [AnswerRecommended, RequestAlreadyWithdrawn] as const,
)
export const SaveWordingResult = resultOf('SaveWordingResult', 'The wording.', () => [WordingSaved] as const)
export const RemoveWordingResult = resultOf('RemoveWordingResult', 'The wording, removed.', () => [WordingRemoved] as const)
