import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO, GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'
import { type ContractYear, type Day, type Instant } from '../platform/day.js'
import { enumOf } from '../platform/graphql/enum.js'
import { connectionOf } from '../platform/graphql/page.js'
import { type Answer, Refusal, resultOf } from '../platform/graphql/refusal.js'
import { type ClauseFinder, type ClauseFinding, type RequestStanding } from '../request/domain/request-words.js'
import { ClauseFinderEnum, ClauseFindingEnum, RequestStandingEnum } from '../request/request.types.js'
import type * as content from './domain/statement.js'
import { statementReaders } from './domain/statement-reader.js'

export const StatementReaderEnum = enumOf(
  'StatementReader',
  statementReaders,
  'Who besides a network’s own people reads a statement: the ICBs that commission it, the LMCs that cover it.',
)

@ObjectType({ description: 'A staff group’s time in a statement.' })
export class StatedCapacity implements content.StatedCapacity {
  @Field(() => String) name!: string
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Null: not known for all twelve months.' }) minutes!: number | null
  @Field(() => String, { nullable: true, description: 'Where the figure comes from.' }) basis!: string | null
}

@ObjectType({ description: 'A request in a statement: declined and unanswered ones too.' })
export class StatedRequest implements content.StatedRequest {
  @Field(() => String) code!: string
  @Field(() => String) title!: string
  @Field(() => String) askedBy!: string
  @Field(() => GraphQLLocalDate) receivedOn!: Day
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'By when; null where nobody said.' }) dueOn!: Day | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Null: nobody knows.' }) minutes!: number | null
  @Field(() => Boolean, { description: 'A staff group has a part in it that nobody knows: the minutes are the least it takes.' })
  isAtLeast!: boolean
  @Field(() => ClauseFindingEnum) clause!: ClauseFinding
  @Field(() => ClauseFinderEnum, { description: 'Whose finding it is.' }) clauseBy!: ClauseFinder
  @Field(() => String, { nullable: true, description: 'Where the contract asks for it.' }) reference!: string | null
  @Field(() => RequestStandingEnum) standing!: RequestStanding
  @Field(() => String, { nullable: true, description: 'Why, for every answer but accepting.' }) reason!: string | null
  @Field(() => Boolean, { description: 'Another network goes for this one, which saves it the minutes.' }) attendedByAnother!: boolean
  @Field(() => Int, { description: 'How many other networks this one goes for.' }) attendsFor!: number
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'What these save together; null where nobody knows.' })
  savedForOthersMinutes!: number | null
}

@ObjectType({ description: 'A priority in a statement.' })
export class StatedPriority implements content.StatedPriority {
  @Field(() => String) title!: string
  @Field(() => GraphQLSafeInt, { nullable: true }) wantedMinutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true }) displacedMinutes!: number | null
}

@ObjectType({ description: 'An item that would give time back, in a statement.' })
export class StatedItem implements content.StatedItem {
  @Field(() => String) code!: string
  @Field(() => String) title!: string
  @Field(() => String, { nullable: true }) paragraph!: string | null
  @Field(() => GraphQLSafeInt, { nullable: true }) minutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true }) returnedMinutes!: number | null
  @Field(() => String, { description: 'What its minutes rest on, in words.' }) basis!: string
}

@ObjectType({ description: 'How many items’ minutes rest on what, each item counted once by the weakest.' })
export class StatedBases implements content.StatedBases {
  @Field(() => Int, { description: 'The network’s own estimates alone.' }) own!: number
  @Field(() => Int, { description: 'Medians of a release at best.' }) medians!: number
  @Field(() => Int, { description: 'An assumption of the catalogue.' }) assumptions!: number
}

@ObjectType({ description: 'One page for a meeting: what national work leaves of a network’s time, and what it asks for.' })
export class Statement implements content.StatementContent {
  @Field(() => String) networkCode!: string
  @Field(() => String) networkName!: string
  @Field(() => String) contractYear!: ContractYear
  @Field(() => GraphQLLocalDate, { description: 'The day its figures are of.' }) asOf!: Day
  @Field(() => String, { description: 'The clinical director’s figures in words.' }) sentence!: string
  @Field(() => [StatedCapacity]) capacity!: readonly StatedCapacity[]
  @Field(() => [StatedRequest], { description: 'Latest first.' }) requests!: readonly StatedRequest[]
  @Field(() => GraphQLSafeInt, { nullable: true }) displacedMinutes!: number | null
  @Field(() => String, { nullable: true, description: 'The same as a span, depending on the estimates.' }) displacedInWords!: string | null
  @Field(() => [StatedPriority]) priorities!: readonly StatedPriority[]
  @Field(() => [StatedItem], { description: 'Those that would give most back.' }) givingBack!: readonly StatedItem[]
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'All of these together; single figures do not add up to it.' })
  returnedTogetherMinutes!: number | null
  @Field(() => [String], { description: 'What the network asks for.' }) asks!: readonly string[]
  @Field(() => StatedBases) bases!: StatedBases
  @Field(() => Int, { description: 'Items nobody has estimated for every staff group: not counted.' }) itemsWithoutEstimate!: number
  @Field(() => Int) ruleVersion!: number
  @Field(() => String, { description: 'The page as plain text.' }) text!: string
}

@ObjectType({ description: 'A statement as a network published it. It never changes.' })
export class PublishedStatement {
  recordedBy!: string
  toCommissioners!: boolean
  toLmcs!: boolean

  @Field(() => ID) id!: string
  @Field(() => String, { description: 'ODS code of the network.' }) networkCode!: string
  @Field(() => String) contractYear!: ContractYear
  @Field(() => GraphQLLocalDate) asOf!: Day
  @Field(() => String, { description: 'The page as plain text.' }) text!: string
  @Field(() => String, { description: 'SHA-256 of the text.' }) digest!: string
  @Field(() => GraphQLDateTimeISO, { description: 'When it was published.' }) recordedAt!: Instant
  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'Since when it no longer stands; only the network’s own people see it then.',
  })
  withdrawnAt!: Instant | null
  @Field(() => String, { nullable: true }) withdrawalReason!: string | null
}

export const PublishedStatementConnection = connectionOf(PublishedStatement, 'PublishedStatement')

@ObjectType({ description: 'The statement was published: those it was published to can read it.' })
export class StatementPublished implements Answer {
  readonly kind!: string
  readonly statementId!: string
}

@ObjectType({ description: 'The statement no longer stands.' })
export class StatementWithdrawn implements Answer {
  readonly kind!: string
  readonly statementId!: string
}

@ObjectType({
  implements: () => [Refusal],
  description: 'No staff group’s time is entered for all twelve months, so there is nothing to state.',
})
export class NothingToState extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The statement was withdrawn before.' })
export class StatementWithdrawnBefore extends Refusal {}

export const PublishStatementResult = resultOf(
  'PublishStatementResult',
  'The published statement, or why there is none.',
  () => [StatementPublished, NothingToState] as const,
)
export const WithdrawStatementResult = resultOf(
  'WithdrawStatementResult',
  'That the statement no longer stands.',
  () => [StatementWithdrawn, StatementWithdrawnBefore] as const,
)
