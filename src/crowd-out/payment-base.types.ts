import { Field, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO, GraphQLSafeInt } from 'graphql-scalars'
import { type Instant } from '../platform/day.js'
import { type Answer, Refusal, resultOf } from '../platform/graphql/refusal.js'
import { type RateBase } from '../specification/domain/catalogue.js'
import { RateBaseEnum } from '../specification/specification.types.js'
import { IndicatorUnknown } from '../workload/indicator.types.js'
import { ContractYearUnknown } from '../workload/workload-result.types.js'

@ObjectType({
  description:
    'What rates of payment are multiplied with: a list, beds or points. Each is another number; no rate is multiplied with another.',
})
export class PaymentBase {
  @Field(() => RateBaseEnum) base!: RateBase
  @Field(() => String, { description: 'What it is called.' }) title!: string
  @Field(() => String, { nullable: true, description: 'The indicator the points are of; null for everything else.' })
  indicatorCode!: string | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Whole patients, beds or points; null where not known.' })
  size!: number | null
  @Field(() => String, { description: 'Where the figure comes from, or why there is none.' }) basis!: string
  @Field(() => Boolean, { description: 'Whether the network entered it. The registered list is never entered.' }) entered!: boolean
  @Field(() => [String], { description: 'Codes of the paid work that needs it; empty where nothing does.' }) usedBy!: readonly string[]
}

@ObjectType({ description: 'The base has this size from now on; pounds at stake follow.' })
export class PaymentBaseSet implements Answer {
  readonly kind!: string
  readonly networkCode!: string

  @Field(() => RateBaseEnum) readonly base!: RateBase
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Null: it was taken back.' }) readonly size!: number | null
  @Field(() => GraphQLDateTimeISO) readonly recordedAt!: Instant
}

@ObjectType({ implements: () => [Refusal], description: 'A base or size that cannot be, or without where it comes from.' })
export class PaymentBaseRefused extends Refusal {}

export const SetPaymentBaseResult = resultOf(
  'SetPaymentBaseResult',
  'The base, or why it cannot be so.',
  () => [PaymentBaseSet, PaymentBaseRefused, IndicatorUnknown, ContractYearUnknown] as const,
)
