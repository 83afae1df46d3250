import { createUnionType, Field, InterfaceType } from '@nestjs/graphql'
import { type Type } from '@nestjs/common'

/** A mutation's answer names its own GraphQL type. */
export interface Answer {
  readonly kind: string
}

/** Why the domain does not allow what was asked. Nothing was changed. */
@InterfaceType({ description: 'Why what was asked is not allowed. Nothing was changed.', resolveType: (value: Answer) => value.kind })
export abstract class Refusal implements Answer {
  readonly kind!: string

  @Field(() => String, { description: 'What was wrong, and what would be right.' })
  readonly message!: string

  @Field(() => String, { nullable: true, description: 'The input field it is about; null when about all of it.' })
  readonly field!: string | null
}

/** The union of what a mutation returns and the refusals it knows. */
export function resultOf<T extends readonly Type<Answer>[]>(name: string, description: string, types: () => T) {
  return createUnionType({ name, description, types, resolveType: (value: Answer) => value.kind })
}
