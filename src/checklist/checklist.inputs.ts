import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql'
import { Type } from 'class-transformer'
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator'
import { GraphQLLocalDate } from 'graphql-scalars'
import { type ContractYear, type Day } from '../platform/day.js'
import { PageArgs } from '../platform/graphql/page.js'
import { PlainText } from '../platform/graphql/plain-text.js'
import { natures, obligations, type Nature, type Obligation } from '../specification/domain/catalogue.js'
import { NatureEnum, ObligationEnum } from '../specification/specification.types.js'
import { StatusEnum } from './checklist.types.js'
import { statuses, type ItemStatus } from './domain/status-words.js'
import { type ItemOrder } from './item-list.repository.js'

/** A contract year such as 2026/27, its second part following the first or not: a year nobody has is simply not found. */
export const CONTRACT_YEAR = /^\d{4}\/\d{2}$/

/** A code of the catalogue, of a requirement or a service area. */
export const CATALOGUE_CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

@ArgsType()
export class ContractYearArgs {
  @Field(() => String, { nullable: true, description: 'Such as 2026/27; the year in force, or the catalogue’s last, when left out.' })
  @IsOptional()
  @Matches(CONTRACT_YEAR, { message: 'contractYear must be written like 2026/27' })
  contractYear?: ContractYear | null
}

const ItemOrderEnum = { POSITION: 'POSITION', NEXT_DUE: 'NEXT_DUE' } as const satisfies Record<ItemOrder, ItemOrder>
registerEnumType(ItemOrderEnum, {
  name: 'ChecklistItemOrder',
  description: 'POSITION: as the specification reads. NEXT_DUE: what falls due first; what has no day comes last.',
})

@InputType({ description: 'Which items of a checklist. What is left out narrows nothing.' })
export class ChecklistItemFilter {
  @Field(() => [String], { nullable: true, description: 'In any of these parts of the specification.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(CATALOGUE_CODE, { each: true, message: 'each of serviceAreaCodes must be the code of a service area' })
  serviceAreaCodes?: string[] | null

  @Field(() => [StatusEnum], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(statuses.length)
  @IsIn(statuses, { each: true })
  statuses?: ItemStatus[] | null

  @Field(() => [ObligationEnum], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(obligations.length)
  @IsIn(obligations, { each: true })
  obligations?: Obligation[] | null

  @Field(() => [NatureEnum], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(natures.length)
  @IsIn(natures, { each: true })
  natures?: Nature[] | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Next due on this day or later; leaves out items without a due day.' })
  @IsOptional()
  dueFrom?: Day | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Next due on this day or earlier; leaves out items without a due day.' })
  @IsOptional()
  dueTo?: Day | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Declaration-only or, when false, not. Neither finds items of which too little is known.',
  })
  @IsOptional()
  @IsBoolean()
  declarationOnly?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Asked of every member practice or, when false, of the network as a whole.' })
  @IsOptional()
  @IsBoolean()
  practiceLevel?: boolean | null

  @Field(() => ID, { nullable: true, description: 'Looked after by this person. Finds nothing where the caller may not see who that is.' })
  @IsOptional()
  @IsUUID()
  assigneeId?: string | null

  @Field(() => Boolean, { nullable: true, description: 'True: looked after by the caller.' })
  @IsOptional()
  @IsBoolean()
  mine?: boolean | null

  @Field(() => String, {
    nullable: true,
    description:
      'Words in title, text or code, all of them, whatever their capitals. What the glossary knows is found by its synonyms too.',
  })
  @IsOptional()
  @PlainText(200, { lines: false })
  search?: string | null
}

@ArgsType()
export class ChecklistItemsArgs extends PageArgs {
  @Field(() => ChecklistItemFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ChecklistItemFilter)
  filter?: ChecklistItemFilter | null

  @Field(() => ItemOrderEnum, { defaultValue: ItemOrderEnum.POSITION })
  @IsIn(Object.keys(ItemOrderEnum))
  orderBy: ItemOrder = ItemOrderEnum.POSITION
}
