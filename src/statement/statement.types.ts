import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO, GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'
import { type ContractYear, type Day, type Instant } from '../platform/day.js'
import { type Answer, Refusal, resultOf } from '../platform/graphql/refusal.js'
import { type ClauseFinding, type RequestStanding } from '../request/domain/request-words.js'
import { ClauseFindingEnum, RequestStandingEnum } from '../request/request.types.js'
import type * as content from './domain/statement.js'

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
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Null: nobody knows.' }) minutes!: number | null
  @Field(() => ClauseFindingEnum) clause!: ClauseFinding
  @Field(() => String, { nullable: true, description: 'Where the contract asks for it.' }) reference!: string | null
  @Field(() => RequestStandingEnum) standing!: RequestStanding
  @Field(() => Boolean, { description: 'Another network goes for this one.' }) attendedByAnother!: boolean
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
  @Field(() => Int, { description: 'Items nobody has estimated for every staff group: not counted.' }) itemsWithoutEstimate!: number
  @Field(() => Int) ruleVersion!: number
  @Field(() => String, { description: 'The page as plain text.' }) text!: string
}

@ObjectType({ description: 'A statement as a network published it. It never changes.' })
export class PublishedStatement {
  networkCode!: string
  recordedBy!: string

  @Field(() => ID) id!: string
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

@ObjectType({ description: 'The statement was published: its network’s commissioners can read it.' })
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
