import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO, GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'
import { type ContractYear, type Day, type Instant } from '../platform/day.js'
import { enumOf } from '../platform/graphql/enum.js'
import { Node } from '../platform/graphql/node.js'
import { type Outcome, outcomes, type PriorityStatus, priorityStatuses } from './domain/priority.js'

export const OutcomeEnum = enumOf('PriorityOutcome', outcomes, 'How a priority ended.')
const PriorityStatusEnum = enumOf('PriorityStatus', priorityStatuses, 'Where a priority stands: open, or how it ended.')

@ObjectType({ description: 'Whole minutes of one staff group, in three cases.' })
export class PriorityMinutes {
  @Field(() => String, { description: 'The staff group’s code.' }) staffGroup!: string
  @Field(() => GraphQLSafeInt) low!: number
  @Field(() => GraphQLSafeInt) central!: number
  @Field(() => GraphQLSafeInt) high!: number
}

@ObjectType({ description: 'A step of a priority.' })
export class Milestone {
  @Field(() => ID, { description: 'Stays the same when the priority is changed.' }) id!: string
  @Field(() => String) title!: string
  @Field(() => GraphQLLocalDate) dueOn!: Day
  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Minutes it takes; null where nobody said.' }) minutes!: number | null
}

@ObjectType({ description: 'On which day somebody said a milestone was done.' })
export class MilestoneMark {
  recordedBy!: string

  @Field(() => GraphQLLocalDate) doneOn!: Day
  @Field(() => GraphQLDateTimeISO) recordedAt!: Instant
  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Until when it was said; null while it is.' })
  supersededAt!: Instant | null
}

@ObjectType({ description: 'Minutes a priority gives to a requirement: work that is local choice and contract at once.' })
export class Serving {
  @Field(() => String) requirementCode!: string
  @Field(() => String, { description: 'The staff group’s code.' }) staffGroup!: string
  @Field(() => GraphQLSafeInt) minutes!: number
}

/** What a priority says, now or once. */
@ObjectType({ isAbstract: true })
abstract class PriorityText {
  ownerId!: string | null
  recordedBy!: string

  @Field(() => String) title!: string
  @Field(() => String, { nullable: true, description: 'What patients need; null where not said yet.' }) need!: string | null
  @Field(() => String, { nullable: true, description: 'The data that show the need.' }) needSource!: string | null
  @Field(() => String, { nullable: true, description: 'Whom it is for.' }) population!: string | null
  @Field(() => String, { nullable: true, description: 'What is measured to know whether it worked.' }) measure!: string | null
  @Field(() => String, { nullable: true, description: 'What the measure was before.' }) baseline!: string | null
  @Field(() => String, { nullable: true, description: 'What it should come to.' }) target!: string | null
  @Field(() => GraphQLLocalDate, { description: 'First day of its window.' }) opensOn!: Day
  @Field(() => GraphQLLocalDate, { description: 'Last day of its window.' }) closesOn!: Day
  @Field(() => [PriorityMinutes], { description: 'What it takes; a staff group that is not here gives no time.' })
  minutes!: readonly PriorityMinutes[]
  @Field(() => [Milestone]) milestones!: readonly Milestone[]
  @Field(() => [Serving], { description: 'Requirements it serves.' }) serves!: readonly Serving[]
  @Field(() => GraphQLDateTimeISO, { description: 'Since when it says this.' }) recordedAt!: Instant
}

@ObjectType({ description: 'What a priority said from one moment to another.' })
export class PriorityVersion extends PriorityText {
  priorityId!: string

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Until when; null while it says so.' })
  supersededAt!: Instant | null
}

@ObjectType({ description: 'How and why a priority ended.' })
export class PriorityClosing {
  recordedBy!: string

  @Field(() => OutcomeEnum) outcome!: Outcome
  @Field(() => String) reason!: string
  @Field(() => GraphQLDateTimeISO) recordedAt!: Instant
}

@ObjectType({ description: 'What a network has chosen to do for its own patients in a contract year.', implements: () => [Node] })
export class Priority extends PriorityText implements Node {
  networkCode!: string

  @Field(() => ID, { description: 'Unique among everything here.' })
  id!: string

  @Field(() => String) contractYear!: ContractYear
  @Field(() => PriorityStatusEnum) status!: PriorityStatus
  @Field(() => Int, { nullable: true, description: '1 is first among the open ones; null when it is closed.' }) rank!: number | null
  @Field(() => PriorityClosing, { nullable: true, description: 'How it ended; null while it is open.' }) closing!: PriorityClosing | null
}

@ObjectType({ description: 'What a member practice says of a priority, or that it has said nothing.' })
export class PracticeView {
  @Field(() => String, { description: 'The practice’s ODS code.' }) practiceCode!: string
  @Field(() => Boolean, { nullable: true, description: 'Null: it has said nothing.' }) endorses!: boolean | null
  @Field(() => String, { nullable: true, description: 'Why not, or anything it wants to say.' }) reason!: string | null
  @Field(() => GraphQLDateTimeISO, { nullable: true }) recordedAt!: Instant | null
  @Field(() => Boolean, { description: 'Whether the priority was changed after it said so.' }) beforeLastChange!: boolean
}

@ObjectType({ description: 'An order a network put its open priorities in.' })
export class PriorityRanking {
  networkCode!: string
  recordedBy!: string

  @Field(() => [ID], { description: 'The first one first.' }) priorityIds!: readonly string[]
  @Field(() => GraphQLDateTimeISO) recordedAt!: Instant
}
