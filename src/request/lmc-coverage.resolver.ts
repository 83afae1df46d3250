import { Args, Mutation, Query, Resolver } from '@nestjs/graphql'
import { type NetworkScope } from '../access/domain/scope.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { groupedBy } from '../platform/grouped-by.js'
import { CoverNetworksInput } from './lmc-coverage.inputs.js'
import { LmcCoverageRepository } from './lmc-coverage.repository.js'
import { LmcCoverageService } from './lmc-coverage.service.js'
import { CoverNetworksResult, LocalMedicalCommittee } from './lmc-coverage.types.js'

@Resolver(() => LocalMedicalCommittee)
export class LmcCoverageResolver {
  constructor(
    private readonly coverage: LmcCoverageRepository,
    private readonly service: LmcCoverageService,
  ) {}

  @Query(() => [LocalMedicalCommittee], {
    description: 'The caller’s own LMCs and those that cover the caller’s networks, by code, with the networks the caller may know of.',
  })
  @Allow('lmc.read')
  async localMedicalCommittees(@Scope() scope: NetworkScope): Promise<LocalMedicalCommittee[]> {
    const rows = await this.coverage.inReach(scope)
    return [...groupedBy(rows, ({ lmcCode }) => lmcCode)].map(([code, covered]) => ({
      ...{ code, name: covered[0]?.lmcName ?? code },
      networks: covered.map(({ networkCode: odsCode, name, startsOn, endsOn }) => ({ odsCode, name, startsOn, endsOn })),
    }))
  }

  @Mutation(() => CoverNetworksResult, {
    description: 'Say which networks an LMC covers from a day on. It sees what they are asked, and statements they publish to it.',
  })
  @Allow('lmc.cover')
  coverNetworks(@Args('input') input: CoverNetworksInput, @Scope() scope: NetworkScope): Promise<typeof CoverNetworksResult> {
    return this.service.cover(scope, input)
  }
}
