import { Field, Int, ObjectType } from '@nestjs/graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { StatusEnum } from '../checklist/checklist.types.js'
import { type Status } from '../checklist/domain/status-words.js'
import { type Day } from '../platform/day.js'

@ObjectType({ description: 'A practice that is asked, because it is a member on the due day.' })
export class AskedPractice {
  @Field(() => String) practiceCode!: string
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day it joined, where that was after the period had begun.' })
  joinedOn!: Day | null
}

@ObjectType({
  description: 'Which practices are asked for an occurrence, and which evidence covers. All empty where the network is asked as a whole.',
})
export class PracticeCoverage {
  @Field(() => [AskedPractice]) asked!: readonly AskedPractice[]
  @Field(() => [String], { description: 'Codes of practices that are covered.' }) shown!: readonly string[]
  @Field(() => [String], { description: 'Codes of practices that are not covered yet.' }) missing!: readonly string[]
}

@ObjectType({ description: 'Where an occurrence stands today.' })
export class OccurrenceStanding {
  @Field(() => StatusEnum) status!: Status
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The next day its status changes if nobody does anything.' })
  changesOn!: Day | null
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The national due day, after any deferral.' }) dueOn!: Day | null
  @Field(() => Int, { description: 'Days late: counted on while owed, by the act once shown.' }) daysLate!: number
  @Field(() => Boolean, { description: 'Past the ICB’s day and still owed. Only the national day makes it overdue.' })
  pastLocalDay!: boolean
}
