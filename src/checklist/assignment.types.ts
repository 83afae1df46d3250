import { Field, Int, ObjectType } from '@nestjs/graphql'
import { Refusal, resultOf, type Answer } from '../platform/graphql/refusal.js'
import { ItemChange } from './mark.types.js'

@ObjectType({ implements: () => [ItemChange], description: 'Who looks after an item now.' })
export class ItemAssigned extends ItemChange {}

@ObjectType({
  implements: () => [Refusal],
  description: 'The person works neither for the network or ICB whose checklist it is, nor for one of its practices.',
})
export class NotAMember extends Refusal {}

@ObjectType({ description: 'Owners and notes were taken from a file.' })
export class OwnersSet implements Answer {
  readonly kind!: string
  readonly checklistId!: string

  @Field(() => Int, { description: 'How many items changed; lines that say what was so already change nothing.' })
  readonly changedItems!: number
}

@ObjectType({ description: 'All items one person looked after are another’s now. Notes stay as they are.' })
export class ItemsHandedOver implements Answer {
  readonly kind!: string

  @Field(() => Int, { description: 'How many items, of every contract year.' })
  readonly items!: number
}

@ObjectType({ implements: () => [Refusal], description: 'The person looks after none of these items.' })
export class NothingToHandOver extends Refusal {}

@ObjectType({ description: 'One thing wrong with a file of owners.' })
export class OwnersFileProblem {
  @Field(() => Int, { description: 'The line, as a spreadsheet numbers it; the heading is 1.' })
  readonly row!: number

  @Field(() => String, { nullable: true, description: 'The column; null when it is about the whole line.' })
  readonly column!: string | null

  @Field(() => String)
  readonly message!: string
}

@ObjectType({ implements: () => [Refusal], description: 'The file cannot be used as it is. Nothing was changed.' })
export class OwnersFileRefused extends Refusal {
  @Field(() => [OwnersFileProblem], { description: 'Everything that stands in the way.' })
  readonly problems!: readonly OwnersFileProblem[]
}

export const AssignItemResult = resultOf(
  'AssignItemResult',
  'What giving an item to somebody came to.',
  () => [ItemAssigned, NotAMember] as const,
)
export const SetOwnersFromCsvResult = resultOf(
  'SetOwnersFromCsvResult',
  'What reading owners from a file came to.',
  () => [OwnersSet, OwnersFileRefused] as const,
)
export const HandOverItemsResult = resultOf(
  'HandOverItemsResult',
  'What giving all of somebody’s items to another came to.',
  () => [ItemsHandedOver, NotAMember, NothingToHandOver] as const,
)
