import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql'
import { GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'
import { type ContractYear, type Day } from '../platform/day.js'
import { enumOf } from '../platform/graphql/enum.js'
import { type Nature, type Obligation } from '../specification/domain/catalogue.js'
import { type CatalogueEntryEntity } from '../specification/specification.entity.js'
import { NatureEnum, ObligationEnum } from '../specification/specification.types.js'
import { type ExplainedFigure, explainedFigures } from './domain/explain.js'
import { type NetworkFigures } from './domain/network-figures.js'
import { type PlanSources } from './domain/network-plan.js'
import { type Stake } from './domain/payment-base.js'
import { type Origin, origins } from './domain/plan.js'
import { type UsedBase } from './domain/stakes.js'
import { type Supposed } from './domain/supposed.js'
import { type ChangeNote, changeNoteKinds } from './domain/what-if.js'

export const OriginEnum = enumOf(
  'WorkOrigin',
  origins,
  'Who asked: the contract, an incentive indicator, or a request the network accepted.',
)
export const ExplainedFigureEnum = enumOf(
  'CrowdOutFigure',
  explainedFigures,
  'A figure that can be explained. UP_TO: pounds at stake of an item. BURDEN: of an item or of all.',
)
const ChangeNoteKindEnum = enumOf('ChangeNoteKind', changeNoteKinds, 'What should be known about what is supposed.')

/** Where figures come from; the fields that are computed when asked for need it. */
export interface CrowdOutView {
  /** The context everything else of it is read in. */
  readonly context: object
  readonly networkCode: string
  readonly contractYear: ContractYear
  readonly supposed: Supposed
  readonly sources: PlanSources
  /** Catalogue entries of its items, by id. */
  readonly entries: ReadonlyMap<string, CatalogueEntryEntity>
  /** What is at stake with paid work, by code, and how that was worked out. */
  readonly stakes: ReadonlyMap<string, Stake>
  /** What its paid work is multiplied with. */
  readonly bases: readonly UsedBase[]
  readonly figures: NetworkFigures
}

/** Whole minutes; null where the capacity is not known. */
@ObjectType({ isAbstract: true })
abstract class Figures {
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'As entered, the year’s total.' }) capacityMinutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Neither contract nor priority; null where none was entered.' })
  otherFixedMinutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Other fixed work past the capacity of its month.' })
  fixedShortfallMinutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Capacity less other fixed work, month by month, never below 0.' })
  availableMinutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'National work, without what the network’s own priorities give to it.' })
  nationalMinutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'National work that fits in no month.' })
  nationalOverrunMinutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'What the network planned for its own priorities.' })
  localWantedMinutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Local work that still fits.' }) localPossibleMinutes!: number | null
  @Field(() => GraphQLSafeInt, {
    nullable: true,
    description: 'Local work that would fit if nothing national were asked, and does not. Arithmetic about a plan, not a cause.',
  })
  displacedMinutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Local work that would not fit even if nothing national were asked.' })
  beyondCapacityMinutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'What priorities give to requirements, of what does not fit.' })
  contractWorkAtRiskMinutes!: number | null
  @Field(() => Float, { nullable: true, description: 'Displaced ÷ wanted, 0 to 1; null where nothing is wanted.' })
  displacedShare!: number | null
}

@ObjectType({ description: 'The figures in one estimate case.' })
export class CrowdOutFigures extends Figures {}

@ObjectType({ description: 'Every figure with all estimates low, all central, all high. Central need not lie between the other two.' })
export class EstimateCases {
  @Field(() => CrowdOutFigures) low!: CrowdOutFigures
  @Field(() => CrowdOutFigures) central!: CrowdOutFigures
  @Field(() => CrowdOutFigures) high!: CrowdOutFigures
  @Field(() => String, { nullable: true, description: 'Displaced time as a span in words; null where not known.' })
  displacedInWords!: string | null
}

@ObjectType({ description: 'What figures count and what they leave out.' })
export class CrowdOutCoverage {
  @Field(() => Int) groupsCounted!: number
  @Field(() => Int) groupsWithoutCapacity!: number
  @Field(() => GraphQLSafeInt, { description: 'National and local minutes of groups whose capacity is not known.' })
  minutesLeftOut!: number
  @Field(() => Int, { description: 'National items some staff group has no estimate for, each once.' }) itemsWithoutEstimate!: number
  @Field(() => Int) prioritiesWithoutEstimate!: number
  @Field(() => Int, { description: 'Groups counted with nothing taken off, as no other fixed work was entered.' })
  groupsWithoutOtherFixed!: number
}

