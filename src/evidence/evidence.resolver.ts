import { type OnModuleInit } from '@nestjs/common'
import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { PersonLoader } from '../access/access.loader.js'
import { Person } from '../access/access.types.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { type OccurrenceEntity } from '../checklist/checklist.entity.js'
import { Occurrence } from '../checklist/checklist.types.js'
import { recordedDaysAfter } from '../checklist/domain/lateness.js'
import { Clock } from '../platform/clock.js'
import { type StoredFileEntity } from '../platform/files/stored-file.entity.js'
import { Nodes } from '../platform/graphql/node.js'
import { type EvidenceStatus } from './domain/evidence-kind.js'
import { evidenceStatusOf } from './domain/evidence-status.js'
import { type EvidenceEndEntity, type EvidenceEntity } from './evidence.entity.js'
import { EvidenceLoader } from './evidence.loader.js'
import { EvidenceRepository } from './evidence.repository.js'
import { Declaration, Evidence, EvidenceEnd, EvidenceFile, EvidenceStatusEnum } from './evidence.types.js'

@Resolver(() => Evidence)
export class EvidenceResolver implements OnModuleInit {
  constructor(
    private readonly repository: EvidenceRepository,
    private readonly loader: EvidenceLoader,
    private readonly people: PersonLoader,
    private readonly nodes: Nodes,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const find = (scope: NetworkScope, id: string) => (id.length === 36 ? this.repository.one(scope, id) : Promise.resolve(null))
    this.nodes.register({ type: 'Evidence', permission: 'evidence.read', find })
  }

  @ResolveField(() => EvidenceStatusEnum, { description: 'Whether it stands today.' })
  async status(@Parent() evidence: EvidenceEntity, @Context() context: object): Promise<EvidenceStatus> {
    const end = await this.loader.end(context, evidence.id)
    return evidenceStatusOf(evidence.lapsesOn, end?.kind ?? null, this.clock.today())
  }

  @ResolveField(() => EvidenceEnd, { nullable: true, description: 'Why it was superseded or withdrawn; null while it was neither.' })
  ended(@Parent() evidence: EvidenceEntity, @Context() context: object): Promise<EvidenceEndEntity | null> {
    return this.loader.end(context, evidence.id)
  }

  @ResolveField(() => Int, { description: 'Days between what it is about and its being recorded. It is not lateness.' })
  recordedDaysAfter(@Parent() evidence: EvidenceEntity): number {
    return recordedDaysAfter(evidence)
  }

  @ResolveField(() => Declaration, { nullable: true })
  declaration(@Parent() evidence: EvidenceEntity): Declaration | null {
    return evidence.declaration && { ...evidence.declaration, evidenceId: evidence.id }
  }

  @ResolveField(() => [EvidenceFile], { description: 'In the order they were attached.' })
  files(@Parent() evidence: EvidenceEntity, @Context() context: object): Promise<StoredFileEntity[]> {
    return this.loader.files(context, evidence.id)
  }

  @ResolveField(() => Evidence, { nullable: true, description: 'What it corrects.' })
  supersedes(@Parent() evidence: EvidenceEntity, @Context() context: object): Promise<EvidenceEntity | null> | null {
    return evidence.supersedesId === null ? null : this.loader.one(context, evidence.supersedesId)
  }

  @ResolveField(() => Evidence, { nullable: true, description: 'The correction that took its place, where you may see it.' })
  async replacedBy(@Parent() evidence: EvidenceEntity, @Context() context: object): Promise<EvidenceEntity | null> {
    const end = await this.loader.end(context, evidence.id)
    return end?.replacedById ? this.loader.one(context, end.replacedById) : null
  }

  @ResolveField(() => [Occurrence], { description: 'What it serves, as far as you may see it.' })
  occurrences(@Parent() evidence: EvidenceEntity, @Context() context: object): Promise<OccurrenceEntity[]> {
    return this.loader.occurrences(context, evidence.id)
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who recorded it: for the organisation’s own people.' })
  async recordedBy(@Parent() evidence: EvidenceEntity, @Context() context: object): Promise<Person | null> {
    const recorder = await this.loader.recorder(context, evidence.id)
    return recorder && this.people.person(context, recorder.recordedBy)
  }
}
