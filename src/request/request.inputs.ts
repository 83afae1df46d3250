import { ArgsType, Field, ID, InputType } from '@nestjs/graphql'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator'
import { GraphQLLocalDate } from 'graphql-scalars'
import { CATALOGUE_CODE } from '../checklist/checklist.inputs.js'
import { ODS_CODE } from '../network/network.inputs.js'
import { type ContractYear, type Day } from '../platform/day.js'
import { PageArgs } from '../platform/graphql/page.js'
import { PlainText } from '../platform/graphql/plain-text.js'
import { RetryableInput } from '../platform/graphql/retryable-input.js'
import { ContractYearText, STAFF_GROUP_CODE, ThreeCasesInput } from '../priority/priority.inputs.js'
import { type Nature, natures, type Obligation, obligations } from '../specification/domain/catalogue.js'
import { NatureEnum, ObligationEnum } from '../specification/specification.types.js'
import * as words from './domain/request-words.js'
import { AskerKindEnum, ClauseFindingEnum, RequestStandingEnum, RequestTimingEnum } from './request.types.js'

/** The most networks one request may be recorded for at once. */
const MOST_NETWORKS = 200

@InputType({ description: 'Whole minutes in three cases.' })
export class MinutesCasesInput extends ThreeCasesInput {}

@InputType({ description: 'What one staff group is asked for in the whole window.' })
export class RequestMinutesInput {
  @Field(() => String, { description: 'A staff group’s code.' })
  @Matches(STAFF_GROUP_CODE, { message: 'staffGroup must be the code of a staff group' })
  staffGroup!: string

  @Field(() => MinutesCasesInput, { nullable: true, description: 'Left out: it has a part in it, and nobody knows how much.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MinutesCasesInput)
  minutes?: MinutesCasesInput | null
}

@InputType({ description: 'Where the contract asks for it.' })
export class ClauseInput {
  @Field(() => ClauseFindingEnum)
  @IsIn(words.clauseFindings)
  clause!: words.ClauseFinding

  @Field(() => String, { nullable: true, description: 'A requirement of the specification of the contract year.' })
  @IsOptional()
  @Matches(CATALOGUE_CODE, { message: 'requirementCode must be the code of a requirement' })
  requirementCode?: string | null

  @Field(() => String, { nullable: true, description: 'A paragraph as the source writes it.' })
  @IsOptional()
  @PlainText(64, { lines: false })
  paragraph?: string | null
}

@InputType({ description: 'A request as it came. Never anything about a patient.' })
export class RecordRequestInput extends RetryableInput {
  @Field(() => [String], {
    description: `The networks that were asked, at most ${MOST_NETWORKS}: the caller’s own, or those the LMC covers.`,
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_NETWORKS)
  @ArrayUnique()
  @Matches(ODS_CODE, { each: true, message: 'each of networkCodes must be an ODS code, such as U12345' })
  networkCodes!: string[]

  @Field(() => String, { nullable: true, description: 'The caller’s LMC, when it records for networks it covers.' })
  @IsOptional()
  @Matches(ODS_CODE, { message: 'lmcCode must be the code of an LMC, such as LX01' })
  lmcCode?: string | null

  @Field(() => String, { description: 'The contract year it is work of, such as 2026/27. What goes on after it is recorded again.' })
  @ContractYearText()
  contractYear!: ContractYear

  @Field(() => String)
  @PlainText(200, { lines: false })
  title!: string

  @Field(() => String, { description: 'What is asked.' })
  @PlainText(4000)
  what!: string

  @Field(() => String, { nullable: true, description: 'Why, where anybody said.' })
  @IsOptional()
  @PlainText(4000)
  why?: string | null

  @Field(() => String, { description: 'Who asks: the organisation, or somebody’s office in it.' })
  @PlainText(200, { lines: false })
  askedBy!: string

  @Field(() => AskerKindEnum)
  @IsIn(words.askerKinds)
  askerKind!: words.AskerKind

  @Field(() => GraphQLLocalDate, { description: 'Not later than today.' })
  receivedOn!: Day

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'By when, where anybody said.' })
  @IsOptional()
  dueOn?: Day | null

  @Field(() => NatureEnum, { description: 'What kind of work it is.' })
  @IsIn(natures)
  nature!: Nature

  @Field(() => ObligationEnum, { defaultValue: 'UNPAID', description: 'What hangs on it.' })
  @IsIn(obligations)
  obligation: Obligation = 'UNPAID'

  @Field(() => RequestTimingEnum, { defaultValue: 'FLOATING' })
  @IsIn(words.requestTimings)
  timing: words.RequestTiming = 'FLOATING'

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'First day it can be done, in the contract year; the day it came when left out.',
  })
  @IsOptional()
  opensOn?: Day | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Last day it can be done, in the contract year; the day it is due, or the year’s last, when left out.',
  })
  @IsOptional()
  closesOn?: Day | null

  @Field(() => [RequestMinutesInput], {
    nullable: true,
    description: 'What it takes of each network. Left out: nobody knows. A staff group that is not named has no part in it.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => RequestMinutesInput)
  minutes?: RequestMinutesInput[] | null

  @Field(() => ClauseInput, { nullable: true, description: 'Nobody has looked, when left out.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ClauseInput)
  clause?: ClauseInput | null
}

@InputType({ description: 'A request that was recorded by mistake.' })
export class WithdrawRequestInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  requestId!: string

  @Field(() => String, { description: 'Why it should not have been recorded.' })
  @PlainText(2000)
  reason!: string
}

@InputType({ description: 'Which requests of all the networks the caller reaches.' })
export class RequestFilterInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Received on this day or later.' })
  @IsOptional()
  from?: Day | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Received on this day or earlier.' })
  @IsOptional()
  to?: Day | null

  @Field(() => Boolean, { defaultValue: false, description: 'Those recorded by mistake too.' })
  @IsBoolean()
  withdrawn: boolean = false
}

@InputType({ description: 'Which requests of one network.' })
export class NetworkRequestFilterInput extends RequestFilterInput {
  @Field(() => [RequestStandingEnum], { nullable: true, description: 'Any of these; all when left out.' })
  @IsOptional()
  @IsIn(words.requestStandings, { each: true })
  answers?: words.RequestStanding[] | null

  @Field(() => [ClauseFindingEnum], { nullable: true, description: 'Any of these; all when left out.' })
  @IsOptional()
  @IsIn(words.clauseFindings, { each: true })
  clause?: words.ClauseFinding[] | null
}

@ArgsType()
export class NetworkRequestsArgs extends PageArgs {
  @Field(() => NetworkRequestFilterInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => NetworkRequestFilterInput)
  filter?: NetworkRequestFilterInput | null
}

@ArgsType()
export class RequestsArgs extends PageArgs {
  @Field(() => RequestFilterInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => RequestFilterInput)
  filter?: RequestFilterInput | null
}
