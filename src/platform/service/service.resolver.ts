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

  @Field(() => String, {
    nullable: true,
    description: 'How people sign in with a browser: local (accounts kept here) or openid (at a provider); null for neither.',
  })
  signInWay!: string | null

  @Field(() => String, { nullable: true, description: 'What leads to the provider says; null without one.' })
  providerLabel!: string | null

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
    const { mode, SIGN_IN: signInWay = null, OPENID_LABEL } = this.config
    const providerLabel = signInWay === 'openid' ? OPENID_LABEL : null
    return { mode, signInWay, providerLabel, today: this.clock.today(), clockNote: this.clock.note }
  }
}
