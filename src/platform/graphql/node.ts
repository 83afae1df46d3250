import { Global, Injectable, Module } from '@nestjs/common'
import { Args, Field, ID, InterfaceType, Query, Resolver } from '@nestjs/graphql'
import { RequestError } from '../request-error.js'
import { AllowEverybody, type Caller, CurrentCaller, type Permission } from './allow.js'

/** Says which type a row found by id is. */
const nodeType = Symbol('the GraphQL type of a node')

interface Found {
  readonly [nodeType]: string
}

/** What can be fetched again by its id alone. Ids are ODS codes or UUIDs, so no two types share one. */
@InterfaceType({ description: 'What can be fetched again by its id.', resolveType: (value: Found) => value[nodeType] })
export abstract class Node {
  @Field(() => ID, { description: 'Unique among everything here.' })
  id!: string
}

/** How a feature finds its type by id. */
export interface NodeFinder<Scope = never> {
  /** The name of the GraphQL type, which implements `Node`. */
  readonly type: string
  /** Needed to read the type; its scope goes to `find`. */
  readonly permission: Permission
  /** The row of the type, or null when there is none in scope. Ids of another form are best told without a query. */
  find(scope: Scope, id: string): Promise<object | null>
}

/** Every type that can be found by id. Features register theirs when they start. */
@Injectable()
export class Nodes {
  private readonly finders: NodeFinder[] = []

  register(finder: NodeFinder): void {
    this.finders.push(finder)
  }

  /** What has this id, among what the caller may read. */
  async find(caller: Caller, id: string): Promise<object | null> {
    for (const finder of this.finders) {
      if (!caller.may(finder.permission)) continue
      const row = await finder.find(caller.scopeOf(finder.permission) as never, id)
      if (row) return { ...row, [nodeType]: finder.type }
    }
    return null
  }
}

@Resolver()
export class NodeResolver {
  constructor(private readonly nodes: Nodes) {}

  @Query(() => Node, { nullable: true, description: 'Whatever has this id. Asks the permission of the type it finds.' })
  @AllowEverybody()
  async node(@CurrentCaller() caller: Caller, @Args('id', { type: () => ID }) id: string): Promise<object> {
    if (caller.personId === null) throw new RequestError('UNAUTHENTICATED', 'Sign in to use node.')
    const found = await this.nodes.find(caller, id)
    if (!found) throw new RequestError('NOT_FOUND', 'There is nothing with this id.')
    return found
  }
}

@Global()
@Module({ providers: [Nodes, NodeResolver], exports: [Nodes] })
export class NodeModule {}
