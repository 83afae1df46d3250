import { ArgsType, Field, ID, InputType } from '@nestjs/graphql'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateBy,
  ValidateNested,
} from 'class-validator'
import { GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'
import { CATALOGUE_CODE } from '../checklist/checklist.inputs.js'
import { ODS_CODE } from '../network/network.inputs.js'
import { type ContractYear, type Day, isContractYear } from '../platform/day.js'
import { PlainText } from '../platform/graphql/plain-text.js'
import { RetryableInput } from '../platform/graphql/retryable-input.js'
import { type Outcome, outcomes } from './domain/priority.js'
import { OutcomeEnum } from './priority.types.js'

/** A code of a staff group: one of the five, or a network's own. */
export const STAFF_GROUP_CODE = /^[A-Z][A-Z0-9_]{0,63}$/

/** A contract year there can be: figures compute with its days. */
export const ContractYearText = (): PropertyDecorator =>
  ValidateBy({
    name: 'contractYear',
    validator: { validate: isContractYear, defaultMessage: () => 'contractYear must be written like 2026/27' },
  })

/** A network named by its code, in a contract year. */
@InputType({ isAbstract: true })
export class NetworkYearInput extends RetryableInput {
  @Field(() => String, { description: 'The network’s ODS code.' })
  @Matches(ODS_CODE, { message: 'networkCode must be an ODS code, such as U12345' })
  networkCode!: string

  @Field(() => String, { description: 'Such as 2026/27.' })
  @ContractYearText()
  contractYear!: ContractYear
}

@ArgsType()
export class OptionalYearArgs {
  @Field(() => String, { nullable: true, description: 'Such as 2026/27; the year in force, or the catalogue’s last, when left out.' })
  @IsOptional()
  @ContractYearText()
  contractYear?: ContractYear | null
}

/** Whole minutes in three cases, of which the middle one is enough. */
@InputType({ isAbstract: true })
export abstract class ThreeCasesInput {
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Fewest minutes; as `central` when left out.' })
  @IsOptional()
  @IsInt()
  low?: number | null

  @Field(() => GraphQLSafeInt, { description: 'Most likely minutes.' })
  @IsInt()
  central!: number

  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Most minutes; as `central` when left out.' })
  @IsOptional()
  @IsInt()
  high?: number | null
}

@InputType({ description: 'Minutes of one staff group for the whole window.' })
export class PriorityMinutesInput extends ThreeCasesInput {
  @Field(() => String, { description: 'A staff group’s code.' })
  @Matches(STAFF_GROUP_CODE, { message: 'staffGroup must be the code of a staff group' })
  staffGroup!: string
}

@InputType({ description: 'A step of a priority.' })
export class MilestoneInput {
  @Field(() => ID, { nullable: true, description: 'The milestone as it is already, to keep it; a new one when left out.' })
  @IsOptional()
  @IsUUID()
  id?: string | null

  @Field(() => String)
  @PlainText(200, { lines: false })
  title!: string

  @Field(() => GraphQLLocalDate, { description: 'In the priority’s window.' })
  dueOn!: Day

  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Minutes it takes, where known.' })
  @IsOptional()
  @IsInt()
  minutes?: number | null
}

@InputType({ description: 'Minutes a priority gives to a requirement, which leave the requirement and stay in the priority.' })
export class ServingInput {
  @Field(() => String, { description: 'A requirement on the network’s checklist of the year.' })
  @Matches(CATALOGUE_CODE, { message: 'requirementCode must be the code of a requirement' })
  requirementCode!: string

  @Field(() => String, { description: 'A staff group’s code.' })
  @Matches(STAFF_GROUP_CODE, { message: 'staffGroup must be the code of a staff group' })
  staffGroup!: string

  @Field(() => GraphQLSafeInt, { description: 'At most the smaller of what the priority and the requirement take.' })
  @IsInt()
  minutes!: number
}

@InputType({ description: 'What a priority says from now on. Left out is not known; nothing is taken over from before.' })
export class SetPriorityInput extends NetworkYearInput {
  @Field(() => ID, { nullable: true, description: 'The priority to change; a new one, ranked last, when left out.' })
  @IsOptional()
  @IsUUID()
  priorityId?: string | null

  @Field(() => String)
  @PlainText(200, { lines: false })
  title!: string

  @Field(() => String, { nullable: true, description: 'What patients need. Never anything about one patient.' })
  @IsOptional()
  @PlainText(2000)
  need?: string | null

  @Field(() => String, { nullable: true, description: 'The data that show the need.' })
  @IsOptional()
  @PlainText(500)
  needSource?: string | null

  @Field(() => String, { nullable: true, description: 'Whom it is for.' })
  @IsOptional()
  @PlainText(500)
  population?: string | null

  @Field(() => ID, { nullable: true, description: 'Who leads it: somebody of the network or its practices.' })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null

  @Field(() => String, { nullable: true, description: 'What is measured to know whether it worked.' })
  @IsOptional()
  @PlainText(500)
  measure?: string | null

  @Field(() => String, { nullable: true, description: 'What the measure was before.' })
  @IsOptional()
  @PlainText(200)
  baseline?: string | null

  @Field(() => String, { nullable: true, description: 'What it should come to.' })
  @IsOptional()
  @PlainText(200)
  target?: string | null

  @Field(() => GraphQLLocalDate, { description: 'First day, in the contract year.' })
  opensOn!: Day

  @Field(() => GraphQLLocalDate, { description: 'Last day, in the contract year.' })
  closesOn!: Day

  @Field(() => [PriorityMinutesInput], { description: 'Each staff group once; a group left out gives no time.' })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PriorityMinutesInput)
  minutes!: PriorityMinutesInput[]

  @Field(() => [MilestoneInput], { defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => MilestoneInput)
  milestones: MilestoneInput[] = []

  @Field(() => [ServingInput], { defaultValue: [], description: 'Requirements it serves.' })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ServingInput)
  serves: ServingInput[] = []
}

@InputType()
export class RankPrioritiesInput extends NetworkYearInput {
  @Field(() => [ID], { description: 'Every open priority of the year once, the first one first.' })
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @MaxLength(36, { each: true })
  priorityIds!: string[]
}

@InputType()
export class ClosePriorityInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  priorityId!: string

  @Field(() => OutcomeEnum)
  @IsIn(outcomes)
  outcome!: Outcome

  @Field(() => String, { description: 'Why it ends now.' })
  @PlainText(2000)
  reason!: string
}

@InputType()
export class ReopenPriorityInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  priorityId!: string
}

@InputType()
export class MarkMilestoneInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  priorityId!: string

  @Field(() => ID, { description: 'One of the priority’s milestones as they are now.' })
  @IsUUID()
  milestoneId!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today or earlier. Null: it is not done after all.' })
  @IsOptional()
  doneOn!: Day | null
}

@InputType()
export class EndorsePriorityInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  priorityId!: string

  @Field(() => String, { description: 'The caller’s own practice, a member of the network today.' })
  @Matches(ODS_CODE, { message: 'practiceCode must be an ODS code, such as A12345' })
  practiceCode!: string

  @Field(() => Boolean)
  @IsBoolean()
  endorses!: boolean

  @Field(() => String, { nullable: true, description: 'Why not. Needed when `endorses` is false.' })
  @IsOptional()
  @PlainText(2000)
  reason?: string | null
}
