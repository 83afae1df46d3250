import { Field, Int, InterfaceType, ObjectType } from '@nestjs/graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { type Day } from '../platform/day.js'
import { type Answer, Refusal, resultOf } from '../platform/graphql/refusal.js'
import {
  GivenTwice,
  MinutesRefused,
  priorityRefusals,
  RequirementNotOnChecklist,
  StaffGroupUnknown,
} from '../priority/priority-result.types.js'
import { Estimate, ItemRating, LoggedMinutes, NetworkStaffGroup } from './workload.types.js'

/** What a mutation changed about one network's time. The network is read again after the change. */
@InterfaceType({ description: 'Something about a network’s time was changed.', resolveType: (value: Answer) => value.kind })
export abstract class WorkloadChange implements Answer {
  readonly kind!: string
  readonly networkCode!: string
}

@ObjectType({ implements: () => [WorkloadChange], description: 'The network plans with this group from now on.' })
export class StaffGroupAdded extends WorkloadChange {
  @Field(() => NetworkStaffGroup) readonly staffGroup!: NetworkStaffGroup
}

@ObjectType({
  implements: () => [WorkloadChange],
  description: 'The network no longer plans with this group. What was entered for it is kept.',
})
export class StaffGroupRemoved extends WorkloadChange {}

@ObjectType({ implements: () => [WorkloadChange], description: 'The staff group has this time from now on.' })
export class CapacitySet extends WorkloadChange {
  @Field(() => String, { description: 'The staff group’s code.' }) readonly staffGroup!: string
}

@ObjectType({ implements: () => [WorkloadChange], description: 'The estimate, and so the figure in force, is another from now on.' })
export class MinutesEstimated extends WorkloadChange {
  @Field(() => Estimate, { description: 'The figure in force now.' }) readonly estimate!: Estimate
}

@ObjectType({ implements: () => [WorkloadChange], description: 'These estimates hold from now on.' })
export class EstimatesSet extends WorkloadChange {
  @Field(() => Int, { description: 'Own estimates made or changed.' }) readonly estimatesSet!: number
  @Field(() => Int, { description: 'Own estimates taken back.' }) readonly estimatesWithdrawn!: number
}

@ObjectType({ implements: () => [WorkloadChange], description: 'The time was noted.' })
export class MinutesLogged extends WorkloadChange {
  @Field(() => LoggedMinutes) readonly log!: LoggedMinutes
}

@ObjectType({ implements: () => [WorkloadChange], description: 'The time no longer counts.' })
export class MinutesWithdrawn extends WorkloadChange {}

@ObjectType({ implements: () => [WorkloadChange], description: 'The rating was noted.' })
export class ItemRated extends WorkloadChange {
  @Field(() => ItemRating) readonly rating!: ItemRating
}

@ObjectType({ implements: () => [WorkloadChange], description: 'What the file changed.' })
export class WorkloadFileRead extends WorkloadChange {
  @Field(() => Int, { description: 'Staff groups whose time is another now.' }) readonly capacitiesSet!: number
  @Field(() => Int, { description: 'Own estimates made or changed.' }) readonly estimatesSet!: number
  @Field(() => Int, { description: 'Own estimates taken back.' }) readonly estimatesWithdrawn!: number
}

@ObjectType({ implements: () => [WorkloadChange], description: 'There is a first figure, on labelled assumptions.' })
export class WorkloadStarted extends WorkloadChange {}

@ObjectType({ implements: () => [Refusal], description: 'The name gives no code, or one the network has.' })
export class StaffGroupNameTaken extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'A percent that is none.' })
export class PercentRefused extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The day has not come.' })
export class SpentInFuture extends Refusal {
  @Field(() => GraphQLLocalDate, { description: 'The last day that can be given: today.' }) readonly latestDay!: Day
}

@ObjectType({ description: 'Something in a file that stands in the way.' })
export class WorkloadFileProblem {
  @Field(() => Int, { description: 'The line, as a spreadsheet numbers it; the heading is 1.' }) readonly row!: number
  @Field(() => String, { nullable: true, description: 'The column; null when it is about the whole line.' }) readonly column!: string | null
  @Field(() => String) readonly message!: string
}

@ObjectType({ implements: () => [Refusal], description: 'The file cannot be used as it is. Nothing was changed.' })
export class WorkloadFileRefused extends Refusal {
  @Field(() => [WorkloadFileProblem], { description: 'Everything that stands in the way.' })
  readonly problems!: readonly WorkloadFileProblem[]
}

@ObjectType({ implements: () => [Refusal], description: 'The network has entered time or priorities of the year already.' })
export class WorkloadHasStarted extends Refusal {}

export const AddStaffGroupResult = resultOf(
  'AddStaffGroupResult',
  'The group, or why not.',
  () => [StaffGroupAdded, StaffGroupNameTaken] as const,
)
export const RemoveStaffGroupResult = resultOf(
  'RemoveStaffGroupResult',
  'The group removed, or why not.',
  () => [StaffGroupRemoved, StaffGroupUnknown] as const,
)
@ObjectType({ implements: () => [Refusal], description: 'The contract has not been published for the year, or is not known here.' })
export class ContractYearUnknown extends Refusal {
  @Field(() => [String], { description: 'Those that are known.' }) readonly contractYears!: readonly string[]
}

export const SetCapacityResult = resultOf(
  'SetCapacityResult',
  'The time, or why it cannot be so.',
  () => [CapacitySet, MinutesRefused, StaffGroupUnknown, ContractYearUnknown] as const,
)
export const EstimateMinutesResult = resultOf(
  'EstimateMinutesResult',
  'The estimate, or why it cannot be so.',
  () => [MinutesEstimated, MinutesRefused, PercentRefused, StaffGroupUnknown, RequirementNotOnChecklist] as const,
)
export const SetEstimatesResult = resultOf(
  'SetEstimatesResult',
  'The estimates, all of them, or why one cannot be so: then nothing was changed.',
  () => [EstimatesSet, MinutesRefused, PercentRefused, StaffGroupUnknown, RequirementNotOnChecklist, GivenTwice] as const,
)
export const LogMinutesResult = resultOf(
  'LogMinutesResult',
  'The time, or why it cannot be so.',
  () => [MinutesLogged, MinutesRefused, SpentInFuture, StaffGroupUnknown] as const,
)
export const WithdrawMinutesResult = resultOf('WithdrawMinutesResult', 'The time withdrawn.', () => [MinutesWithdrawn] as const)
export const RateItemResult = resultOf('RateItemResult', 'The rating.', () => [ItemRated] as const)
export const SetWorkloadFromCsvResult = resultOf(
  'SetWorkloadFromCsvResult',
  'What reading a file came to.',
  () => [WorkloadFileRead, WorkloadFileRefused] as const,
)
export const StartWorkloadResult = resultOf(
  'StartWorkloadResult',
  'A first figure, or why there is none.',
  () => [WorkloadStarted, WorkloadHasStarted, ...priorityRefusals] as const,
)
