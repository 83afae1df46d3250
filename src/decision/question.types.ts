import { Field, ID, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO } from 'graphql-scalars'
import { type Instant } from '../platform/day.js'
import { connectionOf } from '../platform/graphql/page.js'
import { type Answer, resultOf } from '../platform/graphql/refusal.js'

@ObjectType({ description: 'An answer to a question.' })
export class QuestionAnswer {
  answeredBy!: string

  @Field(() => ID)
  id!: string

  @Field(() => String)
  text!: string

  @Field(() => GraphQLDateTimeISO)
  answeredAt!: Instant
}

@ObjectType({ description: 'A question about an item, from the network or its commissioner. Both see it. It is not a return.' })
export class Question {
  itemId!: string
  askedBy!: string

  @Field(() => ID)
  id!: string

  @Field(() => String)
  text!: string

  @Field(() => GraphQLDateTimeISO)
  askedAt!: Instant
}

export const QuestionConnection = connectionOf(Question, 'Question')

@ObjectType({ description: 'The question was asked.' })
export class QuestionAsked implements Answer {
  readonly kind!: string

  @Field(() => Question)
  readonly question!: Question
}

@ObjectType({ description: 'The question was answered.' })
export class QuestionAnswered implements Answer {
  readonly kind!: string

  @Field(() => Question, { description: 'The question, with all its answers.' })
  readonly question!: Question
}

export const AskResult = resultOf('AskResult', 'What asking came to.', () => [QuestionAsked] as const)
export const AnswerResult = resultOf('AnswerResult', 'What answering came to.', () => [QuestionAnswered] as const)
