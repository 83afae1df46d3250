import { type OnModuleInit } from '@nestjs/common'
import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { type NetworkScope } from '../access/domain/scope.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { Nodes } from '../platform/graphql/node.js'
import { keyAfter, type Page, pageOf } from '../platform/graphql/page.js'
import { monthsOf } from '../priority/domain/months.js'
import { RequestDeskRepository } from './request-desk.repository.js'
import { type RequestEntity, type RequestWithdrawalEntity } from './request.entity.js'
import { RequestsArgs } from './request.inputs.js'
import { RequestLoader } from './request.loader.js'
import { type NetworkRequestRow } from './request.repository.js'
import {
  AskedNetwork,
  AttendingNetwork,
  NetworkRequest,
  Request,
  RequestConnection,
  RequestReading,
  RequestRecommendation,
  RequestWithdrawal,
} from './request.types.js'
import { type RequestReadingEntity, type RequestRecommendationEntity } from './sifting.entity.js'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

@Resolver(() => Request)
export class RequestResolver implements OnModuleInit {
  constructor(
    private readonly desk: RequestDeskRepository,
    private readonly loader: RequestLoader,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    const find = (scope: NetworkScope, id: string) => (UUID.test(id) ? this.desk.request(scope, id) : Promise.resolve(null))
    this.nodes.register({ type: 'Request', permission: 'request.read', find })
  }

  @Query(() => RequestConnection, {
    description: 'Requests made of the caller’s networks, or of those the caller’s LMC covers, latest received first. Each once.',
  })
  @Allow('request.read')
  async requests(@Args() { filter, first, after }: RequestsArgs, @Scope() scope: NetworkScope): Promise<Page<RequestEntity>> {
    const { from = null, to = null, withdrawn = false } = filter ?? {}
    const narrowed = { from, to, withdrawn }
    const list = ['requests', narrowed]
    const [receivedOn, id] = (keyAfter(after, list) ?? []).map(String)
    const start = receivedOn !== undefined && id !== undefined ? { receivedOn, id } : null
    const rows = await this.desk.requests(scope, narrowed, { limit: first + 1, after: start })
    return pageOf(rows, first, list, (row) => [row.receivedOn, row.id])
  }

  @ResolveField(() => Int, { description: 'First month it can be done, April = 0.' })
  firstMonth(@Parent() { opensOn, closesOn, contractYear }: RequestEntity): number {
    return monthsOf(opensOn, closesOn, contractYear).firstMonth
  }

  @ResolveField(() => Int, { description: 'Last month it can be done, March = 11.' })
  lastMonth(@Parent() { opensOn, closesOn, contractYear }: RequestEntity): number {
    return monthsOf(opensOn, closesOn, contractYear).lastMonth
  }

  @ResolveField(() => RequestWithdrawal, { nullable: true, description: 'Why it was recorded by mistake; null while it stands.' })
  withdrawal(@Parent() request: RequestEntity, @Context() context: object): Promise<RequestWithdrawalEntity | null> {
    return this.loader.withdrawal(context, request.id)
  }

  @ResolveField(() => Int, { description: 'How many networks were asked.' })
  async networksAsked(@Parent() request: RequestEntity, @Context() context: object): Promise<number> {
    return (await this.loader.count(context, request.id))?.networks ?? 0
  }

  @ResolveField(() => [AskedNetwork], {
    description: 'Those that were asked and are the caller’s own or covered by the caller’s LMC, by code. What they answered is their own.',
  })
  networks(@Parent() request: RequestEntity, @Context() context: object): Promise<AskedNetwork[]> {
    return this.loader.networksInReach(context, request.id)
  }

  @ResolveField(() => [NetworkRequest], { description: 'The request as the caller’s own networks received it, by code.' })
  received(@Parent() request: RequestEntity, @Context() context: object): Promise<NetworkRequestRow[]> {
    return this.loader.received(context, request.id)
  }

  @ResolveField(() => [RequestReading], { description: 'Readings of the clause it rests on, latest first.' })
  readings(@Parent() request: RequestEntity, @Context() context: object): Promise<RequestReadingEntity[]> {
    return this.loader.readings(context, request.id)
  }

  @ResolveField(() => [RequestRecommendation], { description: 'What an LMC or a clinical director recommends to all, latest first.' })
  recommendations(@Parent() request: RequestEntity, @Context() context: object): Promise<RequestRecommendationEntity[]> {
    return this.loader.recommendations(context, request.id)
  }

  @ResolveField(() => [AttendingNetwork], { description: 'Networks that offer to attend for the others, by code.' })
  attendanceOffers(@Parent() request: RequestEntity, @Context() context: object): Promise<AttendingNetwork[]> {
    return this.loader.offers(context, request.id)
  }
}
