import { Field, Float, Int, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO, GraphQLSafeInt } from 'graphql-scalars'
import { type ContractYear, type Instant } from '../platform/day.js'
import { enumOf } from '../platform/graphql/enum.js'
import { type Answer, Refusal, resultOf } from '../platform/graphql/refusal.js'
import { ReasonNeeded } from '../decision/decision.types.js'
import { StaffGroupUnknown } from '../priority/priority-result.types.js'
import { type Nature } from '../specification/domain/catalogue.js'
import { NatureEnum } from '../specification/specification.types.js'
import { OriginEnum } from './crowd-out.types.js'
import { type OutsideCostEntity } from './crowd-out.entity.js'
import { type BurdenBreakdown } from './domain/burden.js'
import { type BurdenSources } from './domain/activities.js'
import { type Origin } from './domain/plan.js'
import { type TariffInForce } from './domain/tariff-table.js'

const TariffBasisEnum = enumOf(
  'TariffBasis',
  ['NETWORK', 'ASSUMED'] as const,
  'NETWORK: it entered the figures. ASSUMED: a public source states them.',
)

/** Everything burden fields are computed from. */
export interface BurdenView {
  readonly networkCode: string
  readonly contractYear: ContractYear
  readonly sources: BurdenSources
  readonly tariffs: readonly TariffInForce[]
  readonly breakdown: BurdenBreakdown
  /** As the network entered them, latest day first. */
  readonly outsideCosts: readonly OutsideCostEntity[]
  readonly groupNameOf: (staffGroup: string) => string
  readonly titleOf: (code: string) => string
  readonly itemIdOf: (code: string) => string | null
}

@ObjectType({
  description:
    'Time and money of paperwork. Burden is what is left when business as usual is taken out; pence include what was paid outside, and are null where a tariff is not known.',
})
export class BurdenFigures {
  @Field(() => GraphQLSafeInt) grossMinutes!: number
  @Field(() => GraphQLSafeInt, { description: 'What the network would spend anyway.' }) businessAsUsualMinutes!: number
  @Field(() => GraphQLSafeInt) burdenMinutes!: number
  @Field(() => GraphQLSafeInt, { nullable: true }) grossPence!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true }) burdenPence!: number | null
  @Field(() => GraphQLSafeInt, { description: 'Of the burden, what was paid to others: known even where a tariff is not.' })
  outsidePence!: number
  @Field(() => Float, { description: 'Burden minutes ÷ 450, to one decimal.' }) burdenDays!: number
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Per 1,000 registered patients; null where the list is not known.' })
  burdenMinutesPerThousand!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true }) burdenPencePerThousand!: number | null
}

@ObjectType({ description: 'Burden by who asked.' })
export class BurdenOfOrigin {
  @Field(() => OriginEnum) origin!: Origin
  @Field(() => BurdenFigures) figures!: BurdenFigures
}

@ObjectType({ description: 'Burden by kind of work.' })
export class BurdenOfNature {
  @Field(() => NatureEnum) nature!: Nature
  @Field(() => BurdenFigures) figures!: BurdenFigures
}

@ObjectType({ description: 'Burden by staff group.' })
export class BurdenOfStaffGroup {
  @Field(() => String, { description: 'The staff group’s code.' }) staffGroup!: string
  @Field(() => BurdenFigures) figures!: BurdenFigures
}

@ObjectType({
  description: 'Burden of one requirement, indicator or accepted request. Time shared with others is allocated to each equally.',
})
export class BurdenOfItem {
  /** Null for an indicator and for a request. */
  itemId!: string | null

  @Field(() => String) code!: string
  @Field(() => String) title!: string
  @Field(() => BurdenFigures) figures!: BurdenFigures
}

@ObjectType({ description: 'What would end if some items ended together. Evidence that serves others too is not freed.' })
export class AvoidableBurden {
  @Field(() => GraphQLSafeInt, { description: 'What these items take, shared time included.' }) allocatedMinutes!: number
  @Field(() => GraphQLSafeInt, { description: 'What would end with them.' }) avoidableMinutes!: number
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'With what was paid outside; null where a tariff is not known.' })
  avoidablePence!: number | null
  @Field(() => Float) avoidableDays!: number
}

@ObjectType({ description: 'What an hour of a staff group costs, and where that comes from.' })
export class Tariff {
  @Field(() => String, { description: 'The staff group’s code.' }) staffGroup!: string
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Null: not known, so pounds are not known.' }) hourlyPayPence!: number | null
  @Field(() => Int, { nullable: true }) onCostsPercent!: number | null
  @Field(() => Int, { nullable: true }) overheadPercent!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'An hour, on-costs and overhead included, half up.' })
  pencePerHour!: number | null
  @Field(() => String, { nullable: true, description: 'The year whose prices these are.' }) priceYear!: string | null
  @Field(() => TariffBasisEnum, { nullable: true }) basis!: 'NETWORK' | 'ASSUMED' | null
  @Field(() => String, { description: 'Where the figures come from, or why there are none.' }) note!: string
}

@ObjectType({
  description: 'What declarations and reports cost a network in a contract year, by the Standard Cost Model: docs/method/burden.md.',
})
export class Burden {
  view!: BurdenView

  @Field(() => String) contractYear!: ContractYear
  @Field(() => BurdenFigures) total!: BurdenFigures
  @Field(() => Int, { description: 'Items some staff group has no estimate for: their unknown part is left out.' })
  itemsWithoutEstimate!: number
  @Field(() => Int, { nullable: true, description: 'Patients registered with its practices; null where not known.' })
  registeredPatients!: number | null
  @Field(() => Int) ruleVersion!: number
}

@ObjectType({ description: 'An hour of the staff group costs this from now on.' })
export class TariffSet implements Answer {
  readonly kind!: string
  readonly networkCode!: string

  @Field(() => String, { description: 'The staff group’s code.' }) readonly staffGroup!: string
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'An hour, all told; null where the own figure was taken back.' })
  readonly pencePerHour!: number | null
  @Field(() => GraphQLDateTimeISO) readonly recordedAt!: Instant
}

@ObjectType({ implements: () => [Refusal], description: 'Pay or a percent that cannot be, or only a part of a tariff.' })
export class TariffRefused extends Refusal {}

@ObjectType({ description: 'What the network says of an item was recorded.' })
export class DeclarationReadingSet implements Answer {
  readonly kind!: string
  readonly itemId!: string
}

@ObjectType({ implements: () => [Refusal], description: 'Care, governance, gates and what protects information are never judged.' })
export class NeverDeclarationOnly extends Refusal {}

export const SetTariffResult = resultOf(
  'SetTariffResult',
  'The tariff, or why it cannot be so.',
  () => [TariffSet, TariffRefused, StaffGroupUnknown] as const,
)
export const OverrideDeclarationOnlyResult = resultOf(
  'OverrideDeclarationOnlyResult',
  'The network’s own word on an item, or why there can be none.',
  () => [DeclarationReadingSet, NeverDeclarationOnly, ReasonNeeded] as const,
)
