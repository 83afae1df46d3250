import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars'
import { Person } from '../access/access.types.js'
import { ChecklistItem, StatusEnum, Occurrence } from '../checklist/checklist.types.js'
import { type ItemStatus } from '../checklist/domain/status-words.js'
import { type Day, type Instant } from '../platform/day.js'
import { enumOf } from '../platform/graphql/enum.js'
import { type HistoryKind, historyKinds } from './domain/history.js'

@ObjectType({
  description:
    'How many items are in which state, each counted once. total = due + open + notYetDue + blocked + suspended + notPursued + notApplicable; ' +
    'due = accepted + evidenced + returned + lapsed + overdue + notMet.',
})
export class Progress {
  @Field(() => Int) total!: number
  @Field(() => Int, { description: 'Everything that has fallen due, and what was shown before it did.' }) due!: number
  @Field(() => Int) open!: number
  @Field(() => Int) notYetDue!: number
  @Field(() => Int, { description: 'Waiting for a partner who was named.' }) blocked!: number
  @Field(() => Int, { description: 'Let go of nationally.' }) suspended!: number
  @Field(() => Int, { description: 'Paid work the network does not go for.' }) notPursued!: number
  @Field(() => Int) notApplicable!: number
  @Field(() => Int) accepted!: number
  @Field(() => Int, { description: 'Shown in full; nobody has to decide, or has not yet.' }) evidenced!: number
  @Field(() => Int) returned!: number
  @Field(() => Int) lapsed!: number
  @Field(() => Int) overdue!: number
  @Field(() => Int, { description: 'Closed with a reason.' }) notMet!: number
  @Field(() => Float, { nullable: true, description: '(accepted + evidenced) ÷ due, from 0 to 1; null when nothing was due.' })
  share!: number | null
}

@ObjectType({ description: 'One network in a list of many: a plain row.' })
export class NetworkProgress {
  @Field(() => String) odsCode!: string
  @Field(() => String) name!: string
  @Field(() => Boolean, { description: 'Invented for the demonstration.' }) invented!: boolean
  @Field(() => String, { description: 'The ICB that leads its commissioning.' }) boardCode!: string
  @Field(() => Progress, { nullable: true, description: 'Null where no checklist is open: unknown is not zero.' })
  progress!: Progress | null
}

@ObjectType({ description: 'One ICB’s networks together: a plain row.' })
export class BoardProgress {
  @Field(() => String) boardCode!: string
  @Field(() => String) boardName!: string
  @Field(() => Int, { description: 'Networks it leads.' }) networks!: number
  @Field(() => Int, { description: 'Of them, those with an open checklist.' }) networksWithChecklist!: number
  @Field(() => Progress) progress!: Progress
}

@ObjectType({ description: 'Every network the caller may see, for one contract year, as plain rows (at most 2,000).' })
export class England {
  @Field(() => String) contractYear!: string
  @Field(() => Progress) progress!: Progress
  @Field(() => [BoardProgress]) boards!: BoardProgress[]
  @Field(() => [NetworkProgress]) networks!: NetworkProgress[]
}

@ObjectType({ description: 'A network’s name and code: a plain row.' })
export class NetworkName {
  @Field(() => String) odsCode!: string
  @Field(() => String) name!: string
  @Field(() => Boolean, { description: 'Invented for the demonstration.' }) invented!: boolean
}

@ObjectType({ description: 'Where one requirement stands in one network: a plain row.' })
export class RequirementInNetwork {
  @Field(() => NetworkName) network!: NetworkName
  @Field(() => ID) itemId!: string
  @Field(() => StatusEnum) status!: ItemStatus
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The next national day.' }) nextDueOn!: Day | null
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The ICB’s day for the same.' }) localDueOn!: Day | null
  @Field(() => Int, { description: 'Days late; 0 when on time.' }) daysLate!: number
}

@ObjectType({ description: 'One requirement across the networks an ICB leads (at most 2,000).' })
export class RequirementAcrossNetworks {
  @Field(() => String) code!: string
  @Field(() => String) contractYear!: string
  @Field(() => [RequirementInNetwork]) networks!: RequirementInNetwork[]
}

@ObjectType({ description: 'Something still owed that falls due. Deadlines are pairs: the national day and the ICB’s.' })
export class Deadline {
  @Field(() => GraphQLLocalDate, { description: 'The earlier of the two days, which reminders follow.' }) day!: Day
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The national day.' }) nationalDay!: Day | null
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The ICB’s day, where it set one.' }) localDay!: Day | null
  @Field(() => ChecklistItem) item!: ChecklistItem
  @Field(() => Occurrence) occurrence!: Occurrence
  @Field(() => StatusEnum) status!: ItemStatus
}

const HistoryKindEnum = enumOf('HistoryKind', historyKinds, 'What happened to an item.')

@ObjectType({ description: 'One thing that happened to an item.' })
export class HistoryEntry {
  @Field(() => GraphQLDateTimeISO) at!: Instant
  @Field(() => HistoryKindEnum) kind!: HistoryKind
  @Field(() => ID, { description: 'The evidence, mark, submission, decision or question it is about.' }) subjectId!: string
  @Field(() => String, { nullable: true, description: 'The reason, note or question, in the words used.' }) text!: string | null
  @Field(() => Person, { nullable: true, description: 'Who did it; null for the server itself.' }) by!: Person | null
}
