import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { type NetworkEntity } from '../network/network.entity.js'
import { NetworkLoader } from '../network/network.loader.js'
import { Network } from '../network/network.types.js'
import { registeredPatients } from '../network/domain/registered-patients.js'
import { Allow } from '../platform/graphql/allow.js'
import { Clock } from '../platform/clock.js'
import { ContractYearLoader } from '../priority/contract-year.loader.js'
import { OwnNetworkLoader } from '../priority/own-network.loader.js'
import { OptionalYearArgs } from '../priority/priority.inputs.js'
import { capacitySuggestions } from './domain/capacity.js'
import { staffGroupsWith } from './domain/staff-group.js'
import { type CapacityEntity } from './workload.entity.js'
import { WorkloadLoader } from './workload.loader.js'
import { Capacity, CapacitySuggestion, Estimate, NetworkStaffGroup } from './workload.types.js'

@Resolver(() => Network)
export class NetworkWorkloadResolver {
  constructor(
    private readonly own: OwnNetworkLoader,
    private readonly loader: WorkloadLoader,
    private readonly years: ContractYearLoader,
  ) {}

  @ResolveField(() => [NetworkStaffGroup], {
    nullable: true,
    description: 'The staff groups it plans with: the five, then its own by code.',
  })
  @Allow('workload.read')
  async staffGroups(@Parent() network: NetworkEntity, @Context() context: object): Promise<NetworkStaffGroup[]> {
    const code = await this.own.network(context, 'workload.read', network.odsCode)
    return staffGroupsWith(await this.loader.ownGroups(context, code))
  }

  @ResolveField(() => [Capacity], {
    nullable: true,
    description: 'The time each staff group has in a contract year; null figures where none was entered.',
  })
  @Allow('workload.read')
  async capacity(@Parent() network: NetworkEntity, @Args() args: OptionalYearArgs, @Context() context: object): Promise<Capacity[]> {
    const code = await this.own.network(context, 'workload.read', network.odsCode)
    const groups = staffGroupsWith(await this.loader.ownGroups(context, code))
    const entered = await this.loader.capacities(context, code, await this.years.of(context, args))
    return groups.map((group) =>
      capacityOf(
        group.code,
        entered.find(({ staffGroup }) => staffGroup === group.code),
      ),
    )
  }

  @ResolveField(() => [Estimate], {
    nullable: true,
    description:
      'The minutes in force for every requirement on its checklist of a contract year, then every indicator that earns money, and every staff group, in reading order.',
  })
  @Allow('workload.read')
  async estimates(@Parent() network: NetworkEntity, @Args() args: OptionalYearArgs, @Context() context: object): Promise<Estimate[]> {
    const code = await this.own.network(context, 'workload.read', network.odsCode)
    return this.loader.estimates(context, code, await this.years.of(context, args))
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Its time and estimates of a contract year as one CSV file, for a spreadsheet. `setWorkloadFromCsv` takes it back.',
  })
  @Allow('workload.read')
  async workloadCsv(@Parent() network: NetworkEntity, @Args() args: OptionalYearArgs, @Context() context: object): Promise<string> {
    const code = await this.own.network(context, 'workload.read', network.odsCode)
    const year = await this.years.of(context, args)
    return (await this.loader.csv(context, code, year))?.csv ?? ''
  }
}

@Resolver(() => Network)
export class CapacitySuggestionResolver {
  constructor(
    private readonly own: OwnNetworkLoader,
    private readonly networks: NetworkLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => [CapacitySuggestion], {
    nullable: true,
    description: 'What its capacity could be, by labelled rules. Never used by itself.',
  })
  @Allow('workload.read')
  async capacitySuggestions(@Parent() network: NetworkEntity, @Context() context: object): Promise<CapacitySuggestion[]> {
    const code = await this.own.network(context, 'workload.read', network.odsCode)
    return capacitySuggestions(registeredPatients(await this.networks.listsOn(context, code, this.clock.today())).patients)
  }
}

function capacityOf(staffGroup: string, row: CapacityEntity | undefined): Capacity {
  const { minutes = null, otherFixed = null, basis = null, recordedAt = null } = row ?? {}
  const known = (minutes ?? []).filter((figure) => figure !== null)
  const yearMinutes = minutes !== null && known.length === minutes.length ? known.reduce((sum, figure) => sum + figure, 0) : null
  return { staffGroup, minutes, yearMinutes, otherFixed, basis, recordedAt }
}
