import { Injectable } from '@nestjs/common'
import { type ObjectLiteral, type SelectQueryBuilder } from 'typeorm'
import { AssignmentEntity, ChecklistEventEntity, ChecklistItemEntity, MarkEntity, OccurrenceEntity } from '../checklist/checklist.entity.js'
import { AnswerEntity, DecisionEntity, QuestionEntity, SubmissionEntity } from '../decision/decision.entity.js'
import { EvidenceEndEntity, EvidenceEntity, EvidenceUseEntity } from '../evidence/evidence.entity.js'
import { Database } from '../platform/database/database.js'
import { type Instant } from '../platform/day.js'
import { type HistoryKind } from './domain/history.js'

/** One thing that happened to an item. */
export interface HistoryRow {
  readonly itemId: string
  readonly at: Instant
  readonly kind: HistoryKind
  readonly subjectId: string
  readonly text: string | null
  readonly byId: string | null
}

/** What happened to items, read from the rows that made it happen: no rule reads the audit trail. Takes ids of items already in scope. */
@Injectable()
export class HistoryRepository {
  constructor(private readonly database: Database) {}

  /** Newest first. Nine statements, however many items. */
  ofItems(itemIds: readonly string[]): Promise<HistoryRow[]> {
    return this.where(({ itemId }) => `${itemId} IN (:...itemIds)`, { itemIds })
  }

  /** What happened to any of the items of checklists from a moment on, newest first. Nine statements, and one that says of which checklist. */
  async ofChecklists(checklistIds: readonly string[], since: Instant): Promise<(HistoryRow & { readonly checklistId: string })[]> {
    const ofThese = '(SELECT "mine"."id" FROM "checklist_item" "mine" WHERE "mine"."checklistId" IN (:...checklistIds))'
    const rows = await this.where(({ itemId, at }) => `${itemId} IN ${ofThese} AND ${at} >= :since`, { checklistIds, since })
    if (rows.length === 0) return []
    const items = await this.database.manager
      .createQueryBuilder(ChecklistItemEntity, 'item')
      .select(['item.id', 'item.checklistId'])
      .where('item.checklistId IN (:...checklistIds)', { checklistIds })
      .getMany()
    const checklistOf = new Map(items.map(({ id, checklistId }) => [id, checklistId]))
    return rows.map((row) => ({ ...row, checklistId: checklistOf.get(row.itemId) ?? '' }))
  }

  private async where(condition: (columns: Found['columns']) => string, parameters: ObjectLiteral): Promise<HistoryRow[]> {
    const kinds = [
      this.of(ChecklistEventEntity, { kind: `'EVENT_REPORTED'`, at: 'row.recordedAt', text: 'row.note', by: 'row.recordedBy' }),
      this.of(AssignmentEntity, { kind: `'ASSIGNED'`, at: 'row.recordedAt', text: 'row.note', by: 'row.recordedBy' }),
      this.of(MarkEntity, { kind: `'MARKED_' || row.kind`, at: 'row.recordedAt', text: 'row.reason', by: 'row.recordedBy' }),
      this.of(QuestionEntity, { kind: `'QUESTION_ASKED'`, at: 'row.askedAt', text: 'row.text', by: 'row.askedBy' }),
      this.answers(),
      this.recorded(),
      this.ended(),
      this.ofOccurrences(SubmissionEntity, { kind: `'SUBMITTED'`, at: 'row.submittedAt', text: null, by: 'row.submittedBy' }),
      this.ofOccurrences(DecisionEntity, { kind: 'row.verdict', at: 'row.decidedAt', text: 'row.reason', by: 'row.decidedBy' }),
    ]
    const rows: HistoryRow[] = []
    for (const { query, columns } of kinds) rows.push(...(await query.andWhere(condition(columns), parameters).getRawMany<HistoryRow>()))
    return firstLinks(rows).sort((one, other) =>
      one.at < other.at ? 1 : one.at > other.at ? -1 : one.subjectId < other.subjectId ? -1 : 1,
    )
  }

