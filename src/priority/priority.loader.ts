import { Injectable } from '@nestjs/common'
import { type ContractYear } from '../platform/day.js'
import { childrenLoader, rowLoader } from '../platform/graphql/children-loader.js'
import { type PriorityRankingEntity } from './priority.entity.js'
import { PriorityRepository, type PriorityRow } from './priority.repository.js'

/** Priorities of networks already in reach, and what belongs to them. */
@Injectable()
export class PriorityLoader {
  constructor(private readonly priorities: PriorityRepository) {}

  /** In order of place, closed ones too. */
  inYear(context: object, networkCode: string, contractYear: ContractYear): Promise<PriorityRow[]> {
    return this.ofYear(context, `${contractYear} ${networkCode}`)
  }

  /** Latest first. */
  rankings(context: object, networkCode: string, contractYear: ContractYear): Promise<PriorityRankingEntity[]> {
    return this.rankingsOfYear(context, `${contractYear} ${networkCode}`)
  }

  readonly versions = childrenLoader(
    (ids) => this.priorities.versionsOf(ids),
    (row) => row.priorityId,
  )

  readonly endorsements = childrenLoader(
    (ids) => this.priorities.endorsementsOf(ids),
    (row) => row.priorityId,
  )

  /** Latest first. */
  readonly milestoneMarks = childrenLoader(
    (ids) => this.priorities.milestoneMarksOf(ids),
    (row) => row.milestoneId,
  )

  /** Keys are ids; rows are asked for with the caller's own scope by the resolver that needs them. */
  readonly byId = rowLoader(
    (ids) => this.priorities.ofIds(ids),
    (row) => row.id,
  )

  private readonly ofYear = childrenLoader(
    (keys) => eachYear(keys, (codes, year) => this.priorities.inYear(codes, year)),
    (row) => `${row.contractYear} ${row.networkCode}`,
  )

  private readonly rankingsOfYear = childrenLoader(
    (keys) => eachYear(keys, (codes, year) => this.priorities.rankings(codes, year)),
    (row) => `${row.contractYear} ${row.networkCode}`,
  )
}

/** Loads what is asked of one year together. Keys are `year, space, network code`. */
export async function eachYear<Row>(
  keys: readonly string[],
  load: (networkCodes: string[], contractYear: ContractYear) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const codesOf = new Map<string, string[]>()
  for (const key of keys) {
    const [year = '', code = ''] = key.split(' ')
    codesOf.set(year, [...(codesOf.get(year) ?? []), code])
  }
  return (await Promise.all([...codesOf].map(([year, codes]) => load([...new Set(codes)], year)))).flat()
}
