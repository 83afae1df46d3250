import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { type PersonEntity } from '../access/access.entity.js'
import { PersonLoader } from '../access/access.loader.js'
import { Person } from '../access/access.types.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { AssignItemInput, HandOverItemsInput, SetOwnersFromCsvInput } from './assignment.inputs.js'
import { AssignmentService } from './assignment.service.js'
import { AssignItemResult, HandOverItemsResult, OwnersSet, SetOwnersFromCsvResult } from './assignment.types.js'
import { type ChecklistEntity, type ChecklistItemEntity } from './checklist.entity.js'
import { ChecklistItemLoader } from './checklist-item.loader.js'
import { ChecklistLoader } from './checklist.loader.js'
import { Checklist, ChecklistItem } from './checklist.types.js'
import { HandOverService } from './hand-over.service.js'
import { OwnersFileService } from './owners-file.service.js'

@Resolver(() => ChecklistItem)
export class AssignmentResolver {
  constructor(
    private readonly service: AssignmentService,
    private readonly files: OwnersFileService,
    private readonly loader: ChecklistItemLoader,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => Person, { nullable: true, description: 'Who looks after it. The owner’s own: null to anybody else.' })
  @Allow('assignment.read')
  async assignee(@Parent() item: ChecklistItemEntity, @Context() context: object): Promise<PersonEntity | null> {
    const assignment = await this.loader.assignmentOf(context, item.id)
    return assignment?.assigneeId ? this.people.person(context, assignment.assigneeId) : null
  }

  @ResolveField(() => String, { nullable: true, description: 'A note to who looks after it. The owner’s own: null to anybody else.' })
  @Allow('assignment.read')
  async assignmentNote(@Parent() item: ChecklistItemEntity, @Context() context: object): Promise<string | null> {
    return (await this.loader.assignmentOf(context, item.id))?.note ?? null
  }

  @Mutation(() => AssignItemResult, { description: 'Say who looks after an item from now on.' })
  @Allow('item.assign')
  assignItem(@Args('input') input: AssignItemInput, @Scope() scope: NetworkScope): Promise<typeof AssignItemResult> {
    return this.service.assign(scope, input)
  }

  @Mutation(() => SetOwnersFromCsvResult, { description: 'Set owners and notes of items from a file: all of it, or nothing.' })
  @Allow('item.assign')
  setOwnersFromCsv(@Args('input') input: SetOwnersFromCsvInput, @Scope() scope: NetworkScope): Promise<typeof SetOwnersFromCsvResult> {
    return this.files.set(scope, input)
  }
}

@Resolver(() => ChecklistItem)
export class HandOverResolver {
  constructor(
    private readonly service: HandOverService,
    private readonly items: ChecklistItemLoader,
    private readonly checklists: ChecklistLoader,
  ) {}

  @ResolveField(() => Boolean, {
    nullable: true,
    description:
      'Whether who looks after it works there no longer, so that it waits for somebody else. Null where nobody does, or to anybody else.',
  })
  @Allow('assignment.read')
  async assigneeHasLeft(@Parent() item: ChecklistItemEntity, @Context() context: object): Promise<boolean | null> {
    const assignment = await this.items.assignmentOf(context, item.id)
    if (!assignment?.assigneeId) return null
    const checklist = await this.checklists.checklist(context, item.checklistId)
    const people = await this.checklists.assignableOf(context, checklist?.ownerCode ?? '')
    return !people.some(({ personId }) => personId === assignment.assigneeId)
  }

  @Mutation(() => HandOverItemsResult, { description: 'Give everything one person looks after to another, such as their successor.' })
  @Allow('item.assign')
  handOverItems(@Args('input') input: HandOverItemsInput, @Scope() scope: NetworkScope): Promise<typeof HandOverItemsResult> {
    return this.service.handOver(scope, input)
  }
}

@Resolver(() => OwnersSet)
export class OwnersSetResolver {
  constructor(private readonly loader: ChecklistLoader) {}

  @ResolveField(() => Checklist)
  checklist(@Parent() { checklistId }: OwnersSet, @Context() context: object): Promise<ChecklistEntity | null> {
    return this.loader.checklist(context, checklistId)
  }
}
