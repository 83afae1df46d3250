import { Global, Module } from '@nestjs/common'
import { SpecificationModule } from '../specification/specification.module.js'
import { AssignmentRepository } from './assignment.repository.js'
import { AssignmentResolver, HandOverResolver, OwnersSetResolver } from './assignment.resolver.js'
import { AssignmentService } from './assignment.service.js'
import { ChecklistEventRepository } from './checklist-event.repository.js'
import { ChecklistEventService } from './checklist-event.service.js'
import { ChecklistItemLoader } from './checklist-item.loader.js'
import { ChecklistItemResolver, ItemChangeResolver, OccurrenceResolver } from './checklist-item.resolver.js'
import { ChecklistItemsResolver } from './checklist-items.resolver.js'
import { ChecklistLoader } from './checklist.loader.js'
import { ChecklistRepository } from './checklist.repository.js'
import { BoardChecklistResolver, ChecklistPeopleResolver, ChecklistResolver, NetworkChecklistResolver } from './checklist.resolver.js'
import { ChecklistService } from './checklist.service.js'
import { GlossaryRepository } from './glossary.repository.js'
import { GlossaryResolver } from './glossary.resolver.js'
import { HandOverService } from './hand-over.service.js'
import { ItemChangeService } from './item-change.service.js'
import { ItemListRepository } from './item-list.repository.js'
import { LocalDayRepository } from './local-day.repository.js'
import { BoardLocalDayResolver, LocalDayResolver } from './local-day.resolver.js'
import { LocalDayService } from './local-day.service.js'
import { MarkRepository } from './mark.repository.js'
import { ChecklistEventResolver, MarkResolver } from './mark.resolver.js'
import { MarkService } from './mark.service.js'
import { OpeningRepository } from './opening.repository.js'
import { OpeningService } from './opening.service.js'
import { OwnersFileService } from './owners-file.service.js'

const repositories = [ChecklistRepository, ChecklistEventRepository, MarkRepository, LocalDayRepository, AssignmentRepository]
const loaders = [ChecklistLoader, ChecklistItemLoader]
const services = [
  ChecklistService,
  ItemChangeService,
  MarkService,
  ChecklistEventService,
  AssignmentService,
  OwnersFileService,
  HandOverService,
  LocalDayService,
  OpeningService,
]
const resolvers = [
  ...[NetworkChecklistResolver, BoardChecklistResolver, ChecklistResolver, ChecklistPeopleResolver, ChecklistItemsResolver],
  ...[ChecklistItemResolver, OccurrenceResolver, ItemChangeResolver, MarkResolver, ChecklistEventResolver],
  ...[AssignmentResolver, HandOverResolver, OwnersSetResolver, LocalDayResolver, BoardLocalDayResolver, GlossaryResolver],
]

/** A specification as one network, or one ICB, has to meet it. */
@Global()
@Module({
  imports: [SpecificationModule],
  providers: [...repositories, OpeningRepository, ItemListRepository, GlossaryRepository, ...loaders, ...services, ...resolvers],
  exports: [...repositories, ...loaders, ChecklistService, ItemChangeService],
})
export class ChecklistModule {}
