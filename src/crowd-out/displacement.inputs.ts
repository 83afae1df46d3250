import { Field, ID, InputType } from '@nestjs/graphql'
import { IsIn, IsInt, IsOptional, IsUUID, Matches } from 'class-validator'
import { GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'
import { CATALOGUE_CODE } from '../checklist/checklist.inputs.js'
import { type Day } from '../platform/day.js'
import { PlainText } from '../platform/graphql/plain-text.js'
import { RetryableInput } from '../platform/graphql/retryable-input.js'
import { DisplacementCauseEnum } from './displacement.types.js'
import { type DisplacementCause, displacementCauses } from './domain/displacement.js'

@InputType()
export class RecordDisplacementInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  priorityId!: string

  @Field(() => ID, { nullable: true, description: 'The milestone that was put back; the priority as a whole when left out.' })
  @IsOptional()
  @IsUUID()
  milestoneId?: string | null

  @Field(() => GraphQLSafeInt, { description: 'How much work was put back.' })
  @IsInt()
  minutes!: number

  @Field(() => DisplacementCauseEnum)
  @IsIn(displacementCauses)
  cause!: DisplacementCause

  @Field(() => String, { nullable: true, description: 'For REQUIREMENT, and only then: a code on the network’s checklist of the year.' })
  @IsOptional()
  @Matches(CATALOGUE_CODE, { message: 'requirementCode must be the code of a requirement' })
  requirementCode?: string | null

  @Field(() => ID, { nullable: true, description: 'For REQUEST, and only then: a request the network received.' })
  @IsOptional()
  @IsUUID()
  requestId?: string | null

  @Field(() => GraphQLLocalDate, { description: 'In the contract year, today or earlier.' })
  happenedOn!: Day

  @Field(() => String, { defaultValue: '', description: 'Never anything about one patient.' })
  @PlainText(1000, { shortest: 0 })
  note: string = ''
}

@InputType()
export class WithdrawDisplacementInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  displacementId!: string
}
