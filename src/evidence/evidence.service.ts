import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { type EvidenceContent, kindOf } from './domain/evidence-content.js'
import { EvidenceCheckService, type EvidenceRefusal, isRefusal, type StandingEvidence } from './evidence-check.service.js'
import { EvidenceRecordRepository } from './evidence-record.repository.js'
import { type EvidenceDraft, EvidenceRecordingService, itemsOf, ownerOf } from './evidence-recording.service.js'
import { type EvidenceEntity } from './evidence.entity.js'
import {
  type EvidenceContentInput,
  type RecordEvidenceInput,
  type SupersedeEvidenceInput,
  type WithdrawEvidenceInput,
} from './evidence.inputs.js'

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
      const draft = draftOf('evidence.record', ownerOf(serving), input)
      const refusal = await this.check.refuse(scope, draft.ownerCode, draft.content, serving)
      const evidence = refusal ?? (await this.recording.record(scope, draft, serving))
      return isRefusal(evidence) ? evidence : { kind: 'EvidenceRecorded', evidence }
    })
  }

  /** The correction serves what the evidence serves, unless told otherwise. Errors: NOT_FOUND, CONFLICT. */
  supersede(scope: NetworkScope, input: SupersedeEvidenceInput): Promise<EvidenceAnswer<'EvidenceSuperseded'>> {
    return this.idempotency.once<EvidenceAnswer<'EvidenceSuperseded'>>(scope.personId, 'supersedeEvidence', input, async () => {
      const before = await this.check.standing(scope, input.evidenceId)
      if (isRefusal(before)) return before
      if (before.evidence.kind === 'DECLARATION' || before.evidence.kind === 'PRACTICE_CONFIRMATION') return notCorrectable
      const evidence = await this.correct(scope, before, input)
      if (isRefusal(evidence)) return evidence
      await this.recording.end(scope, before.evidence, { kind: 'SUPERSEDED', reason: input.reason, replacedById: evidence.id })
      return { kind: 'EvidenceSuperseded', evidence }
    })
  }

  /** Errors: NOT_FOUND, CONFLICT. */
  withdraw(scope: NetworkScope, input: WithdrawEvidenceInput): Promise<EvidenceAnswer<'EvidenceWithdrawn'>> {
    return this.idempotency.once<EvidenceAnswer<'EvidenceWithdrawn'>>(scope.personId, 'withdrawEvidence', input, async () => {
      const found = await this.check.standing(scope, input.evidenceId)
      if (isRefusal(found)) return found
      const { evidence, serving } = found
      await this.recording.end(scope, evidence, { kind: 'WITHDRAWN', reason: input.reason, replacedById: null })
      const change = { action: 'evidence.withdraw', details: { digest: evidence.digest }, items: itemsOf(serving) }
      await this.recording.changed(scope, evidence, change)
      return { kind: 'EvidenceWithdrawn', evidence }
    })
  }

  private async correct(
    scope: NetworkScope,
    before: StandingEvidence,
    input: SupersedeEvidenceInput,
  ): Promise<EvidenceEntity | EvidenceRefusal> {
    const { id, ownerCode } = before.evidence
    const serving = input.occurrenceIds ? await this.check.occurrences(scope, input.occurrenceIds) : before.serving
    const supersedes = { id, files: await this.records.files([id]), items: itemsOf(before.serving) }
    const draft = { ...draftOf('evidence.supersede', ownerCode, input), supersedes }
    return (await this.check.refuse(scope, ownerCode, draft.content, serving)) ?? this.recording.record(scope, draft, serving)
  }
}

const notCorrectable: EvidenceRefusal = {
  kind: 'EvidenceNotCorrectable',
  field: 'evidenceId',
  message: 'Withdraw it, saying why, and declare or confirm again',
}

function draftOf(action: string, ownerCode: string, input: EvidenceContentInput): EvidenceDraft {
  const [link, fileIds] = [input.link ?? null, [...new Set(input.fileIds ?? [])]]
  const figure = input.figure ? { ...input.figure, denominator: input.figure.denominator ?? null } : null
  const content: EvidenceContent = {
    ...{ kind: kindOf({ figure, link, fileIds }), note: input.note ?? '', link, figure, declaration: null },
    ...{ happenedOn: input.happenedOn ?? null, coversFrom: input.coversFrom ?? null, coversTo: input.coversTo ?? null },
    ...{ lapsesOn: input.lapsesOn ?? null, practiceCodes: [...new Set(input.practiceCodes ?? [])].sort() },
  }
  return { action, ownerCode, content, fileIds, supersedes: null }
}
