import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'
import { type Day } from '../platform/day.js'
import { enumOf } from '../platform/graphql/enum.js'
import * as catalogue from './domain/catalogue.js'

export const EntryKindEnum = enumOf(
  'EntryKind',
  catalogue.entryKinds,
  'What an entry of the catalogue is. Only duties and conditions are requirements.',
)
export const ResponsibleEnum = enumOf('Responsible', catalogue.responsibles, 'Who has to act.')
export const NatureEnum = enumOf('Nature', catalogue.natures, 'What kind of work a requirement is.')
export const ObligationEnum = enumOf(
  'Obligation',
  catalogue.obligations,
  'GATE: no money without it. PAID: money if pursued. UNPAID: a must-do without money.',
)
const FallsDueEnum = enumOf('FallsDue', catalogue.fallsDueValues, 'How often the duty itself falls.')
const ShownEveryEnum = enumOf('ShownEvery', catalogue.shownEveryValues, 'How often it has to be shown.')
const DecidedByEnum = enumOf('DecidedBy', catalogue.decidedByValues, 'Who decides whether what is shown is enough.')
export const CertaintyEnum = enumOf('Certainty', catalogue.certainties, 'How sure the catalogue is of an entry.')
export const RateBaseEnum = enumOf('RateBase', catalogue.rateBases, 'What a rate is multiplied with.')
const IndicatorUseEnum = enumOf(
  'IndicatorUse',
  catalogue.indicatorUses,
  'PAYMENT: it earns money. MANAGEMENT_INFORMATION: it is extracted and published, and earns nothing.',
)
const IndicatorDirectionEnum = enumOf('IndicatorDirection', catalogue.indicatorDirections, 'Which figure is the better one.')
const SpecificationStatusEnum = enumOf('SpecificationStatus', catalogue.specificationStatuses, 'A draft was never in force.')
const EvidenceHolderEnum = enumOf('EvidenceHolder', catalogue.evidenceHolders, 'Who shows one piece.')

@ObjectType({ description: 'A publication the catalogue rests on.' })
export class Source {
  @Field(() => String) key!: string
  @Field(() => String) title!: string
  @Field(() => String) url!: string
}

@ObjectType({ description: 'The entry of an earlier year that was taken over unconfirmed.' })
export class CarriedFrom {
  @Field(() => String) contractYear!: string
  @Field(() => String) code!: string
}

@ObjectType({ description: 'What usually shows a requirement.' })
export class EvidenceExpected {
  @Field(() => String) what!: string
  @Field(() => EvidenceHolderEnum, { description: 'Once for the network, or once for each member practice.' })
  per!: catalogue.EvidenceHolder
}

@ObjectType({ description: 'What money hangs on a requirement; amounts only where a source states them.' })
export class Money {
  @Field(() => String) text!: string
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Pence.' }) pence!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'A year’s rate in mills, thousandths of a pound.' }) rateMills!: number | null
  @Field(() => RateBaseEnum, { nullable: true }) base!: catalogue.RateBase | null
}

@ObjectType({ description: 'The five facts behind "declaration-only". They are our reading; null where not known.' })
export class DeclarationFacts {
  @Field(() => Boolean, { nullable: true, description: 'Discharged by self-declaration.' }) selfDeclared!: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Its evidence is that a document or role exists.' }) documentOrRole!: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'How it is done is fixed nationally.' }) fixedNationally!: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Its outcome is yes or no.' }) yesNo!: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'It has no patient-level or outcome measure.' }) noOutcomeMeasure!: boolean | null
  @Field(() => Boolean, { description: 'Whether the source itself calls it a tick-box or yes/no indicator.' }) calledTickBox!: boolean
}

