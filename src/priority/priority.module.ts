import { Module } from '@nestjs/common'
import { ChecklistModule } from '../checklist/checklist.module.js'
import { NetworkModule } from '../network/network.module.js'
import { SpecificationModule } from '../specification/specification.module.js'
import { AskedMinutesService } from './asked-minutes.service.js'
import { ContractYearLoader } from './contract-year.loader.js'
import { OwnNetworkLoader } from './own-network.loader.js'
import { OwnNetworkRepository } from './own-network.repository.js'
import { PriorityCourseService } from './priority-course.service.js'
import { PriorityChangeResolver, PriorityMutationResolver } from './priority-mutation.resolver.js'
import { PriorityRecordService } from './priority-record.service.js'
import { PriorityLoader } from './priority.loader.js'
import { PriorityRepository } from './priority.repository.js'
import {
  MilestoneMarkResolver,
  MilestoneResolver,
  NetworkPriorityResolver,
  PriorityClosingResolver,
  PriorityRankingResolver,
  PriorityResolver,
} from './priority.resolver.js'
import { PriorityService } from './priority.service.js'

@Module({
  imports: [SpecificationModule, NetworkModule, ChecklistModule],
  providers: [
    ...[OwnNetworkRepository, OwnNetworkLoader, ContractYearLoader, PriorityRepository, PriorityLoader],
    ...[AskedMinutesService, PriorityRecordService, PriorityService, PriorityCourseService],
    ...[NetworkPriorityResolver, PriorityResolver, PriorityClosingResolver, PriorityRankingResolver],
    ...[MilestoneResolver, MilestoneMarkResolver],
    ...[PriorityMutationResolver, PriorityChangeResolver],
  ],
  exports: [
    OwnNetworkRepository,
    OwnNetworkLoader,
    ContractYearLoader,
    PriorityRepository,
    PriorityLoader,
    PriorityService,
    AskedMinutesService,
  ],
})
export class PriorityModule {}
