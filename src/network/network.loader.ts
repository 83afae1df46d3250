import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { type Day } from '../platform/day.js'
import { type RequestContext } from '../platform/graphql/allow.js'
import { childrenLoader, rowLoader } from '../platform/graphql/children-loader.js'
import { BoardRepository } from './board.repository.js'
import { NetworkRepository } from './network.repository.js'
import { PracticeRepository } from './practice.repository.js'

/** A parent's key with what was asked of it: one query for each different asking, however many parents. */
type Key = readonly [code: string, ...asked: (string | number)[]]
const keyOf = (key: Key): string => JSON.stringify(key)

/** Organisations of the request's other rows. */
@Injectable()
export class NetworkLoader {
  constructor(
    private readonly networks: NetworkRepository,
    private readonly boards: BoardRepository,
    private readonly practices: PracticeRepository,
  ) {}

  readonly network = rowLoader(
    (codes) => this.networks.ofCodes(codes),
    (network) => network.odsCode,
  )

  readonly board = rowLoader(
    (codes) => this.boards.boards(codes),
    (board) => board.odsCode,
  )

  readonly region = rowLoader(
    (codes) => this.boards.regions(codes),
    (region) => region.code,
  )

  readonly practice = rowLoader(
    (codes) => this.practices.practices(codes),
    (practice) => practice.odsCode,
  )

  /** Who commissions a network today, the leading ICB first. */
  readonly boardsOf = childrenLoader(
    (codes) => this.boards.ofNetworks(codes),
    (board) => board.networkCode,
  )

  /** Who is a member of a network on a day. */
  membersOn(context: object, networkCode: string, on: Day) {
    return this.members(context, keyOf([networkCode, on]))
  }

  /** The latest list size of each member of a network on a day. */
  listsOn(context: object, networkCode: string, on: Day) {
    return this.lists(context, keyOf([networkCode, on]))
  }

  /** One row more than a page of the networks an ICB commissions. */
  commissionedBy(context: object, boardCode: string, first: number, after: string | undefined) {
    return this.commissioned(context, keyOf(after === undefined ? [boardCode, first] : [boardCode, first, after]))
  }

  private readonly members = childrenLoader(
    (keys) =>
      eachAsking(
        keys,
        (codes, [on]) => this.practices.membersOn(codes, String(on)),
        (row) => row.networkCode,
      ),
    ({ key }) => key,
  )

  private readonly lists = childrenLoader(
    (keys) =>
      eachAsking(
        keys,
        (codes, [on]) => this.practices.listsOf(codes, String(on)),
        (row) => row.networkCode,
      ),
    ({ key }) => key,
  )

  private readonly commissioned = childrenLoader(
    (keys, context) => {
      const scope = (context as RequestContext).caller.scopeOf('network.read') as NetworkScope
      const page = (asked: readonly unknown[]) => ({ limit: Number(asked[0]) + 1, after: asked[1] as string | undefined })
      return eachAsking(
        keys,
        (codes, asked) => this.networks.ofBoards(scope, codes, page(asked)),
        (row) => row.boardCode,
      )
    },
    ({ key }) => key,
  )
}

/** Loads the children of keys that ask the same together, and gives each child the key it is for. */
async function eachAsking<Child>(
  keys: readonly string[],
  load: (codes: string[], asked: readonly unknown[]) => Promise<Child[]>,
  codeOf: (child: Child) => string,
): Promise<(Child & { key: string })[]> {
  const codesOf = new Map<string, Set<string>>()
  for (const key of keys) {
    const [code, ...asked] = JSON.parse(key) as [string, ...unknown[]]
    const asking = JSON.stringify(asked)
    codesOf.set(asking, (codesOf.get(asking) ?? new Set()).add(code))
  }
  const found = await Promise.all(
    [...codesOf].map(async ([asking, codes]) => {
      const asked = JSON.parse(asking) as (string | number)[]
      const children = await load([...codes], asked)
      return children.map((child) => ({ ...child, key: keyOf([codeOf(child), ...asked]) }))
    }),
  )
  return found.flat()
}
