import { Injectable } from '@nestjs/common'
import { eachPermission, NetworkReach } from '../network/network-reach.loader.js'
import { NetworkRepository } from '../network/network.repository.js'
import { type Permission } from '../platform/graphql/allow.js'
import { rowLoader } from '../platform/graphql/children-loader.js'
import { RequestError } from '../platform/request-error.js'
import { type OwnItem, OwnNetworkRepository } from './own-network.repository.js'

/** The same of networks' items: a commissioner who also manages a network elsewhere must see no other network's figures by it. */
@Injectable()
export class OwnNetworkLoader extends NetworkReach {
  constructor(
    networks: NetworkRepository,
    private readonly own: OwnNetworkRepository,
  ) {
    super(networks)
  }

  /** Errors: FORBIDDEN when the permission does not reach the network whose item it is. */
  async item(context: object, permission: Permission, itemId: string): Promise<OwnItem> {
    const item = await this.reachedItem(context, `${permission} ${itemId}`)
    if (item) return item
    throw new RequestError('FORBIDDEN', 'This is the network’s own: its people see it, and nobody else.')
  }

  private readonly reachedItem = rowLoader(
    (keys, context) => eachPermission(keys, context, (scope, ids) => this.own.reachedItems(scope, ids)),
    ({ permission, itemId }) => `${permission} ${itemId}`,
  )
}
