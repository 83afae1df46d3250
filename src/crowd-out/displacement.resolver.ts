import { Args, Context, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { type GraphQLResolveInfo } from 'graphql'
import { PersonLoader } from '../access/access.loader.js'
import { Person } from '../access/access.types.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { type NetworkEntity } from '../network/network.entity.js'
import { Network } from '../network/network.types.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { OwnNetworkLoader } from '../priority/own-network.loader.js'
import { OptionalYearArgs } from '../priority/priority.inputs.js'
import { PriorityLoader } from '../priority/priority.loader.js'
import { type PriorityRow } from '../priority/priority.repository.js'
import { Milestone, Priority } from '../priority/priority.types.js'
import { CrowdOutLoader } from './crowd-out.loader.js'
import { CrowdOutService } from './crowd-out.service.js'
import { RecordDisplacementInput, WithdrawDisplacementInput } from './displacement.inputs.js'
import { DisplacementService } from './displacement.service.js'
import {
  Displacement,
  DisplacementChange,
  ObservedCrowdOut,
  ObservedPriority,
  RecordDisplacementResult,
  WithdrawDisplacementResult,
} from './displacement.types.js'
import { ObservedService } from './observed.service.js'

@Resolver(() => Network)
export class NetworkDisplacementResolver {
  constructor(
    private readonly own: OwnNetworkLoader,
    private readonly years: CrowdOutService,
    private readonly loader: CrowdOutLoader,
    private readonly observations: ObservedService,
  ) {}

  @ResolveField('displacements', () => [Displacement], {
    nullable: true,
    description: 'Its displacement log of a contract year, latest day first: what was put back, and because of what.',
  })
  @Allow('crowdOut.read')
  async displacementsOf(
    @Parent() network: NetworkEntity,
    @Args() args: OptionalYearArgs,
    @Context() context: object,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Displacement[]> {
    const code = await this.own.network(context, 'crowdOut.read', network.odsCode)
    return this.loader.displacements(this.loader.stage(context, info), code, await this.years.yearOf(args))
  }

  @ResolveField(() => ObservedCrowdOut, {
    nullable: true,
    description: 'What its displacement log says of a contract year, as a range with its coverage.',
  })
  @Allow('crowdOut.read')
  async observedCrowdOut(
    @Parent() network: NetworkEntity,
    @Args() args: OptionalYearArgs,
    @Context() context: object,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ObservedCrowdOut> {
    const code = await this.own.network(context, 'crowdOut.read', network.odsCode)
    return this.observations.observed(this.loader.stage(context, info), code, await this.years.yearOf(args))
  }
}

@Resolver(() => Displacement)
export class DisplacementResolver {
  constructor(
    private readonly priorities: PriorityLoader,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => Priority, { nullable: true })
  priority(@Parent() { priorityId }: Displacement, @Context() context: object): Promise<PriorityRow | null> {
    return this.priorities.byId(context, priorityId)
  }

  @ResolveField(() => Milestone, {
    nullable: true,
    description: 'Null for the priority as a whole, or where it has the milestone no longer.',
  })
  async milestone(@Parent() { priorityId, milestoneId }: Displacement, @Context() context: object): Promise<Milestone | null> {
    if (milestoneId === null) return null
    const priority = await this.priorities.byId(context, priorityId)
    return priority?.milestones.find(({ id }) => id === milestoneId) ?? null
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who says so.' })
  recordedBy(@Parent() { recordedBy }: Displacement, @Context() context: object) {
    return this.people.person(context, recordedBy)
  }
}

@Resolver(() => ObservedPriority)
export class ObservedPriorityResolver {
  constructor(private readonly priorities: PriorityLoader) {}

  @ResolveField(() => Priority, { nullable: true })
  priority(@Parent() { priorityId }: ObservedPriority, @Context() context: object): Promise<PriorityRow | null> {
    return this.priorities.byId(context, priorityId)
  }
}

@Resolver(() => DisplacementChange)
export class DisplacementChangeResolver {
  constructor(private readonly priorities: PriorityLoader) {}

  @ResolveField(() => Priority, { nullable: true, description: 'The priority, as it is now.' })
  priority(@Parent() { priorityId }: DisplacementChange, @Context() context: object): Promise<PriorityRow | null> {
    return this.priorities.byId(context, priorityId)
  }
}

@Resolver()
export class DisplacementMutationResolver {
  constructor(private readonly service: DisplacementService) {}

  @Mutation(() => RecordDisplacementResult, {
    description: 'Note that a milestone or priority was put back, by how much and because of what.',
  })
  @Allow('displacement.record')
  recordDisplacement(
    @Args('input') input: RecordDisplacementInput,
    @Scope() scope: NetworkScope,
  ): Promise<typeof RecordDisplacementResult> {
    return this.service.record(scope, input)
  }

  @Mutation(() => WithdrawDisplacementResult, { description: 'Take back an entry made by mistake.' })
  @Allow('displacement.record')
  withdrawDisplacement(
    @Args('input') input: WithdrawDisplacementInput,
    @Scope() scope: NetworkScope,
  ): Promise<typeof WithdrawDisplacementResult> {
    return this.service.withdraw(scope, input)
  }
}
