import { Field, InputType } from '@nestjs/graphql'
import { IsIn, IsInt, IsOptional, Matches } from 'class-validator'
import { GraphQLSafeInt } from 'graphql-scalars'
import { CATALOGUE_CODE } from '../checklist/checklist.inputs.js'
import { PlainText } from '../platform/graphql/plain-text.js'
import { NetworkYearInput } from '../priority/priority.inputs.js'
import { type RateBase, rateBases } from '../specification/domain/catalogue.js'
import { RateBaseEnum } from '../specification/specification.types.js'

@InputType()
export class SetPaymentBaseInput extends NetworkYearInput {
  @Field(() => RateBaseEnum, { description: 'Any but the registered list, which comes from the list sizes of the practices.' })
  @IsIn(rateBases)
  base!: RateBase

  @Field(() => String, { nullable: true, description: 'With POINTS: the indicator they are of; all points of the year when left out.' })
  @IsOptional()
  @Matches(CATALOGUE_CODE, { message: 'indicatorCode must be the code of an indicator' })
  indicatorCode?: string | null

  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Whole patients, beds or points; without it the own figure is taken back.' })
  @IsOptional()
  @IsInt()
  size?: number | null

  @Field(() => String, { defaultValue: '', description: 'Where the figure comes from. Needed with a size.' })
  @PlainText(500, { shortest: 0 })
  basis: string = ''
}
