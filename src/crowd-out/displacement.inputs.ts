import { Field, ID, InputType, Int } from '@nestjs/graphql'
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Matches } from 'class-validator'
import { GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'
import { CATALOGUE_CODE } from '../checklist/checklist.inputs.js'
import { ODS_CODE } from '../network/network.inputs.js'
import { type ContractYear, type Day } from '../platform/day.js'
import { PlainText } from '../platform/graphql/plain-text.js'
import { RetryableInput } from '../platform/graphql/retryable-input.js'
import { ContractYearText, STAFF_GROUP_CODE } from '../priority/priority.inputs.js'
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

  @Field(() => ID, { nullable: true, description: 'For REQUEST, and only then: the request as this network received it.' })
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

@InputType({ description: 'What an hour of a staff group costs; without figures the network’s own are taken back.' })
export class SetTariffInput extends RetryableInput {
  @Field(() => String, { description: 'The network’s ODS code.' })
  @Matches(ODS_CODE, { message: 'networkCode must be an ODS code, such as U12345' })
  networkCode!: string

  @Field(() => String, { description: 'A staff group’s code.' })
  @Matches(STAFF_GROUP_CODE, { message: 'staffGroup must be the code of a staff group' })
  staffGroup!: string

  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Pay for an hour, in pence, up to £1,000.' })
  @IsOptional()
  @IsInt()
  hourlyPayPence?: number | null

  @Field(() => Int, { nullable: true, description: 'Employer’s pension and National Insurance, on top of pay.' })
  @IsOptional()
  @IsInt()
  onCostsPercent?: number | null

  @Field(() => Int, { nullable: true, description: 'Rooms and systems, on top of pay. None when left out.' })
  @IsOptional()
  @IsInt()
  overheadPercent?: number | null

  @Field(() => String, { nullable: true, description: 'The year whose prices these are, such as 2026/27.' })
  @IsOptional()
  @ContractYearText()
  priceYear?: ContractYear | null

  @Field(() => String, { defaultValue: '', description: 'Where the figures come from.' })
  @PlainText(500, { shortest: 0 })
  basis: string = ''
}

@InputType({ description: 'The network’s own word on whether an item is declaration-only; without a verdict it is taken back.' })
export class OverrideDeclarationOnlyInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  itemId!: string

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  @IsBoolean()
  verdict?: boolean | null

  @Field(() => String, { defaultValue: '', description: 'Why. Needed with a verdict; every member practice sees it.' })
  @PlainText(500, { shortest: 0 })
  reason: string = ''
}
