import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { ChecklistEntity, ChecklistItemEntity, OccurrenceEntity } from '../checklist/checklist.entity.js'
import { type Declaration } from '../evidence/domain/evidence-kind.js'
import { EvidenceEntity } from '../evidence/evidence.entity.js'
import { NetworkRepository } from '../network/network.repository.js'
import { Database } from '../platform/database/database.js'
import { jsonColumn } from '../platform/database/json-column.js'
import { toNumber } from '../platform/database/to-number.js'
import { DecisionEntity, SubmissionEntity, SubmissionEvidenceEntity } from './decision.entity.js'
import { type Submission, type SubmittedEvidence } from './domain/submission.js'
import { ENDED } from './review-queue.repository.js'

/** Rows written at once: SQLite takes at most 32,766 values in a statement. */
const ROWS_AT_ONCE = 2_000

/** Submissions and decisions. What takes ids takes those of rows already in scope. */
@Injectable()
export class DecisionRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
  ) {}

  /** Every submission of occurrences, oldest first, with what it showed and what was decided on it. Three statements. */
  async ofOccurrences(occurrenceIds: readonly string[]): Promise<Submission[]> {
    if (occurrenceIds.length === 0) return []
    const rows = await this.submissionsOf(occurrenceIds)
    if (rows.length === 0) return []
    const evidence = await this.submittedEvidence(occurrenceIds)
    const decisions = new Map((await this.decisionsOf(occurrenceIds)).map((decision) => [decision.submissionId, decision]))
    return rows.map((row) => ({ ...row, evidence: evidence.get(row.id) ?? [], decision: decisions.get(row.id) ?? null }))
  }

  /** Submission rows of occurrences, oldest first. */
  submissionsOf(occurrenceIds: readonly string[]): Promise<SubmissionEntity[]> {
    return this.database.manager
      .createQueryBuilder(SubmissionEntity, 'submission')
      .where('submission.occurrenceId IN (:...occurrenceIds)', { occurrenceIds })
      .orderBy('submission.submittedAt')
      .addOrderBy('submission.id')
      .getMany()
  }

  /** Decisions on occurrences, oldest first. */
  decisionsOf(occurrenceIds: readonly string[]): Promise<DecisionEntity[]> {
    return this.database.manager
      .createQueryBuilder(DecisionEntity, 'decision')
      .where('decision.occurrenceId IN (:...occurrenceIds)', { occurrenceIds })
      .orderBy('decision.decidedAt')
      .addOrderBy('decision.id')
      .getMany()
  }

  decisionsOn(submissionIds: readonly string[]): Promise<DecisionEntity[]> {
    return this.database.manager
      .createQueryBuilder(DecisionEntity, 'decision')
      .where('decision.submissionId IN (:...submissionIds)', { submissionIds })
      .getMany()
  }

  /** What submissions showed, by the moment it was received. */
  async evidenceOf(submissionIds: readonly string[]): Promise<(EvidenceEntity & { submissionId: string })[]> {
    const { entities, raw } = await this.database.manager
      .createQueryBuilder(EvidenceEntity, 'evidence')
      .innerJoin(SubmissionEvidenceEntity, 'frozen', 'frozen.evidenceId = evidence.id')
      .addSelect('frozen.submissionId', 'submissionId')
      .where('frozen.submissionId IN (:...submissionIds)', { submissionIds })
      .orderBy('evidence.receivedAt')
      .addOrderBy('evidence.id')
      .getRawAndEntities<{ evidence_id: string; submissionId: string }>()
    // TypeORM makes one entity of the rows of one piece of evidence in several submissions.
    const evidence = new Map(entities.map((row) => [row.id, row]))
    return raw.flatMap(({ evidence_id: id, submissionId }) => {
      const row = evidence.get(id)
      return row ? [{ ...row, submissionId }] : []
    })
  }

  /** The digest of each of these pieces of evidence. */
  async digestsOf(evidenceIds: readonly string[]): Promise<Map<string, string>> {
    if (evidenceIds.length === 0) return new Map()
    const rows = await this.database.manager
      .createQueryBuilder(EvidenceEntity, 'evidence')
      .select('evidence.id', 'id')
      .addSelect('evidence.digest', 'digest')
      .where('evidence.id IN (:...ids)', { ids: [...new Set(evidenceIds)] })
      .getRawMany<{ id: string; digest: string }>()
    return new Map(rows.map(({ id, digest }) => [id, digest]))
  }

  /** Which of these occurrences a scope reaches. */
  async inScope(scope: NetworkScope, occurrenceIds: readonly string[]): Promise<string[]> {
    const query = this.database.manager
      .createQueryBuilder(OccurrenceEntity, 'occurrence')
      .innerJoin(ChecklistItemEntity, 'item', 'item.id = occurrence.itemId')
      .innerJoin(ChecklistEntity, 'checklist', 'checklist.id = item.checklistId')
      .select('occurrence.id', 'id')
      .where('occurrence.id IN (:...occurrenceIds)', { occurrenceIds })
    const rows = await this.networks.narrow(query, 'checklist.ownerCode', scope).getRawMany<{ id: string }>()
    return rows.map(({ id }) => id)
  }

  /** Adds submissions with what each shows. */
  async addSubmissions(submissions: readonly SubmissionEntity[], evidence: readonly SubmissionEvidenceEntity[]): Promise<void> {
    const { manager } = this.database
    for (let from = 0; from < submissions.length; from += ROWS_AT_ONCE) {
      await manager.insert(SubmissionEntity, submissions.slice(from, from + ROWS_AT_ONCE))
    }
    for (let from = 0; from < evidence.length; from += ROWS_AT_ONCE) {
      await manager.insert(SubmissionEvidenceEntity, evidence.slice(from, from + ROWS_AT_ONCE))
    }
  }

  async addDecisions(decisions: readonly DecisionEntity[]): Promise<void> {
    await this.database.manager.insert(DecisionEntity, [...decisions])
  }

  /** Says that the standing of these items has to be computed again before the commit. */
  touch(itemIds: Iterable<string>): void {
    this.database.touch(itemIds)
  }

  private async submittedEvidence(occurrenceIds: readonly string[]): Promise<Map<string, SubmittedEvidence[]>> {
    const rows = await this.database.manager
      .createQueryBuilder(SubmissionEvidenceEntity, 'frozen')
      .innerJoin(SubmissionEntity, 'submission', 'submission.id = frozen.submissionId')
      .innerJoin(EvidenceEntity, 'evidence', 'evidence.id = frozen.evidenceId')
      .select('frozen.submissionId', 'submissionId')
      .addSelect('frozen.evidenceId', 'id')
      .addSelect('frozen.digest', 'digest')
      .addSelect('evidence.recordedBy', 'recordedBy')
      .addSelect('evidence.declaration', 'declaration')
      .addSelect(`CASE WHEN ${ENDED} THEN 0 ELSE 1 END`, 'standing')
      .where('submission.occurrenceId IN (:...occurrenceIds)', { occurrenceIds })
      .orderBy('frozen.evidenceId')
      .getRawMany<SubmittedRow>()
    const found = new Map<string, SubmittedEvidence[]>()
    for (const row of rows) found.set(row.submissionId, [...(found.get(row.submissionId) ?? []), submittedEvidence(row)])
    return found
  }
}

interface SubmittedRow {
  readonly submissionId: string
  readonly id: string
  readonly digest: string
  readonly recordedBy: string
  /** As it is stored. */
  readonly declaration: string | null
  readonly standing: unknown
}

function submittedEvidence({ id, digest, recordedBy, declaration, standing }: SubmittedRow): SubmittedEvidence {
  const director = (jsonColumn.from(declaration) as Declaration | null)?.directorId
  return { id, digest, madeBy: director ? [recordedBy, director] : [recordedBy], stands: toNumber(standing) === 1 }
}
