import { Field, ID, InputType } from '@nestjs/graphql'
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator'
import { type Verdict } from '../checklist/domain/decision-in-force.js'
import { PlainText } from '../platform/graphql/plain-text.js'
import { RetryableInput } from '../platform/graphql/retryable-input.js'
import { VerdictEnum } from './decision.types.js'
import { verdicts } from './domain/decide.js'

/** The most occurrences one submission or decision may name. */
const MOST_AT_ONCE = 500

@InputType({ isAbstract: true })
abstract class OccurrencesInput extends RetryableInput {
  @Field(() => [ID], { description: `Which occurrences, at most ${MOST_AT_ONCE}. All of them or none.` })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(36, { each: true })
  occurrenceIds!: string[]
}

@InputType({ description: 'What to put before the commissioner: everything that shows these occurrences now.' })
export class SubmitInput extends OccurrencesInput {}

@InputType({ description: 'One verdict on what was submitted, for one occurrence or many.' })
export class DecideInput extends OccurrencesInput {
  @Field(() => VerdictEnum)
  @IsIn(verdicts)
  verdict!: Verdict

  @Field(() => String, { nullable: true, description: 'Why. What is returned needs one.' })
  @IsOptional()
  @PlainText(4000, { shortest: 0 })
  reason?: string | null

  @Field(() => [ID], {
    nullable: true,
    description: 'The submissions that were looked at. Where one of the occurrences was submitted again since, nothing is decided.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_AT_ONCE)
  @IsString({ each: true })
  @MaxLength(36, { each: true })
  submissionIds?: string[] | null
}

@InputType({ description: 'Whether a network submits by itself, once shown in full, what its commissioner decides on.' })
export class SetAutomaticSubmissionInput extends RetryableInput {
  @Field(() => String, { description: "The network's ODS code." })
  @IsString()
  @MaxLength(9)
  networkCode!: string

  @Field(() => Boolean)
  @IsBoolean()
  automatic!: boolean
}

@InputType({ description: 'A question about an item. It is not a return: nothing changes but that somebody waits for an answer.' })
export class AskInput extends RetryableInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(36)
  itemId!: string

  @Field(() => String)
  @PlainText(4000)
  text!: string
}

@InputType({ description: 'An answer to a question.' })
export class AnswerInput extends RetryableInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(36)
  questionId!: string

  @Field(() => String)
  @PlainText(4000)
  text!: string
}
