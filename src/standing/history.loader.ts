import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { EvidenceRepository } from '../evidence/evidence.repository.js'
import { type Day, startOf } from '../platform/day.js'
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

  /** Checklists whose history the caller may see. */
  readonly checklist = rowLoader(
    (ids, context) => this.standings.checklistsWithin((context as RequestContext).caller.scopeOf('history.read') as NetworkScope, ids),
    (row) => row.id,
  )

  /** What happened to a checklist's items from the start of a day on, newest first. */
  ofChecklist(context: object, checklistId: string, since: Day): Promise<HistoryRow[]> {
    return this.ofChecklists(context, `${since} ${checklistId}`)
  }

  private readonly ofChecklists = childrenLoader(
    async (keys, context) => {
      const found: (HistoryRow & { readonly key: string })[] = []
      for (const [since, ids] of groupedKeys(keys)) {
        const rows = await this.visible(await this.histories.ofChecklists(ids, startOf(since)), context as RequestContext)
        found.push(...rows.map((row) => ({ ...row, key: `${since} ${row.checklistId}` })))
      }
      return found
    },
    ({ key }) => key,
  )

  private async visible<Row extends HistoryRow>(rows: readonly Row[], { caller }: RequestContext): Promise<Row[]> {
    const evidenceIds = rows.filter(isOfEvidence).map(({ subjectId }) => subjectId)
    if (evidenceIds.length === 0) return [...rows]
    const readable = await this.evidence.ofIds(caller.scopeOf('evidence.read') as NetworkScope, evidenceIds)
    const seen = new Set(readable.map(({ id }) => id))
    return rows.filter((row) => !isOfEvidence(row) || seen.has(row.subjectId))
  }
}

/** Checklists by the day they are asked from. */
function groupedKeys(keys: readonly string[]): Map<Day, string[]> {
  const grouped = new Map<Day, string[]>()
  for (const key of keys) {
    const [since = '', id = ''] = key.split(' ')
    grouped.set(since, [...(grouped.get(since) ?? []), id])
  }
  return grouped
}

function isOfEvidence({ kind }: HistoryRow): boolean {
  return kind === 'EVIDENCE_RECORDED' || kind === 'EVIDENCE_SUPERSEDED' || kind === 'EVIDENCE_WITHDRAWN'
}
