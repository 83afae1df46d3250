import { Injectable } from '@nestjs/common'
import { type SelectQueryBuilder } from 'typeorm'
import { type NetworkScope } from '../access/domain/scope.js'
import { MembershipRepository } from '../network/membership.repository.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { toNumber } from '../platform/database/to-number.js'
import { ENGLAND, type OrganisationKind } from './domain/organisation.js'

/** An organisation people are members of. */
export interface Organisation {
  readonly code: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly invented: boolean
}

/** All organisations there are, one way to look at them. In reading order: `place`. */
const ALL = [
  `SELECT '${ENGLAND}' AS "code", 'England' AS "name", 'ENGLAND' AS "kind", FALSE AS "invented", 1 AS "place"`,
  ...[
    ['network', 'odsCode', 'NETWORK', 2],
    ['practice', 'odsCode', 'PRACTICE', 3],
    ['integrated_care_board', 'odsCode', 'BOARD', 4],
    ['local_medical_committee', 'code', 'COMMITTEE', 5],
  ].map(([table, code, kind, place]) => `SELECT "${code}", "name", '${kind}', "invented", ${place} FROM "${table}"`),
].join(' UNION ALL ')

/** A practice's network of today. */
const NETWORK_OF_PRACTICE =
  `SELECT 1 FROM "network_membership" "link" WHERE "link"."practiceCode" = one."code" AND "link"."supersededAt" IS NULL ` +
  `AND "link"."startsOn" <= :today AND ("link"."endsOn" IS NULL OR "link"."endsOn" >= :today) AND "link"."networkCode"`

/**
 * The organisations somebody administers. Those who lead a network administer its practices with it: all of whose networks are theirs, for what
 * somebody is in a practice reaches each of its networks.
 */
@Injectable()
export class AdministeredRepository {
  constructor(
    private readonly database: Database,
    private readonly practices: MembershipRepository,
    private readonly clock: Clock,
  ) {}

  /** One of them by its code; null where it is not the caller's. */
  async find(scope: NetworkScope, code: string): Promise<Organisation | null> {
    const [found] = await this.rows(this.query(scope).andWhere('one."code" = :code', { code }))
    return found ?? null
  }

  /** Those of several codes. */
  async ofCodes(scope: NetworkScope, codes: readonly string[]): Promise<Organisation[]> {
    if (codes.length === 0) return []
    return this.rows(this.query(scope).andWhere('one."code" IN (:...codes)', { codes: [...new Set(codes)] }))
  }

  /** As many of them as are asked for, England and the networks first, by code. */
  list(scope: NetworkScope, search: string, limit: number): Promise<Organisation[]> {
    const query = this.query(scope)
    if (search !== '') {
      const part = `%${search.toLowerCase().replace(/[!%_]/g, '!$&')}%`
      query.andWhere(`(LOWER(one."name") LIKE :part ESCAPE '!' OR LOWER(one."code") LIKE :part ESCAPE '!')`, { part })
    }
    return this.rows(query.limit(limit))
  }

  /** Codes of the practices of a network the caller administers, by code. */
  async practicesOf(scope: NetworkScope, networkCode: string): Promise<string[]> {
    const query = this.query(scope).andWhere(`one."kind" = 'PRACTICE' AND EXISTS (${NETWORK_OF_PRACTICE} = :networkCode)`, { networkCode })
    return (await this.rows(query)).map(({ code }) => code)
  }

  /** Codes of the networks a practice is in today, whoever administers them: whose trail says who is in the practice. */
  async networksOf(practiceCode: string): Promise<string[]> {
    return (await this.practices.networksOf([practiceCode])).map(({ odsCode }) => odsCode)
  }

  private query(scope: NetworkScope): SelectQueryBuilder<Record<string, unknown>> {
    const query = this.database.manager
      .createQueryBuilder()
      .select(['code', 'name', 'kind', 'invented', 'place'].map((column) => `one."${column}" AS "${column}"`))
      .from<Record<string, unknown>>(`(${ALL})`, 'one')
      .where('1 = 1')
      .setParameters({ today: this.clock.today() })
      .orderBy('one."place"')
      .addOrderBy('one."code"')
    if (scope.england) return query
    if (scope.own.length === 0) return query.andWhere('1 = 0')
    const practice = `one."kind" = 'PRACTICE' AND EXISTS (${NETWORK_OF_PRACTICE} IN (:...own)) AND NOT EXISTS (${NETWORK_OF_PRACTICE} NOT IN (:...own))`
    return query.andWhere(`(one."code" IN (:...own) OR (${practice}))`, { own: [...new Set(scope.own)] })
  }

  /** On SQLite a yes is a 1 where no entity is read. */
  private async rows(query: SelectQueryBuilder<Record<string, unknown>>): Promise<Organisation[]> {
    const rows = await query.getRawMany<Organisation & { place: unknown }>()
    return rows
      .sort((one, other) => toNumber(one.place) - toNumber(other.place))
      .map(({ code, name, kind, invented }) => ({ code, name, kind, invented: Boolean(invented) }))
  }
}
