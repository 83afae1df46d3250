import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars'
import { type ContractYear, type Day, type Instant } from '../platform/day.js'
import { enumOf } from '../platform/graphql/enum.js'
import { Node } from '../platform/graphql/node.js'
import { connectionOf } from '../platform/graphql/page.js'
import { type DueBasis } from './domain/occurrences.js'
import { type ItemStatus, statuses } from './domain/status-words.js'

export const StatusEnum = enumOf('Status', statuses, 'Where an item or an occurrence stands.')

const DueBasisEnum = enumOf(
  'DueBasis',
  ['STATED', 'END_OF_PERIOD', 'NO_DEADLINE'] as const satisfies readonly DueBasis[],
  'Where a due day comes from: a source states it, it is the last day of the period, or there is none.',
)

/** What being late with something means, as a word of the API. */
export const LatenessEnum = enumOf(
  'Lateness',
  ['BREACH', 'MONEY_MISSED'],
  'What being late means. BREACH: a must-do or a gate. MONEY_MISSED: paid work.',
)
export type Lateness = keyof typeof LatenessEnum

@ObjectType({
  description: 'A specification as one network, or for commissioner duties one ICB, has to meet it in a contract year.',
  implements: () => [Node],
})
export class Checklist extends Node {
  ownerCode!: string
  specificationId!: string

  @Field(() => String, { description: 'The contract year, such as 2026/27: 1 April to 31 March.' })
  contractYear!: ContractYear

  @Field(() => GraphQLDateTimeISO, { description: 'When it was opened.' })
  openedAt!: Instant
}

@ObjectType({ description: 'A part of the specification, as far as a checklist has items in it.' })
export class ChecklistServiceArea {
  checklistId!: string
  serviceAreaId!: string

  @Field(() => String, { description: 'Give it as a filter’s `serviceAreaCodes`.' })
  code!: string

  @Field(() => String)
  title!: string

  @Field(() => Int, { description: 'Its place in reading order.' })
  order!: number
}

@ObjectType({ description: 'Our reading of whether showing a requirement is a declaration and nothing else.' })
export class DeclarationOnlyReading {
  @Field(() => Boolean, { nullable: true, description: 'Null where too little is known.' })
  verdict!: boolean | null

  @Field(() => [String], { description: 'Why.' })
  reasons!: readonly string[]
}

@ObjectType({ description: 'One requirement in a checklist.', implements: () => [Node] })
export class ChecklistItem extends Node {
  checklistId!: string
  entryId!: string

  @Field(() => StatusEnum, { description: 'Where it stands: what needs doing comes first among its occurrences.' })
  status!: ItemStatus

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The earliest national due day of what is still owed, past days included.',
  })
  nextDueOn!: Day | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day the ICB asks for that same thing by; deadlines are pairs.' })
  localDueOn!: Day | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which silence counts as "No", while something is owed.' })
  hazardOn!: Day | null
}

@ObjectType({ description: 'One time an item has to be shown.', implements: () => [Node] })
export class Occurrence extends Node {
  itemId!: string

  @Field(() => Int, { description: 'Counts from 1 within the item.' })
  ordinal!: number

  @Field(() => GraphQLLocalDate, { description: 'First day of the period it is about.' })
  periodFrom!: Day

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day of that period; null for what follows an event.' })
  periodTo!: Day | null

  @Field(() => GraphQLLocalDate, { description: 'First day whose evidence counts.' })
  countsFrom!: Day

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day whose evidence counts; null where a late act still counts.' })
  countsTo!: Day | null

  @Field(() => GraphQLLocalDate, { description: 'The day from which it is open.' })
  opensOn!: Day

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The national due day; null without a deadline.' })
  dueOn!: Day | null

  @Field(() => DueBasisEnum)
  dueBasis!: DueBasis
}

@ObjectType({ description: 'Something that happened and made an on-event requirement fall due.' })
export class ChecklistEvent {
  recordedBy!: string

  @Field(() => ID)
  id!: string

  @Field(() => GraphQLLocalDate)
  happenedOn!: Day

  @Field(() => String)
  note!: string

  @Field(() => GraphQLDateTimeISO)
  recordedAt!: Instant
}

export const ChecklistItemConnection = connectionOf(ChecklistItem, 'ChecklistItem')
