import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql'
import { Type } from 'class-transformer'
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator'
import { GraphQLSafeInt } from 'graphql-scalars'
import { OptionalYearArgs, STAFF_GROUP_CODE } from '../priority/priority.inputs.js'
import { ExplainedFigureEnum } from './crowd-out.types.js'
import { type ExplainedFigure, explainedFigures } from './domain/explain.js'
import { type AddedMinutes, type Supposed } from './domain/supposed.js'
import { type MovedWindow } from './domain/what-if.js'

const GROUP_MESSAGE = { message: 'staffGroup must be the code of a staff group' }
const MOST_CODES = 500

@InputType({ description: 'Other months for a requirement, an accepted request or a priority.' })
export class MovedWindowInput implements MovedWindow {
  @Field(() => String, { description: 'Code of a requirement, indicator or accepted request, or id of a priority.' })
  @IsString()
  @MaxLength(64)
  code!: string

  @Field(() => Int, { description: 'April is 0.' })
  @IsInt()
  firstMonth!: number

  @Field(() => Int)
  @IsInt()
  lastMonth!: number
}

@InputType({ description: 'Minutes added to one month of one staff group.' })
export class AddedTimeInput implements AddedMinutes {
  @Field(() => String)
  @Matches(STAFF_GROUP_CODE, GROUP_MESSAGE)
  staffGroup!: string

  @Field(() => Int, { description: 'April is 0.' })
  @IsInt()
  month!: number

  @Field(() => GraphQLSafeInt)
  @IsInt()
  minutes!: number
}

@ArgsType()
export class CrowdOutArgs extends OptionalYearArgs implements Supposed {
  @Field(() => [String], { defaultValue: [], description: 'Items of which only what the network would do anyway is left.' })
  @IsArray()
  @ArrayMaxSize(MOST_CODES)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  relaxing: string[] = []

  @Field(() => [String], { defaultValue: [], description: 'Paid work gone for.' })
  @IsArray()
  @ArrayMaxSize(MOST_CODES)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  pursuing: string[] = []

  @Field(() => [String], { defaultValue: [], description: 'Paid work dropped.' })
  @IsArray()
  @ArrayMaxSize(MOST_CODES)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  dropping: string[] = []

  @Field(() => [MovedWindowInput], { defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(MOST_CODES)
  @ValidateNested({ each: true })
  @Type(() => MovedWindowInput)
  moving: MovedWindowInput[] = []

  @Field(() => [AddedTimeInput], { defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(MOST_CODES)
  @ValidateNested({ each: true })
  @Type(() => AddedTimeInput)
  adding: AddedTimeInput[] = []

  @Field(() => [ID], { defaultValue: [], description: 'Priorities placed before national work.' })
  @IsArray()
  @ArrayMaxSize(MOST_CODES)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  protecting: string[] = []

  @Field(() => Int, {
    nullable: true,
    description: 'The first month that is not past (April = 0), for what is left of the year; the plan of the whole year when left out.',
  })
  @IsOptional()
  @IsInt()
  from: number | null = null
}

@ArgsType()
export class TogetherArgs {
  @Field(() => [String], { description: 'Codes of requirements, indicators or accepted requests.' })
  @IsArray()
  @ArrayMaxSize(MOST_CODES)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  items!: string[]
}

@ArgsType()
export class OfGroupArgs {
  @Field(() => String, { defaultValue: 'CLINICAL_DIRECTOR', description: 'A staff group’s code.' })
  @Matches(STAFF_GROUP_CODE, GROUP_MESSAGE)
  staffGroup: string = 'CLINICAL_DIRECTOR'
}

@ArgsType()
export class ExplainArgs {
  @Field(() => ExplainedFigureEnum)
  @IsIn(explainedFigures)
  figure!: ExplainedFigure

  @Field(() => String, { nullable: true, description: 'A staff group’s code; all groups that are counted when left out.' })
  @IsOptional()
  @Matches(STAFF_GROUP_CODE, GROUP_MESSAGE)
  staffGroup?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'For RETURNED and UP_TO: the code of the item; for BURDEN too, unless all is meant.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  item?: string | null
}
