import { Field, ID, InterfaceType, ObjectType } from '@nestjs/graphql'
import { GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'
import { type Day } from '../platform/day.js'
import { type Answer, Refusal, resultOf } from '../platform/graphql/refusal.js'

/** What a mutation changed about one priority, which is read again after the change. */
@InterfaceType({ description: 'Something about one priority was changed.', resolveType: (value: Answer) => value.kind })
export abstract class PriorityChange implements Answer {
  readonly kind!: string
  readonly priorityId!: string
}

@ObjectType({ implements: () => [PriorityChange], description: 'The priority was made or changed.' })
export class PrioritySet extends PriorityChange {
  @Field(() => Boolean, { description: 'Whether it is new.' })
  readonly created!: boolean
}

@ObjectType({ implements: () => [PriorityChange], description: 'The priority has ended.' })
export class PriorityClosed extends PriorityChange {}

@ObjectType({ implements: () => [PriorityChange], description: 'The priority is open again.' })
export class PriorityReopened extends PriorityChange {}

@ObjectType({ implements: () => [PriorityChange], description: 'What the practice says was recorded.' })
export class PriorityEndorsed extends PriorityChange {}

@ObjectType({ implements: () => [PriorityChange], description: 'What was said of the milestone was recorded.' })
export class MilestoneMarked extends PriorityChange {}

@ObjectType({ description: 'The priorities are in this order from now on.' })
export class PrioritiesRanked implements Answer {
  readonly kind!: string

  @Field(() => [ID], { description: 'The first one first.' })
  readonly priorityIds!: readonly string[]
}

@ObjectType({ implements: () => [Refusal], description: 'Minutes that are negative, out of order, or more than there can be.' })
export class MinutesRefused extends Refusal {
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'The most there could be; null where the size is not what is wrong.' })
  readonly mostMinutes!: number | null
}

@ObjectType({ implements: () => [Refusal], description: 'A window outside the contract year or backwards, or a day outside the window.' })
export class WindowRefused extends Refusal {
  @Field(() => GraphQLLocalDate) readonly earliestDay!: Day
  @Field(() => GraphQLLocalDate) readonly latestDay!: Day
}

@ObjectType({ implements: () => [Refusal], description: 'The same thing was given twice.' })
export class GivenTwice extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'A staff group the network does not have.' })
export class StaffGroupUnknown extends Refusal {
  @Field(() => [String], { description: 'Codes of those it has.' })
  readonly staffGroups!: readonly string[]
}

@ObjectType({ implements: () => [Refusal], description: 'Requirements that are not on the network’s checklist of the year.' })
export class RequirementNotOnChecklist extends Refusal {
  @Field(() => [String])
  readonly requirementCodes!: readonly string[]
}

@ObjectType({ implements: () => [Refusal], description: 'A priority gives a requirement more minutes than there are.' })
export class ServesTooMuch extends Refusal {
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'The smaller of what the priority and the requirement take. Never null.' })
  readonly mostMinutes!: number
}

@ObjectType({ implements: () => [Refusal], description: 'The owner does not work for the network or one of its practices.' })
export class OwnerNotAMember extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The priority has ended.' })
export class PriorityHasEnded extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The priority has not ended.' })
export class PriorityIsOpen extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'A practice that does not stand behind a priority has to say why.' })
export class ViewNeedsReason extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'A ranking that is not exactly the open priorities, each once.' })
export class RankingRefused extends Refusal {
  @Field(() => [ID], { description: 'Open priorities it leaves out.' }) readonly missing!: readonly string[]
  @Field(() => [ID], { description: 'What is no open priority of this network and year.' }) readonly unknown!: readonly string[]
  @Field(() => [ID], { description: 'What comes twice.' }) readonly repeated!: readonly string[]
}

@ObjectType({ implements: () => [Refusal], description: 'The day has not come.' })
export class DoneInFuture extends Refusal {
  @Field(() => GraphQLLocalDate, { description: 'The last day that can be given: today.' }) readonly latestDay!: Day
}

/** Everything for which a priority cannot be set. */
export const priorityRefusals = [
  ...([MinutesRefused, WindowRefused, GivenTwice, StaffGroupUnknown] as const),
  ...([RequirementNotOnChecklist, ServesTooMuch, OwnerNotAMember, PriorityHasEnded] as const),
] as const

export const SetPriorityResult = resultOf(
  'SetPriorityResult',
  'The priority, or why it cannot be so.',
  () => [PrioritySet, ...priorityRefusals] as const,
)
export const RankPrioritiesResult = resultOf(
  'RankPrioritiesResult',
  'The order, or what is wrong with it.',
  () => [PrioritiesRanked, RankingRefused] as const,
)
export const ClosePriorityResult = resultOf(
  'ClosePriorityResult',
  'The priority, ended.',
  () => [PriorityClosed, PriorityHasEnded] as const,
)
export const ReopenPriorityResult = resultOf(
  'ReopenPriorityResult',
  'The priority, open.',
  () => [PriorityReopened, PriorityIsOpen] as const,
)
export const EndorsePriorityResult = resultOf(
  'EndorsePriorityResult',
  'What the practice says, or why it cannot be recorded.',
  () => [PriorityEndorsed, ViewNeedsReason, PriorityHasEnded] as const,
)
export const MarkMilestoneResult = resultOf(
  'MarkMilestoneResult',
  'What the milestone is, or why it cannot be so.',
  () => [MilestoneMarked, DoneInFuture, WindowRefused, PriorityHasEnded] as const,
)
