import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { type NetworkScope } from '../access/domain/scope.js'
import { type NetworkEntity } from '../network/network.entity.js'
import { Network } from '../network/network.types.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { ContractYearLoader } from '../priority/contract-year.loader.js'
import { OwnNetworkLoader } from '../priority/own-network.loader.js'
import { OptionalYearArgs } from '../priority/priority.inputs.js'
import { staffGroupsWith } from './domain/staff-group.js'
import { PursueIndicatorInput } from './indicator.inputs.js'
import { IndicatorService } from './indicator.service.js'
import { IncentiveWork, PursueIndicatorResult } from './indicator.types.js'
import { WorkloadLoader } from './workload.loader.js'

@Resolver(() => Network)
export class NetworkIndicatorResolver {
  constructor(
    private readonly own: OwnNetworkLoader,
    private readonly loader: WorkloadLoader,
    private readonly years: ContractYearLoader,
  ) {}

  @ResolveField(() => [IncentiveWork], {
    nullable: true,
    description: 'Indicators of a contract year as its work, by code: what they take, and whether it goes for them.',
  })
  @Allow('workload.read')
  async incentiveWork(
    @Parent() network: NetworkEntity,
    @Args() args: OptionalYearArgs,
    @Context() context: object,
  ): Promise<IncentiveWork[]> {
    const code = await this.own.network(context, 'workload.read', network.odsCode)
    const groups = staffGroupsWith(await this.loader.ownGroups(context, code))
    const found = await this.loader.indicators(context, code, await this.years.of(context, args))
    return found.map(({ figure, ...work }) => {
      const { networkCode, contractYear, code: requirementCode, title } = work
      const shared = { networkCode, contractYear, itemId: null, requirementCode, title }
      return { ...work, minutes: groups.map((group) => ({ ...figure(group), ...shared, staffGroup: group.code })) }
    })
  }
}

@Resolver()
export class IndicatorMutationResolver {
  constructor(private readonly service: IndicatorService) {}

  @Mutation(() => PursueIndicatorResult, {
    description:
      'Say whether the network goes for an indicator, and what kind of work that is. `pursue` does the same for paid requirements.',
  })
  @Allow('workload.set')
  pursueIndicator(@Args('input') input: PursueIndicatorInput, @Scope() scope: NetworkScope): Promise<typeof PursueIndicatorResult> {
    return this.service.pursue(scope, input)
  }
}
