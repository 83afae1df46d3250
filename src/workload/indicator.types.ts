import { Field, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO } from 'graphql-scalars'
import { ReasonNeeded } from '../decision/decision.types.js'
import { type ContractYear, type Instant } from '../platform/day.js'
import { Refusal, resultOf } from '../platform/graphql/refusal.js'
import { type Nature } from '../specification/domain/catalogue.js'
import { type IndicatorEntity } from '../specification/specification.entity.js'
import { Indicator, NatureEnum } from '../specification/specification.types.js'
import { WorkloadChange } from './workload-result.types.js'
import { Estimate } from './workload.types.js'

@ObjectType({
  description:
    'An indicator that earns money, as work of one network: what it takes, and whether the network goes for it. It is never due and no part of progress.',
})
export class IncentiveWork {
  networkCode!: string
  contractYear!: ContractYear

  @Field(() => Indicator, { description: 'The indicator, with its thresholds and points as far as a source states them.' })
  indicator!: IndicatorEntity
  @Field(() => Boolean, { description: 'Whether the network goes for it. It does, until it says otherwise.' }) pursued!: boolean
  @Field(() => NatureEnum, {
    description: 'Care, or a declaration where it is only done or not done; the network’s own word where it gave one.',
  })
  nature!: Nature
  @Field(() => String, { description: 'Why it is so, in the network’s words; empty where it said nothing.' }) reason!: string
  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Since when it is so; null where the network said nothing.' })
  recordedAt!: Instant | null
  @Field(() => [Estimate], { description: 'The minutes in force, one for each staff group: its own estimate, or not known.' })
  minutes!: Estimate[]
}

@ObjectType({ implements: () => [WorkloadChange], description: 'What the network says of the indicator was recorded.' })
export class IndicatorPursued extends WorkloadChange {
  readonly contractYear!: ContractYear
  @Field(() => String) readonly indicatorCode!: string
}

@ObjectType({ implements: () => [Refusal], description: 'The specification of the network’s year has no such indicator that earns money.' })
export class IndicatorUnknown extends Refusal {
  @Field(() => [String], { description: 'Codes of those it has.' }) readonly indicatorCodes!: readonly string[]
}

export const PursueIndicatorResult = resultOf(
  'PursueIndicatorResult',
  'The choice, or why it cannot be so.',
  () => [IndicatorPursued, IndicatorUnknown, ReasonNeeded] as const,
)
