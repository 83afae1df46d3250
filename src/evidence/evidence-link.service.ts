import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { type OccurrenceInScope } from '../checklist/checklist.repository.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { undeclared } from './domain/declaration.js'
import { EvidenceCheckService, type EvidenceRefusal, isRefusal } from './evidence-check.service.js'
import { EvidenceRecordingService, idsOf, itemsOf } from './evidence-recording.service.js'
import { type EvidenceEntity } from './evidence.entity.js'
import { type LinkEvidenceInput, type UnlinkEvidenceInput } from './evidence.inputs.js'
import { type EvidenceAnswer } from './evidence.service.js'

/** Says what evidence already recorded shows besides, and what it does not. */
@Injectable()
export class EvidenceLinkService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly check: EvidenceCheckService,
    private readonly recording: EvidenceRecordingService,
  ) {}

  /** What it serves already stays as it is. Errors: NOT_FOUND, CONFLICT. */
  link(scope: NetworkScope, input: LinkEvidenceInput): Promise<EvidenceAnswer<'EvidenceLinked'>> {
    return this.idempotency.once<EvidenceAnswer<'EvidenceLinked'>>(scope.personId, 'linkEvidence', input, async () => {
      const serving = await this.check.occurrences(scope, input.occurrenceIds)
      const found = await this.check.standing(scope, input.evidenceId)
      if (isRefusal(found)) return found
      const { evidence } = found
      const refusal = refuseSilent(evidence, serving) ?? (await this.check.refuseUse(scope, evidence.ownerCode, evidence, serving))
      if (refusal) return refusal
      const before = new Set(idsOf(found.serving))
      const added = serving.filter(({ occurrence }) => !before.has(occurrence.id))
      await this.recording.link(scope, evidence, added)
      await this.changed('evidence.link', scope, evidence, added)
      return { kind: 'EvidenceLinked', evidence }
    })
  }

  /** Errors: NOT_FOUND, CONFLICT. */
  unlink(scope: NetworkScope, input: UnlinkEvidenceInput): Promise<EvidenceAnswer<'EvidenceUnlinked'>> {
    return this.idempotency.once<EvidenceAnswer<'EvidenceUnlinked'>>(scope.personId, 'unlinkEvidence', input, async () => {
      const serving = await this.check.occurrences(scope, input.occurrenceIds)
      const found = await this.check.standing(scope, input.evidenceId)
      if (isRefusal(found)) return found
      const linked = new Set(idsOf(found.serving))
      const missing = idsOf(serving).filter((id) => !linked.has(id))
      if (missing.length > 0) return notLinked(missing)
      await this.recording.unlink(found.evidence, idsOf(serving))
      await this.changed('evidence.unlink', scope, found.evidence, serving)
      return { kind: 'EvidenceUnlinked', evidence: found.evidence }
    })
  }

  private changed(action: string, scope: NetworkScope, evidence: EvidenceEntity, serving: readonly OccurrenceInScope[]): Promise<void> {
    const details = { digest: evidence.digest, occurrences: idsOf(serving) }
    return this.recording.changed(scope, evidence, { action, details, items: itemsOf(serving) })
  }
}

/** Why a declaration cannot show what it does not say; undefined for other evidence. */
function refuseSilent(evidence: EvidenceEntity, serving: readonly OccurrenceInScope[]): EvidenceRefusal | undefined {
  if (evidence.declaration === null) return undefined
  const others = undeclared(evidence.declaration, serving.map(statementOf))
  if (others.length === 0) return undefined
  const requirementCodes = others.map(({ requirementCode }) => requirementCode)
  const message = `This declaration does not say anything of ${requirementCodes.join(', ')}. Make another declaration for it`
  return Object.assign({ kind: 'DeclarationSaysOtherwise', field: 'occurrenceIds', message }, { requirementCodes })
}

/** What is declared of an occurrence's requirement: its text as shown, and the clause. */
export function statementOf({ entry }: OccurrenceInScope) {
  return { requirementKey: entry.key, requirementCode: entry.code, paragraph: entry.paragraph, wording: entry.text }
}

function notLinked(occurrenceIds: readonly string[]): EvidenceRefusal & { occurrenceIds: readonly string[] } {
  const message = 'It does not serve one of these occurrences. Name those it serves'
  return { kind: 'EvidenceNotLinked', field: 'occurrenceIds', message, occurrenceIds }
}