@ObjectType({ description: 'One entry of one edition of a specification.' })
export class CatalogueEntry {
  @Field(() => ID) id!: string
  @Field(() => String, { description: 'Its code in this year.' }) code!: string
  @Field(() => String, { description: 'Its permanent key: the same duty in two years has the same.' }) key!: string
  @Field(() => EntryKindEnum) kind!: catalogue.EntryKind
  @Field(() => String) title!: string
  @Field(() => String, { description: 'What it says, in our own words.' }) text!: string
  @Field(() => String, { nullable: true, description: 'Paragraph of the published document, where a source states it.' }) paragraph!:
    string | null
  @Field(() => CertaintyEnum) certainty!: catalogue.Certainty
  @Field(() => CarriedFrom, { nullable: true }) carriedFrom!: CarriedFrom | null
  @Field(() => [ResponsibleEnum], { nullable: true, description: 'Null, as all that follows, for what is not a requirement.' })
  responsible!: readonly catalogue.Responsible[] | null
  @Field(() => NatureEnum, { nullable: true }) nature!: catalogue.Nature | null
  @Field(() => ObligationEnum, { nullable: true }) obligation!: catalogue.Obligation | null
  @Field(() => FallsDueEnum, { nullable: true, description: 'How often the duty falls.' }) fallsDue!: catalogue.FallsDue | null
  @Field(() => ShownEveryEnum, { nullable: true, description: 'How often it has to be shown.' }) shownEvery!: catalogue.ShownEvery | null
  @Field(() => Boolean, { description: 'Whether it is an arrangement which, once made, stands until it lapses.' }) standing!: boolean
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'First day, where one is stated.' }) opensOn!: Day | null
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day, where one is stated.' }) dueOn!: Day | null
  @Field(() => Int, { nullable: true, description: 'Days after an event, where stated.' }) dueDays!: number | null
  @Field(() => Boolean, { description: 'Whether it can be shown only when the contract year is over.' }) afterYearEnd!: boolean
  @Field(() => Boolean, { description: 'Whether each member practice has to show it.' }) perPractice!: boolean
  @Field(() => [EvidenceExpected], { nullable: true }) evidence!: readonly EvidenceExpected[] | null
  @Field(() => DecidedByEnum, { nullable: true }) decidedBy!: catalogue.DecidedBy | null
  @Field(() => Money, { nullable: true }) money!: Money | null
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which silence counts as "No".' }) defaultsToNoOn!: Day | null
  @Field(() => Boolean, { description: 'Whether it protects information.' }) informationGovernance!: boolean
  @Field(() => DeclarationFacts, { nullable: true }) declarationFacts!: DeclarationFacts | null
  @Field(() => String, { description: 'SHA-256 of what it asks: the same in two editions means the same.' }) digest!: string
}

@ObjectType({ description: 'A part of a specification, such as care homes.' })
export class ServiceArea {
  @Field(() => ID) id!: string
  @Field(() => String) code!: string
  @Field(() => String) title!: string
}

@ObjectType({ description: 'An indicator of the Investment and Impact Fund: shown with its thresholds, never due.' })
export class Indicator {
  @Field(() => ID) id!: string
  @Field(() => String) code!: string
  @Field(() => String) title!: string
  @Field(() => IndicatorUseEnum) use!: catalogue.IndicatorUse
  @Field(() => IndicatorDirectionEnum, { nullable: true, description: 'Null where it is not known, or not said.' })
  direction!: catalogue.IndicatorDirection | null
  @Field(() => String, { nullable: true }) numerator!: string | null
  @Field(() => String, { nullable: true }) denominator!: string | null
  @Field(() => String, { nullable: true }) lowerThreshold!: string | null
  @Field(() => String, { nullable: true }) upperThreshold!: string | null
  @Field(() => CertaintyEnum, { nullable: true, description: 'How sure the thresholds are; null where there are none.' })
  thresholdCertainty!: catalogue.Certainty | null
  @Field(() => Int, { nullable: true }) points!: number | null
  @Field(() => CertaintyEnum, { nullable: true, description: 'How sure the points are; null where there are none.' })
  pointsCertainty!: catalogue.Certainty | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'What a point is worth, in pence, where a source states it.' })
  penceAPoint!: number | null
  @Field(() => [String], { description: 'Codes of the same thing in other lists and years.' }) aliases!: readonly string[]
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Where it holds for a part of the year only.' }) startsOn!: Day | null
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Where it holds for a part of the year only.' }) endsOn!: Day | null
  @Field(() => String, { nullable: true }) note!: string | null
  @Field(() => CertaintyEnum, { description: 'How sure it is that there is such an indicator.' }) certainty!: catalogue.Certainty
}

@ObjectType({ description: 'How many entries of a kind and certainty an edition has.' })
export class EntryCount {
  @Field(() => EntryKindEnum) kind!: catalogue.EntryKind
  @Field(() => CertaintyEnum) certainty!: catalogue.Certainty
  @Field(() => Int) entries!: number
}

@ObjectType({ description: 'The Network Contract DES of one contract year, in one edition. Immutable once published.' })
export class Specification {
  @Field(() => ID) id!: string
  @Field(() => String) contractYear!: string
  @Field(() => Int) edition!: number
  @Field(() => SpecificationStatusEnum) status!: catalogue.SpecificationStatus
  @Field(() => String) title!: string
  @Field(() => String, { nullable: true, description: 'As its publisher names it.' }) version!: string | null
  @Field(() => GraphQLLocalDate, { nullable: true }) publishedOn!: Day | null
  @Field(() => GraphQLLocalDate) effectiveFrom!: Day
  @Field(() => String, { description: 'How much of the published document this covers.' }) coverage!: string
}
