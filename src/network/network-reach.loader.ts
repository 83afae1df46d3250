import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { type Permission, type RequestContext } from '../platform/graphql/allow.js'
import { rowLoader } from '../platform/graphql/children-loader.js'
import { RequestError } from '../platform/request-error.js'
import { NetworkRepository } from './network.repository.js'

/**
 * Whether somebody who holds a permission holds it at the network a field belongs to. `@Allow` asks whether they hold it anywhere: who sees
 * every network, and manages one, must see no other network's own things by that.
 */
@Injectable()
export class NetworkReach {
  constructor(private readonly networks: NetworkRepository) {}

  /** Errors: FORBIDDEN when the permission does not reach the network. */
  async network(context: object, permission: Permission, code: string): Promise<string> {
    if (await this.reached(context, `${permission} ${code}`)) return code
    throw new RequestError('FORBIDDEN', 'This is the network’s own: its people see it, and nobody else.')
  }

  private readonly reached = rowLoader(
    (keys, context) =>
      eachPermission(keys, context, async (scope, codes) =>
        (await this.networks.reached(scope, codes)).map(({ odsCode }) => ({ code: odsCode })),
      ),
    ({ permission, code }) => `${permission} ${code}`,
  )
}

/** Loads what one permission reaches together, and says of each row by which permission. Keys are a permission and an id or code. */
export async function eachPermission<Row>(
  keys: readonly string[],
  context: object,
  load: (scope: NetworkScope, ids: string[]) => Promise<Row[]>,
): Promise<(Row & { permission: string })[]> {
  const idsOf = new Map<string, string[]>()
  for (const key of keys) {
    const [permission = '', id = ''] = key.split(' ')
    idsOf.set(permission, [...(idsOf.get(permission) ?? []), id])
  }
  const found = await Promise.all(
    [...idsOf].map(async ([permission, ids]) => {
      const scope = (context as RequestContext).caller.scopeOf(permission as Permission) as NetworkScope
      return (await load(scope, ids)).map((row) => ({ ...row, permission }))
    }),
  )
  return found.flat()
}
