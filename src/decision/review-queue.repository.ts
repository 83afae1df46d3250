import { Injectable } from '@nestjs/common'
import { type SelectQueryBuilder } from 'typeorm'
import { type NetworkScope } from '../access/domain/scope.js'
import { ChecklistEntity, ChecklistItemEntity, OccurrenceEntity } from '../checklist/checklist.entity.js'
import { NetworkRepository } from '../network/network.repository.js'
import { Database } from '../platform/database/database.js'
import { SubmissionEntity } from './decision.entity.js'

/** Whether a piece of evidence in a submission was superseded, withdrawn or unlinked since, even if it was linked again. Of rows called `frozen` and `submission`. */
export const ENDED =
  '(EXISTS (SELECT 1 FROM "evidence_end" "ended" WHERE "ended"."evidenceId" = "frozen"."evidenceId") ' +
  'OR NOT EXISTS (SELECT 1 FROM "evidence_use" "used" WHERE "used"."evidenceId" = "frozen"."evidenceId" ' +
  'AND "used"."occurrenceId" = "submission"."occurrenceId" AND "used"."supersededAt" IS NULL) ' +
  'OR EXISTS (SELECT 1 FROM "evidence_use" "lost" WHERE "lost"."evidenceId" = "frozen"."evidenceId" ' +
  'AND "lost"."occurrenceId" = "submission"."occurrenceId" AND "lost"."supersededAt" > "submission"."submittedAt"))'

const DECIDED = 'SELECT 1 FROM "decision" "made" WHERE "made"."submissionId" = "submission"."id"'

const SUBMITTED_AGAIN =
  'SELECT 1 FROM "submission" "later" WHERE "later"."occurrenceId" = "submission"."occurrenceId" AND ("later"."submittedAt" > "submission"."submittedAt" ' +
  'OR ("later"."submittedAt" = "submission"."submittedAt" AND "later"."id" > "submission"."id"))'

const BROKEN = `SELECT 1 FROM "submission_evidence" "frozen" WHERE "frozen"."submissionId" = "submission"."id" AND ${ENDED}`

/** What waits for a commissioner: the last submission of each occurrence, undecided, everything in it still standing. */
@Injectable()
export class ReviewQueueRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
  ) {}

  /** A page of the queue, oldest first, after a moment and id. */
  page(scope: NetworkScope, boardCode: string | null, limit: number, after?: readonly (string | number)[]): Promise<SubmissionEntity[]> {
    const query = this.waiting(scope, boardCode)
    if (after) {
      const [at, id] = after.map(String)
      query.andWhere('(submission.submittedAt > :at OR (submission.submittedAt = :at AND submission.id > :id))', { at, id })
    }
    return query.orderBy('submission.submittedAt').addOrderBy('submission.id').limit(limit).getMany()
  }

  /** How many wait. */
  count(scope: NetworkScope, boardCode: string | null): Promise<number> {
    return this.waiting(scope, boardCode).getCount()
  }

  private waiting(scope: NetworkScope, boardCode: string | null): SelectQueryBuilder<SubmissionEntity> {
    const query = this.database.manager
      .createQueryBuilder(SubmissionEntity, 'submission')
      .innerJoin(OccurrenceEntity, 'occurrence', 'occurrence.id = submission.occurrenceId')
      .innerJoin(ChecklistItemEntity, 'item', 'item.id = occurrence.itemId')
      .innerJoin(ChecklistEntity, 'checklist', 'checklist.id = item.checklistId')
      .where(`NOT EXISTS (${DECIDED}) AND NOT EXISTS (${SUBMITTED_AGAIN}) AND NOT EXISTS (${BROKEN})`)
    if (boardCode !== null) {
      const board: NetworkScope = { personId: scope.personId, england: false, own: [], practices: [], overseen: [boardCode] }
      this.networks.narrow(query, 'checklist.ownerCode', board)
    }
    return this.networks.narrow(query, 'checklist.ownerCode', scope)
  }
}
