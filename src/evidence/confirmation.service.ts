import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { type OccurrenceInScope } from '../checklist/checklist.repository.js'
import { Clock } from '../platform/clock.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { type ConfirmDeclarationInput, type ConfirmForPracticeInput } from './declaration.inputs.js'
import { type EvidenceContent } from './domain/evidence-content.js'
import { EvidenceCheckService, type EvidenceRefusal, isRefusal, renamed } from './evidence-check.service.js'
import { EvidenceRecordRepository } from './evidence-record.repository.js'
import { EvidenceRecordingService, ownerOf } from './evidence-recording.service.js'
import { type EvidenceEntity } from './evidence.entity.js'
import { type EvidenceAnswer } from './evidence.service.js'

/** What the fields of evidence are called when a practice's part is confirmed. */
const names = { practiceCodes: 'practiceCode', occurrenceIds: 'occurrenceId' }

/** Confirms: a practice its part, and a clinical director what was declared on her behalf. */
@Injectable()
export class ConfirmationService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly check: EvidenceCheckService,
    private readonly recording: EvidenceRecordingService,
    private readonly records: EvidenceRecordRepository,
    private readonly clock: Clock,
  ) {}

  /** By practice staff for their practice, or by the manager, who says how they know. Errors: NOT_FOUND, CONFLICT. */
  confirmForPractice(scope: NetworkScope, input: ConfirmForPracticeInput): Promise<EvidenceAnswer<'PracticeConfirmed'>> {
    return this.idempotency.once<EvidenceAnswer<'PracticeConfirmed'>>(scope.personId, 'confirmForPractice', input, async () => {
      const serving = await this.check.occurrences(scope, [input.occurrenceId])
      const [ownerCode, content] = [ownerOf(serving), contentOf(input)]
      const refusal = refusePart(scope, input, serving) ?? renamed(await this.check.refuse(scope, ownerCode, content, serving), names)
      const draft = { action: 'evidence.confirm', ownerCode, content, fileIds: [], supersedes: null }
      const evidence = refusal ?? (await this.recording.record(scope, draft, serving))
      return isRefusal(evidence) ? evidence : { kind: 'PracticeConfirmed', evidence }
    })
  }

  /** Only by the director it names. Confirming twice keeps the first. Errors: NOT_FOUND, CONFLICT. */
  confirmDeclaration(scope: NetworkScope, input: ConfirmDeclarationInput): Promise<EvidenceAnswer<'DeclarationConfirmed'>> {
    return this.idempotency.once<EvidenceAnswer<'DeclarationConfirmed'>>(scope.personId, 'confirmDeclaration', input, async () => {
      const found = await this.check.standing(scope, input.evidenceId)
      const refusal = isRefusal(found) ? found : refuseDirector(scope, found.evidence)
      if (refusal) return refusal
      const { evidence } = found as { evidence: EvidenceEntity }
      await this.records.confirm({ evidenceId: evidence.id, confirmedBy: scope.personId, confirmedAt: this.clock.now() })
      const change = { action: 'evidence.confirmDeclaration', details: { digest: evidence.digest }, items: [] }
      await this.recording.changed(scope, evidence, change)
      return { kind: 'DeclarationConfirmed', evidence }
    })
  }
}

/** Why a practice's part cannot be confirmed by this caller. */
function refusePart(
  scope: NetworkScope,
  { practiceCode, note }: ConfirmForPracticeInput,
  serving: readonly OccurrenceInScope[],
): EvidenceRefusal | undefined {
  if (serving.some(({ entry }) => !entry.perPractice)) {
    const message = 'This is asked of the network as a whole. Record evidence of it instead'
    return { kind: 'NotAskedOfPractices', field: 'occurrenceId', message }
  }
  if (scope.practices.includes(practiceCode) || note) return undefined
  return { kind: 'ConfirmationUnexplained', field: 'note', message: `Say how you know it of ${practiceCode}` }
}

/** Why a declaration is not this caller's to confirm. */
function refuseDirector({ personId }: NetworkScope, { declaration }: EvidenceEntity): EvidenceRefusal | undefined {
  const field = 'evidenceId'
  if (!declaration?.onBehalf) return { kind: 'DeclarationNotOnBehalf', field, message: 'Give a declaration somebody made on your behalf' }
  if (declaration.directorId === personId) return undefined
  return { kind: 'NotADirector', field, message: 'Only the clinical director it names can confirm this declaration' }
}

function contentOf({ practiceCode, happenedOn, note }: ConfirmForPracticeInput): EvidenceContent {
  return {
    ...{ kind: 'PRACTICE_CONFIRMATION', happenedOn, coversFrom: null, coversTo: null, lapsesOn: null },
    ...{ note: note ?? '', link: null, figure: null, declaration: null, practiceCodes: [practiceCode] },
  }
}
