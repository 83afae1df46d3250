import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { PersonLoader } from '../access/access.loader.js'
import { Person } from '../access/access.types.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { type NetworkEntity } from '../network/network.entity.js'
import { NetworkLoader } from '../network/network.loader.js'
import { Network } from '../network/network.types.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { Burden } from './burden.types.js'
import { RecordOutsideCostInput, WithdrawOutsideCostInput } from './outside-cost.inputs.js'
import { OutsideCostService } from './outside-cost.service.js'
import {
  CountedOutsideCost,
  OutsideCost,
  OutsideCostChange,
  RecordOutsideCostResult,
  WithdrawOutsideCostResult,
} from './outside-cost.types.js'

@Resolver(() => Burden)
export class BurdenOutsideCostResolver {
  @ResolveField(() => [CountedOutsideCost], { description: 'What was paid to others because of paperwork, latest day first.' })
  outsideCosts(@Parent() { view }: Burden): CountedOutsideCost[] {
    return view.outsideCosts.map((cost) => ({ cost, title: view.titleOf(cost.code), counted: view.breakdown.byItem.has(cost.code) }))
  }
}

@Resolver(() => OutsideCost)
export class OutsideCostResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField('recordedBy', () => Person, { nullable: true, description: 'Who noted it.' })
  recorder(@Parent() { recordedBy }: OutsideCost, @Context() context: object) {
    return this.people.person(context, recordedBy)
  }
}

@Resolver()
export class OutsideCostMutationResolver {
  constructor(private readonly service: OutsideCostService) {}

  @Mutation(() => RecordOutsideCostResult, { description: 'Note what was paid to others because of a declaration or report.' })
  @Allow('workload.set')
  recordOutsideCost(@Args('input') input: RecordOutsideCostInput, @Scope() scope: NetworkScope): Promise<typeof RecordOutsideCostResult> {
    return this.service.record(scope, input)
  }

  @Mutation(() => WithdrawOutsideCostResult, { description: 'Take back an outside cost noted by mistake.' })
  @Allow('workload.set')
  withdrawOutsideCost(
    @Args('input') input: WithdrawOutsideCostInput,
    @Scope() scope: NetworkScope,
  ): Promise<typeof WithdrawOutsideCostResult> {
    return this.service.withdraw(scope, input)
  }
}

@Resolver(() => OutsideCostChange)
export class OutsideCostChangeResolver {
  constructor(private readonly networks: NetworkLoader) {}

  @ResolveField(() => Network, { nullable: true, description: 'The network, as it is now.' })
  network(@Parent() { networkCode }: OutsideCostChange, @Context() context: object): Promise<NetworkEntity | null> {
    return this.networks.network(context, networkCode)
  }
}
