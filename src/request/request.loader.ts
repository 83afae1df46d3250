import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { type RequestContext } from '../platform/graphql/allow.js'
import { childrenLoader, rowLoader } from '../platform/graphql/children-loader.js'
import { groupedBy } from '../platform/grouped-by.js'
import { RequestDeskRepository } from './request-desk.repository.js'
import { type NetworkRequestFilter, type NetworkRequestPage, type NetworkRequestRow, RequestRepository } from './request.repository.js'
import { WordingRepository } from './wording.repository.js'

/** What is asked of a network's list besides whose it is. */
type Asked = readonly [NetworkRequestFilter, NetworkRequestPage]

/** Requests and what belongs to them, of the request's other rows. */
@Injectable()
export class RequestLoader {
  constructor(
    private readonly requests: RequestRepository,
    private readonly desk: RequestDeskRepository,
    private readonly wordings: WordingRepository,
  ) {}

  /** A page of a network's requests. The network is the caller's own. */
  async page(context: object, networkCode: string, ...asked: Asked): Promise<NetworkRequestRow[]> {
    return (await this.pages(context, JSON.stringify([asked, networkCode]))).map(({ row }) => row)
  }

  /** A request in the caller's reach. */
  readonly request = rowLoader(
    (ids, context) => this.desk.requestsByIds(scopeIn(context), ids),
    (row) => row.id,
  )

  readonly withdrawal = rowLoader(
    (ids) => this.desk.withdrawalsOf(ids),
    (row) => row.requestId,
  )

  readonly readings = childrenLoader(
    (ids) => this.desk.readingsOf(ids),
    (row) => row.requestId,
  )

  readonly recommendations = childrenLoader(
    (ids) => this.desk.recommendationsOf(ids),
    (row) => row.requestId,
  )

  readonly offers = childrenLoader(
    (ids) => this.desk.offersOf(ids),
    (row) => row.requestId,
  )

  readonly count = rowLoader(
    (ids) => this.desk.countsOf(ids),
    (row) => row.requestId,
  )

  /** Networks that were asked and are in the caller's reach. */
  readonly networksInReach = childrenLoader(
    (ids, context) => this.desk.inReach(scopeIn(context), ids),
    (row) => row.requestId,
  )

  /** A request as the caller's own networks received it. */
  readonly received = childrenLoader(
    (ids, context) => this.requests.ofRequests(scopeIn(context), ids),
    (row) => row.requestId,
  )

  /** By the ids of networks' own rows, as those below. */
  readonly answers = childrenLoader(
    (ids) => this.requests.answersOf(ids),
    (row) => row.recipientId,
  )

  readonly agreedWith = childrenLoader(
    (ids) => this.desk.agreedWith(ids),
    (row) => row.recipientId,
  )

  /** By network. */
  readonly wordingsOf = childrenLoader(
    (codes) => this.wordings.ofNetworks(codes),
    (row) => row.networkCode,
  )

  /** One query for each different page asked for, however many networks. */
  private readonly pages = childrenLoader(
    async (keys) => {
      const asked = keys.map((key) => JSON.parse(key) as [Asked, string])
      const found = [...groupedBy(asked, ([asking]) => JSON.stringify(asking)).values()].map(async (group) => {
        const asking = group[0]?.[0]
        if (!asking) return []
        const rows = await this.requests.ofNetworks(
          group.map(([, networkCode]) => networkCode),
          ...asking,
        )
        return rows.map((row) => ({ key: JSON.stringify([asking, row.networkCode]), row }))
      })
      return (await Promise.all(found)).flat()
    },
    ({ key }) => key,
  )
}

function scopeIn(context: object): NetworkScope {
  return (context as RequestContext).caller.scopeOf('request.read') as NetworkScope
}