@ObjectType({ description: 'Minutes of one item or priority in one month of the picture.' })
export class CrowdOutPlacement {
  @Field(() => String, { description: 'Code of a requirement, indicator or accepted request, or id of a priority.' }) code!: string
  @Field(() => GraphQLSafeInt) minutes!: number
}

@ObjectType({
  description: 'One month of one way the year can be done. What does not fit is spread over the months it could have been done in.',
})
export class CrowdOutMonth {
  @Field(() => Int, { description: 'April is 0.' }) month!: number
  @Field(() => GraphQLLocalDate, { description: 'Its first day.' }) startsOn!: Day
  @Field(() => GraphQLSafeInt) availableMinutes!: number
  @Field(() => GraphQLSafeInt) deliveryAndGovernanceMinutes!: number
  @Field(() => GraphQLSafeInt) declarationAndReportingMinutes!: number
  @Field(() => GraphQLSafeInt) localMinutes!: number
  @Field(() => GraphQLSafeInt) nationalOverrunMinutes!: number
  @Field(() => GraphQLSafeInt) displacedMinutes!: number
  @Field(() => GraphQLSafeInt) beyondCapacityMinutes!: number
  @Field(() => [CrowdOutPlacement]) placements!: readonly CrowdOutPlacement[]
}

@ObjectType({ description: 'A requirement, an indicator the network goes for, or an accepted request, as work.' })
export class CrowdOutItem {
  view!: CrowdOutView
  /** The group whose figures these are; null for all. */
  staffGroup!: string | null
  /** Null for an indicator and for a request. */
  itemId!: string | null

  @Field(() => String) code!: string
  @Field(() => String) title!: string
  @Field(() => OriginEnum) origin!: Origin
  @Field(() => NatureEnum) nature!: Nature
  @Field(() => ObligationEnum) obligation!: Obligation
  @Field(() => String, { nullable: true, description: 'Paragraph that asks for it, where known.' }) paragraph!: string | null
  @Field(() => ID, { nullable: true, description: 'Of an accepted request.' }) requestId!: string | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'What it takes, without what priorities give to it; null where not known.' })
  minutes!: number | null
  @Field(() => GraphQLSafeInt, { description: 'What priorities give to it.' }) servedMinutes!: number
  @Field(() => GraphQLSafeInt, {
    nullable: true,
    description: 'What relaxing it would take out: 0 for care, for governance and for what a priority serves; null where not known.',
  })
  relaxableMinutes!: number | null
  @Field(() => GraphQLSafeInt, {
    nullable: true,
    description: 'Local time that comes back if it alone were relaxed. Single figures do not add up: ask `returnedTogetherMinutes`.',
  })
  returnedMinutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Of its minutes, those that fit in no month.' }) overrunMinutes!:
    number | null
  @Field(() => Int, { nullable: true, description: 'The clinical director’s value rating, 1 to 5. Never mixed into any other figure.' })
  rating!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: '"Up to": what is at stake, in pence; null where none is stated or known.' })
  upToPence!: number | null
}

@ObjectType({ description: 'Whether an item is declaration-only: our reading, or the network’s own where it gave one.' })
export class ItemDeclarationOnly {
  @Field(() => Boolean, { nullable: true, description: 'Null where too little is known.' }) verdict!: boolean | null
  @Field(() => [String]) reasons!: readonly string[]
  @Field(() => String) ruleVersion!: string
  @Field(() => Boolean, { description: 'The verdict is the network’s, not ours.' }) overridden!: boolean
  @Field(() => Boolean, { nullable: true, description: 'What our rule says, whoever decided.' }) ruleVerdict!: boolean | null
  @Field(() => Boolean, { description: 'Only then may it be called "tick-box".' }) calledTickBoxBySource!: boolean
}

@ObjectType({ description: 'A priority, as work. Wanted = possible + displaced + beyond capacity.' })
export class CrowdOutPriority {
  priorityId!: string

  @Field(() => GraphQLSafeInt, { nullable: true }) wantedMinutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true }) possibleMinutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true }) displacedMinutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true }) beyondCapacityMinutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'What it gives to requirements, of what does not fit.' })
  contractWorkAtRiskMinutes!: number | null
  @Field(() => Float, {
    nullable: true,
    description: 'How far it can advance, 0 to 1, by its scarcest staff group; null where that is not known of each.',
  })
  share!: number | null
  @Field(() => Float, { nullable: true, description: 'No further than this, by the groups that are known.' }) shareAtMost!: number | null
}

