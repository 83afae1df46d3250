import { ArgsType, Field, ID, InputType } from '@nestjs/graphql'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsInt,
  IsOptional,
  IsUrl,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator'
import { GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'
import { type Day } from '../platform/day.js'
import { PageArgs } from '../platform/graphql/page.js'
import { PlainText } from '../platform/graphql/plain-text.js'
import { RetryableInput } from '../platform/graphql/retryable-input.js'
import { type FigureTrust, figureTrusts } from './domain/evidence-kind.js'
import { FigureTrustEnum } from './evidence.types.js'

/** The longest note, in characters. */
const LONGEST_NOTE = 10_000

/** The most occurrences, or practices, one piece of evidence is given at once. */
const MOST = 100

/** ODS codes of practices, at most as many as fit one call. */
function PracticeCodes(): PropertyDecorator {
  return (target, property) => {
    Matches(/^[A-Z0-9]{3,9}$/, { each: true, message: 'practiceCodes must be ODS codes' })(target, property)
    ArrayMaxSize(MOST)(target, property)
  }
}

/** Ids of occurrences, at least one. */
function OccurrenceIds(): PropertyDecorator {
  return (target, property) => {
    IsUUID('all', { each: true })(target, property)
    ArrayMinSize(1)(target, property)
    ArrayMaxSize(MOST)(target, property)
  }
}

@InputType({ description: 'A figure, with where it comes from and how far it can be trusted.' })
export class FigureInput {
  @Field(() => GraphQLSafeInt, { description: 'What was counted.' })
  @IsInt()
  @Min(0)
  numerator!: number

  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Out of how many; leave it out for a plain count.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  denominator?: number | null

  @Field(() => String, { description: 'Where it comes from.' })
  @PlainText(500)
  source!: string

  @Field(() => FigureTrustEnum)
  @IsIn(figureTrusts)
  trust!: FigureTrust
}

/** What ordinary evidence says: at least one of a file, link, figure or note, and either a day or a period. */
@InputType({ isAbstract: true })
export class EvidenceContentInput extends RetryableInput {
  @Field(() => String, { nullable: true, description: 'At most 10,000 characters. Never anything about a patient.' })
  @IsOptional()
  @PlainText(LONGEST_NOTE, { shortest: 0 })
  note?: string | null

  @Field(() => String, { nullable: true, description: 'Where it can be read: starts with https://.' })
  @IsOptional()
  @IsUrl(
    { protocols: ['https'], require_protocol: true, disallow_auth: true },
    { message: 'link must be an address starting with https://' },
  )
  @MaxLength(2000)
  link?: string | null

  @Field(() => [ID], { nullable: true, description: 'Files uploaded before by you for this organisation.' })
  @IsOptional()
  @IsUUID('all', { each: true })
  @ArrayMaxSize(20)
  fileIds?: string[] | null

  @Field(() => FigureInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => FigureInput)
  figure?: FigureInput | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day it happened: today or earlier. Or give a period.' })
  @IsOptional()
  happenedOn?: Day | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'First day of the period it covers.' })
  @IsOptional()
  coversFrom?: Day | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day of the period it covers: today or earlier.' })
  @IsOptional()
  coversTo?: Day | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day on which it no longer stands; left out when it never lapses.',
  })
  @IsOptional()
  lapsesOn?: Day | null

  @Field(() => [String], { nullable: true, description: 'Practices it speaks for; left out when it is for the organisation as a whole.' })
  @IsOptional()
  @PracticeCodes()
  practiceCodes?: string[] | null
}

@InputType()
export class RecordEvidenceInput extends EvidenceContentInput {
  @Field(() => [ID], { description: 'What it shows: occurrences of one organisation, of one item or several.' })
  @OccurrenceIds()
  occurrenceIds!: string[]
}

@InputType()
export class SupersedeEvidenceInput extends EvidenceContentInput {
  @Field(() => ID, { description: 'The evidence to correct.' })
  @IsUUID()
  evidenceId!: string

  @Field(() => String, { description: 'Why.' })
  @PlainText(2000)
  reason!: string

  @Field(() => [ID], { nullable: true, description: 'What the correction shows; left out, what the evidence shows now.' })
  @IsOptional()
  @OccurrenceIds()
  occurrenceIds?: string[] | null
}

@InputType()
export class WithdrawEvidenceInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  evidenceId!: string

  @Field(() => String, { description: 'Why.' })
  @PlainText(2000)
  reason!: string
}

@InputType()
export class LinkEvidenceInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  evidenceId!: string

  @Field(() => [ID])
  @OccurrenceIds()
  occurrenceIds!: string[]
}

@InputType()
export class UnlinkEvidenceInput extends LinkEvidenceInput {}

@ArgsType()
export class EvidenceArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Words in its note, link or file names.' })
  @IsOptional()
  @PlainText(200, { lines: false })
  search?: string | null
}
