import { Field, ID, InputType } from '@nestjs/graphql'
import { Type } from 'class-transformer'
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsUrl, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator'
import { GraphQLLocalDate } from 'graphql-scalars'
import { ODS_CODE } from '../network/network.inputs.js'
import { type Day } from '../platform/day.js'
import { PlainText } from '../platform/graphql/plain-text.js'
import { RetryableInput } from '../platform/graphql/retryable-input.js'
import { type AnswerChoice, answerChoices } from './domain/request-words.js'
import { ClauseInput, RequestMinutesInput } from './request.inputs.js'
import { AnswerChoiceEnum } from './request.types.js'

/** A request at one of the caller's networks. */
@InputType({ isAbstract: true })
abstract class AtNetworkInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  requestId!: string

  @Field(() => String, { description: 'The ODS code of the network that was asked.' })
  @Matches(ODS_CODE, { message: 'networkCode must be an ODS code, such as U12345' })
  networkCode!: string
}

/** A request, and in whose name something is said of it to all who were asked. */
@InputType({ isAbstract: true })
abstract class ByBodyInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  requestId!: string

  @Field(() => String, { description: 'In whose name: the caller’s LMC, or the network the caller directs, which was asked too.' })
  @Matches(ODS_CODE, { message: 'bodyCode must be the code of an LMC or a network' })
  bodyCode!: string
}

@InputType({ description: 'What a network answers. The latest answer counts; earlier ones are kept.' })
export class AnswerRequestInput extends AtNetworkInput {
  @Field(() => AnswerChoiceEnum)
  @IsIn(answerChoices)
  choice!: AnswerChoice

  @Field(() => String, { nullable: true, description: 'Needed for every answer but ACCEPT.' })
  @IsOptional()
  @PlainText(2000)
  reason?: string | null

  @Field(() => String, { nullable: true, description: 'Who is to do it instead; for DELEGATE.' })
  @IsOptional()
  @PlainText(200, { lines: false })
  delegateTo?: string | null

  @Field(() => String, { nullable: true, description: 'What the network offers instead; for NEGOTIATE.' })
  @IsOptional()
  @PlainText(2000)
  instead?: string | null

  @Field(() => ID, { nullable: true, description: 'A saved wording of this network’s to reply with.' })
  @IsOptional()
  @IsUUID()
  wordingId?: string | null

  @Field(() => String, { nullable: true, description: 'The words of the reply; those of the saved wording when left out.' })
  @IsOptional()
  @PlainText(4000)
  reply?: string | null

  @Field(() => [RequestMinutesInput], {
    nullable: true,
    description: 'What the network itself expects it to take, in place of what was recorded with the request.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => RequestMinutesInput)
  minutes?: RequestMinutesInput[] | null
}

@InputType({ description: 'An offer to attend for the other networks that were asked.' })
export class AttendForInput extends AtNetworkInput {
  @Field(() => Boolean, { defaultValue: true, description: 'False takes the offer back, and ends what others agreed to.' })
  @IsBoolean()
  attends: boolean = true

  @Field(() => String, { nullable: true, description: 'What the others should know, such as who goes.' })
  @IsOptional()
  @PlainText(500)
  note?: string | null
}

@InputType({ description: 'That another network attends for this one. It is told that this one agreed.' })
export class AcceptAttendanceInput extends AtNetworkInput {
  @Field(() => String, { nullable: true, description: 'A network that offers to attend; left out, this one goes itself again.' })
  @IsOptional()
  @Matches(ODS_CODE, { message: 'attendantCode must be an ODS code, such as U12345' })
  attendantCode?: string | null
}

@InputType({ description: 'A reading of the clause a request rests on. Every network that was asked sees it, and in whose name.' })
export class AttachReadingInput extends ByBodyInput {
  @Field(() => String, { description: 'The body whose reading it is, in words.' })
  @PlainText(200, { lines: false })
  author!: string

  @Field(() => String)
  @PlainText(4000)
  text!: string

  @Field(() => String, { nullable: true, description: 'Where it was published.' })
  @IsOptional()
  @IsUrl(
    { protocols: ['https'], require_protocol: true, disallow_auth: true },
    { message: 'link must be an address starting with https://' },
  )
  @MaxLength(2000)
  link?: string | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When the body published it; not later than today.' })
  @IsOptional()
  publishedOn?: Day | null

  @Field(() => ClauseInput, {
    nullable: true,
    description:
      'What it found. An LMC’s finding counts for the networks it covers; a network’s for itself, unless an LMC has found something.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ClauseInput)
  clause?: ClauseInput | null
}

@InputType({ description: 'The answer recommended to every network that was asked. Each still answers for itself.' })
export class RecommendAnswerInput extends ByBodyInput {
  @Field(() => AnswerChoiceEnum)
  @IsIn(answerChoices)
  choice!: AnswerChoice

  @Field(() => String)
  @PlainText(2000)
  reason!: string

  @Field(() => String, { nullable: true, description: 'A reply that could be sent.' })
  @IsOptional()
  @PlainText(4000)
  reply?: string | null
}

@InputType({ description: 'A reply to use again.' })
export class SaveWordingInput extends RetryableInput {
  @Field(() => String, { description: 'The ODS code of the network that keeps it.' })
  @Matches(ODS_CODE, { message: 'networkCode must be an ODS code, such as U12345' })
  networkCode!: string

  @Field(() => ID, { nullable: true, description: 'The wording to change; a new one when left out.' })
  @IsOptional()
  @IsUUID()
  wordingId?: string | null

  @Field(() => String)
  @PlainText(200, { lines: false })
  title!: string

  @Field(() => String)
  @PlainText(4000)
  text!: string

  @Field(() => AnswerChoiceEnum, { nullable: true, description: 'The answer it suits; any when left out.' })
  @IsOptional()
  @IsIn(answerChoices)
  choice?: AnswerChoice | null
}

@InputType({ description: 'A reply to keep no longer.' })
export class RemoveWordingInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  wordingId!: string
}
