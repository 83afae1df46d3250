import { Field, Int, ObjectType } from '@nestjs/graphql'
import { GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'
import { type Day } from '../platform/day.js'
import { Node } from '../platform/graphql/node.js'
import { connectionOf } from '../platform/graphql/page.js'

@ObjectType({ description: 'An NHS England region.' })
export class Region {
  @Field(() => String)
  code!: string

  @Field(() => String)
  name!: string
}

@ObjectType({ description: 'An integrated care board (ICB): the commissioner of the Network Contract DES.', implements: () => [Node] })
export class IntegratedCareBoard extends Node {
  @Field(() => String, { description: 'Its code from the Organisation Data Service.' })
  odsCode!: string

  @Field(() => String)
  name!: string

  @Field(() => Boolean, { description: 'Whether it was invented for demonstration. Every page and export has to say so.' })
  invented!: boolean
}

@ObjectType({
  description: 'A primary care network (PCN). It is no legal person: the contract is with each of its practices.',
  implements: () => [Node],
})
export class Network extends Node {
  @Field(() => String, { description: 'Its code from the Organisation Data Service.' })
  odsCode!: string

  @Field(() => String)
  name!: string

  @Field(() => Boolean, { description: 'Whether it was invented for demonstration. Every page and export has to say so.' })
  invented!: boolean

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its first day; null where no source says it.' })
  openedOn!: Day | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its last day, which may lie ahead; null when none is known.' })
  closedOn!: Day | null
}

@ObjectType({ description: 'A general practice.' })
export class Practice {
  @Field(() => String, { description: 'Its code from the Organisation Data Service.' })
  odsCode!: string

  @Field(() => String)
  name!: string

  @Field(() => Boolean, { description: 'Whether it was invented for demonstration. Every page and export has to say so.' })
  invented!: boolean
}

@ObjectType({ description: 'A practice as a member of a network.' })
export class NetworkPractice {
  practiceCode!: string

  @Field(() => GraphQLLocalDate, { description: 'The first day it is a member.' })
  joinedOn!: Day

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day it is a member; null when no end is known.' })
  leftOn!: Day | null
}

@ObjectType({ description: 'How many patients are registered with the practices of a network.' })
export class NetworkPatients {
  @Field(() => GraphQLSafeInt, {
    nullable: true,
    description: 'The sum of the latest list sizes; null when it is not known of every member practice.',
  })
  patients!: number | null

  @Field(() => GraphQLLocalDate, { description: 'The day it was asked for: its members, and what was known of their lists.' })
  onDay!: Day

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The oldest day any of the list sizes is of; null when none is known.' })
  listsOn!: Day | null

  @Field(() => [String], { description: 'Where the list sizes come from.' })
  sources!: readonly string[]

  @Field(() => Int, { description: 'How many practices were members.' })
  practices!: number

  @Field(() => Int, { description: 'How many of them have no known list size.' })
  practicesWithoutListSize!: number
}

export const NetworkConnection = connectionOf(Network, 'Network')
