import { Args, Context, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { type GraphQLResolveInfo } from 'graphql'
import { type NetworkScope } from '../access/domain/scope.js'
import { type ChecklistItemEntity } from '../checklist/checklist.entity.js'
import { ChecklistItemLoader } from '../checklist/checklist-item.loader.js'
import { ChecklistItem } from '../checklist/checklist.types.js'
import { type NetworkEntity } from '../network/network.entity.js'
import { NetworkLoader } from '../network/network.loader.js'
import { Network } from '../network/network.types.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { OwnNetworkLoader } from '../priority/own-network.loader.js'
import { OptionalYearArgs } from '../priority/priority.inputs.js'
import { BurdenService, ratesOf } from './burden.service.js'
import {
  AvoidableBurden,
  Burden,
  BurdenOfItem,
  BurdenOfNature,
  BurdenOfOrigin,
  BurdenOfStaffGroup,
  DeclarationReadingSet,
  OverrideDeclarationOnlyResult,
  SetTariffResult,
  Tariff,
  TariffSet,
} from './burden.types.js'
import { TogetherArgs } from './crowd-out.inputs.js'
import { CrowdOutLoader } from './crowd-out.loader.js'
import { CrowdOutService } from './crowd-out.service.js'
import { OverrideDeclarationOnlyInput, SetTariffInput } from './burden.inputs.js'
import { TariffService } from './tariff.service.js'

@Resolver(() => Network)
export class NetworkBurdenResolver {
  constructor(
    private readonly own: OwnNetworkLoader,
    private readonly years: CrowdOutService,
    private readonly loader: CrowdOutLoader,
    private readonly burdens: BurdenService,
  ) {}

  @ResolveField('burden', () => Burden, { nullable: true, description: 'What declarations and reports cost it in a contract year.' })
  @Allow('crowdOut.read')
  async burdenOf(
    @Parent() network: NetworkEntity,
    @Args() args: OptionalYearArgs,
    @Context() context: object,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Burden> {
    const code = await this.own.network(context, 'crowdOut.read', network.odsCode)
    return this.burdens.burden(this.loader.stage(context, info), code, await this.years.yearOf(args))
  }
}

@Resolver(() => Burden)
export class BurdenResolver {
  constructor(private readonly burdens: BurdenService) {}

  @ResolveField(() => [BurdenOfOrigin])
  byOrigin(@Parent() { view }: Burden): BurdenOfOrigin[] {
    return [...view.breakdown.byOrigin].map(([origin, figures]) => ({ origin, figures }))
  }

  @ResolveField(() => [BurdenOfNature])
  byNature(@Parent() { view }: Burden): BurdenOfNature[] {
    return [...view.breakdown.byNature].map(([nature, figures]) => ({ nature, figures }))
  }

  @ResolveField(() => [BurdenOfStaffGroup])
  byStaffGroup(@Parent() { view }: Burden): BurdenOfStaffGroup[] {
    return [...view.breakdown.byStaffGroup].map(([staffGroup, figures]) => ({ staffGroup, figures }))
  }

  @ResolveField(() => [BurdenOfItem], { description: 'In reading order.' })
  items(@Parent() { view }: Burden): BurdenOfItem[] {
    return [...view.breakdown.byItem].map(([code, figures]) => ({ code, figures, title: view.titleOf(code), itemId: view.itemIdOf(code) }))
  }

  @ResolveField('avoidable', () => AvoidableBurden, {
    description: 'What would end if these items ended together. Shared evidence is not freed.',
  })
  avoidableOf(@Parent() { view }: Burden, @Args() { items }: TogetherArgs): AvoidableBurden {
    return this.burdens.avoidable(view, items)
  }

  @ResolveField(() => [String], {
    description:
      'Staff groups that have paperwork and no tariff: enter hourly pay, on-costs and price year with `setTariff`. Pounds are not known until then.',
  })
  groupsWithoutTariff(@Parent() { view }: Burden): string[] {
    const known = new Set(ratesOf(view.tariffs).map(({ staffGroup }) => staffGroup))
    return [...view.breakdown.byStaffGroup.keys()].filter((staffGroup) => !known.has(staffGroup))
  }

  @ResolveField(() => [Tariff], { description: 'What an hour of each staff group costs, and where that comes from.' })
  tariffs(@Parent() { view }: Burden): Tariff[] {
    return view.tariffs.map((tariff) => this.burdens.shown(tariff))
  }
}

@Resolver(() => BurdenOfItem)
export class BurdenOfItemResolver {
  constructor(private readonly items: ChecklistItemLoader) {}

  @ResolveField(() => ChecklistItem, { nullable: true, description: 'The item; null for an indicator and for an accepted request.' })
  item(@Parent() { itemId }: BurdenOfItem, @Context() context: object): Promise<ChecklistItemEntity | null> | null {
    return itemId === null ? null : this.items.item(context, itemId)
  }
}

@Resolver()
export class TariffMutationResolver {
  constructor(private readonly tariffs: TariffService) {}

  @Mutation(() => SetTariffResult, { description: 'Say what an hour of a staff group costs, or take that back.' })
  @Allow('workload.set')
  setTariff(@Args('input') input: SetTariffInput, @Scope() scope: NetworkScope): Promise<typeof SetTariffResult> {
    return this.tariffs.set(scope, input)
  }

  @Mutation(() => OverrideDeclarationOnlyResult, {
    description: 'Say whether an item is declaration-only in the network’s own eyes, with the reason, or take that back.',
  })
  @Allow('workload.rate')
  overrideDeclarationOnly(
    @Args('input') input: OverrideDeclarationOnlyInput,
    @Scope() scope: NetworkScope,
  ): Promise<typeof OverrideDeclarationOnlyResult> {
    return this.tariffs.override(scope, input)
  }
}

@Resolver(() => TariffSet)
export class TariffSetResolver {
  constructor(private readonly networks: NetworkLoader) {}

  @ResolveField(() => Network, { nullable: true, description: 'The network, as it is now.' })
  network(@Parent() { networkCode }: TariffSet, @Context() context: object): Promise<NetworkEntity | null> {
    return this.networks.network(context, networkCode)
  }
}

@Resolver(() => DeclarationReadingSet)
export class DeclarationReadingSetResolver {
  constructor(private readonly items: ChecklistItemLoader) {}

  @ResolveField(() => ChecklistItem, { nullable: true })
  item(@Parent() { itemId }: DeclarationReadingSet, @Context() context: object): Promise<ChecklistItemEntity | null> {
    return this.items.item(context, itemId)
  }
}
