import { type OnModuleInit } from '@nestjs/common'
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { PersonLoader } from '../access/access.loader.js'
import { Person } from '../access/access.types.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { type NetworkEntity } from '../network/network.entity.js'
import { NetworkLoader } from '../network/network.loader.js'
import { Network } from '../network/network.types.js'
import { Clock } from '../platform/clock.js'
import { type Day } from '../platform/day.js'
import { Allow } from '../platform/graphql/allow.js'
import { Nodes } from '../platform/graphql/node.js'
import { ContractYearLoader } from './contract-year.loader.js'
import { OwnNetworkLoader } from './own-network.loader.js'
import { type PriorityMilestoneMarkEntity, type PriorityRankingEntity, type PriorityVersionEntity } from './priority.entity.js'
import { OptionalYearArgs } from './priority.inputs.js'
import { PriorityLoader } from './priority.loader.js'
import { type PriorityRow, PriorityRepository } from './priority.repository.js'
import { Milestone, MilestoneMark, PracticeView, Priority, PriorityClosing, PriorityRanking, PriorityVersion } from './priority.types.js'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

@Resolver(() => Network)
export class NetworkPriorityResolver implements OnModuleInit {
  constructor(
    private readonly own: OwnNetworkLoader,
    private readonly loader: PriorityLoader,
    private readonly priorities: PriorityRepository,
    private readonly years: ContractYearLoader,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    const find = (scope: NetworkScope, id: string) => (UUID.test(id) ? this.priorities.priority(scope, id) : Promise.resolve(null))
    this.nodes.register({ type: 'Priority', permission: 'priority.read', find })
  }

  @ResolveField('priorities', () => [Priority], {
    nullable: true,
    description: 'What it has chosen to do for its own patients in a contract year, in order of rank; ended ones where they were.',
  })
  @Allow('priority.read')
  async prioritiesOf(@Parent() network: NetworkEntity, @Args() args: OptionalYearArgs, @Context() context: object): Promise<PriorityRow[]> {
    const code = await this.own.network(context, 'priority.read', network.odsCode)
    return this.loader.inYear(context, code, await this.years.of(context, args))
  }

  @ResolveField(() => [PriorityRanking], { nullable: true, description: 'Every order it put its priorities in, latest first.' })
  @Allow('priority.read')
  async priorityRankings(
    @Parent() network: NetworkEntity,
    @Args() args: OptionalYearArgs,
    @Context() context: object,
  ): Promise<PriorityRankingEntity[]> {
    const code = await this.own.network(context, 'priority.read', network.odsCode)
    return this.loader.rankings(context, code, await this.years.of(context, args))
  }
}

@Resolver(() => Priority)
export class PriorityResolver {
  constructor(
    private readonly loader: PriorityLoader,
    private readonly people: PersonLoader,
    private readonly networks: NetworkLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => Network, { description: 'Whose it is.' })
  network(@Parent() priority: PriorityRow, @Context() context: object): Promise<NetworkEntity | null> {
    return this.networks.network(context, priority.networkCode)
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who leads it.' })
  owner(@Parent() priority: PriorityRow, @Context() context: object) {
    return priority.ownerId === null ? null : this.people.person(context, priority.ownerId)
  }

  @ResolveField(() => [PriorityVersion], { description: 'Everything it ever said, latest first.' })
  history(@Parent() priority: PriorityRow, @Context() context: object): Promise<PriorityVersionEntity[]> {
    return this.loader.versions(context, priority.id)
  }

  @ResolveField(() => [PracticeView], { description: 'What each practice that is a member today says of it, by code.' })
  async endorsements(@Parent() priority: PriorityRow, @Context() context: object): Promise<PracticeView[]> {
    const members = await this.networks.membersOn(context, priority.networkCode, this.clock.today())
    const said = await this.loader.endorsements(context, priority.id)
    return [...new Set(members.map(({ practiceCode }) => practiceCode))].map((practiceCode) => {
      const { endorses = null, reason = null, recordedAt = null } = said.find((row) => row.practiceCode === practiceCode) ?? {}
      return { practiceCode, endorses, reason, recordedAt, beforeLastChange: recordedAt !== null && recordedAt < priority.recordedAt }
    })
  }
}

@Resolver(() => Milestone)
export class MilestoneResolver {
  constructor(private readonly loader: PriorityLoader) {}

  @ResolveField(() => GraphQLLocalDate, { nullable: true, description: 'The day it was done; null while it is not.' })
  async doneOn(@Parent() milestone: Milestone, @Context() context: object): Promise<Day | null> {
    const marks = await this.loader.milestoneMarks(context, milestone.id)
    return marks.find(({ supersededAt }) => supersededAt === null)?.doneOn ?? null
  }

  @ResolveField(() => [MilestoneMark], { description: 'Whatever was ever said of it being done, latest first.' })
  marks(@Parent() milestone: Milestone, @Context() context: object): Promise<PriorityMilestoneMarkEntity[]> {
    return this.loader.milestoneMarks(context, milestone.id)
  }
}

@Resolver(() => MilestoneMark)
export class MilestoneMarkResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => Person, { nullable: true, description: 'Who said so.' })
  recordedBy(@Parent() mark: PriorityMilestoneMarkEntity, @Context() context: object) {
    return this.people.person(context, mark.recordedBy)
  }
}

@Resolver(() => PriorityClosing)
export class PriorityClosingResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => Person, { nullable: true, description: 'Who ended it.' })
  recordedBy(@Parent() closing: PriorityClosing, @Context() context: object) {
    return this.people.person(context, closing.recordedBy)
  }
}

@Resolver(() => PriorityRanking)
export class PriorityRankingResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => Person, { nullable: true, description: 'Who put them in this order.' })
  recordedBy(@Parent() ranking: PriorityRankingEntity, @Context() context: object) {
    return this.people.person(context, ranking.recordedBy)
  }
}
