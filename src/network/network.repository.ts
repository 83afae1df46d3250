import { Injectable } from '@nestjs/common'
import { type ObjectLiteral, type SelectQueryBuilder } from 'typeorm'
import { type NetworkScope } from '../access/domain/scope.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'

/** A condition in SQL, with the values of its named parameters. */
export interface SqlCondition {
  readonly sql: string
  readonly parameters: ObjectLiteral
}

/** Networks, and where a scope reaches. */
@Injectable()
export class NetworkRepository {
  private conditions = 0

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

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
