import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { DecisionFacts, type ToDecide } from './decision-facts.service.js'
import { type DecisionEntity } from './decision.entity.js'
import { type DecideInput } from './decision.inputs.js'
import { DecisionRepository } from './decision.repository.js'
import { type DecideResult } from './decision.types.js'
import { refuseDecision, refuseVerdict } from './domain/decide.js'

/** Accepts what was submitted, or returns it. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly facts: DecisionFacts,
    private readonly decisions: DecisionRepository,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Gives one verdict on the last submission of each of these occurrences: on all of them or none. */
  decide(scope: NetworkScope, input: DecideInput): Promise<typeof DecideResult> {
    return this.idempotency.once<typeof DecideResult>(scope.personId, 'decide', input, async () => {
      const found = await this.facts.toDecide(scope, input.occurrenceIds)
      const withoutReason = refuseVerdict(input.verdict, input.reason ?? '')
      if (withoutReason) return withoutReason
      const asked = { decidedBy: scope.personId, lookedAt: input.submissionIds ?? null }
      for (const { occurrence, submissions } of found) {
        const refusal = refuseDecision({ ...asked, occurrenceId: occurrence.id, submissions })
        if (refusal) return refusal
      }
      return { kind: 'Decided', decisions: await this.record(found, scope.personId, input) }
    })
  }

  private async record(found: readonly ToDecide[], decidedBy: string, { verdict, reason }: DecideInput): Promise<DecisionEntity[]> {
    const decidedAt = this.clock.now()
    const rows = found.flatMap(({ occurrence, item, checklist, submissions }) => {
      const submission = submissions.at(-1)
      if (!submission) return []
      const made = {
        id: randomUUID(),
        occurrenceId: occurrence.id,
        submissionId: submission.id,
        verdict,
        reason: reason ?? '',
        decidedBy,
        decidedAt,
      }
      return [{ made, item, checklist, submission }]
    })
    const decisions = rows.map(({ made }) => made)
    await this.decisions.addDecisions(decisions)
    await this.audit.record(
      ...rows.map(({ made, checklist, submission }) => ({
        action: 'occurrence.decide',
        actorId: decidedBy,
        organisationCode: checklist.ownerCode,
        subjectType: 'Decision',
        subjectId: made.id,
        details: {
          occurrenceId: made.occurrenceId,
          submissionId: submission.id,
          verdict,
          digests: submission.evidence.map(({ digest }) => digest),
        },
      })),
    )
    this.decisions.touch(rows.map(({ item }) => item.id))
    return decisions
  }
}
