import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars'
import { type ContractYear, type Day, type Instant } from '../platform/day.js'
import { enumOf } from '../platform/graphql/enum.js'
import { Node } from '../platform/graphql/node.js'
import { connectionOf } from '../platform/graphql/page.js'
import { type Nature, type Obligation } from '../specification/domain/catalogue.js'
import { type MinutesRange } from '../specification/domain/reference-data.js'
import { NatureEnum, ObligationEnum } from '../specification/specification.types.js'
import { EstimatedMinutes } from '../workload/workload.types.js'
import { type AskedMinutes } from './domain/asked-minutes.js'
import * as words from './domain/request-words.js'

export const AskerKindEnum = enumOf('AskerKind', words.askerKinds, 'What kind of body asks.')
export const AnswerChoiceEnum = enumOf('AnswerChoice', words.answerChoices, 'What a network can answer to a request.')
export const RequestStandingEnum = enumOf('RequestStanding', words.requestStandings, 'Its latest answer, or that there is none yet.')
export const ClauseFindingEnum = enumOf(
  'ClauseFinding',
  words.clauseFindings,
  'Whether the contract asks for it: a clause was found, none was, or nobody has looked.',
)
export const ClauseFinderEnum = enumOf(
  'ClauseFinder',
  words.clauseFinders,
  'Whose finding it is. That of an LMC that covers the network comes first.',
)
export const RequestTimingEnum = enumOf(
  'RequestTiming',
  words.requestTimings,
  'LEVELLED: recurs, and is spread over its months. FLOATING: done once, in any of them.',
)
const BodyKindEnum = enumOf('BodyKind', words.bodyKinds, 'An LMC that covers a network that was asked, or one of these networks.')

@ObjectType({ description: 'What one staff group is asked for in the whole window.' })
export class RequestMinutes implements AskedMinutes {
  @Field(() => String, { description: 'The staff group’s code.' }) staffGroup!: string
  @Field(() => EstimatedMinutes, { nullable: true, description: 'Null: it has a part in it, and nobody knows how much.' })
  minutes!: MinutesRange | null
}

/** Where the contract asks for it, as far as somebody looked. */
@ObjectType({ isAbstract: true })
abstract class WithClause {
  @Field(() => String, { nullable: true, description: 'Code of the requirement that asks for it, in the specification of the year.' })
  requirementCode!: string | null

  @Field(() => String, { nullable: true, description: 'Paragraph that asks for it.' })
  paragraph!: string | null
}

@ObjectType({
  description:
    'Something asked of a network that may or may not be in the contract. Asked of many networks at once it is still one request.',
  implements: () => [Node],
})
export class Request extends Node {
  recordedBy!: string

  @Field(() => String, {
    nullable: true,
    description: 'The LMC that recorded it for networks it covers; null where a network’s people did.',
  })
  lmcCode!: string | null
  @Field(() => String, { description: 'The contract year it is work of.' }) contractYear!: ContractYear
  @Field(() => String) title!: string
  @Field(() => String, { description: 'What is asked.' }) what!: string
  @Field(() => String, { nullable: true, description: 'Why, where anybody said.' }) why!: string | null
  @Field(() => String, { description: 'Who asks: the organisation, or somebody’s office in it.' }) askedBy!: string
  @Field(() => AskerKindEnum) askerKind!: words.AskerKind
  @Field(() => GraphQLLocalDate) receivedOn!: Day
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'By when; null where nobody said.' }) dueOn!: Day | null
  @Field(() => NatureEnum, { description: 'What kind of work it is.' }) nature!: Nature
  @Field(() => ObligationEnum, { description: 'What hangs on it.' }) obligation!: Obligation
  @Field(() => RequestTimingEnum) timing!: words.RequestTiming
  @Field(() => GraphQLLocalDate, { description: 'First day it can be done.' }) opensOn!: Day
  @Field(() => GraphQLLocalDate, { description: 'Last day it can be done.' }) closesOn!: Day
  @Field(() => [RequestMinutes], {
    nullable: true,
    description: 'What it takes of each network, as recorded. Null: nobody knows. A staff group that is not here has no part in it.',
  })
  minutes!: readonly AskedMinutes[] | null
  @Field(() => GraphQLDateTimeISO) recordedAt!: Instant
}

export const RequestConnection = connectionOf(Request, 'Request')

@ObjectType({ description: 'A request that was recorded by mistake.' })
export class RequestWithdrawal {
  @Field(() => String) reason!: string
  @Field(() => GraphQLDateTimeISO) recordedAt!: Instant
}