@ObjectType({ description: 'Something that should be known about what is supposed.' })
export class CrowdOutNote {
  @Field(() => String) code!: string
  @Field(() => ChangeNoteKindEnum) kind!: ChangeNote['kind']
  @Field(() => String) message!: string
}

@ObjectType({
  description: 'What going for one piece of paid work, a paid requirement or an indicator, would bring and take, over all staff groups.',
})
export class PaidWork {
  /** Null for an indicator. */
  itemId!: string | null

  @Field(() => String) code!: string
  @Field(() => String) title!: string
  @Field(() => Boolean, { description: 'Whether the network goes for it, as it is or as supposed.' }) pursued!: boolean
  @Field(() => GraphQLSafeInt, {
    nullable: true,
    description: '"Up to": what is at stake if all of it is achieved, in pence; null where not known.',
  })
  upToPence!: number | null
  @Field(() => OriginEnum, { description: 'REQUIREMENT or INDICATOR.' }) origin!: Origin
  @Field(() => String, { nullable: true, description: 'What the source says of the money; of an indicator, what it is made of.' })
  moneyInWords!: string | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Null where any group’s estimate is not known.' }) minutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Pence at stake for each hour.' }) pencePerHour!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Local minutes it displaces.' }) displacedMinutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'National minutes that fit in no month because it is in the plan.' })
  overrunMinutes!: number | null
}

@ObjectType({ description: 'How much of the work begun has time logged on it; where nothing is logged the estimate stands.' })
export class LogCoverage {
  @Field(() => GraphQLSafeInt) estimatedMinutes!: number
  @Field(() => GraphQLSafeInt) withLogMinutes!: number
  @Field(() => Float, { nullable: true }) share!: number | null
}

@ObjectType({ description: 'What was logged beside what was estimated, for the whole year. Never part of another figure.' })
export class LoggedBesideEstimated {
  @Field(() => String, { description: 'Code of a requirement, indicator or accepted request, or id of a priority.' }) code!: string
  @Field(() => String) title!: string
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Null: no estimate.' }) estimatedMinutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Null: nothing logged.' }) loggedMinutes!: number | null
}

@ObjectType({ description: 'One input of a figure.' })
export class ExplanationRow {
  @Field(() => String) label!: string
  @Field(() => GraphQLSafeInt, { nullable: true }) minutes!: number | null
  @Field(() => String, { nullable: true, description: 'What is no time, such as a rate, a base or a cost; null where not known.' })
  inWords!: string | null
  @Field(() => String, { description: 'Entered, estimated, assumed or computed.' }) basis!: string
  @Field(() => String, { description: 'Where it comes from.' }) source!: string
}

@ObjectType({ description: 'A figure with everything it is made of.' })
export class FigureExplanation {
  @Field(() => ExplainedFigureEnum) figure!: ExplainedFigure
  @Field(() => GraphQLSafeInt, { nullable: true }) minutes!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'For UP_TO and BURDEN; null where not known.' }) pence!: number | null
  @Field(() => String, { description: 'What it means and how it is worked out.' }) sentence!: string
  @Field(() => [ExplanationRow]) rows!: readonly ExplanationRow[]
  @Field(() => Int) ruleVersion!: number
}

@ObjectType({ description: 'What national work leaves of one staff group’s time for the network’s own priorities.' })
export class StaffGroupCrowdOut extends Figures {
  view!: CrowdOutView

  @Field(() => String, { description: 'The staff group’s code.' }) staffGroup!: string
  @Field(() => String) name!: string
  @Field(() => String, { nullable: true, description: 'Where its capacity comes from; null where none was entered.' })
  capacityBasis!: string | null
}

@ObjectType({
  description:
    'What national work leaves of a network’s time for its own priorities: the staff groups whose time is known, added up. Nothing of it is stored.',
})
export class CrowdOut extends Figures {
  view!: CrowdOutView

  @Field(() => String) contractYear!: ContractYear
  @Field(() => Int, { nullable: true, description: '"From here": the first month that is not past; null for the plan of the whole year.' })
  from!: number | null
  @Field(() => Int, { nullable: true, description: 'The month it is, April = 0: what `from` would be today; null once the year is past.' })
  presentMonth!: number | null
  @Field(() => Int, { description: 'The rule all figures are computed by; docs/method/crowd-out.md says what it is.' }) ruleVersion!: number
  @Field(() => String, { description: 'What kind of figures these are, in one sentence.' }) basis!: string
}
