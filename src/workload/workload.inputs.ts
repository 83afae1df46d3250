import { Field, Float, ID, InputType, Int, IntersectionType } from '@nestjs/graphql'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator'
import { GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'
import { CATALOGUE_CODE } from '../checklist/checklist.inputs.js'
import { ODS_CODE } from '../network/network.inputs.js'
import { type Day } from '../platform/day.js'
import { PlainText } from '../platform/graphql/plain-text.js'
import { RetryableInput } from '../platform/graphql/retryable-input.js'
import { NetworkYearInput, STAFF_GROUP_CODE } from '../priority/priority.inputs.js'
import { type StaffGroup, staffGroups } from '../specification/domain/reference-data.js'
import { WORKING_WEEKS_A_YEAR } from './domain/capacity.js'
import { CommonStaffGroupEnum } from './workload.types.js'

const GROUP_MESSAGE = { message: 'staffGroup must be the code of a staff group' }

@InputType()
export class AddStaffGroupInput extends RetryableInput {
  @Field(() => String, { description: 'The network’s ODS code.' })
  @Matches(ODS_CODE, { message: 'networkCode must be an ODS code, such as U12345' })
  networkCode!: string

  @Field(() => String, { description: 'Such as "Care coordinators". Its code is made of it.' })
  @PlainText(60, { lines: false })
  name!: string

  @Field(() => CommonStaffGroupEnum, { description: 'The one of the five it belongs to.' })
  @IsIn(staffGroups)
  under!: StaffGroup
}

@InputType()
export class RemoveStaffGroupInput extends RetryableInput {
  @Field(() => String, { description: 'The network’s ODS code.' })
  @Matches(ODS_CODE, { message: 'networkCode must be an ODS code, such as U12345' })
  networkCode!: string

  @Field(() => String, { description: 'A group of the network’s own.' })
  @Matches(STAFF_GROUP_CODE, GROUP_MESSAGE)
  staffGroup!: string
}

@InputType({ description: 'A week’s time, from which the twelve months are made. Sessions and hours count together.' })
export class WeeklyTimeInput {
  @Field(() => Float, { defaultValue: 0, description: 'Sessions a week, of 4 hours 10 minutes.' })
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(1_000)
  sessions: number = 0

  @Field(() => Float, { defaultValue: 0, description: 'Hours a week.' })
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(5_000)
  hours: number = 0

  @Field(() => Int, { defaultValue: WORKING_WEEKS_A_YEAR, description: 'Weeks at work in a year: 52 less leave, bank holidays and study.' })
  @IsInt()
  @Min(1)
  @Max(52)
  weeksAYear: number = WORKING_WEEKS_A_YEAR
}

@InputType({
  description: 'A staff group’s time in a year: either by month or from a week. It takes the place of what was entered before, whole.',
})
export class SetCapacityInput extends NetworkYearInput {
  @Field(() => String, { description: 'A staff group’s code.' })
  @Matches(STAFF_GROUP_CODE, GROUP_MESSAGE)
  staffGroup!: string

  @Field(() => [GraphQLSafeInt], { nullable: 'itemsAndList', description: 'Twelve months, April first; null where one is not known.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(12)
  minutesByMonth?: (number | null)[] | null

  @Field(() => WeeklyTimeInput, { nullable: true, description: 'Instead of months.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => WeeklyTimeInput)
  weekly?: WeeklyTimeInput | null

  @Field(() => [GraphQLSafeInt], {
    nullable: true,
    description: 'Work that is neither contract nor priority, twelve months; none entered when left out.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(12)
  otherFixedByMonth?: number[] | null

  @Field(() => String, { defaultValue: '', description: 'Where the figure comes from. The rule of a week is added by itself.' })
  @PlainText(1000, { shortest: 0 })
  basis: string = ''
}

@InputType({ description: 'A network’s own estimate for the whole contract year; without minutes the own estimate is taken back.' })
export class EstimateInput {
  @Field(() => String, { description: 'A requirement on the network’s checklist of the year, or an indicator of it that earns money.' })
  @Matches(CATALOGUE_CODE, { message: 'requirementCode must be the code of a requirement' })
  requirementCode!: string

  @Field(() => String, { description: 'A staff group’s code.' })
  @Matches(STAFF_GROUP_CODE, GROUP_MESSAGE)
  staffGroup!: string

  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Fewest minutes; as `central` when left out.' })
  @IsOptional()
  @IsInt()
  low?: number | null

  @Field(() => GraphQLSafeInt, {
    nullable: true,
    description: 'Most likely minutes of leading, organising and showing; care itself is not in them.',
  })
  @IsOptional()
  @IsInt()
  central?: number | null

  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Most minutes; as `central` when left out.' })
  @IsOptional()
  @IsInt()
  high?: number | null

  @Field(() => GraphQLSafeInt, { nullable: true, description: 'How much of it the network would do anyway, in percent.' })
  @IsOptional()
  @IsInt()
  businessAsUsualPercent?: number | null

  @Field(() => String, { defaultValue: '', description: 'What the estimate rests on.' })
  @PlainText(1000, { shortest: 0 })
  note: string = ''
}

@InputType()
export class EstimateMinutesInput extends IntersectionType(NetworkYearInput, EstimateInput) {}

@InputType()
export class SetEstimatesInput extends NetworkYearInput {
  @Field(() => [EstimateInput], { description: 'Each requirement and staff group once. What is left out stays as it is.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => EstimateInput)
  estimates!: EstimateInput[]
}

@InputType({
  description: 'About how long something took. Give an item or a priority, or evidence alone: its time is shared by what it serves.',
})
export class LogMinutesInput extends RetryableInput {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  itemId?: string | null

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  priorityId?: string | null

  @Field(() => ID, { nullable: true, description: 'Evidence the time was spent on.' })
  @IsOptional()
  @IsUUID()
  evidenceId?: string | null

  @Field(() => String, { description: 'A staff group’s code.' })
  @Matches(STAFF_GROUP_CODE, GROUP_MESSAGE)
  staffGroup!: string

  @Field(() => GraphQLSafeInt)
  @IsInt()
  minutes!: number

  @Field(() => GraphQLLocalDate, { description: 'Today or earlier.' })
  spentOn!: Day

  @Field(() => String, { defaultValue: '' })
  @PlainText(500, { shortest: 0 })
  note: string = ''
}

@InputType()
export class WithdrawMinutesInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  logId!: string
}

@InputType()
export class RateItemInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  itemId!: string

  @Field(() => Int, { description: '1 is worth nothing to patients, 5 is worth much.' })
  @IsInt()
  @Min(1, { message: 'rating must be 1 to 5' })
  @Max(5, { message: 'rating must be 1 to 5' })
  rating!: number

  @Field(() => String, { description: 'Why.' })
  @PlainText(1000)
  reason!: string
}

@InputType()
export class SetWorkloadFromCsvInput extends NetworkYearInput {
  @Field(() => String, {
    description: 'The file that `Network.workloadCsv` gives, with other figures. Lines that are left out or unchanged change nothing.',
  })
  @IsString()
  @MaxLength(1_000_000, { message: 'csv must be 1 MB or less' })
  csv!: string
}

@InputType({ description: 'A priority as far as a first figure needs it.' })
export class FirstPriorityInput {
  @Field(() => String)
  @PlainText(200, { lines: false })
  title!: string

  @Field(() => Float, { description: 'Hours of the clinical director in the window.' })
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(2_000)
  clinicalDirectorHours!: number

  @Field(() => Float, { defaultValue: 0, description: 'Hours of the network manager in the window.' })
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(2_000)
  managerHours: number = 0

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'First day; the year’s when left out.' })
  @IsOptional()
  opensOn?: Day | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day; the year’s when left out.' })
  @IsOptional()
  closesOn?: Day | null
}

@InputType({
  description: 'What a first figure needs: two people’s time and what the network wants to do. The rest is labelled assumptions.',
})
export class StartWorkloadInput extends NetworkYearInput {
  @Field(() => Float, { description: 'Sessions a week the clinical director has for the network.' })
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(50)
  clinicalDirectorSessionsAWeek!: number

  @Field(() => Float, { description: 'Hours a week the network manager works.' })
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(100)
  managerHoursAWeek!: number

  @Field(() => [FirstPriorityInput], { description: 'One to five, the first one first.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @Type(() => FirstPriorityInput)
  priorities!: FirstPriorityInput[]
}
