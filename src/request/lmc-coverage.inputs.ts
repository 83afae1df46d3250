import { Field, InputType } from '@nestjs/graphql'
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, Matches } from 'class-validator'
import { GraphQLLocalDate } from 'graphql-scalars'
import { ODS_CODE } from '../network/network.inputs.js'
import { type Day } from '../platform/day.js'
import { PlainText } from '../platform/graphql/plain-text.js'
import { RetryableInput } from '../platform/graphql/retryable-input.js'

/** More networks than any committee covers. */
const MOST_NETWORKS = 500

@InputType({ description: 'Which networks a local medical committee (LMC) covers from a day on: exactly these.' })
export class CoverNetworksInput extends RetryableInput {
  @Field(() => String, { description: 'The code its people have as their organisation.' })
  @Matches(ODS_CODE, { message: 'lmcCode must be the code of an LMC, such as LX01' })
  lmcCode!: string

  @Field(() => String, { description: 'What it is called.' })
  @PlainText(200, { lines: false })
  name!: string

  @Field(() => [String], { description: 'ODS codes. None: it covers nobody from that day on.' })
  @IsArray()
  @ArrayMaxSize(MOST_NETWORKS)
  @ArrayUnique()
  @Matches(ODS_CODE, { each: true, message: 'each of networkCodes must be an ODS code, such as U12345' })
  networkCodes!: string[]

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day; today when left out. What was so before stays so.' })
  @IsOptional()
  startsOn?: Day | null
}
