import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Allow } from '../platform/graphql/allow.js'
import { type ContractYear, isContractYear } from '../platform/day.js'
import { keyAfter, PageArgs, pageOf } from '../platform/graphql/page.js'
import { RequestError } from '../platform/request-error.js'
import { CatalogueFilter } from './catalogue.inputs.js'
import { CatalogueRepository } from './catalogue.repository.js'
import { CatalogueComparison, CatalogueList } from './catalogue.types.js'
import { compareEditions } from './domain/comparison.js'
import { type CatalogueEntryEntity, type SpecificationEntity } from './specification.entity.js'
import { SpecificationLoader } from './specification.loader.js'
import { SpecificationRepository } from './specification.repository.js'
import { CatalogueEntry, Specification } from './specification.types.js'

const edition = { type: () => Int, nullable: true, description: 'Without it the last published one of the year, else its draft.' }

/** The catalogue across years. */
@Resolver(() => CatalogueEntry)
export class CatalogueResolver {
  constructor(
    private readonly catalogue: CatalogueRepository,
    private readonly specifications: SpecificationRepository,
    private readonly loader: SpecificationLoader,
  ) {}

  @Query(() => CatalogueList, { description: 'Entries of the catalogue, latest year first and in reading order.' })
  @Allow('specification.read')
  async catalogueEntries(
    @Args() { first, after }: PageArgs,
    @Args('filter', { type: () => CatalogueFilter, nullable: true }) asked?: CatalogueFilter | null,
  ): Promise<CatalogueList> {
    const filter = asked ?? {}
    if (typeof filter.edition === 'number' && !filter.contractYear) {
      throw RequestError.badInput([{ field: 'edition', message: 'Name the contract year of the edition too.' }])
    }
    const year = filter.contractYear ? await this.edition(filter.contractYear, filter.edition) : null
    const ids = await this.catalogue.matching(filter, year?.id ?? null)
    const last = keyAfter(after, filter)?.[0]
    const from = last === undefined ? 0 : ids.indexOf(String(last)) + 1
    const page = pageOf(ids.slice(from, from + first + 1), first, filter, (id) => [id])
    const rows = new Map((page.nodes.length === 0 ? [] : await this.specifications.entries(page.nodes)).map((row) => [row.id, row]))
    const rowOf = (id: string) => rows.get(id) as CatalogueEntryEntity
    const edges = page.edges.map(({ node, cursor }) => ({ node: rowOf(node), cursor }))
    return { nodes: page.nodes.map(rowOf), edges, pageInfo: page.pageInfo, total: ids.length }
  }

  @Query(() => CatalogueEntry, { description: 'One entry by its code in a year.' })
  @Allow('specification.read')
  async catalogueEntry(
    @Args('contractYear', { type: () => String }) contractYear: ContractYear,
    @Args('code', { type: () => String }) code: string,
    @Args('edition', edition) asked?: number | null,
  ): Promise<CatalogueEntryEntity> {
    const specification = await this.edition(contractYear, asked)
    const entry = await this.catalogue.byCode(specification.id, code)
    if (!entry) throw new RequestError('NOT_FOUND', `The catalogue of ${contractYear} has no such entry.`)
    return entry
  }

  @Query(() => CatalogueComparison, { description: 'What was added, has gone and changed from one edition to another.' })
  @Allow('specification.read')
  async catalogueComparison(
    @Args('from', { type: () => String, description: 'A contract year.' }) from: ContractYear,
    @Args('to', { type: () => String, description: 'A contract year.' }) to: ContractYear,
    @Args('fromEdition', edition) fromEdition?: number | null,
    @Args('toEdition', edition) toEdition?: number | null,
  ): Promise<CatalogueComparison> {
    const [before, after] = [await this.edition(from, fromEdition), await this.edition(to, toEdition)]
    const sides = [
      { contractYear: before.contractYear, entries: await this.specifications.entriesOf(before.id) },
      { contractYear: after.contractYear, entries: await this.specifications.entriesOf(after.id) },
    ] as const
    const { added, gone, changed, unchanged } = compareEditions(...sides)
    return { from: before, to: after, added, gone, changed, unchangedCount: unchanged.length }
  }

  @ResolveField(() => Specification, { description: 'The edition it belongs to.' })
  specification(@Parent() entry: CatalogueEntryEntity, @Context() context: object): Promise<SpecificationEntity | null> {
    return this.loader.specification(context, entry.specificationId)
  }

  @ResolveField(() => [CatalogueEntry], { description: 'The same duty in every edition that has it, this one included, earliest first.' })
  history(@Parent() entry: CatalogueEntryEntity, @Context() context: object): Promise<CatalogueEntryEntity[]> {
    return this.loader.historyOf(context, entry.key)
  }

  private async edition(contractYear: ContractYear, asked?: number | null): Promise<SpecificationEntity> {
    if (!isContractYear(contractYear)) {
      throw RequestError.badInput([{ field: 'contractYear', message: 'A contract year is written like 2026/27.' }])
    }
    const found = await this.catalogue.edition(contractYear, asked)
    if (!found) throw new RequestError('NOT_FOUND', `The catalogue has no such edition of ${contractYear}.`)
    return found
  }
}
