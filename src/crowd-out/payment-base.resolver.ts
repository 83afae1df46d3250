import { Args, Context, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { type GraphQLResolveInfo } from 'graphql'
import { type NetworkScope } from '../access/domain/scope.js'
import { type NetworkEntity } from '../network/network.entity.js'
import { NetworkLoader } from '../network/network.loader.js'
import { Network } from '../network/network.types.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { OwnNetworkLoader } from '../priority/own-network.loader.js'
import { OptionalYearArgs } from '../priority/priority.inputs.js'
import { CrowdOutLoader } from './crowd-out.loader.js'
import { CrowdOutService } from './crowd-out.service.js'
import { baseTitle } from './domain/payment-base.js'
import { SetPaymentBaseInput } from './payment-base.inputs.js'
import { PaymentBaseService } from './payment-base.service.js'
import { PaymentBase, PaymentBaseSet, SetPaymentBaseResult } from './payment-base.types.js'

@Resolver(() => Network)
export class NetworkPaymentBaseResolver {
  constructor(
    private readonly own: OwnNetworkLoader,
    private readonly years: CrowdOutService,
    private readonly loader: CrowdOutLoader,
  ) {}

  @ResolveField(() => [PaymentBase], {
    nullable: true,
    description:
      'What its rates of payment are multiplied with in a contract year: the lists, beds and points, then points of each indicator.',
  })
  @Allow('crowdOut.read')
  async paymentBases(
    @Parent() network: NetworkEntity,
    @Args() args: OptionalYearArgs,
    @Context() context: object,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PaymentBase[]> {
    const code = await this.own.network(context, 'crowdOut.read', network.odsCode)
    const { bases } = await this.loader.sources(this.loader.stage(context, info), code, await this.years.yearOf(args))
    return bases.map((base) => ({ ...base, title: baseTitle(base.base) }))
  }
}

@Resolver()
export class PaymentBaseMutationResolver {
  constructor(private readonly service: PaymentBaseService) {}

  @Mutation(() => SetPaymentBaseResult, {
    description: 'Say how many of a base of payment the network has in a contract year and where that comes from, or take it back.',
  })
  @Allow('workload.set')
  setPaymentBase(@Args('input') input: SetPaymentBaseInput, @Scope() scope: NetworkScope): Promise<typeof SetPaymentBaseResult> {
    return this.service.set(scope, input)
  }
}

@Resolver(() => PaymentBaseSet)
export class PaymentBaseSetResolver {
  constructor(private readonly networks: NetworkLoader) {}

  @ResolveField(() => Network, { nullable: true, description: 'The network, as it is now.' })
  network(@Parent() { networkCode }: PaymentBaseSet, @Context() context: object): Promise<NetworkEntity | null> {
    return this.networks.network(context, networkCode)
  }
}
