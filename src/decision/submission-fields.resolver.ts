import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { PersonLoader } from '../access/access.loader.js'
import { Person } from '../access/access.types.js'
import { ChecklistItemLoader } from '../checklist/checklist-item.loader.js'
import { type ChecklistItemEntity, type OccurrenceEntity } from '../checklist/checklist.entity.js'
import { ChecklistLoader } from '../checklist/checklist.loader.js'
import { ChecklistItem, Occurrence } from '../checklist/checklist.types.js'
import { type EvidenceEntity } from '../evidence/evidence.entity.js'
import { Evidence } from '../evidence/evidence.types.js'
import { type NetworkEntity } from '../network/network.entity.js'
import { NetworkLoader } from '../network/network.loader.js'
import { Network } from '../network/network.types.js'
import { type DecisionEntity, type SubmissionEntity } from './decision.entity.js'
import { DecisionLoader } from './decision.loader.js'
import { Decision, Submission } from './decision.types.js'

@Resolver(() => Submission)
export class SubmissionFieldsResolver {
  constructor(
    private readonly loader: DecisionLoader,
    private readonly items: ChecklistItemLoader,
    private readonly checklists: ChecklistLoader,
    private readonly networks: NetworkLoader,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => [Evidence], { description: 'Exactly what it showed: what there is to decide on.' })
  evidence(@Parent() submission: SubmissionEntity, @Context() context: object): Promise<EvidenceEntity[]> {
    return this.loader.evidenceOf(context, submission.id)
  }

  @ResolveField(() => Decision, { nullable: true, description: 'What was decided on it; null while nothing was.' })
  decision(@Parent() submission: SubmissionEntity, @Context() context: object): Promise<DecisionEntity | null> {
    return this.loader.decisionOn(context, submission.id)
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who submitted it; null when it happened by itself.' })
  submittedBy(@Parent() submission: SubmissionEntity, @Context() context: object): Promise<Person | null> | null {
    return submission.submittedBy === null ? null : this.people.person(context, submission.submittedBy)
  }

  @ResolveField(() => Occurrence, { description: 'What was submitted.' })
  occurrence(@Parent() submission: SubmissionEntity, @Context() context: object): Promise<OccurrenceEntity | null> {
    return this.items.occurrence(context, submission.occurrenceId)
  }

  @ResolveField(() => ChecklistItem, { nullable: true, description: 'The item it is an occurrence of.' })
  async item(@Parent() submission: SubmissionEntity, @Context() context: object): Promise<ChecklistItemEntity | null> {
    const occurrence = await this.occurrence(submission, context)
    return occurrence && this.items.item(context, occurrence.itemId)
  }

  @ResolveField(() => Network, { nullable: true, description: 'Whose it is.' })
  async network(@Parent() submission: SubmissionEntity, @Context() context: object): Promise<NetworkEntity | null> {
    const item = await this.item(submission, context)
    const checklist = item && (await this.checklists.checklist(context, item.checklistId))
    return checklist && this.networks.network(context, checklist.ownerCode)
  }
}
