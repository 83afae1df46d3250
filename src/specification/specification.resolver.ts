import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { type ContractYear, isContractYear } from '../platform/day.js'
import { Allow } from '../platform/graphql/allow.js'
import { RequestError } from '../platform/request-error.js'
import {
  type CatalogueEntryEntity,
  type IndicatorEntity,
  type ServiceAreaEntity,
  type SpecificationEntity,
} from './specification.entity.js'
import { SpecificationLoader } from './specification.loader.js'
import { SpecificationRepository } from './specification.repository.js'
import { CatalogueEntry, EntryCount, Indicator, ServiceArea, Source, Specification } from './specification.types.js'

@Resolver(() => Specification)
export class SpecificationResolver {
  constructor(
    private readonly repository: SpecificationRepository,
    private readonly loader: SpecificationLoader,
  ) {}

  @Query(() => [Specification], { description: 'Every edition of every contract year, latest first.' })
  @Allow('specification.read')
  specifications(): Promise<SpecificationEntity[]> {
    return this.repository.specifications()
  }

  @Query(() => Specification, { description: 'One edition; without `edition` the published one in force at the end of the year.' })
  @Allow('specification.read')
  async specification(
    @Args('contractYear', { type: () => String }) contractYear: ContractYear,
    @Args('edition', { type: () => Int, nullable: true }) edition?: number | null,
  ): Promise<SpecificationEntity> {
    if (!isContractYear(contractYear)) {
      throw RequestError.badInput([{ field: 'contractYear', message: 'A contract year is written like 2026/27.' }])
    }
    const isNamed = typeof edition === 'number'
    const found = isNamed ? await this.repository.edition(contractYear, edition) : await this.repository.inForce(contractYear)
    if (!found) throw new RequestError('NOT_FOUND', `The catalogue has no such edition of ${contractYear}.`)
    return found
  }

  @ResolveField(() => [ServiceArea], { description: 'Its parts, in reading order.' })
  serviceAreas(@Parent() specification: SpecificationEntity, @Context() context: object): Promise<ServiceAreaEntity[]> {
    return this.loader.areasOf(context, specification.id)
  }

  @ResolveField(() => [EntryCount], { description: 'How many entries of each kind and certainty it has.' })
  counts(@Parent() specification: SpecificationEntity, @Context() context: object): Promise<EntryCount[]> {
    return this.loader.countsOf(context, specification.id)
  }

  @ResolveField(() => [Indicator], { description: 'Indicators of the year, with thresholds.' })
  indicators(@Parent() specification: SpecificationEntity, @Context() context: object): Promise<IndicatorEntity[]> {
    return this.loader.indicatorsOf(context, specification.id)
  }

  @ResolveField(() => [Source], { description: 'The publications it rests on.' })
  sources(@Parent() specification: SpecificationEntity): readonly Source[] {
    return specification.sources
  }
}

@Resolver(() => ServiceArea)
export class ServiceAreaResolver {
  constructor(private readonly loader: SpecificationLoader) {}

  @ResolveField(() => [CatalogueEntry], { description: 'Every entry, entitlements, rules and notes included.' })
  entries(@Parent() area: ServiceAreaEntity, @Context() context: object): Promise<CatalogueEntryEntity[]> {
    return this.loader.entriesOf(context, area.id)
  }
}

@Resolver(() => CatalogueEntry)
export class CatalogueEntryResolver {
  constructor(private readonly loader: SpecificationLoader) {}

  @ResolveField(() => ServiceArea, { description: 'The part of the specification it belongs to.' })
  serviceArea(@Parent() entry: CatalogueEntryEntity, @Context() context: object): Promise<ServiceAreaEntity | null> {
    return this.loader.serviceArea(context, entry.serviceAreaId)
  }

  @ResolveField(() => [Source], { description: 'The publications this entry rests on; none where it is unsourced.' })
  async sources(@Parent() entry: CatalogueEntryEntity, @Context() context: object): Promise<Source[]> {
    const specification = await this.loader.specification(context, entry.specificationId)
    return (specification?.sources ?? []).filter((source) => entry.sources.includes(source.key))
  }
}
