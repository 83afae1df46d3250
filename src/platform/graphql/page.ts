import { type Type } from '@nestjs/common'
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql'
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator'
import { createHash } from 'node:crypto'
import { RequestError } from '../request-error.js'

/** The most rows one page may hold. */
export const LARGEST_PAGE = 500

/** Which part of a list is wanted. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: `How many, at most ${LARGEST_PAGE}.` })
  @IsInt()
  @Min(1)
  @Max(LARGEST_PAGE, { message: `first must be ${LARGEST_PAGE} or less` })
  first: number = 50

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  after?: string | null
}

@ObjectType({ description: 'Where a page ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  hasNextPage!: boolean

  @Field(() => String, { nullable: true, description: 'Give it as `after` for the next page; null when the page is empty.' })
  endCursor!: string | null
}

/** A page of a list. */
export interface Page<Node> {
  readonly nodes: readonly Node[]
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[]
  readonly pageInfo: PageInfo
}

/** The Relay connection type of a node type. */
export function connectionOf<Node>(node: Type<Node>, name: string): Type<Page<Node>> {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => node)
    node!: Node

    @Field(() => String)
    cursor!: string
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection {
    @Field(() => [node], { description: 'The page, without cursors.' })
    nodes!: readonly Node[]

    @Field(() => [Edge])
    edges!: readonly Edge[]

    @Field(() => PageInfo)
    pageInfo!: PageInfo
  }
  return Connection
}

/**
 * A page from `first + 1` rows. `list` names the list and everything that narrows or orders it, so that a cursor only fits where it came from.
 */
export function pageOf<Node>(
  rows: readonly Node[],
  first: number,
  list: unknown,
  keyOf: (row: Node) => readonly (string | number)[],
): Page<Node> {
  const nodes = rows.slice(0, first)
  const edges = nodes.map((node) => ({ node, cursor: encode(list, keyOf(node)) }))
  return { nodes, edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } }
}

/** The key a cursor stands for; undefined for the first page. Errors: BAD_USER_INPUT when it is not a cursor of this list. */
export function keyAfter(after: string | null | undefined, list: unknown): readonly (string | number)[] | undefined {
  if (!after) return undefined
  try {
    const [mark, key] = JSON.parse(Buffer.from(after, 'base64url').toString()) as [string, (string | number)[]]
    if (mark === markOf(list) && Array.isArray(key) && key.every(isKeyPart)) return key
  } catch {
    // Not even JSON: answered below like a cursor of another list.
  }
  throw RequestError.badInput([
    { field: 'after', message: 'This cursor does not belong to this list with these filters. Start again without it.' },
  ])
}

/** Anybody can put a cursor together by hand; PostgreSQL takes no text with a NUL. */
function isKeyPart(part: unknown): boolean {
  return typeof part === 'number' || (typeof part === 'string' && !part.includes('\0'))
}

function encode(list: unknown, key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([markOf(list), key])).toString('base64url')
}

function markOf(list: unknown): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 10)
}
