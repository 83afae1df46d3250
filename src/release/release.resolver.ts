import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Allow } from '../platform/graphql/allow.js'
import { keyAfter, type Page, pageOf } from '../platform/graphql/page.js'
import { type ReleaseCellEntity, type ReleaseEntity } from './release.entity.js'
import { ReleaseRepository } from './release.repository.js'
import {
  Release,
  ReleaseArea,
  ReleaseArgs,
  type ReleaseCell,
  ReleaseCellArgs,
  ReleaseCellConnection,
  ReleaseMedian,
} from './release.types.js'

/** A stored row as it is shown, with its place in the table. */
type PlacedCell = ReleaseCell & { readonly position: number }

@Resolver(() => Release)
export class ReleaseResolver {
  constructor(private readonly repository: ReleaseRepository) {}

  @Query(() => [Release], { description: 'Every release of pooled figures, newest first.' })
  @Allow('release.read')
  releases(): Promise<ReleaseEntity[]> {
    return this.repository.releases()
  }

  @Query(() => Release, { nullable: true, description: 'The pooled figures of one month; null when none were released.' })
  @Allow('release.read')
  async release(@Args() { month }: ReleaseArgs): Promise<ReleaseEntity | null> {
    if (month) return this.repository.release(month)
    const [latest] = await this.repository.releases()
    return latest ?? null
  }

  @ResolveField(() => ReleaseCellConnection, {
    description: 'Rows of the fixed table, England first. Arguments choose rows; they never change what a row counts.',
  })
  async cells(@Parent() { month }: ReleaseEntity, @Args() { first, after, ...chosen }: ReleaseCellArgs): Promise<Page<PlacedCell>> {
    const { level = null, areaCode = null, subject = null, code = null } = chosen
    const filter = { level, areaCode, subject, code }
    const list = ['release', month, filter]
    const [position] = keyAfter(after, list) ?? []
    const rows = await this.repository.cells(month, filter, first + 1, position === undefined ? undefined : Number(position))
    return pageOf(rows.map(shown), first, list, (row) => [row.position])
  }

  @ResolveField(() => [ReleaseArea], { description: 'The areas of the table: England, then its regions and ICBs.' })
  areas(@Parent() { month }: ReleaseEntity): Promise<ReleaseArea[]> {
    return this.repository.areas(month)
  }

  @ResolveField(() => [ReleaseMedian], { description: 'Medians of networks’ own estimates, by requirement and staff group.' })
  async medians(@Parent() { month }: ReleaseEntity): Promise<ReleaseMedian[]> {
    const rows = await this.repository.medians(month)
    return rows.map(({ low, central, high, lowerQuartile, upperQuartile, ...row }) => ({
      ...row,
      ...{ lowMinutes: low, centralMinutes: central, highMinutes: high },
      ...{ lowerQuartileMinutes: lowerQuartile, upperQuartileMinutes: upperQuartile },
    }))
  }
}

function shown({ figures: { returned, ...figures }, ...row }: ReleaseCellEntity): PlacedCell {
  return { ...row, ...figures, returnedIfRelaxed: returned }
}
