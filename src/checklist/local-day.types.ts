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

export const SetLocalDayResult = resultOf(
  'SetLocalDayResult',
  'What setting a local day came to.',
  () => [LocalDaySet, NoSuchOccurrence] as const,
)
