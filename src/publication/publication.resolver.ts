import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { NetworkReach } from '../network/network-reach.loader.js'
import { type NetworkEntity } from '../network/network.entity.js'
import { Network, NetworkPractice } from '../network/network.types.js'
import { type ContractYear, type Day } from '../platform/day.js'
import { Allow } from '../platform/graphql/allow.js'
import { type PublishedResultEntity } from './publication.entity.js'
import { PublicationLoader } from './publication.loader.js'
import { NetworkDeprivation, OfficialName, PublishedFigure } from './publication.types.js'

@Resolver(() => Network)
export class PublicationResolver {
  constructor(
    private readonly loader: PublicationLoader,
    private readonly reach: NetworkReach,
  ) {}

  @ResolveField(() => [OfficialName], { description: 'The names it had in official files, oldest first. The last is its present one.' })
  officialNames(@Parent() { odsCode }: NetworkEntity, @Context() context: object): Promise<OfficialName[]> {
    return this.loader.names(context, odsCode)
  }

  @ResolveField(() => [NetworkPractice], {
    description:
      'The practices that were members on a day, by code, as the Organisation Data Service had it in its latest release up to another day. ' +
      '`practices` says what is known now, later corrections included.',
  })
  async practicesAsReleased(
    @Parent() { odsCode }: NetworkEntity,
    @Args('on', { type: () => GraphQLLocalDate }) on: Day,
    @Args('releasedOn', { type: () => GraphQLLocalDate }) releasedOn: Day,
    @Context() context: object,
  ): Promise<NetworkPractice[]> {
    const members = await this.loader.released(context, odsCode, on, releasedOn)
    return members.map(({ practiceCode, startsOn, endsOn }) => ({ practiceCode, joinedOn: startsOn, leftOn: endsOn }))
  }

  @ResolveField(() => [PublishedFigure], {
    description: 'Published results of the network itself in a contract year, by day and indicator.',
  })
  async publishedFigures(
    @Parent() { odsCode }: NetworkEntity,
    @Args('contractYear', { type: () => String }) contractYear: ContractYear,
    @Context() context: object,
  ): Promise<PublishedFigure[]> {
    return (await this.loader.results(context, odsCode, contractYear)).map(figureOf)
  }

  @ResolveField(() => [PublishedFigure], {
    nullable: true,
    description: 'Published results of its practices in a contract year, by practice: for the network’s own people.',
  })
  @Allow('practice.read')
  async publishedPracticeFigures(
    @Parent() { odsCode }: NetworkEntity,
    @Args('contractYear', { type: () => String }) contractYear: ContractYear,
    @Context() context: object,
  ): Promise<PublishedFigure[]> {
    const code = await this.reach.network(context, 'practice.read', odsCode)
    return (await this.loader.practiceResults(context, code, contractYear)).map(figureOf)
  }

  @ResolveField(() => [NetworkDeprivation], {
    description: 'How deprived its patients are, by each source: a need its priorities can rest on.',
  })
  deprivation(@Parent() { odsCode }: NetworkEntity, @Context() context: object): Promise<NetworkDeprivation[]> {
    return this.loader.deprivation(context, odsCode)
  }
}

function figureOf(row: PublishedResultEntity): PublishedFigure {
  return { ...row, suppressed: row.value === null, trust: 'PUBLISHED' }
}
