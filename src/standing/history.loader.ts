import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { EvidenceRepository } from '../evidence/evidence.repository.js'
import { type RequestContext } from '../platform/graphql/allow.js'
import { childrenLoader, rowLoader } from '../platform/graphql/children-loader.js'
import { HistoryRepository, type HistoryRow } from './history.repository.js'
import { StandingRepository } from './standing.repository.js'

/** What happened to items, as far as the caller may know it. */
@Injectable()
export class HistoryLoader {
  constructor(
    private readonly standings: StandingRepository,
    private readonly histories: HistoryRepository,
    private readonly evidence: EvidenceRepository,
  ) {}

  /** Items whose history the caller may see: holding a permission somewhere is not holding it here. */
  readonly item = rowLoader(
    (ids, context) => this.standings.itemsWithin((context as RequestContext).caller.scopeOf('history.read') as NetworkScope, ids),
    (row) => row.id,
  )

  /** What happened, but for evidence the caller may not see: another practice's drafts are not read here either. */
  readonly history = childrenLoader(
    async (ids, context) => this.visible(await this.histories.ofItems(ids), context as RequestContext),
    (row) => row.itemId,
  )

  private async visible(rows: readonly HistoryRow[], { caller }: RequestContext): Promise<HistoryRow[]> {
    const evidenceIds = rows.filter(isOfEvidence).map(({ subjectId }) => subjectId)
    if (evidenceIds.length === 0) return [...rows]
    const readable = await this.evidence.ofIds(caller.scopeOf('evidence.read') as NetworkScope, evidenceIds)
    const seen = new Set(readable.map(({ id }) => id))
    return rows.filter((row) => !isOfEvidence(row) || seen.has(row.subjectId))
  }
}

function isOfEvidence({ kind }: HistoryRow): boolean {
  return kind === 'EVIDENCE_RECORDED' || kind === 'EVIDENCE_SUPERSEDED' || kind === 'EVIDENCE_WITHDRAWN'
}
