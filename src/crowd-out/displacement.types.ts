import { Field, Float, ID, Int, InterfaceType, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO, GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'
import { type ContractYear, type Day, type Instant } from '../platform/day.js'
import { enumOf } from '../platform/graphql/enum.js'
import { type Answer, Refusal, resultOf } from '../platform/graphql/refusal.js'
import { MinutesRefused, RequirementNotOnChecklist } from '../priority/priority-result.types.js'
import { Milestone } from '../priority/priority.types.js'
import { type DisplacementCause, displacementCauses } from './domain/displacement.js'

export const DisplacementCauseEnum = enumOf(
  'DisplacementCause',
  displacementCauses,
  'What put something back, as somebody says who was there.',
)

@ObjectType({ description: 'That a milestone or a priority was put back, by how much and because of what: what happened, not arithmetic.' })
export class Displacement {
  networkCode!: string
  contractYear!: ContractYear
  priorityId!: string
  milestoneId!: string | null
  recordedBy!: string

  @Field(() => ID) id!: string
  @Field(() => GraphQLSafeInt) minutes!: number
  @Field(() => DisplacementCauseEnum) cause!: DisplacementCause
  @Field(() => String, { nullable: true, description: 'For REQUIREMENT.' }) requirementCode!: string | null
  @Field(() => ID, { nullable: true, description: 'For REQUEST.' }) requestId!: string | null
  @Field(() => GraphQLLocalDate) happenedOn!: Day
  @Field(() => String) note!: string
  @Field(() => GraphQLDateTimeISO) recordedAt!: Instant
}

@ObjectType({ isAbstract: true })
abstract class ObservedFigures {
  @Field(() => GraphQLSafeInt, { description: 'Central estimates of all staff groups.' }) plannedMinutes!: number
  @Field(() => GraphQLSafeInt, { description: 'Time logged on it.' }) doneMinutes!: number
  @Field(() => GraphQLSafeInt, { description: 'Time the log says was put back.' }) loggedMinutes!: number
  @Field(() => GraphQLSafeInt, { description: 'Of it, because of a requirement or a request.' }) nationalMinutes!: number
  @Field(() => GraphQLSafeInt, { description: 'Of it, nobody knows why.' }) unknownMinutes!: number
  @Field(() => Float, { nullable: true, description: 'National ÷ planned; null where nothing was planned.' }) lowShare!: number | null
  @Field(() => Float, { nullable: true, description: '(National + unknown) ÷ planned.' }) highShare!: number | null
  @Field(() => Float, { nullable: true, description: 'Logged ÷ (planned − done): how much of what was not done the log explains.' })
  coverageShare!: number | null
}

@ObjectType({ description: 'Observed crowd-out of one priority.' })
export class ObservedPriority extends ObservedFigures {
  priorityId!: string
}

@ObjectType({ description: 'What the displacement log says of a year, as a range. Never mixed with the arithmetic of `crowdOut`.' })
export class ObservedCrowdOut extends ObservedFigures {
  @Field(() => String) contractYear!: ContractYear
  @Field(() => String, { description: 'The range in words.' }) sentence!: string
  @Field(() => [ObservedPriority], { description: 'In order of place.' }) priorities!: readonly ObservedPriority[]
  @Field(() => Int) ruleVersion!: number
}

@InterfaceType({ description: 'The displacement log was changed.', resolveType: (value: Answer) => value.kind })
export abstract class DisplacementChange implements Answer {
  readonly kind!: string
  readonly priorityId!: string
}

@ObjectType({ implements: () => [DisplacementChange], description: 'The displacement was recorded.' })
export class DisplacementRecorded extends DisplacementChange {
  @Field(() => Displacement) readonly displacement!: Displacement
}

@ObjectType({ implements: () => [DisplacementChange], description: 'The entry no longer counts. It is kept.' })
export class DisplacementWithdrawn extends DisplacementChange {}

@ObjectType({ implements: () => [Refusal], description: 'A day before the contract year or after today.' })
export class DisplacementDayRefused extends Refusal {
  @Field(() => GraphQLLocalDate) readonly earliestDay!: Day
  @Field(() => GraphQLLocalDate) readonly latestDay!: Day
}

@ObjectType({ implements: () => [Refusal], description: 'The priority has no such milestone.' })
export class MilestoneUnknown extends Refusal {
  @Field(() => [Milestone], { description: 'Those it has.' }) readonly milestones!: readonly Milestone[]
}

export const RecordDisplacementResult = resultOf(
  'RecordDisplacementResult',
  'The entry, or why it cannot be made.',
  () => [DisplacementRecorded, MinutesRefused, DisplacementDayRefused, MilestoneUnknown, RequirementNotOnChecklist] as const,
)
export const WithdrawDisplacementResult = resultOf(
  'WithdrawDisplacementResult',
  'That the entry no longer counts.',
  () => [DisplacementWithdrawn] as const,
)
