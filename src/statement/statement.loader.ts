import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { type ContractYear } from '../platform/day.js'
import { type RequestContext } from '../platform/graphql/allow.js'
import { childrenLoader, rowLoader } from '../platform/graphql/children-loader.js'
import { eachYear } from '../priority/priority.loader.js'
import { type PublishedStatementRow, StatementRepository } from './statement.repository.js'

/** Published statements, one query per request and field. */
@Injectable()
export class StatementLoader {
  constructor(private readonly statements: StatementRepository) {}

  /** Latest first, where the caller may read them. */
  published(context: object, networkCode: string, contractYear: ContractYear): Promise<PublishedStatementRow[]> {
    return this.publishedInYear(context, `${contractYear} ${networkCode}`)
  }

  readonly byId = rowLoader(
    (ids) => this.statements.byIds(ids),
    (row) => row.id,
  )

  private readonly publishedInYear = childrenLoader(
    (keys, context) => {
      const scope = (context as RequestContext).caller.scopeOf('statement.readPublished') as NetworkScope
      return eachYear(keys, (codes, year) => this.statements.published(scope, codes, year))
    },
    (row) => `${row.contractYear} ${row.networkCode}`,
  )
}
