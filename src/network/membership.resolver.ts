import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { type PersonEntity } from '../access/access.entity.js'
import { OrganisationMembership, Person } from '../access/access.types.js'
import { Allow } from '../platform/graphql/allow.js'
import { childrenLoader, rowLoader } from '../platform/graphql/children-loader.js'
import { MembershipRepository } from './membership.repository.js'
import { MembershipOrganisation } from './membership.types.js'
import { type NetworkEntity } from './network.entity.js'
import { NetworkReach } from './network-reach.loader.js'
import { NetworkLoader } from './network.loader.js'
import { Network } from './network.types.js'

@Resolver(() => OrganisationMembership)
export class MembershipResolver {
  constructor(
    private readonly loader: NetworkLoader,
    private readonly memberships: MembershipRepository,
  ) {}

  private readonly networksOf = childrenLoader(
    (codes) => this.memberships.networksOf(codes),
    (network) => network.practiceCode,
  )

  private readonly committee = rowLoader(
    (codes) => this.memberships.committees(codes),
    (committee) => committee.code,
  )

  @ResolveField(() => MembershipOrganisation, {
    nullable: true,
    description: 'Which organisation that is; null for one that has no name here, such as England.',
  })
  async organisation(
    @Parent() { organisationCode: code }: OrganisationMembership,
    @Context() context: object,
  ): Promise<MembershipOrganisation | null> {
    const [network, practice, board, committee] = await Promise.all([
      this.loader.network(context, code),
      this.loader.practice(context, code),
      this.loader.board(context, code),
      this.committee(context, code),
    ])
    const found = network ?? practice ?? board ?? committee
    if (!found) return null
    const networks = network ? [network] : practice ? await this.networksOf(context, code) : []
    // On SQLite a yes is a 1 where no entity is read.
    return {
      name: found.name,
      invented: found.invented,
      networks: networks.map((one) => ({ ...one, id: one.odsCode, invented: Boolean(one.invented) })),
    }
  }
}

@Resolver(() => Network)
export class DirectorResolver {
  constructor(
    private readonly reach: NetworkReach,
    private readonly memberships: MembershipRepository,
  ) {}

  private readonly directorsOf = childrenLoader(
    (codes) => this.memberships.directorsOf(codes),
    (director) => director.networkCode,
  )

  @ResolveField(() => [Person], { nullable: true, description: 'Its clinical directors today: for the network’s own people.' })
  @Allow('practice.read')
  async clinicalDirectors(@Parent() network: NetworkEntity, @Context() context: object): Promise<PersonEntity[]> {
    return this.directorsOf(context, await this.reach.network(context, 'practice.read', network.odsCode))
  }
}
