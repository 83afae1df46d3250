import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql'
import { Type } from 'class-transformer'
import { IsIn, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator'
import { PageArgs } from '../platform/graphql/page.js'

/** Any code of the Organisation Data Service. */
export const ODS_CODE = /^[A-Z0-9]{2,9}$/

/** By code only: names sort differently from one database to another. */
export const NetworkOrder = { ODS_CODE_ASC: 'ODS_CODE_ASC', ODS_CODE_DESC: 'ODS_CODE_DESC' } as const
export type NetworkOrder = keyof typeof NetworkOrder
registerEnumType(NetworkOrder, { name: 'NetworkOrder', description: 'How a list of networks is ordered.' })

@InputType({ description: 'Which networks a list holds.' })
export class NetworkFilterInput {
  @Field(() => String, { nullable: true, description: 'Part of the name, whatever its capitals.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  nameContains?: string | null

  @Field(() => String, { nullable: true, description: 'The ODS code of an ICB that commissions them today.' })
  @IsOptional()
  @Matches(ODS_CODE, { message: 'boardCode must be an ODS code, such as QX01' })
  boardCode?: string | null
}

@ArgsType()
export class NetworksArgs extends PageArgs {
  @Field(() => NetworkFilterInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => NetworkFilterInput)
  filter?: NetworkFilterInput | null

  @Field(() => NetworkOrder, { defaultValue: NetworkOrder.ODS_CODE_ASC })
  @IsIn(Object.keys(NetworkOrder))
  orderBy: NetworkOrder = NetworkOrder.ODS_CODE_ASC
}
