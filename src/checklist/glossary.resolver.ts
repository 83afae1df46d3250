import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { AllowEverybody } from '../platform/graphql/allow.js'
import { GlossaryRepository } from './glossary.repository.js'

@ObjectType({ description: 'A word of the field or of this program.' })
export class GlossaryTerm {
  @Field(() => String)
  readonly term!: string

  @Field(() => String)
  readonly meaning!: string

  @Field(() => [String], { description: 'What else people call it. Searching a checklist for one of these finds the word too.' })
  readonly synonyms!: readonly string[]

  @Field(() => String, { nullable: true, description: 'The type of this API that carries it.' })
  readonly type!: string | null
}

@Resolver(() => GlossaryTerm)
export class GlossaryResolver {
  constructor(private readonly terms: GlossaryRepository) {}

  @Query(() => [GlossaryTerm], { description: 'The words used here, by letter.' })
  @AllowEverybody()
  glossary(): readonly GlossaryTerm[] {
    return this.terms.all()
  }
}
