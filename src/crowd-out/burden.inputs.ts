import { Field, ID, InputType, Int } from '@nestjs/graphql'
import { IsBoolean, IsInt, IsOptional, IsUUID, Matches } from 'class-validator'
import { GraphQLSafeInt } from 'graphql-scalars'
import { ODS_CODE } from '../network/network.inputs.js'
import { type ContractYear } from '../platform/day.js'
import { PlainText } from '../platform/graphql/plain-text.js'
import { RetryableInput } from '../platform/graphql/retryable-input.js'
import { ContractYearText, STAFF_GROUP_CODE } from '../priority/priority.inputs.js'

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
