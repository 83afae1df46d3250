import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { type Instant } from '../platform/day.js'
import { type RequestContext } from '../platform/graphql/allow.js'
import { childrenLoader, rowLoader } from '../platform/graphql/children-loader.js'
import { EvidenceRecordRepository } from './evidence-record.repository.js'
import { EvidenceRepository } from './evidence.repository.js'

/** Which page of an organisation's evidence: one query for all that ask for the same page. */
export interface EvidencePageKey {
  readonly search: string | null
  readonly after: readonly [receivedAt: Instant, id: string] | null
  readonly limit: number
}

const scopeIn = (context: object): NetworkScope => (context as RequestContext).caller.scopeOf('evidence.read') as NetworkScope

/** Evidence of the request's other rows, as far as the caller sees it. */
@Injectable()
export class EvidenceLoader {
  constructor(
    private readonly evidence: EvidenceRepository,
    private readonly records: EvidenceRecordRepository,
  ) {}

  readonly one = rowLoader(
    (ids, context) => this.evidence.ofIds(scopeIn(context), ids),
    (row) => row.id,
  )

  readonly ofItem = childrenLoader(
    (itemIds, context) => this.evidence.ofItems(scopeIn(context), itemIds),
    (row) => row.itemId,
  )

  readonly ofOccurrence = childrenLoader(
    (occurrenceIds, context) => this.evidence.ofOccurrences(scopeIn(context), occurrenceIds),
    (row) => row.occurrenceId,
  )

  readonly occurrences = childrenLoader(
    (evidenceIds, context) => this.evidence.occurrencesOf(scopeIn(context), evidenceIds),
    (row) => row.evidenceId,
  )

  readonly recorder = rowLoader(
    (evidenceIds, context) => this.evidence.recordersOf(scopeIn(context), evidenceIds),
    (row) => row.id,
  )

  readonly end = rowLoader(
    (evidenceIds) => this.records.ends(evidenceIds),
    (row) => row.evidenceId,
  )

  readonly files = childrenLoader(
    (evidenceIds) => this.records.files(evidenceIds),
    (row) => row.evidenceId,
  )

  readonly confirmation = rowLoader(
    (evidenceIds) => this.records.confirmations(evidenceIds),
    (row) => row.evidenceId,
  )

  readonly unconfirmed = childrenLoader(
    (ownerCodes, context) => this.evidence.unconfirmedOf(scopeIn(context), ownerCodes),
    (row) => row.ownerCode,
  )

  /** One row more than a page of an organisation's evidence that stands, newest first. */
  page(context: object, ownerCode: string, page: EvidencePageKey) {
    return this.pages(context, JSON.stringify([ownerCode, page]))
  }

  private readonly pages = childrenLoader(
    async (keys, context) => {
      const asked = new Map<string, string[]>()
      for (const key of keys) {
        const [ownerCode, page] = JSON.parse(key) as [string, EvidencePageKey]
        const same = JSON.stringify(page)
        asked.set(same, [...(asked.get(same) ?? []), ownerCode])
      }
      const found = await Promise.all(
        [...asked].map(async ([same, ownerCodes]) => {
          const { search, after, limit } = JSON.parse(same) as EvidencePageKey
          const from = after && { receivedAt: after[0], id: after[1] }
          const rows = await this.evidence.ofOwners(scopeIn(context), ownerCodes, { search, limit, after: from })
          return rows.map((row) => ({ row, key: JSON.stringify([row.ownerCode, JSON.parse(same)]) }))
        }),
      )
      return found.flat()
    },
    ({ key }) => key,
  )
}