@ObjectType({ description: 'A network that was asked.' })
export class AskedNetwork {
  @Field(() => String) odsCode!: string
  @Field(() => String) name!: string
  @Field(() => Boolean, { description: 'Whether it has answered. What is its own.' }) answered!: boolean
}

@ObjectType({ description: 'A network that offers to attend for the others, or for which another attends.' })
export class AttendingNetwork {
  @Field(() => String) odsCode!: string
  @Field(() => String) name!: string
  @Field(() => String, { nullable: true, description: 'What the network that attends says of it.' }) note!: string | null
  @Field(() => GraphQLDateTimeISO) recordedAt!: Instant
}

@ObjectType({ description: 'Somebody’s interpretation of the clause a request rests on.' })
export class RequestReading extends WithClause {
  requestId!: string

  @Field(() => ID) id!: string
  @Field(() => BodyKindEnum, { description: 'Who attached it.' }) bodyKind!: words.BodyKind
  @Field(() => String, { description: 'Code of the LMC or network that attached it.' }) bodyCode!: string
  @Field(() => String, { description: 'The body whose reading it is.' }) author!: string
  @Field(() => String) text!: string
  @Field(() => String, { nullable: true, description: 'Where it was published.' }) link!: string | null
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When the body published it; null where nobody said.' })
  publishedOn!: Day | null
  @Field(() => ClauseFindingEnum, { nullable: true, description: 'What it found; null where it does not say.' })
  clause!: words.ClauseFinding | null
  @Field(() => GraphQLDateTimeISO) recordedAt!: Instant
}

@ObjectType({ description: 'The answer a body recommends to every network that was asked. Each still answers for itself.' })
export class RequestRecommendation {
  requestId!: string

  @Field(() => ID) id!: string
  @Field(() => BodyKindEnum) bodyKind!: words.BodyKind
  @Field(() => String, { description: 'Code of the LMC or network that recommends it.' }) bodyCode!: string
  @Field(() => AnswerChoiceEnum) choice!: words.AnswerChoice
  @Field(() => String) reason!: string
  @Field(() => String, { nullable: true, description: 'A reply that could be sent.' }) reply!: string | null
  @Field(() => GraphQLDateTimeISO) recordedAt!: Instant
}

@ObjectType({ description: 'What a network answered.' })
export class RequestAnswer {
  recipientId!: string
  recordedBy!: string

  @Field(() => ID) id!: string
  @Field(() => AnswerChoiceEnum) choice!: words.AnswerChoice
  @Field(() => String, { nullable: true }) reason!: string | null
  @Field(() => String, { nullable: true, description: 'Who is to do it instead.' }) delegateTo!: string | null
  @Field(() => String, { nullable: true, description: 'What the network offers instead.' }) instead!: string | null
  @Field(() => String, { nullable: true, description: 'The words of the reply.' }) reply!: string | null
  @Field(() => ID, { nullable: true, description: 'The saved wording the reply came from.' }) wordingId!: string | null
  @Field(() => [RequestMinutes], { nullable: true, description: 'What the network itself expects it to take; null where it did not say.' })
  minutes!: readonly AskedMinutes[] | null
  @Field(() => GraphQLDateTimeISO) recordedAt!: Instant
  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Until when it counted; null while it does.' })
  supersededAt!: Instant | null
}

@ObjectType({
  description: 'A request as it is to one network that was asked. The network’s own: no other network sees it.',
  implements: () => [Node],
})
export class NetworkRequest extends WithClause implements Node {
  requestId!: string
  networkCode!: string

  @Field(() => ID, { description: 'Unique among everything here.' }) id!: string
  @Field(() => Int, { description: 'Which of the network’s requests it is. Stays the same.' }) number!: number
  @Field(() => Request, { description: 'What was asked.' }) request!: Request
  @Field(() => ClauseFindingEnum) clause!: words.ClauseFinding
  @Field(() => ClauseFinderEnum) clauseBy!: words.ClauseFinder
  @Field(() => RequestAnswer, { nullable: true, description: 'The latest answer, which counts; null while there is none.' })
  answer!: RequestAnswer | null
}

export const NetworkRequestConnection = connectionOf(NetworkRequest, 'NetworkRequest')

@ObjectType({ description: 'A reply a network keeps to use again.' })
export class RequestWording {
  networkCode!: string

  @Field(() => ID, { description: 'Stays the same when the wording is changed.' }) wordingId!: string
  @Field(() => String) title!: string
  @Field(() => String) text!: string
  @Field(() => AnswerChoiceEnum, { nullable: true, description: 'The answer it suits; null where any.' }) choice!: words.AnswerChoice | null
  @Field(() => GraphQLDateTimeISO) recordedAt!: Instant
}
