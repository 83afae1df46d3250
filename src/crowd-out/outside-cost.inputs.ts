import { Field, ID, InputType, Int } from '@nestjs/graphql'
import { IsInt, IsUUID, Matches } from 'class-validator'
import { GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'
import { CATALOGUE_CODE } from '../checklist/checklist.inputs.js'
import { type Day } from '../platform/day.js'
import { PlainText } from '../platform/graphql/plain-text.js'
import { RetryableInput } from '../platform/graphql/retryable-input.js'
import { NetworkYearInput } from '../priority/priority.inputs.js'

@InputType()
export class RecordOutsideCostInput extends NetworkYearInput {
  @Field(() => String, { description: 'The declaration or report it was paid for: code of a requirement, indicator or accepted request.' })
  @Matches(CATALOGUE_CODE, { message: 'code must be the code of a requirement, indicator or accepted request' })
  code!: string

  @Field(() => GraphQLSafeInt, { description: 'What was paid, in pence.' })
  @IsInt()
  pence!: number

  @Field(() => String, { description: 'What it was paid for, such as "Hired a data analyst for the return".' })
  @PlainText(200, { lines: false })
  what!: string

  @Field(() => GraphQLLocalDate, { description: 'Today or earlier.' })
  paidOn!: Day

  @Field(() => Int, { defaultValue: 0, description: 'How much of it the network would pay anyway.' })
  @IsInt()
  businessAsUsualPercent: number = 0
}

@InputType()
export class WithdrawOutsideCostInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  outsideCostId!: string
}
