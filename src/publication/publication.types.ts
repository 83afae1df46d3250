import { Field, Float, Int, ObjectType } from '@nestjs/graphql'
import { GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'
import { type FigureTrust } from '../evidence/domain/evidence-kind.js'
import { FigureTrustEnum } from '../evidence/evidence.types.js'
import { type ContractYear, type Day } from '../platform/day.js'

@ObjectType({ description: 'A name an organisation had in official files.' })
export class OfficialName {
  @Field(() => String)
  name!: string

  @Field(() => GraphQLLocalDate, { description: 'The day of the first file that has it.' })
  seenOn!: Day
}

@ObjectType({
  description: 'A published result of one measure of the Network Contract DES. It is calculated by CQRS: nobody has to show it.',
})
export class PublishedFigure {
  @Field(() => String, { description: 'The network or practice it is of, by its code.' })
  organisationCode!: string

  @Field(() => String)
  contractYear!: ContractYear

  @Field(() => GraphQLLocalDate, { description: 'The day up to which it counts, from 1 April on.' })
  achievedOn!: Day

  @Field(() => String, { description: 'The indicator’s code in the publication, which changes from year to year.' })
  indicatorCode!: string

  @Field(() => String, { description: 'What of the indicator it counts, in the publication’s words.' })
  measure!: string

  @Field(() => GraphQLSafeInt, { nullable: true, description: 'The count; null when the publisher suppressed it, which is not 0.' })
  value!: number | null

  @Field(() => Boolean, { description: 'Whether the publisher suppressed it because it is small.' })
  suppressed!: boolean

  @Field(() => FigureTrustEnum, { description: 'How far it can be trusted.' })
  trust!: FigureTrust
}

@ObjectType({
  description: 'How deprived a network’s patients are, by the index of multiple deprivation: a need its priorities can rest on.',
})
export class NetworkDeprivation {
  @Field(() => Int, { nullable: true, description: 'The year of the index; null where the source does not say it.' })
  indexYear!: number | null

  @Field(() => Float, { nullable: true, description: 'The score: higher is more deprived. Null where it is not known.' })
  score!: number | null

  @Field(() => Int, {
    nullable: true,
    description: 'The tenth of England’s networks it is in, 1 the most deprived; null where no source says it.',
  })
  decile!: number | null

  @Field(() => Boolean, {
    description: 'Whether it was published of the network; else it is the mean of its practices, weighted by their patients.',
  })
  published!: boolean

  @Field(() => Int, { nullable: true, description: 'How many member practices it is the mean of; null for a published one.' })
  practicesCounted!: number | null

  @Field(() => Int, { nullable: true, description: 'How many practices are members today; null for a published one.' })
  practices!: number | null
}
