import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO, GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'
import { type ContractYear, type Day, type Instant } from '../platform/day.js'
import { enumOf } from '../platform/graphql/enum.js'
import { type MinutesRange, type StaffGroup, staffGroups } from '../specification/domain/reference-data.js'
import { type EstimateBasis, estimateBases, type PercentBasis, percentBases } from './domain/estimate.js'

export const CommonStaffGroupEnum = enumOf('CommonStaffGroup', staffGroups, 'The five staff groups every network has.')
const EstimateBasisEnum = enumOf(
  'EstimateBasis',
  estimateBases,
  'Where minutes come from, the first that there is: the network’s own estimate, the median of a published release, the catalogue’s assumption.',
)
const PercentBasisEnum = enumOf('PercentBasis', percentBases, 'NETWORK: it entered the percent. ASSUMED: nothing is, until it does.')

@ObjectType({ description: 'A staff group a network plans with.' })
export class NetworkStaffGroup {
  @Field(() => String) code!: string
  @Field(() => String) name!: string
  @Field(() => CommonStaffGroupEnum, { description: 'The one of the five it belongs to; itself for those five.' }) under!: StaffGroup
  @Field(() => Boolean, { description: 'Whether the network added it.' }) own!: boolean
}

@ObjectType({ description: 'The time one staff group has in a contract year, as the network entered it. Months: April first.' })
export class Capacity {
  @Field(() => String, { description: 'The staff group’s code.' }) staffGroup!: string
  @Field(() => [GraphQLSafeInt], { nullable: 'itemsAndList', description: 'Minutes a month; null where not known.' })
  minutes!: readonly (number | null)[] | null
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'The twelve added up; null unless all are known.' }) yearMinutes!:
    number | null
  @Field(() => [GraphQLSafeInt], {
    nullable: true,
    description: 'Work that is neither contract nor priority; null where none was entered.',
  })
  otherFixed!: readonly number[] | null
  @Field(() => String, { nullable: true, description: 'Where the figure comes from.' }) basis!: string | null
  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Since when it is so; null where nothing was entered.' })
  recordedAt!: Instant | null
}

@ObjectType({ description: 'What a capacity could be. Never used unless somebody enters it.' })
export class CapacitySuggestion {
  @Field(() => String, { description: 'The staff group’s code.' }) staffGroup!: string
  @Field(() => [GraphQLSafeInt], { nullable: true, description: 'Twelve months, April first; null where what it rests on is not known.' })
  minutes!: readonly number[] | null
  @Field(() => String, { description: 'What kind of suggestion it is.' }) label!: string
  @Field(() => String, { description: 'How it is made.' }) basis!: string
}

@ObjectType({ description: 'Whole minutes in three cases.' })
export class EstimatedMinutes {
  @Field(() => GraphQLSafeInt) low!: number
  @Field(() => GraphQLSafeInt) central!: number
  @Field(() => GraphQLSafeInt) high!: number
}

@ObjectType({
  description: 'The minutes in force for one requirement or indicator and staff group in a contract year, and where they come from.',
})
export class Estimate {
  networkCode!: string
  contractYear!: ContractYear
  /** Null for an indicator. */
  itemId!: string | null

  @Field(() => String, { description: 'Code of a requirement or of an indicator.' }) requirementCode!: string
  @Field(() => String, { description: 'Its title.' }) title!: string
  @Field(() => String, { description: 'The staff group’s code.' }) staffGroup!: string
  @Field(() => EstimatedMinutes, { nullable: true, description: 'Minutes a year; null where nobody knows, which is never no work.' })
  minutes!: MinutesRange | null
  @Field(() => EstimateBasisEnum, { nullable: true }) basis!: EstimateBasis | null
  @Field(() => Int, { nullable: true, description: 'How many networks it rests on: 1 for its own estimate, 0 for an assumption.' })
  networks!: number | null
  @Field(() => Int, { nullable: true, description: 'How much of it the network would do anyway; null where not known.' })
  businessAsUsualPercent!: number | null
  @Field(() => PercentBasisEnum, { nullable: true }) businessAsUsualBasis!: PercentBasis | null
  @Field(() => String, { description: 'Why it is so, in words.' }) note!: string
}

@ObjectType({ description: 'Time somebody says something took.' })
export class LoggedMinutes {
  itemId!: string | null
  priorityId!: string | null
  recordedBy!: string

  @Field(() => ID) id!: string
  @Field(() => ID, { nullable: true, description: 'The evidence it was spent on.' }) evidenceId!: string | null
  @Field(() => String, { description: 'The staff group’s code.' }) staffGroup!: string
  @Field(() => GraphQLSafeInt) minutes!: number
  @Field(() => GraphQLLocalDate) spentOn!: Day
  @Field(() => String) note!: string
  @Field(() => GraphQLDateTimeISO) recordedAt!: Instant
}

@ObjectType({
  description: 'What an item is worth to patients in the clinical director’s eyes. Never mixed with whether it is declaration-only.',
})
export class ItemRating {
  itemId!: string
  recordedBy!: string

  @Field(() => Int, { description: '1 is worth nothing to patients, 5 is worth much.' }) rating!: number
  @Field(() => String) reason!: string
  @Field(() => GraphQLDateTimeISO) recordedAt!: Instant
}
