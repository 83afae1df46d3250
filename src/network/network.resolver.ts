import { type OnModuleInit } from '@nestjs/common'
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { type NetworkScope } from '../access/domain/scope.js'
import { Clock } from '../platform/clock.js'
import { type Day } from '../platform/day.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { Nodes } from '../platform/graphql/node.js'
import { keyAfter, type Page, pageOf } from '../platform/graphql/page.js'
import { RequestError } from '../platform/request-error.js'
import { registeredPatients } from './domain/registered-patients.js'
import { type IntegratedCareBoardEntity, type NetworkEntity, type PracticeEntity } from './network.entity.js'
import { NetworksArgs, ODS_CODE } from './network.inputs.js'
import { NetworkLoader } from './network.loader.js'
import { NetworkRepository } from './network.repository.js'
import { IntegratedCareBoard, Network, NetworkConnection, NetworkPatients, NetworkPractice, Practice } from './network.types.js'

@Resolver(() => Network)
export class NetworkResolver implements OnModuleInit {
  constructor(
    private readonly repository: NetworkRepository,
    private readonly loader: NetworkLoader,
    private readonly nodes: Nodes,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const find = (scope: NetworkScope, id: string) => (ODS_CODE.test(id) ? this.repository.network(scope, id) : Promise.resolve(null))
    this.nodes.register({ type: 'Network', permission: 'network.read', find })
  }

  @Query(() => Network, { nullable: true, description: 'A network by its ODS code.' })
  @Allow('network.read')
  async network(@Args('odsCode', { type: () => String }) odsCode: string, @Scope() scope: NetworkScope): Promise<NetworkEntity> {
    const network = await this.repository.network(scope, odsCode)
    if (!network) throw new RequestError('NOT_FOUND', 'There is no such network.')
    return network
  }

  @Query(() => NetworkConnection, { description: 'The networks you may see, by code.' })
  @Allow('network.read')
  async networks(@Args() args: NetworksArgs, @Scope() scope: NetworkScope): Promise<Page<NetworkEntity>> {
    const filter = { nameContains: args.filter?.nameContains ?? null, boardCode: args.filter?.boardCode ?? null }
    const list = ['networks', filter, args.orderBy]
    const after = keyAfter(args.after, list)?.[0]?.toString()
    const page = { after, limit: args.first + 1, descending: args.orderBy === 'ODS_CODE_DESC' }
    return pageOf(await this.repository.networks(scope, filter, page), args.first, list, (row) => [row.odsCode])
  }

  @ResolveField(() => ID)
  id(@Parent() network: NetworkEntity): string {
    return network.odsCode
  }

  @ResolveField(() => [IntegratedCareBoard], { description: 'The ICBs that commission it today, the leading one first.' })
  integratedCareBoards(@Parent() network: NetworkEntity, @Context() context: object): Promise<IntegratedCareBoardEntity[]> {
    return this.loader.boardsOf(context, network.odsCode)
  }

  @ResolveField(() => IntegratedCareBoard, { nullable: true, description: 'The ICB that leads for it today.' })
  async leadIntegratedCareBoard(@Parent() network: NetworkEntity, @Context() context: object): Promise<IntegratedCareBoardEntity | null> {
    return (await this.loader.boardsOf(context, network.odsCode)).find((board) => board.isLead) ?? null
  }

  @ResolveField(() => [NetworkPractice], { description: 'The practices that are members on a day (today when none is given), by code.' })
  async practices(
    @Parent() network: NetworkEntity,
    @Args('on', { type: () => GraphQLLocalDate, nullable: true }) on: Day | null,
    @Context() context: object,
  ): Promise<NetworkPractice[]> {
    const members = await this.loader.membersOn(context, network.odsCode, on ?? this.clock.today())
    return members.map(({ practiceCode, startsOn, endsOn }) => ({ practiceCode, joinedOn: startsOn, leftOn: endsOn }))
  }

  @ResolveField(() => NetworkPatients, { description: 'Registered patients on a day (today when none is given).' })
  async registeredPatients(
    @Parent() network: NetworkEntity,
    @Args('on', { type: () => GraphQLLocalDate, nullable: true }) on: Day | null,
    @Context() context: object,
  ): Promise<NetworkPatients> {
    const onDay = on ?? this.clock.today()
    return { onDay, ...registeredPatients(await this.loader.listsOn(context, network.odsCode, onDay)) }
  }
}

@Resolver(() => NetworkPractice)
export class NetworkPracticeResolver {
  constructor(private readonly loader: NetworkLoader) {}

  @ResolveField(() => Practice, { description: 'The practice.' })
  async practice(@Parent() member: NetworkPractice, @Context() context: object): Promise<PracticeEntity> {
    const practice = await this.loader.practice(context, member.practiceCode)
    if (!practice) throw new Error(`No practice ${member.practiceCode}`)
    return practice
  }
}
