import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { AuditEntry } from '../audit/audit.types.js'
import { type ChecklistItemEntity } from '../checklist/checklist.entity.js'
import { ChecklistItem } from '../checklist/checklist.types.js'
import { type AuditEntryEntity } from '../platform/audit-log/audit-entry.entity.js'
import { subjectsOf } from './domain/entry-subjects.js'
import { EntryItemLoader } from './entry-item.loader.js'

@Resolver(() => AuditEntry)
export class EntryItemResolver {
  constructor(private readonly loader: EntryItemLoader) {}

  @ResolveField(() => [ChecklistItem], {
    description: 'The checklist items it is about, by code: those the caller may see. None when it is about something else.',
  })
  items(@Parent() entry: AuditEntryEntity, @Context() context: object): Promise<ChecklistItemEntity[]> {
    return this.loader.of(context, subjectsOf(entry))
  }
}
