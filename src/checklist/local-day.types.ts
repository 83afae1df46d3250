import { Field, Int, ObjectType } from '@nestjs/graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { type Day } from '../platform/day.js'
import { type Answer, Refusal, resultOf } from '../platform/graphql/refusal.js'

@ObjectType({ description: 'The day an ICB asks its networks for something by.' })
export class LocalDaySet implements Answer {
  readonly kind!: string

  @Field(() => String)
  readonly boardCode!: string

  @Field(() => String)
  readonly requirementCode!: string

  @Field(() => Int)
  readonly ordinal!: number

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Null: the ICB asks for no day of its own any more.' })
  readonly dueOn!: Day | null

  @Field(() => Int, { description: 'How many of the networks it leads for have the requirement on their checklist.' })
  readonly networks!: number
}

@ObjectType({ implements: () => [Refusal], description: 'The requirement is not shown that many times a year, or only on events.' })
export class NoSuchOccurrence extends Refusal {
  @Field(() => [Int], { description: 'The ordinals there are.' })
  readonly ordinals!: readonly number[]
}

@ObjectType({ implements: () => [Refusal], description: 'The day is more than a year before the contract year, or after it.' })
export class LocalDayFarOff extends Refusal {
  @Field(() => GraphQLLocalDate)
  readonly earliestDay!: Day

  @Field(() => GraphQLLocalDate)
  readonly latestDay!: Day
}

/** Why a local day cannot be set. */
export type LocalDayRefused = NoSuchOccurrence | LocalDayFarOff

export const SetLocalDayResult = resultOf(
  'SetLocalDayResult',
  'What setting a local day came to.',
  () => [LocalDaySet, NoSuchOccurrence, LocalDayFarOff] as const,
)

@ObjectType({ description: 'The days an ICB asks its networks for several things by.' })
export class LocalDaysSet implements Answer {
  readonly kind!: string

  @Field(() => String)
  readonly boardCode!: string

  @Field(() => [LocalDaySet], { description: 'In the order they were given.' })
  readonly days!: readonly LocalDaySet[]
}

export const SetLocalDaysResult = resultOf(
  'SetLocalDaysResult',
  'What setting local days came to.',
  () => [LocalDaysSet, NoSuchOccurrence, LocalDayFarOff] as const,
)

@ObjectType({ description: 'One of the times a requirement is shown in a contract year, with the day an ICB asks for it by.' })
export class LocalDeadline {
  @Field(() => String)
  readonly contractYear!: string

  @Field(() => String)
  readonly requirementCode!: string

  @Field(() => String)
  readonly title!: string

  @Field(() => Int, { description: 'Counts from 1 within the year.' })
  readonly ordinal!: number

  @Field(() => GraphQLLocalDate)
  readonly periodFrom!: Day

  @Field(() => GraphQLLocalDate, { nullable: true })
  readonly periodTo!: Day | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The national day; null without a deadline.' })
  readonly dueOn!: Day | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The ICB’s own day; null where it asks for none.' })
  readonly localDueOn!: Day | null
}
