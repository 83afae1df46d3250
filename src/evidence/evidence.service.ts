import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { type OccurrenceInScope } from '../checklist/checklist.repository.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { type EvidenceContent, kindOf } from './domain/evidence-content.js'
import { EvidenceCheckService, type EvidenceRefusal, isRefusal } from './evidence-check.service.js'
import { EvidenceRecordRepository } from './evidence-record.repository.js'
import { type EvidenceDraft, EvidenceRecordingService, itemsOf } from './evidence-recording.service.js'
import { type EvidenceEntity } from './evidence.entity.js'
import { type EvidenceContentInput, type RecordEvidenceInput, type SupersedeEvidenceInput, type WithdrawEvidenceInput } from './evidence.inputs.js'

/** What a mutation on a piece of evidence answers. */
export type EvidenceAnswer<Kind extends string> = { readonly kind: Kind; readonly evidence: EvidenceEntity } | EvidenceRefusal

/** Records ordinary evidence, corrects it and takes it back. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly check: EvidenceCheckService,
    private readonly recording: EvidenceRecordingService,
    private readonly records: EvidenceRecordRepository,
  ) {}

  /** Errors: NOT_FOUND, CONFLICT. */
  record(scope: NetworkScope, input: RecordEvidenceInput): Promise<EvidenceAnswer<'EvidenceRecorded'>> {
    return this.idempotency.once<EvidenceAnswer<'EvidenceRecorded'>>(scope.personId, 'recordEvidence', input, async () => {
      const serving = await this.check.occurrences(scope, input.occurrenceIds)
      const evidence = await this.checkAndRecord(scope, { ...draftOf(input), action: 'evidence.record', supersedes: null }, serving)
      return isRefusal(evidence) ? evidence : { kind: 'EvidenceRecorded', evidence }
    })
  }

  /** The correction serves what the evidence served, unless told otherwise. Errors: NOT_FOUND, CONFLICT. */
  supersede(scope: NetworkScope, input: SupersedeEvidenceInput): Promise<EvidenceAnswer<'EvidenceSuperseded'>> {
    return this.idempotency.once<EvidenceAnswer<'EvidenceSuperseded'>>(scope.personId, 'supersedeEvidence', input, async () => {
      const before = await this.check.standing(scope, input.evidenceId)
      if (isRefusal(before)) return before
      if (before.evidence.declaration !== null || before.evidence.kind === 'PRACTICE_CONFIRMATION') return notCorrectable
      const serving = input.occurrenceIds ? await this.check.occurrences(scope, input.occurrenceIds) : before.serving
      const supersedes = { id: before.evidence.id, files: await this.records.files([before.evidence.id]) }
      const owner = serving.length === 0 ? { ownerCode: before.evidence.ownerCode } : {}
      const draft = { ...draftOf(input), ...owner, action: 'evidence.supersede', supersedes }
      const evidence = await this.checkAndRecord(scope, draft, serving)
      if (isRefusal(evidence)) return evidence
      if (evidence.ownerCode !== before.evidence.ownerCode) return this.elsewhere(before.evidence, evidence)
      await this.recording.end(scope, before.evidence, { kind: 'SUPERSEDED', reason: input.reason, replacedById: evidence.id })
      const details = { digest: before.evidence.digest, replacedBy: evidence.id }
      await this.recording.changed(scope, before.evidence, { action: draft.action, details, items: itemsOf(before.serving) })
      return { kind: 'EvidenceSuperseded', evidence }
    })
  }
}
