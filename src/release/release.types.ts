import { ArgsType, Field, Float, Int, ObjectType } from '@nestjs/graphql'
import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator'
import { GraphQLDateTimeISO, GraphQLSafeInt } from 'graphql-scalars'
import { type ContractYear, type Instant } from '../platform/day.js'
import { enumOf } from '../platform/graphql/enum.js'
import { connectionOf, PageArgs } from '../platform/graphql/page.js'
import { type ReleaseLevel, releaseLevels } from './domain/place.js'
import { type Month } from './domain/release-month.js'
import { type ReleaseSubject, releaseSubjects } from './domain/table.js'

const ReleaseLevelEnum = enumOf('ReleaseLevel', releaseLevels, 'How wide an area of a release is.')
const ReleaseSubjectEnum = enumOf('ReleaseSubject', releaseSubjects, 'What a row of a release is of.')

@ObjectType({
  description:
    'Pooled figures of a month: one fixed table, computed once, the same for everyone. It names no network and says nothing displaced.',
})
export class Release {
  @Field(() => String, { description: 'Such as 2026-11.' })
  month!: Month

  @Field(() => String, { description: 'The contract year whose figures they are.' })
  contractYear!: ContractYear

  @Field(() => GraphQLDateTimeISO)
  computedAt!: Instant

  @Field(() => Int, { description: 'The rule they were computed by.' })
  ruleVersion!: number
}

@ObjectType({ description: 'An area of a release.' })
export class ReleaseArea {
  @Field(() => ReleaseLevelEnum)
  level!: ReleaseLevel

  @Field(() => String, { description: 'ENGLAND, the code of a region or the ODS code of an ICB.' })
  code!: string

  @Field(() => String)
  name!: string
}

@ObjectType({ description: 'Minutes of several networks added up, in whole hours of a contract year.' })
export class PooledHours {
  @Field(() => Int, { description: 'Networks counted: five or more, none above half of it.' })
  networks!: number

  @Field(() => GraphQLSafeInt)
  hours!: number
}

@ObjectType({ description: 'The middle value rating and how far the middle half spreads, 1 to 5.' })
export class PooledRating {
  @Field(() => Int, { description: 'Networks counted: five or more.' })
  networks!: number

  @Field(() => Float)
  lowerQuartile!: number

  @Field(() => Float)
  median!: number

  @Field(() => Float)
  upperQuartile!: number
}

@ObjectType({
  description:
    'One row in one area. Networks that pass in no group of their ICB or region count in wider areas only. A service area adds up what is told of its requirements.',
})
export class ReleaseCell {
  @Field(() => ReleaseLevelEnum)
  level!: ReleaseLevel

  @Field(() => String, { description: 'ENGLAND, the code of a region or the ODS code of an ICB.' })
  areaCode!: string

  @Field(() => String)
  areaName!: string

  @Field(() => ReleaseSubjectEnum)
  subject!: ReleaseSubject

  @Field(() => String, { description: 'The code of the requirement or service area.' })
  code!: string

  @Field(() => String)
  title!: string

  @Field(() => String)
  serviceAreaCode!: string

  @Field(() => Int, { description: 'Requirements counted: at most 1 of a requirement, how many of a service area.' })
  requirements!: number

  @Field(() => PooledHours, { nullable: true, description: 'Declaring and reporting beyond business as usual; null is withheld.' })
  burden!: PooledHours | null

  @Field(() => PooledHours, {
    nullable: true,
    description:
      'What relaxing this requirement alone would give back to networks’ own priorities; null is withheld. A service area adds single items: relaxed together they return another amount.',
  })
  returnedIfRelaxed!: PooledHours | null

  @Field(() => PooledRating, {
    nullable: true,
    description: 'What clinical directors think it is worth; null is withheld, or a service area.',
  })
  rating!: PooledRating | null
}

@ObjectType({ description: 'The median of networks’ own estimates for England: what a network without its own estimate is shown.' })
export class ReleaseMedian {
  @Field(() => String, { description: 'The permanent key of the requirement.' })
  key!: string

  @Field(() => String, { description: 'One of the five staff groups.' })
  staffGroup!: string

  @Field(() => Int, { description: 'Networks counted: five or more.' })
  networks!: number

  @Field(() => GraphQLSafeInt, { description: 'Minutes a contract year, to the quarter of an hour, as are the others.' })
  lowMinutes!: number

  @Field(() => GraphQLSafeInt)
  centralMinutes!: number

  @Field(() => GraphQLSafeInt)
  highMinutes!: number

  @Field(() => GraphQLSafeInt, { description: 'Of the central estimates.' })
  lowerQuartileMinutes!: number

  @Field(() => GraphQLSafeInt, { description: 'Of the central estimates.' })
  upperQuartileMinutes!: number
}

export const ReleaseCellConnection = connectionOf(ReleaseCell, 'ReleaseCell')

@ArgsType()
export class ReleaseCellArgs extends PageArgs {
  @Field(() => ReleaseLevelEnum, { nullable: true })
  @IsOptional()
  @IsIn(releaseLevels)
  level?: ReleaseLevel | null

  @Field(() => String, { nullable: true, description: 'ENGLAND, the code of a region or the ODS code of an ICB.' })
  @IsOptional()
  @MaxLength(64)
  areaCode?: string | null

  @Field(() => ReleaseSubjectEnum, { nullable: true })
  @IsOptional()
  @IsIn(releaseSubjects)
  subject?: ReleaseSubject | null

  @Field(() => String, { nullable: true, description: 'The code of a requirement or service area.' })
  @IsOptional()
  @MaxLength(64)
  code?: string | null
}

@ArgsType()
export class ReleaseArgs {
  @Field(() => String, { nullable: true, description: 'Such as 2026-11; the latest when left out.' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}$/, { message: 'month must be written like 2026-11' })
  month?: Month | null
}
