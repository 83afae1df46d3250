import { GraphQLSchemaHost } from '@nestjs/graphql'
import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  getNamedType,
  type GraphQLSchema,
  isObjectType,
  isUnionType,
  parse,
  validate,
} from 'graphql'
import { createHash } from 'node:crypto'
import { type PermissionName } from '../../../src/access/domain/permission.js'
import { permissionOf } from '../../../src/platform/graphql/allow.js'
import { Nodes } from '../../../src/platform/graphql/node.js'
import { type TestApp } from '../app.js'
import { type Actor } from './actors.js'
import { type Permission } from './expected.js'

/** What is asked how of the server: an operation as somebody. */
export type Ask = (actor: Actor, source: string, variables?: Record<string, unknown>) => Promise<ExecutionResult>

/** Carries an answer out of a transaction of which nothing remains. */
class Undone extends Error {}

/** The server as the matrix sees it: the permissions its schema declares, and ways of asking it. */
export class Server {
  private readonly schema: GraphQLSchema
  private readonly documents = new Map<string, DocumentNode>()
  private readonly nodes: ReadonlyMap<string, PermissionName>

  constructor(private readonly test: TestApp) {
    this.schema = test.app.get(GraphQLSchemaHost).schema
    this.nodes = new Map(test.app.get(Nodes)['finders'].map(({ type, permission }) => [type, permission]))
  }

  /** Every root field, every field that declares a permission, as `Type.field`, and every type found by id, as `node Type`. */
  fields(): string[] {
    const [query, mutation] = [this.schema.getQueryType(), this.schema.getMutationType()]
    const names = Object.values(this.schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter((field) => type === query || type === mutation || permissionOf(field) !== undefined)
          .map(({ name }) => `${type.name}.${name}`),
      )
    // What `Query.node` finds is asked of each type it finds.
    return [...names.filter((name) => name !== 'Query.node'), ...[...this.nodes.keys()].map((type) => `node ${type}`)].sort()
  }

  /** The permission a field declares. */
  permission(field: string): Permission {
    const [type = '', name = ''] = field.split('.')
    const found = this.schema.getType(type)
    const permission = isObjectType(found) ? permissionOf(found.getFields()[name]) : undefined
    if (!permission) throw new Error(`${field} declares no permission`)
    return permission
  }

  /** The permission that is asked of a type when it is found by id. */
  nodePermission(type: string): PermissionName {
    const permission = this.nodes.get(type)
    if (!permission) throw new Error(`${type} is found by no id`)
    return permission
  }

  /** What tells a refusal from what a mutation does, where it knows any. */
  refusalOf(mutation: string): string {
    const type = getNamedType(this.schema.getMutationType()?.getFields()[mutation]?.type)
    const isRefusable = isUnionType(type) && type.getTypes().some((one) => one.getInterfaces().some(({ name }) => name === 'Refusal'))
    return isRefusable ? '... on Refusal { message }' : ''
  }

  /** Asks within the server, where one text is read once for everybody. */
  readonly ask: Ask = async ({ caller }, source, variableValues = {}) =>
    execute({ schema: this.schema, document: this.documentOf(source), variableValues, contextValue: { caller } })

  /** Asks as programs do. */
  readonly askOverHttp: Ask = async ({ client }, source, variables = {}) => {
    const { data, errors } = await client.send(source, variables)
    return { data, errors: errors as never }
  }

  /** Runs what changes something, and leaves nothing of it. */
  async undone(work: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
    let result: ExecutionResult = {}
    const transaction = this.test.given.database.transaction(async () => {
      result = await work()
      throw new Undone()
    })
    await transaction.catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error
    })
    return result
  }

  /** A digest of every row of every table. When a token was last used does not count: it is written once a minute. */
  async digest(): Promise<string> {
    const { manager } = this.test.given.database
    const hash = createHash('sha256')
    for (const { tableName } of manager.connection.entityMetadatas) {
      const rows = (await manager.query<object[]>(`SELECT * FROM "${tableName}"`)).map((row) =>
        JSON.stringify({ ...row, lastUsedAt: null }),
      )
      hash.update(`${tableName}\n${rows.sort().join('\n')}\n`)
    }
    return hash.digest('hex')
  }

  private documentOf(source: string): DocumentNode {
    const known = this.documents.get(source)
    if (known) return known
    const document = parse(source)
    const [problem] = validate(this.schema, document)
    if (problem) throw new Error(`${problem.message} in ${source}`)
    this.documents.set(source, document)
    return document
  }
}
