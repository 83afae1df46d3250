import { Field, ID, InputType } from '@nestjs/graphql'
import { Type } from 'class-transformer'
import { ArrayMaxSize, ArrayMinSize, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator'
import { GraphQLLocalDate } from 'graphql-scalars'
import { type Day } from '../platform/day.js'
import { PlainText } from '../platform/graphql/plain-text.js'
import { RetryableInput } from '../platform/graphql/retryable-input.js'

@InputType({ description: 'On whose behalf a declaration is entered, and how she confirmed it.' })
export class OnBehalfOfInput {
  @Field(() => ID, { description: 'The clinical director whose declaration it is.' })
  @IsUUID()
  directorId!: string

  @Field(() => String, { description: 'How she confirmed it, such as "by email".' })
  @PlainText(500)
  confirmedHow!: string

  @Field(() => GraphQLLocalDate, { description: 'The day she did: today or earlier.' })
  confirmedOn!: Day
}

@InputType()
export class DeclareInput extends RetryableInput {
  @Field(() => [ID], { description: 'What is declared: the requirements’ texts as they are shown.' })
  @IsUUID('all', { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  occurrenceIds!: string[]

  @Field(() => GraphQLLocalDate, { description: 'The day of the declaration: today or earlier.' })
  declaredOn!: Day

  @Field(() => [String], { nullable: true, description: 'Practices it is for; left out when it is for the organisation as a whole.' })
  @IsOptional()
  @Matches(/^[A-Z0-9]{3,9}$/, { each: true, message: 'practiceCodes must be ODS codes' })
  @ArrayMaxSize(100)
  practiceCodes?: string[] | null

  @Field(() => OnBehalfOfInput, { nullable: true, description: 'Left out by a clinical director who declares herself.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OnBehalfOfInput)
  onBehalfOf?: OnBehalfOfInput | null

  @Field(() => String, { nullable: true })
  @IsOptional()
  @PlainText(10_000, { shortest: 0 })
  note?: string | null
}

@InputType()
export class ConfirmDeclarationInput extends RetryableInput {
  @Field(() => ID, { description: 'A declaration somebody entered on your behalf.' })
  @IsUUID()
  evidenceId!: string
}

@InputType()
export class ConfirmForPracticeInput extends RetryableInput {
  @Field(() => ID, { description: 'An occurrence that is asked of every practice.' })
  @IsUUID()
  occurrenceId!: string

  @Field(() => String)
  @Matches(/^[A-Z0-9]{3,9}$/, { message: 'practiceCode must be an ODS code' })
  practiceCode!: string

  @Field(() => GraphQLLocalDate, { description: 'The day it was so: today or earlier.' })
  happenedOn!: Day

  @Field(() => String, { nullable: true, description: 'What was done. Whoever is not of the practice has to say how they know.' })
  @IsOptional()
  @PlainText(10_000, { shortest: 0 })
  note?: string | null
}
