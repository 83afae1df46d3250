import { Field, ID, InputType } from '@nestjs/graphql'
import { IsBoolean, IsOptional, IsUUID, ValidateIf } from 'class-validator'
import { GraphQLLocalDate } from 'graphql-scalars'
import { type Day } from '../platform/day.js'
import { PlainText } from '../platform/graphql/plain-text.js'
import { RetryableInput } from '../platform/graphql/retryable-input.js'

@InputType()
export class ReportEventInput extends RetryableInput {
  @Field(() => ID, { description: 'An item whose requirement is shown on events.' })
  @IsUUID()
  itemId!: string

  @Field(() => GraphQLLocalDate, { description: 'The day it happened: today or earlier. The due day counts from it.' })
  happenedOn!: Day

  @Field(() => String, { description: 'What happened. Never anything about a patient.' })
  @PlainText(2000)
  note!: string
}

@InputType()
export class MarkNotApplicableInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  itemId!: string

  @Field(() => ID, { nullable: true, description: 'One occurrence of the item; all of it when left out.' })
  @IsOptional()
  @IsUUID()
  occurrenceId?: string | null

  @Field(() => String, { description: 'Why it does not concern the network.' })
  @PlainText(2000)
  reason!: string
}

@InputType()
export class MarkBlockedInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  itemId!: string

  @Field(() => ID, { nullable: true, description: 'One occurrence of the item; all of it when left out.' })
  @IsOptional()
  @IsUUID()
  occurrenceId?: string | null

  @Field(() => String, { description: 'Who is waited for.' })
  @PlainText(200, { lines: false })
  partner!: string

  @Field(() => String, { description: 'What is waited for.' })
  @PlainText(2000)
  reason!: string

  @Field(() => GraphQLLocalDate, { description: 'First day it is blocked.' })
  startsOn!: Day

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day it is blocked; without it, until the mark is ended.' })
  @IsOptional()
  endsOn?: Day | null
}

@InputType()
export class RecordNotMetInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  occurrenceId!: string

  @Field(() => String, { description: 'Why it was not met.' })
  @PlainText(2000)
  reason!: string
}

@InputType()
export class PursueInput extends RetryableInput {
  @Field(() => ID, { description: 'An item of paid work.' })
  @IsUUID()
  itemId!: string

  @Field(() => Boolean, { description: 'False: the network does not go for it. True: it does, which takes an earlier "not" back.' })
  @IsBoolean()
  pursue!: boolean

  @Field(() => String, { nullable: true, description: 'Why not. Needed when `pursue` is false; not kept when it is true.' })
  @ValidateIf((input: PursueInput) => !input.pursue)
  @PlainText(2000)
  reason?: string | null
}

@InputType()
export class EndMarkInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  markId!: string
}
