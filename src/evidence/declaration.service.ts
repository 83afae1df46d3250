import { Injectable } from '@nestjs/common'
import { AccessRepository } from '../access/access.repository.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { type OccurrenceInScope } from '../checklist/checklist.repository.js'
import { Clock } from '../platform/clock.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { type DeclareInput } from './declaration.inputs.js'
import { type Declarant, declarationOf, refuseDeclarant } from './domain/declaration.js'
import { type EvidenceContent } from './domain/evidence-content.js'
import { type Declaration, type DeclaredStatement } from './domain/evidence-kind.js'
import { EvidenceCheckService, type EvidenceRefusal, isRefusal, renamed } from './evidence-check.service.js'
import { statementOf } from './evidence-link.service.js'
import { EvidenceRecordingService, ownerOf } from './evidence-recording.service.js'
import { type EvidenceAnswer } from './evidence.service.js'

/** Makes declarations: the clinical director's own, or entered on her behalf. */
@Injectable()
export class DeclarationService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly access: AccessRepository,
    private readonly check: EvidenceCheckService,
    private readonly recording: EvidenceRecordingService,
    private readonly clock: Clock,
  ) {}

  /** Errors: NOT_FOUND, CONFLICT. */
  declare(scope: NetworkScope, input: DeclareInput): Promise<EvidenceAnswer<'DeclarationMade'>> {
    return this.idempotency.once<EvidenceAnswer<'DeclarationMade'>>(scope.personId, 'declare', input, async () => {
      const serving = await this.check.occurrences(scope, input.occurrenceIds)
      const ownerCode = ownerOf(serving)
      const declarant = await this.declarant(scope, ownerCode, serving, input)
      const content = contentOf(input, declarationOf(declarant, statementsOf(serving)))
      const refusal =
        renamed(await this.check.refuse(scope, ownerCode, content, serving), { happenedOn: 'declaredOn' }) ??
        this.refuseConfirmation(input) ??
        refuseDeclarant(declarant)
      const draft = { action: 'evidence.declare', ownerCode, content, fileIds: [], supersedes: null }
      const evidence = refusal ?? (await this.recording.record(scope, draft, serving))
      return isRefusal(evidence) ? evidence : { kind: 'DeclarationMade', evidence }
    })
  }

  private async declarant(
    { personId }: NetworkScope,
    ownerCode: string,
    serving: readonly OccurrenceInScope[],
    { declaredOn, onBehalfOf }: DeclareInput,
  ): Promise<Declarant> {
    const isDirector = (id: string) => this.access.held(id, 'clinical-director', ownerCode, declaredOn)
    const forBoard = serving.every(({ checklist }) => checklist.ownerKind === 'BOARD')
    const named = onBehalfOf ? { ...onBehalfOf, isDirector: await isDirector(onBehalfOf.directorId) } : null
    return { personId, forBoard, isDirector: await isDirector(personId), onBehalfOf: named }
  }

  private refuseConfirmation({ onBehalfOf }: DeclareInput): EvidenceRefusal | undefined {
    const today = this.clock.today()
    if (!onBehalfOf || onBehalfOf.confirmedOn <= today) return undefined
    const field = 'onBehalfOf.confirmedOn'
    return Object.assign({ kind: 'EvidenceInFuture', field, message: `The day must be ${today} or earlier` }, { latestDay: today })
  }
}

/** One statement for each requirement, however many occurrences it has. */
function statementsOf(serving: readonly OccurrenceInScope[]): DeclaredStatement[] {
  const statements = new Map(serving.map((one) => [one.entry.id, statementOf(one)]))
  return [...statements.values()].sort((one, other) => (one.requirementCode < other.requirementCode ? -1 : 1))
}

function contentOf({ declaredOn, practiceCodes, note }: DeclareInput, declaration: Declaration): EvidenceContent {
  return {
    ...{ kind: 'DECLARATION', happenedOn: declaredOn, coversFrom: null, coversTo: null, lapsesOn: null },
    ...{ note: note ?? '', link: null, figure: null, declaration, practiceCodes: [...new Set(practiceCodes ?? [])].sort() },
  }
}
