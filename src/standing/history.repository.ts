import { Injectable } from '@nestjs/common'
import { type ObjectLiteral, type SelectQueryBuilder } from 'typeorm'
import { AssignmentEntity, ChecklistEventEntity, MarkEntity, OccurrenceEntity } from '../checklist/checklist.entity.js'
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

  /** Newest first. Eight statements, however many items. */
  async ofItems(itemIds: readonly string[]): Promise<HistoryRow[]> {
    const kinds = [
      this.of(ChecklistEventEntity, `'EVENT_REPORTED'`, 'recordedAt', 'note', 'recordedBy'),
      this.of(AssignmentEntity, `'ASSIGNED'`, 'recordedAt', 'note', 'recordedBy'),
      this.of(MarkEntity, `'MARKED_' || row.kind`, 'recordedAt', 'reason', 'recordedBy'),
      this.of(QuestionEntity, `'QUESTION_ASKED'`, 'askedAt', 'text', 'askedBy'),
      this.answers(),
      this.recorded(),
      this.ended(),
      this.ofOccurrences(SubmissionEntity, `'SUBMITTED'`, 'submittedAt', null, 'submittedBy'),
      this.ofOccurrences(DecisionEntity, 'row.verdict', 'decidedAt', 'reason', 'decidedBy'),
    ]
    const rows: HistoryRow[] = []
    for (const { query, itemId } of kinds)
      rows.push(...(await query.andWhere(`${itemId} IN (:...itemIds)`, { itemIds }).getRawMany<HistoryRow>()))
    return rows.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : one.subjectId < other.subjectId ? -1 : 1))
  }

  /** Rows that name their item. */
  private of<Row extends ObjectLiteral>(entity: new () => Row, kind: string, at: string, text: string | null, by: string) {
    const query = this.selected(
      this.database.manager.createQueryBuilder(entity, 'row'),
      'row.itemId',
      kind,
      `row.${at}`,
      text && `row.${text}`,
      `row.${by}`,
    )
    return { query: query.where('1 = 1'), itemId: 'row.itemId' }
  }

  /** Rows that name an occurrence of it. */
  private ofOccurrences<Row extends ObjectLiteral>(entity: new () => Row, kind: string, at: string, text: string | null, by: string) {
    const base = this.database.manager
      .createQueryBuilder(entity, 'row')
      .innerJoin(OccurrenceEntity, 'occurrence', 'occurrence.id = row.occurrenceId')
    const query = this.selected(base, 'occurrence.itemId', kind, `row.${at}`, text && `row.${text}`, `row.${by}`)
    return { query: query.where('1 = 1'), itemId: 'occurrence.itemId' }
  }

  private answers() {
    const base = this.database.manager
      .createQueryBuilder(AnswerEntity, 'row')
      .innerJoin(QuestionEntity, 'question', 'question.id = row.questionId')
    const query = this.selected(base, 'question.itemId', `'QUESTION_ANSWERED'`, 'row.answeredAt', 'row.text', 'row.answeredBy')
    return { query: query.where('1 = 1'), itemId: 'question.itemId' }
  }

  /** Evidence, from the moment it was linked: once for each item it serves. */
  private recorded() {
    const base = this.linked(this.database.manager.createQueryBuilder(EvidenceEntity, 'row'), 'row.id')
    const query = this.selected(
      base,
      'occurrence.itemId',
      `'EVIDENCE_RECORDED'`,
      'MIN(use.recordedAt)',
      'row.note',
      'MIN(use.recordedBy)',
      'row.id',
    )
    return {
      query: query.where('1 = 1').groupBy('occurrence.itemId').addGroupBy('row.id').addGroupBy('row.note'),
      itemId: 'occurrence.itemId',
    }
  }

  private ended() {
    const base = this.linked(this.database.manager.createQueryBuilder(EvidenceEndEntity, 'row'), 'row.evidenceId')
    const query = this.selected(
      base,
      'occurrence.itemId',
      `'EVIDENCE_' || row.kind`,
      'row.endedAt',
      'row.reason',
      'row.endedBy',
      'row.evidenceId',
    )
    return { query: query.where('1 = 1').distinct(true), itemId: 'occurrence.itemId' }
  }

  private linked<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>, evidenceId: string): SelectQueryBuilder<Row> {
    return query
      .innerJoin(EvidenceUseEntity, 'use', `use.evidenceId = ${evidenceId}`)
      .innerJoin(OccurrenceEntity, 'occurrence', 'occurrence.id = use.occurrenceId')
  }

  private selected<Row extends ObjectLiteral>(
    query: SelectQueryBuilder<Row>,
    itemId: string,
    kind: string,
    at: string,
    text: string | null,
    by: string,
    subjectId = 'row.id',
  ): SelectQueryBuilder<Row> {
    return query
      .select(itemId, 'itemId')
      .addSelect(kind, 'kind')
      .addSelect(at, 'at')
      .addSelect(text ?? 'NULL', 'text')
      .addSelect(by, 'byId')
      .addSelect(subjectId, 'subjectId')
  }
}
