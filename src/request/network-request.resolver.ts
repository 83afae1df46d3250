import { type OnModuleInit } from '@nestjs/common'
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { PersonLoader } from '../access/access.loader.js'
import { Person } from '../access/access.types.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { type NetworkEntity } from '../network/network.entity.js'
import { NetworkLoader } from '../network/network.loader.js'
import { Network } from '../network/network.types.js'
import { Allow } from '../platform/graphql/allow.js'
import { Nodes } from '../platform/graphql/node.js'
import { keyAfter, type Page, pageOf } from '../platform/graphql/page.js'
import { OwnNetworkLoader } from '../priority/own-network.loader.js'
import { codeOfRequest, minutesInForce } from './domain/accepted-request.js'
import { standingOf } from './domain/answer.js'
import { type AskedMinutes, savedMinutes } from './domain/asked-minutes.js'
import { type RequestStanding } from './domain/request-words.js'
import { type RequestAnswerEntity } from './request.entity.js'
import { NetworkRequestsArgs } from './request.inputs.js'
import { RequestLoader } from './request.loader.js'
import { type NetworkRequestRow, RequestRepository } from './request.repository.js'
import {
  AttendingNetwork,
  NetworkRequest,
  NetworkRequestConnection,
  RequestAnswer,
  RequestMinutes,
  RequestStandingEnum,
  RequestWording,
} from './request.types.js'
import { type RequestWordingEntity } from './sifting.entity.js'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

@Resolver(() => Network)
export class NetworkRequestsResolver implements OnModuleInit {
  constructor(
    private readonly own: OwnNetworkLoader,
    private readonly loader: RequestLoader,
    private readonly repository: RequestRepository,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    const find = (scope: NetworkScope, id: string) => (UUID.test(id) ? this.repository.byId(scope, id) : Promise.resolve(null))
    this.nodes.register({ type: 'NetworkRequest', permission: 'request.read', find })
  }

  @ResolveField('requests', () => NetworkRequestConnection, {
    nullable: true,
    description: 'What it was asked that may or may not be in the contract, latest recorded first.',
  })
  @Allow('request.read')
  async requestsOf(
    @Parent() network: NetworkEntity,
    @Args() { filter, first, after }: NetworkRequestsArgs,
    @Context() context: object,
  ): Promise<Page<NetworkRequestRow>> {
    const code = await this.own.network(context, 'request.read', network.odsCode)
    const { answers = null, clause = null, from = null, to = null, withdrawn = false } = filter ?? {}
    const narrowed = { answers, clause, from, to, withdrawn }
    const list = ['network-requests', narrowed]
    const before = keyAfter(after, list)?.[0]
    const rows = await this.loader.page(context, code, narrowed, { limit: first + 1, before: before === undefined ? null : Number(before) })
    return pageOf(rows, first, list, (row) => [row.number])
  }

  @ResolveField(() => [RequestWording], { nullable: true, description: 'Replies it keeps to use again, oldest first.' })
  @Allow('request.read')
  async requestWordings(@Parent() network: NetworkEntity, @Context() context: object): Promise<RequestWordingEntity[]> {
    return this.loader.wordingsOf(context, await this.own.network(context, 'request.read', network.odsCode))
  }
}

@Resolver(() => NetworkRequest)
export class NetworkRequestResolver {
  constructor(
    private readonly loader: RequestLoader,
    private readonly networks: NetworkLoader,
  ) {}

  @ResolveField(() => String, { description: '`R-12`: what the network knows it by.' })
  code(@Parent() row: NetworkRequestRow): string {
    return codeOfRequest(row.number)
  }

  @ResolveField(() => Network, { description: 'The network that was asked.' })
  network(@Parent() row: NetworkRequestRow, @Context() context: object): Promise<NetworkEntity | null> {
    return this.networks.network(context, row.networkCode)
  }

  @ResolveField(() => RequestStandingEnum, { description: 'Its latest answer, or that there is none yet.' })
  standing(@Parent() row: NetworkRequestRow): RequestStanding {
    return standingOf(row.answer)
  }

  @ResolveField(() => [RequestAnswer], { description: 'Everything it ever answered, latest first.' })
  answers(@Parent() row: NetworkRequestRow, @Context() context: object): Promise<RequestAnswerEntity[]> {
    return this.loader.answers(context, row.id)
  }

  @ResolveField(() => [RequestMinutes], {
    nullable: true,
    description: 'What it takes: the network’s own figures where it gave any with its answer, else those recorded. Null: nobody knows.',
  })
  minutes(@Parent() row: NetworkRequestRow): readonly AskedMinutes[] | null {
    return minutesInForce(row)
  }

  @ResolveField(() => AttendingNetwork, { nullable: true, description: 'The network that attends for it; null where it goes itself.' })
  async attendedBy(@Parent() row: NetworkRequestRow, @Context() context: object): Promise<AttendingNetwork | null> {
    const offers = row.attendant ? await this.loader.offers(context, row.requestId) : []
    return offers.find(({ odsCode }) => odsCode === row.attendant?.networkCode) ?? null
  }

  @ResolveField(() => [RequestMinutes], {
    nullable: true,
    description: 'What it saves because another network attends for it; empty where none does, null where nobody knows.',
  })
  savedMinutes(@Parent() row: NetworkRequestRow): readonly AskedMinutes[] | null {
    return row.attendant ? minutesInForce(row) : []
  }

  @ResolveField(() => [AttendingNetwork], { description: 'The networks it attends for, which agreed to it, by code.' })
  attendsFor(@Parent() row: NetworkRequestRow, @Context() context: object): Promise<AttendingNetwork[]> {
    return this.loader.agreedWith(context, row.id)
  }

  @ResolveField(() => [RequestMinutes], {
    nullable: true,
    description: 'What the networks it attends for save together, at the minutes recorded with the request; null where nobody knows.',
  })
  async savedForOthersMinutes(@Parent() row: NetworkRequestRow, @Context() context: object): Promise<AskedMinutes[] | null> {
    const { length } = await this.loader.agreedWith(context, row.id)
    return length === 0 ? [] : savedMinutes(row.request.minutes, length)
  }
}

@Resolver(() => RequestAnswer)
export class RequestAnswerResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => Person, { nullable: true, description: 'Who answered for the network.' })
  recordedBy(@Parent() answer: RequestAnswerEntity, @Context() context: object) {
    return this.people.person(context, answer.recordedBy)
  }
}
