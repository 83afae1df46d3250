import { Field, Int, ObjectType } from '@nestjs/graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { type Day } from '../platform/day.js'
import { type Answer, Refusal, resultOf } from '../platform/graphql/refusal.js'

@ObjectType({ description: 'A network a local medical committee covers, today or from a day to come.' })
export class CoveredNetwork {
  @Field(() => String) odsCode!: string
  @Field(() => String) name!: string
  @Field(() => GraphQLLocalDate) startsOn!: Day
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; null while nobody said.' }) endsOn!: Day | null
}

@ObjectType({ description: 'A local medical committee (LMC): it speaks for practices, and sifts what networks it covers are asked.' })
export class LocalMedicalCommittee {
  @Field(() => String) code!: string
  @Field(() => String) name!: string
  @Field(() => [CoveredNetwork], { description: 'By code. To a network’s people: their own network only.' })
  networks!: readonly CoveredNetwork[]
}

@ObjectType({ description: 'The LMC covers exactly these networks from the day on.' })
export class NetworksCovered implements Answer {
  readonly kind!: string
  @Field(() => String) readonly lmcCode!: string
  @Field(() => Int, { description: 'Networks it newly covers.' }) readonly added!: number
  @Field(() => Int, { description: 'Networks it covers no longer.' }) readonly ended!: number
}

@ObjectType({ implements: () => [Refusal], description: 'There are no networks with these codes.' })
export class NetworksUnknown extends Refusal {
  @Field(() => [String]) readonly networkCodes!: readonly string[]
}

@ObjectType({ implements: () => [Refusal], description: 'The code is of another organisation: an LMC has one of its own.' })
export class LmcCodeTaken extends Refusal {}

export const CoverNetworksResult = resultOf(
  'CoverNetworksResult',
  'What changed, or why nothing did.',
  () => [NetworksCovered, NetworksUnknown, LmcCodeTaken] as const,
)
