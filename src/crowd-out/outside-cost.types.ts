import { Field, ID, Int, InterfaceType, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO, GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'
import { type ContractYear, type Day, type Instant } from '../platform/day.js'
import { type Answer, Refusal, resultOf } from '../platform/graphql/refusal.js'

@ObjectType({ description: 'Something paid to others because of one piece of paperwork in a contract year. Taken back, never changed.' })
export class OutsideCost {
  networkCode!: string
  recordedBy!: string

  @Field(() => ID) id!: string
  @Field(() => String) contractYear!: ContractYear
  @Field(() => String, { description: 'Code of the requirement, indicator or accepted request it was paid for.' }) code!: string
  @Field(() => GraphQLSafeInt, { description: 'What was paid.' }) pence!: number
  @Field(() => Int, { description: 'How much of it the network would pay anyway.' }) businessAsUsualPercent!: number
  @Field(() => String, { description: 'What it was paid for.' }) what!: string
  @Field(() => GraphQLLocalDate) paidOn!: Day
  @Field(() => GraphQLDateTimeISO) recordedAt!: Instant
}

@ObjectType({ description: 'An outside cost in the burden of a year.' })
export class CountedOutsideCost {
  @Field(() => OutsideCost) cost!: OutsideCost
  @Field(() => String, { description: 'Title of what it was paid for.' }) title!: string
  @Field(() => Boolean, { description: 'False while what it was paid for does not apply, or is not gone for.' }) counted!: boolean
}

/** What a mutation changed about a network's outside costs. */
@InterfaceType({ description: 'A network’s outside costs have changed.', resolveType: (value: Answer) => value.kind })
export abstract class OutsideCostChange implements Answer {
  readonly kind!: string
  readonly networkCode!: string
}

@ObjectType({ implements: () => [OutsideCostChange], description: 'The cost was noted.' })
export class OutsideCostRecorded extends OutsideCostChange {
  @Field(() => OutsideCost) readonly outsideCost!: OutsideCost
}

@ObjectType({ implements: () => [OutsideCostChange], description: 'The cost no longer counts.' })
export class OutsideCostWithdrawn extends OutsideCostChange {}

@ObjectType({ implements: () => [Refusal], description: 'An amount, a percent or a day that cannot be.' })
export class OutsideCostRefused extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The network has no such requirement, indicator or accepted request in the year.' })
export class NoSuchWork extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'It is care or governance: only declarations and reports have a burden.' })
export class NotPaperwork extends Refusal {}

export const RecordOutsideCostResult = resultOf(
  'RecordOutsideCostResult',
  'The cost, or why it cannot be so.',
  () => [OutsideCostRecorded, OutsideCostRefused, NoSuchWork, NotPaperwork] as const,
)
export const WithdrawOutsideCostResult = resultOf('WithdrawOutsideCostResult', 'The cost withdrawn.', () => [OutsideCostWithdrawn] as const)
