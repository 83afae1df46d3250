import { Injectable } from '@nestjs/common'
import { type ObjectLiteral, type SelectQueryBuilder } from 'typeorm'
import { type NetworkScope } from '../access/domain/scope.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { toNumber } from '../platform/database/to-number.js'
import { NetworkCommissionerEntity, NetworkEntity } from './network.entity.js'

/** A condition in SQL, with the values of its named parameters. */
export interface SqlCondition {
  readonly sql: string
  readonly parameters: ObjectLiteral
}

/** Which networks a list holds. */
export interface NetworkFilter {
  readonly nameContains?: string | null
  /** The ICB that commissions them today. */
  readonly boardCode?: string | null
}

/** Which part of a list is wanted: `limit` rows after a code. */
export interface CodePage {
  readonly after?: string | undefined
  readonly limit: number
  readonly descending?: boolean
}

/** A network in an ICB's list. */
export type CommissionedNetwork = NetworkEntity & { readonly boardCode: string }

/** Networks, and where a scope reaches. */
@Injectable()
export class NetworkRepository {
  private conditions = 0

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  network(scope: NetworkScope, odsCode: string): Promise<NetworkEntity | null> {
    const query = this.database.manager.createQueryBuilder(NetworkEntity, 'network').where('network.odsCode = :odsCode', { odsCode })
    return this.narrow(query, 'network.odsCode', scope).getOne()
  }

  /** Those of these networks that a scope reaches. */
  reached(scope: NetworkScope, codes: readonly string[]): Promise<NetworkEntity[]> {
    const query = this.database.manager
      .createQueryBuilder(NetworkEntity, 'network')
      .where('network.odsCode IN (:...codes)', { codes: [...new Set(codes)] })
    return this.narrow(query, 'network.odsCode', scope).getMany()
  }

  /** Rows by code, for parents already in scope. */
  ofCodes(codes: readonly string[]): Promise<NetworkEntity[]> {
    return this.database.manager.createQueryBuilder(NetworkEntity, 'network').where('network.odsCode IN (:...codes)', { codes }).getMany()
  }

  /** A page of the networks in scope, by code. */
  networks(scope: NetworkScope, filter: NetworkFilter, { after, limit, descending = false }: CodePage): Promise<NetworkEntity[]> {
    const query = this.database.manager.createQueryBuilder(NetworkEntity, 'network').where('1 = 1')
    if (filter.nameContains) {
      query.andWhere(`LOWER(network.name) LIKE :name ESCAPE '!'`, {
        name: `%${filter.nameContains.toLowerCase().replace(/[!%_]/g, '!$&')}%`,
      })
    }
    if (filter.boardCode) {
      const today = this.clock.today()
      query.andWhere(current('network_commissioner', 'network.odsCode', '"boardCode" = :boardCode', 'today'), {
        boardCode: filter.boardCode,
        today,
      })
    }
    if (after !== undefined) query.andWhere(`network.odsCode ${descending ? '<' : '>'} :after`, { after })
    return this.narrow(query, 'network.odsCode', scope)
      .orderBy('network.odsCode', descending ? 'DESC' : 'ASC')
      .limit(limit)
      .getMany()
  }

  /** The same page of each ICB's list of networks in scope, by code. */
  async ofBoards(scope: NetworkScope, boardCodes: readonly string[], { after, limit }: CodePage): Promise<CommissionedNetwork[]> {
    const links = this.database.manager
      .createQueryBuilder(NetworkCommissionerEntity, 'link')
      .select('link.boardCode', 'boardCode')
      .addSelect('link.networkCode', 'networkCode')
      .addSelect('ROW_NUMBER() OVER (PARTITION BY link.boardCode ORDER BY link.networkCode)', 'place')
      .where('link.boardCode IN (:...boardCodes)', { boardCodes })
      .andWhere('link.supersededAt IS NULL AND link.startsOn <= :today AND (link.endsOn IS NULL OR link.endsOn >= :today)')
      .groupBy('link.boardCode')
      .addGroupBy('link.networkCode')
    if (after !== undefined) links.andWhere('link.networkCode > :after', { after })
    const pages = await this.database.manager
      .createQueryBuilder()
      .select(['page."boardCode" AS "boardCode"', 'page."networkCode" AS "networkCode"', 'page."place" AS "place"'])
      .from(`(${this.narrow(links, 'link.networkCode', scope).getQuery()})`, 'page')
      .where('page."place" <= :limit')
      .setParameters({ ...links.getParameters(), limit, today: this.clock.today() })
      .getRawMany<{ boardCode: string; networkCode: string; place: unknown }>()
    if (pages.length === 0) return []
    const networks = new Map((await this.ofCodes([...new Set(pages.map((row) => row.networkCode))])).map((row) => [row.odsCode, row]))
    return pages
      .sort((one, other) => toNumber(one.place) - toNumber(other.place))
      .flatMap(({ boardCode, networkCode }) => {
        const network = networks.get(networkCode)
        return network ? [{ ...network, boardCode }] : []
      })
  }

  /** The same query, finding only what belongs to organisations of a scope. The column holds a network's or an ICB's code. */
  narrow<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, column: string, scope: NetworkScope): SelectQueryBuilder<T> {
    if (scope.england) return query
    const { sql, parameters } = this.scopeCondition(column, scope)
    return query.andWhere(`(${sql})`, parameters)
  }

  /** What `narrow` adds, for a query written as SQL: names its parameters `:name` and `:...list`, never twice the same. */
  scopeCondition(column: string, scope: NetworkScope): SqlCondition {
    if (scope.england) return { sql: '1 = 1', parameters: {} }
    const name = `scope${this.conditions++}`
    const codes = [...new Set([...scope.own, ...scope.overseen])]
    const ways: string[] = []
    const parameters: ObjectLiteral = {}
    if (codes.length > 0) {
      ways.push(`${column} IN (:...${name}Codes)`)
      parameters[`${name}Codes`] = codes
    }
    if (scope.practices.length > 0) {
      ways.push(current('network_membership', column, `"practiceCode" IN (:...${name}Practices)`, `${name}Today`))
      parameters[`${name}Practices`] = scope.practices
    }
    if (scope.overseen.length > 0) {
      ways.push(current('network_commissioner', column, `"boardCode" IN (:...${name}Boards)`, `${name}Today`))
      parameters[`${name}Boards`] = scope.overseen
    }
    if (ways.length === 0) return { sql: '1 = 0', parameters: {} }
    if (scope.practices.length > 0 || scope.overseen.length > 0) parameters[`${name}Today`] = this.clock.today()
    return { sql: ways.join(' OR '), parameters }
  }
}

/** Whether a link of a network holds today. */
function current(table: string, column: string, condition: string, today: string): string {
  return (
    `EXISTS (SELECT 1 FROM "${table}" "scoped" WHERE "scoped"."networkCode" = ${column} AND "scoped".${condition} ` +
    `AND "scoped"."startsOn" <= :${today} AND ("scoped"."endsOn" IS NULL OR "scoped"."endsOn" >= :${today}) AND "scoped"."supersededAt" IS NULL)`
  )
}
