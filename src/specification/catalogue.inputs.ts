import { Field, InputType, Int } from '@nestjs/graphql'
import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator'
import { type ContractYear } from '../platform/day.js'
import { PlainText } from '../platform/graphql/plain-text.js'
import {
  certainties,
  entryKinds,
  natures,
  obligations,
  responsibles,
  type Certainty,
  type EntryKind,
  type Nature,
  type Obligation,
  type Responsible,
} from './domain/catalogue.js'
import { CertaintyEnum, EntryKindEnum, NatureEnum, ObligationEnum, ResponsibleEnum } from './specification.types.js'

const CONTRACT_YEAR = /^\d{4}\/\d{2}$/

@InputType({ description: 'Which entries of the catalogue. What is left out narrows nothing.' })
export class CatalogueFilter {
  @Field(() => String, {
    nullable: true,
    description: 'One contract year such as 2026/27, in the edition named or else the one in force at its end.',
  })
  @IsOptional()
  @Matches(CONTRACT_YEAR, { message: 'contractYear must be written like 2026/27' })
  contractYear?: ContractYear | null

  @Field(() => Int, { nullable: true, description: 'One edition of the year; 0 is a draft before the first.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(99)
  edition?: number | null

  @Field(() => String, { nullable: true, description: 'In this part of the specification.' })
  @IsOptional()
  @Matches(/^[a-z0-9-]{1,64}$/, { message: 'serviceAreaCode must be the code of a service area' })
  serviceAreaCode?: string | null

  @Field(() => [EntryKindEnum], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(entryKinds.length)
  @IsIn(entryKinds, { each: true })
  kinds?: EntryKind[] | null

  @Field(() => [NatureEnum], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(natures.length)
  @IsIn(natures, { each: true })
  natures?: Nature[] | null

  @Field(() => [ObligationEnum], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(obligations.length)
  @IsIn(obligations, { each: true })
  obligations?: Obligation[] | null

  @Field(() => [CertaintyEnum], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(certainties.length)
  @IsIn(certainties, { each: true })
  certainties?: Certainty[] | null

  @Field(() => ResponsibleEnum, { nullable: true, description: 'Somebody who has to act, alone or with others.' })
  @IsOptional()
  @IsIn(responsibles)
  responsible?: Responsible | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Declaration-only or, when false, not. Neither finds entries of which too little is known.',
  })
  @IsOptional()
  @IsBoolean()
  declarationOnly?: boolean | null

  @Field(() => String, { nullable: true, description: 'All of these words in its code, title or text.' })
  @IsOptional()
  @PlainText(100, { lines: false, shortest: 0 })
  search?: string | null
}
