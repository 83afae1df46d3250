import { Field, ID, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO } from 'graphql-scalars'
import { type Verdict } from '../checklist/domain/decision-in-force.js'
import { type Instant } from '../platform/day.js'
import { enumOf } from '../platform/graphql/enum.js'
import { connectionOf } from '../platform/graphql/page.js'
import { type Answer, Refusal, resultOf } from '../platform/graphql/refusal.js'
import { verdicts } from './domain/decide.js'

export const VerdictEnum = enumOf('Verdict', verdicts, 'What a commissioner found: enough, or sent back with a reason.')

@ObjectType({ description: 'An occurrence put before the commissioner, with what showed it then.' })
export class Submission {
  /** The occurrence; fields lead to it. */
  occurrenceId!: string
  submittedBy!: string | null

  @Field(() => ID)
  id!: string

  @Field(() => GraphQLDateTimeISO)
  submittedAt!: Instant

  @Field(() => Boolean, { description: 'Whether it happened by itself, once the occurrence was shown in full.' })
  automatic!: boolean
}

@ObjectType({
  description: 'What a commissioner decided on a submission. It holds as long as everything that submission showed still stands.',
})
export class Decision {
  occurrenceId!: string
  submissionId!: string
  decidedBy!: string

  @Field(() => ID)
  id!: string

  @Field(() => VerdictEnum)
  verdict!: Verdict

  @Field(() => String, { description: 'Why; empty where it was accepted without a word.' })
  reason!: string

  @Field(() => GraphQLDateTimeISO)
  decidedAt!: Instant
}

export const SubmissionConnection = connectionOf(Submission, 'Submission')

@ObjectType({ isAbstract: true })
abstract class OccurrenceRefusal extends Refusal {
  @Field(() => ID, { description: 'The occurrence that stands in the way. Nothing was done for the others either.' })
  readonly occurrenceId!: string
}

@ObjectType({ description: 'These occurrences are before the commissioner.' })
export class Submitted implements Answer {
  readonly kind!: string

  @Field(() => [Submission])
  readonly submissions!: readonly Submission[]
}

@ObjectType({ implements: () => [Refusal], description: 'Nobody decides on it: showing it is enough.' })
export class NotForDecision extends OccurrenceRefusal {}

@ObjectType({ implements: () => [Refusal], description: 'No evidence that stands counts for it.' })
export class NothingToSubmit extends OccurrenceRefusal {}

@ObjectType({ implements: () => [Refusal], description: 'It was submitted, and nothing has been added or replaced since.' })
export class AlreadySubmitted extends OccurrenceRefusal {}

@ObjectType({ description: 'What was decided.' })
export class Decided implements Answer {
  readonly kind!: string

  @Field(() => [Decision])
  readonly decisions!: readonly Decision[]
}

@ObjectType({ implements: () => [Refusal], description: 'What is returned needs a reason.' })
export class ReasonNeeded extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The network has not submitted it.' })
export class NotSubmitted extends OccurrenceRefusal {}

@ObjectType({ implements: () => [Refusal], description: 'Its last submission was decided.' })
export class AlreadyDecided extends OccurrenceRefusal {}

@ObjectType({
  implements: () => [Refusal],
  description: 'It was submitted again since it was looked at, or some of what it showed no longer stands.',
})
export class SubmissionChanged extends OccurrenceRefusal {}

@ObjectType({ implements: () => [Refusal], description: 'Nobody decides on what they recorded, declared or submitted.' })
export class OwnWork extends OccurrenceRefusal {}

@ObjectType({ description: 'Whether a network submits by itself what its commissioner decides on.' })
export class AutomaticSubmissionSet implements Answer {
  readonly kind!: string

  @Field(() => String)
  readonly networkCode!: string

  @Field(() => Boolean)
  readonly automatic!: boolean
}

export const SubmitResult = resultOf(
  'SubmitResult',
  'What submitting came to.',
  () => [Submitted, NotForDecision, NothingToSubmit, AlreadySubmitted] as const,
)
export const DecideResult = resultOf(
  'DecideResult',
  'What deciding came to.',
  () => [Decided, ReasonNeeded, NotSubmitted, AlreadyDecided, SubmissionChanged, OwnWork] as const,
)
export const SetAutomaticSubmissionResult = resultOf(
  'SetAutomaticSubmissionResult',
  'What setting automatic submission came to.',
  () => [AutomaticSubmissionSet] as const,
)
