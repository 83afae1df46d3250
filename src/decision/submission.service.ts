import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { AuditLog, type AuditRecord } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { type Instant } from '../platform/day.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { DecisionFacts, type Frozen, type Submissible } from './decision-facts.service.js'
import { type SubmissionEntity } from './decision.entity.js'
import { type SubmitInput } from './decision.inputs.js'
import { DecisionRepository } from './decision.repository.js'
import { type SubmitResult } from './decision.types.js'
import { refuseSubmission } from './domain/submission.js'

/** Audit rows written at once: SQLite takes at most 32,766 values in a statement. */
const ROWS_AT_ONCE = 1_000

export type { Submissible } from './decision-facts.service.js'

/** Puts occurrences before the commissioner. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly facts: DecisionFacts,
    private readonly decisions: DecisionRepository,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Submits everything that counts for these occurrences now: all of them or none. */
  submit(scope: NetworkScope, input: SubmitInput): Promise<typeof SubmitResult> {
    return this.idempotency.once<typeof SubmitResult>(scope.personId, 'submit', input, async () => {
      const found = await this.facts.toSubmit(scope, input.occurrenceIds)
      for (const { submittable } of found) {
        const refusal = refuseSubmission(submittable)
        if (refusal) return refusal
      }
      const frozen = found.map(({ checklist, submittable }) => ({
        occurrenceId: submittable.occurrenceId,
        ownerCode: checklist.ownerCode,
        evidence: submittable.shownBy,
      }))
      const submissions = await this.add(frozen, scope.personId)
      this.decisions.touch(found.map(({ item }) => item.id))
      return { kind: 'Submitted', submissions }
    })
  }

  /**
   * Submits by itself what a commissioner has to decide and is shown in full, where there is something to look at: nothing of networks that switched
   * it off, nothing that was submitted with the same evidence, nothing whose acceptance holds. Runs in the open transaction, with the items held.
   * Gives the ids of the occurrences it submitted: a return of theirs is answered by that.
   */
  async submitAutomatically(shown: readonly Submissible[]): Promise<string[]> {
    const worthwhile = await this.facts.worthSubmitting(shown)
    await this.add(worthwhile, null)
    return worthwhile.map(({ occurrenceId }) => occurrenceId)
  }

  private async add(frozen: readonly Frozen[], submittedBy: string | null): Promise<SubmissionEntity[]> {
    if (frozen.length === 0) return []
    const submittedAt = this.clock.now()
    const rows = frozen.map((one) => ({ ...one, submission: submissionOf(one.occurrenceId, submittedBy, submittedAt) }))
    const submissions = rows.map(({ submission }) => submission)
    await this.decisions.addSubmissions(
      submissions,
      rows.flatMap((row) => row.evidence.map(({ id, digest }) => ({ submissionId: row.submission.id, evidenceId: id, digest }))),
    )
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      await this.audit.record(...rows.slice(from, from + ROWS_AT_ONCE).map((row) => auditOf(row)))
    }
    return submissions
  }
}

function auditOf({ submission, ownerCode, evidence }: Frozen & { readonly submission: SubmissionEntity }): AuditRecord {
  return {
    action: 'evidence.submit',
    actorId: submission.submittedBy,
    organisationCode: ownerCode,
    subjectType: 'Submission',
    subjectId: submission.id,
    details: {
      occurrenceId: submission.occurrenceId,
      automatic: submission.automatic,
      evidenceIds: evidence.map(({ id }) => id),
      digests: evidence.map(({ digest }) => digest),
    },
  }
}

function submissionOf(occurrenceId: string, submittedBy: string | null, submittedAt: Instant): SubmissionEntity {
  return { id: randomUUID(), occurrenceId, automatic: submittedBy === null, submittedBy, submittedAt }
}
