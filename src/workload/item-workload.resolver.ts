import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { PersonLoader } from '../access/access.loader.js'
import { Person } from '../access/access.types.js'
import { type ChecklistItemEntity } from '../checklist/checklist.entity.js'
import { ChecklistItem } from '../checklist/checklist.types.js'
import { type NetworkEntity } from '../network/network.entity.js'
import { NetworkLoader } from '../network/network.loader.js'
import { Network } from '../network/network.types.js'
import { Allow } from '../platform/graphql/allow.js'
import { OwnNetworkLoader } from '../priority/own-network.loader.js'
import { type PriorityRow } from '../priority/priority.repository.js'
import { Priority } from '../priority/priority.types.js'
import { WorkloadChange } from './workload-result.types.js'
import { WorkloadLoader } from './workload.loader.js'
import { Estimate, ItemRating, LoggedMinutes } from './workload.types.js'

@Resolver(() => ChecklistItem)
export class ItemWorkloadResolver {
  constructor(
    private readonly own: OwnNetworkLoader,
    private readonly loader: WorkloadLoader,
  ) {}

  @ResolveField(() => [Estimate], { nullable: true, description: 'The minutes in force, one for each of the network’s staff groups.' })
  @Allow('workload.read')
  async minutes(@Parent() item: ChecklistItemEntity, @Context() context: object): Promise<Estimate[]> {
    const { itemId } = await this.own.item(context, 'workload.read', item.id)
    return this.loader.estimatesOfItem(context, itemId)
  }

  @ResolveField(() => [LoggedMinutes], { nullable: true, description: 'Time noted on it, latest day first.' })
  @Allow('workload.read')
  async loggedMinutes(@Parent() item: ChecklistItemEntity, @Context() context: object): Promise<LoggedMinutes[]> {
    const { itemId } = await this.own.item(context, 'workload.read', item.id)
    return this.loader.logsOfItem(context, itemId)
  }

  @ResolveField(() => ItemRating, { nullable: true, description: 'The clinical director’s value rating; null where there is none.' })
  @Allow('workload.read')
  async rating(@Parent() item: ChecklistItemEntity, @Context() context: object): Promise<ItemRating | null> {
    const { itemId } = await this.own.item(context, 'workload.read', item.id)
    return this.loader.ratingOf(context, itemId)
  }
}

@Resolver(() => Priority)
export class PriorityWorkloadResolver {
  constructor(
    private readonly own: OwnNetworkLoader,
    private readonly loader: WorkloadLoader,
  ) {}

  @ResolveField(() => [LoggedMinutes], { nullable: true, description: 'Time noted on it, latest day first.' })
  @Allow('workload.read')
  async loggedMinutes(@Parent() priority: PriorityRow, @Context() context: object): Promise<LoggedMinutes[]> {
    await this.own.network(context, 'workload.read', priority.networkCode)
    return this.loader.logsOfPriority(context, priority.id)
  }
}

@Resolver(() => LoggedMinutes)
export class LoggedMinutesResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => Person, { nullable: true, description: 'Who noted it.' })
  recordedBy(@Parent() log: LoggedMinutes, @Context() context: object) {
    return this.people.person(context, log.recordedBy)
  }
}

@Resolver(() => ItemRating)
export class ItemRatingResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => Person, { nullable: true, description: 'Who rated it.' })
  recordedBy(@Parent() rating: ItemRating, @Context() context: object) {
    return this.people.person(context, rating.recordedBy)
  }
}

@Resolver(() => WorkloadChange)
export class WorkloadChangeResolver {
  constructor(private readonly networks: NetworkLoader) {}

  @ResolveField(() => Network, { description: 'The network, as it is now.' })
  async network(@Parent() change: WorkloadChange, @Context() context: object): Promise<NetworkEntity> {
    const network = await this.networks.network(context, change.networkCode)
    if (!network) throw new Error(`No network ${change.networkCode}`)
    return network
  }
}
