import { Field, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO } from 'graphql-scalars'
import { type Instant } from '../day.js'
import { type Answer, Refusal, resultOf } from '../graphql/refusal.js'

@ObjectType({ description: 'A number may now be sent by whoever said that it is not a patient’s.' })
export class NumberLetThrough implements Answer {
  readonly kind!: string

  @Field(() => GraphQLDateTimeISO, { description: 'Until when.' })
  readonly endsAt!: Instant
}

@ObjectType({
  implements: () => [Refusal],
  description: 'What was given is not one number of the form that is refused: there is nothing to let through.',
})
export class NumberNotRefused extends Refusal {}

export const LetNumberThroughResult = resultOf(
  'LetNumberThroughResult',
  'Until when the number may be sent, or why there is nothing to let through.',
  () => [NumberLetThrough, NumberNotRefused],
)
