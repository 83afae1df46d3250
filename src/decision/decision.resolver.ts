import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { PersonLoader } from '../access/access.loader.js'
import { Person } from '../access/access.types.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { type ChecklistEntity, type OccurrenceEntity } from '../checklist/checklist.entity.js'
import { Checklist, Occurrence } from '../checklist/checklist.types.js'
import { type EvidenceEntity } from '../evidence/evidence.entity.js'
import { Evidence } from '../evidence/evidence.types.js'
import { NetworkReach } from '../network/network-reach.loader.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { type DecisionEntity, type SubmissionEntity } from './decision.entity.js'
import { DecideInput } from './decision.inputs.js'
import { DecisionLoader } from './decision.loader.js'
import { DecisionService } from './decision.service.js'
import { DecideResult, Decision, Submission } from './decision.types.js'

@Resolver(() => Decision)
export class DecisionResolver {
  constructor(
    private readonly service: DecisionService,
    private readonly loader: DecisionLoader,
    private readonly people: PersonLoader,
  ) {}

  @Mutation(() => DecideResult, { description: 'Accept what a network submitted, or return it with a reason: one occurrence or many.' })
  @Allow('occurrence.decide')
  decide(@Args('input') input: DecideInput, @Scope() scope: NetworkScope): Promise<typeof DecideResult> {
    return this.service.decide(scope, input)
  }

  @ResolveField(() => Boolean, {
    description:
      'Whether it holds. It ends when any of its evidence is superseded or withdrawn, with the next decision, and a return by submitting again.',
  })
  async inForce(@Parent() decision: DecisionEntity, @Context() context: object): Promise<boolean> {
    return (await this.loader.holding(context, decision.occurrenceId))?.decision?.id === decision.id
  }

  @ResolveField(() => [Evidence], { description: 'What it was made on.' })
  evidence(@Parent() decision: DecisionEntity, @Context() context: object): Promise<EvidenceEntity[]> {
    return this.loader.evidenceOf(context, decision.submissionId)
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who decided; null where the name was erased.' })
  decidedBy(@Parent() decision: DecisionEntity, @Context() context: object): Promise<Person | null> {
    return this.people.person(context, decision.decidedBy)
  }
}

@Resolver(() => Occurrence)
export class OccurrenceDecisionResolver {
  constructor(private readonly loader: DecisionLoader) {}

  @ResolveField(() => [Submission], { nullable: true, description: 'Each time it was put before the commissioner, oldest first.' })
  @Allow('evidence.read')
  submissions(@Parent() occurrence: OccurrenceEntity, @Context() context: object): Promise<SubmissionEntity[]> {
    return this.loader.submissionsOf(context, occurrence.id)
  }

  @ResolveField(() => [Decision], { nullable: true, description: 'What was decided, oldest first, whether or not it still holds.' })
  @Allow('evidence.read')
  decisions(@Parent() occurrence: OccurrenceEntity, @Context() context: object): Promise<DecisionEntity[]> {
    return this.loader.decisionsOf(context, occurrence.id)
  }
}

@Resolver(() => Checklist)
export class ChecklistSubmissionResolver {
  constructor(
    private readonly loader: DecisionLoader,
    private readonly reach: NetworkReach,
  ) {}

  @ResolveField(() => Boolean, {
    nullable: true,
    description: "Whether the network submits by itself what its commissioner decides on; null for an ICB's own checklist.",
  })
  @Allow('evidence.read')
  async submitsAutomatically(@Parent() checklist: ChecklistEntity, @Context() context: object): Promise<boolean | null> {
    if (checklist.ownerKind === 'BOARD') return null
    return this.loader.isAutomatic(context, await this.reach.network(context, 'evidence.read', checklist.ownerCode))
  }
}
