import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { Clock } from '../clock.js'
import { Config } from '../config.js'
import { type Day } from '../day.js'
import { AllowEverybody } from '../graphql/allow.js'

@ObjectType({ description: 'The server that answers.' })
export class Service {
  @Field(() => String, { description: 'demonstration (everything in it is invented) or production.' })
  mode!: string

  @Field(() => GraphQLLocalDate, { description: 'The day it takes today to be.' })
  today!: Day

  @Field(() => String, { nullable: true, description: 'Said when its clock is not the real one.' })
  clockNote!: string | null
}

@Resolver(() => Service)
export class ServiceResolver {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Query(() => Service, { description: 'What kind of server this is, and what day it takes today to be.' })
  @AllowEverybody()
  service(): Service {
    return { mode: this.config.mode, today: this.clock.today(), clockNote: this.clock.note }
  }
}
