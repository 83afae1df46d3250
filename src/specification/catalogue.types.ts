import { Field, Int, ObjectType } from '@nestjs/graphql'
import { GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'
import { type Day } from '../platform/day.js'
import { enumOf } from '../platform/graphql/enum.js'
import { connectionOf } from '../platform/graphql/page.js'
import { type Certainty, type RateBase } from './domain/catalogue.js'
import * as commentary from './domain/commentary.js'
import { comparedFields, type ComparedField } from './domain/comparison.js'
import { CatalogueEntry, CertaintyEnum, RateBaseEnum, Specification } from './specification.types.js'

const EventChangeEnum = enumOf('EventChange', commentary.eventChanges, 'What happened to a requirement, an indicator or the contract.')
const CadenceEnum = enumOf('Cadence', commentary.cadences, 'How often a figure is asked for.')
const ComparedFieldEnum = enumOf('ComparedField', comparedFields, 'A part of an entry that two years are compared by.')

@ObjectType({ description: 'Something that happened to the contract, and what it touched. A fact with its sources; it changes no status.' })
export class ContractEvent {
  @Field(() => String, { description: 'Its permanent code.' }) code!: string
  @Field(() => String) contractYear!: string
  @Field(() => EventChangeEnum) change!: commentary.EventChange
  @Field(() => String, { description: 'When, as the sources say it.' }) when!: string
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'First day, where the sources give it.' }) startsOn!: Day | null
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day, where the sources give it.' }) endsOn!: Day | null
  @Field(() => String) title!: string
  @Field(() => String) text!: string
  @Field(() => [String], { description: 'Permanent keys of the requirements it touched.' }) requirements!: readonly string[]
  @Field(() => [String], { description: 'Codes of the indicators of its year it touched.' }) indicators!: readonly string[]
  @Field(() => CertaintyEnum) certainty!: Certainty
}

@ObjectType({ description: 'What sources say a payment was in a year.' })
export class PaymentFigure {
  @Field(() => String) contractYear!: string
  @Field(() => String, { description: 'The figure in words.' }) says!: string
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'A year’s rate in mills, thousandths of a pound.' }) rateMills!: number | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'A sum in pence: national, by bed or by post, as the words say.' })
  pence!: number | null
  @Field(() => RateBaseEnum, { nullable: true, description: 'What the rate is multiplied with; null where no source says.' })
  base!: RateBase | null
  @Field(() => CertaintyEnum) certainty!: Certainty
}

@ObjectType({ description: 'Where sources contradict each other. Both figures stay.' })
export class PaymentDisagreement {
  @Field(() => String) contractYear!: string
  @Field(() => String) text!: string
}

@ObjectType({ description: 'A payment of the contract in one year, by all the sources say of it.' })
export class Payment {
  @Field(() => String, { description: 'Its permanent key.' }) key!: string
  @Field(() => String) title!: string
  @Field(() => String) text!: string
  @Field(() => [String], { description: 'Permanent keys of requirements it hangs on.' }) requirements!: readonly string[]
  @Field(() => [PaymentFigure]) figures!: readonly PaymentFigure[]
  @Field(() => [PaymentDisagreement]) disagreements!: readonly PaymentDisagreement[]
}

@ObjectType({ description: 'How somebody reads a requirement: a published opinion, in our own words. Two may contradict each other.' })
export class PublishedReading {
  @Field(() => String, { description: 'Its permanent code.' }) code!: string
  @Field(() => String, { description: 'The contract year it speaks of.' }) contractYear!: string
  @Field(() => String, { description: 'The body whose reading it is.' }) author!: string
  @Field(() => String, { description: 'When, as far as it is known.' }) when!: string
  @Field(() => GraphQLLocalDate, { nullable: true }) publishedOn!: Day | null
  @Field(() => String) text!: string
}

@ObjectType({ description: 'A figure commissioners commonly ask for: what is counted, of what, and where it can be read off.' })
export class FigureTemplate {
  @Field(() => String, { description: 'Its permanent code.' }) code!: string
  @Field(() => String) title!: string
  @Field(() => String, { description: 'What is counted.' }) numerator!: string
  @Field(() => String, { description: 'Out of what.' }) denominator!: string
  @Field(() => String) unit!: string
  @Field(() => String, { description: 'Where it can be read off.' }) from!: string
  @Field(() => CadenceEnum, { description: 'How often it is commonly asked for; the requirement may have to be shown less often.' })
  cadence!: commentary.Cadence
  @Field(() => [String], { description: 'Permanent keys of the requirements it shows.' }) requirements!: readonly string[]
}

@ObjectType({ description: 'One part of an entry that reads differently in two years; null where a year says nothing.' })
export class EntryChange {
  @Field(() => ComparedFieldEnum) field!: ComparedField
  @Field(() => String, { nullable: true }) before!: string | null
  @Field(() => String, { nullable: true }) after!: string | null
}

@ObjectType({ description: 'An entry that reads differently in two years.' })
export class ChangedEntry {
  @Field(() => CatalogueEntry) before!: CatalogueEntry
  @Field(() => CatalogueEntry) after!: CatalogueEntry
  @Field(() => [EntryChange]) changes!: readonly EntryChange[]
}

@ObjectType({
  description:
    'What became of the entries of one edition in another. It compares what the catalogue holds: what it lacks looks gone or added, so read the coverage of both.',
})
export class CatalogueComparison {
  @Field(() => Specification) from!: Specification
  @Field(() => Specification) to!: Specification
  @Field(() => [CatalogueEntry]) added!: readonly CatalogueEntry[]
  @Field(() => [CatalogueEntry]) gone!: readonly CatalogueEntry[]
  @Field(() => [ChangedEntry]) changed!: readonly ChangedEntry[]
  @Field(() => Int, { description: 'How many say the same.' }) unchangedCount!: number
}

export const CatalogueEntryConnection = connectionOf(CatalogueEntry, 'CatalogueEntry')

@ObjectType({ description: 'A page of the entries that match, and how many match in all.' })
export class CatalogueList extends CatalogueEntryConnection {
  @Field(() => Int) total!: number
}