  /** Rows that name their item. */
  private of<Row extends ObjectLiteral>(entity: new () => Row, columns: Omit<Columns, 'itemId'>) {
    return selected(this.database.manager.createQueryBuilder(entity, 'row'), { itemId: 'row.itemId', ...columns })
  }

  /** Rows that name an occurrence of it. */
  private ofOccurrences<Row extends ObjectLiteral>(entity: new () => Row, columns: Omit<Columns, 'itemId'>) {
    const query = this.database.manager.createQueryBuilder(entity, 'row')
    const joined = query.innerJoin(OccurrenceEntity, 'occurrence', 'occurrence.id = row.occurrenceId')
    return selected(joined, { itemId: 'occurrence.itemId', ...columns })
  }

  private answers() {
    const query = this.database.manager.createQueryBuilder(AnswerEntity, 'row')
    const joined = query.innerJoin(QuestionEntity, 'question', 'question.id = row.questionId')
    const columns = { kind: `'QUESTION_ANSWERED'`, at: 'row.answeredAt', text: 'row.text', by: 'row.answeredBy' }
    return selected(joined, { itemId: 'question.itemId', ...columns })
  }

  /** Evidence, from the moment it was linked: once for each item it serves. */
  private recorded() {
    const linked = this.linked(this.database.manager.createQueryBuilder(EvidenceEntity, 'row'), 'row.id')
    const columns = { kind: `'EVIDENCE_RECORDED'`, at: 'use.recordedAt', text: 'row.note', by: 'use.recordedBy' }
    return selected(linked, { itemId: 'occurrence.itemId', ...columns })
  }

  private ended() {
    const linked = this.linked(this.database.manager.createQueryBuilder(EvidenceEndEntity, 'row'), 'row.evidenceId')
    const columns = {
      kind: `'EVIDENCE_' || row.kind`,
      at: 'row.endedAt',
      text: 'row.reason',
      by: 'row.endedBy',
      subjectId: 'row.evidenceId',
    }
    const found = selected(linked, { itemId: 'occurrence.itemId', ...columns })
    found.query.distinct(true)
    return found
  }

  private linked<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>, evidenceId: string): SelectQueryBuilder<Row> {
    return query
      .innerJoin(EvidenceUseEntity, 'use', `use.evidenceId = ${evidenceId}`)
      .innerJoin(OccurrenceEntity, 'occurrence', 'occurrence.id = use.occurrenceId')
  }
}

/** The same rows, of evidence linked to an item more than once only the first link: when, and by whom. */
function firstLinks(rows: readonly HistoryRow[]): HistoryRow[] {
  const first = new Map<string, HistoryRow>()
  for (const row of rows.filter(({ kind }) => kind === 'EVIDENCE_RECORDED')) {
    const key = `${row.itemId} ${row.subjectId}`
    const other = first.get(key)
    if (!other || row.at < other.at) first.set(key, row)
  }
  return [...rows.filter(({ kind }) => kind !== 'EVIDENCE_RECORDED'), ...first.values()]
}

/** Where in its tables each part of a row of history stands. */
interface Columns {
  readonly itemId: string
  readonly kind: string
  readonly at: string
  readonly text: string | null
  readonly by: string
  /** `row.id` unless said otherwise. */
  readonly subjectId?: string
}

/** A query for one kind of thing that happens, and where its item and moment stand. */
interface Found {
  readonly query: SelectQueryBuilder<ObjectLiteral>
  readonly columns: Pick<Columns, 'itemId' | 'at'>
}

function selected<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { itemId, kind, at, text, by, subjectId = 'row.id' }: Columns,
): Found {
  query.select(itemId, 'itemId').addSelect(kind, 'kind').addSelect(at, 'at')
  query
    .addSelect(text ?? 'NULL', 'text')
    .addSelect(by, 'byId')
    .addSelect(subjectId, 'subjectId')
  return { query: query.where('1 = 1'), columns: { itemId, at } }
}
