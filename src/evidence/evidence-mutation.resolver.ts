import { Args, Mutation, Resolver } from '@nestjs/graphql'
import { type NetworkScope } from '../access/domain/scope.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { ConfirmationService } from './confirmation.service.js'
import { ConfirmDeclarationInput, ConfirmForPracticeInput, DeclareInput } from './declaration.inputs.js'
import { DeclarationService } from './declaration.service.js'
import { EvidenceLinkService } from './evidence-link.service.js'
import {
  ConfirmDeclarationResult,
  ConfirmForPracticeResult,
  DeclareResult,
  LinkEvidenceResult,
  RecordEvidenceResult,
  SupersedeEvidenceResult,
  UnlinkEvidenceResult,
  WithdrawEvidenceResult,
} from './evidence-result.types.js'
import {
  LinkEvidenceInput,
  RecordEvidenceInput,
  SupersedeEvidenceInput,
  UnlinkEvidenceInput,
  WithdrawEvidenceInput,
} from './evidence.inputs.js'
import { EvidenceService } from './evidence.service.js'

@Resolver()
export class EvidenceMutationResolver {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly links: EvidenceLinkService,
    private readonly declarations: DeclarationService,
    private readonly confirmations: ConfirmationService,
  ) {}

  @Mutation(() => RecordEvidenceResult, { description: 'Record what an organisation can show, once for everything it serves.' })
  @Allow('evidence.record')
  recordEvidence(@Args('input') input: RecordEvidenceInput, @Scope() scope: NetworkScope) {
    return this.evidence.record(scope, input)
  }

  @Mutation(() => SupersedeEvidenceResult, { description: 'Correct evidence: the correction takes its place, and it is kept.' })
  @Allow('evidence.record')
  supersedeEvidence(@Args('input') input: SupersedeEvidenceInput, @Scope() scope: NetworkScope) {
    return this.evidence.supersede(scope, input)
  }

  @Mutation(() => WithdrawEvidenceResult, { description: 'Take evidence back, saying why. It is kept with the reason.' })
  @Allow('evidence.record')
  withdrawEvidence(@Args('input') input: WithdrawEvidenceInput, @Scope() scope: NetworkScope) {
    return this.evidence.withdraw(scope, input)
  }

  @Mutation(() => LinkEvidenceResult, { description: 'Let evidence already recorded show something more.' })
  @Allow('evidence.record')
  linkEvidence(@Args('input') input: LinkEvidenceInput, @Scope() scope: NetworkScope) {
    return this.links.link(scope, input)
  }

  @Mutation(() => UnlinkEvidenceResult, { description: 'Say that evidence does not show these occurrences after all.' })
  @Allow('evidence.record')
  unlinkEvidence(@Args('input') input: UnlinkEvidenceInput, @Scope() scope: NetworkScope) {
    return this.links.unlink(scope, input)
  }

  @Mutation(() => DeclareResult, {
    description: 'Declare requirements met, in their own words: the clinical director, or somebody on her behalf.',
  })
  @Allow('evidence.declare')
  declare(@Args('input') input: DeclareInput, @Scope() scope: NetworkScope) {
    return this.declarations.declare(scope, input)
  }

  @Mutation(() => ConfirmDeclarationResult, { description: 'Confirm, as the clinical director, what was declared on your behalf.' })
  @Allow('evidence.declare')
  confirmDeclaration(@Args('input') input: ConfirmDeclarationInput, @Scope() scope: NetworkScope) {
    return this.confirmations.confirmDeclaration(scope, input)
  }

  @Mutation(() => ConfirmForPracticeResult, {
    description: 'Confirm a practice’s part: its own staff, or the manager saying how they know.',
  })
  @Allow('evidence.confirm')
  confirmForPractice(@Args('input') input: ConfirmForPracticeInput, @Scope() scope: NetworkScope) {
    return this.confirmations.confirmForPractice(scope, input)
  }
}
