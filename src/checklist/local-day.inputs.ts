import { Field, InputType, Int } from '@nestjs/graphql'
import { Type } from 'class-transformer'
import { ArrayMaxSize, ArrayMinSize, IsInt, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator'
import { GraphQLLocalDate } from 'graphql-scalars'
import { ODS_CODE } from '../network/network.inputs.js'
import { type ContractYear, type Day } from '../platform/day.js'
import { RetryableInput } from '../platform/graphql/retryable-input.js'
import { CATALOGUE_CODE, CONTRACT_YEAR } from './checklist.inputs.js'

@InputType()
export class SetLocalDayInput extends RetryableInput {
  @Field(() => String, { description: 'ODS code of the ICB whose day it is. It holds for every network the ICB leads for.' })
  @Matches(ODS_CODE, { message: 'boardCode must be an ODS code, such as QX01' })
  boardCode!: string

  @Field(() => String, { description: 'Code of the requirement in that year, such as 24-01.' })
  @Matches(CATALOGUE_CODE, { message: 'requirementCode must be a code of the catalogue, such as 24-01' })
  requirementCode!: string

  @Field(() => String, { description: 'Such as 2026/27.' })
  @Matches(CONTRACT_YEAR, { message: 'contractYear must be written like 2026/27' })
  contractYear!: ContractYear

  @Field(() => Int, { defaultValue: 1, description: 'Which of the times it is shown in the year: 1 for the first quarter, and so on.' })
  @IsInt()
  @Min(1)
  @Max(12)
  ordinal: number = 1

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The ICB’s day; null takes it back. It moves no national day.' })
  @IsOptional()
  dueOn?: Day | null
}

/** Days one mutation sets at most: every time of a year's requirements is fewer. */
const MOST_DAYS = 200

@InputType({ description: 'The day an ICB asks for one of the times a requirement is shown by.' })
export class LocalDayInput {
  @Field(() => String, { description: 'Code of the requirement in that year, such as 24-01.' })
  @Matches(CATALOGUE_CODE, { message: 'requirementCode must be a code of the catalogue, such as 24-01' })
  requirementCode!: string

  @Field(() => Int, { description: 'Which of the times it is shown in the year: 1 for the first quarter, and so on.' })
  @IsInt()
  @Min(1)
  @Max(12)
  ordinal!: number

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The ICB’s day; null takes it back. It moves no national day.' })
  @IsOptional()
  dueOn?: Day | null
}

@InputType()
export class SetLocalDaysInput extends RetryableInput {
  @Field(() => String, { description: 'ODS code of the ICB whose days they are. They hold for every network the ICB leads for.' })
  @Matches(ODS_CODE, { message: 'boardCode must be an ODS code, such as QX01' })
  boardCode!: string

  @Field(() => String, { description: 'Such as 2026/27.' })
  @Matches(CONTRACT_YEAR, { message: 'contractYear must be written like 2026/27' })
  contractYear!: ContractYear

  @Field(() => [LocalDayInput], { description: 'At most 200. All of them or none.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_DAYS)
  @ValidateNested({ each: true })
  @Type(() => LocalDayInput)
  days!: LocalDayInput[]
}
