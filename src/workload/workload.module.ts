import { Module, type OnModuleInit } from '@nestjs/common'
import { ChecklistModule } from '../checklist/checklist.module.js'
import { EvidenceModule } from '../evidence/evidence.module.js'
import { NetworkModule } from '../network/network.module.js'
import { AskedMinutesService } from '../priority/asked-minutes.service.js'
import { PriorityModule } from '../priority/priority.module.js'
import { SpecificationModule } from '../specification/specification.module.js'
import { StandingModule } from '../standing/standing.module.js'
import { AssumptionRepository } from './assumption.repository.js'
import { CapacityService } from './capacity.service.js'
import { EstimateService } from './estimate.service.js'
import { EstimatesInForceService } from './estimates-in-force.service.js'
import { EstimatingService } from './estimating.service.js'
import { IndicatorRepository } from './indicator.repository.js'
import { IndicatorMutationResolver, NetworkIndicatorResolver } from './indicator.resolver.js'
import { IndicatorService } from './indicator.service.js'
import {
  ItemRatingResolver,
  ItemWorkloadResolver,
  LoggedMinutesResolver,
  PriorityWorkloadResolver,
  WorkloadChangeResolver,
} from './item-workload.resolver.js'
import { MinutesLogService } from './minutes-log.service.js'
import { PlanInputsService } from './plan-inputs.service.js'
import { PlanItemService } from './plan-item.service.js'
import { RatingService } from './rating.service.js'
import { ReleasedMediansService } from './released-medians.service.js'
import { WorkloadChangeService } from './workload-change.service.js'
import { WorkloadFileService } from './workload-file.service.js'
import { CapacityMutationResolver, MinutesMutationResolver } from './workload-mutation.resolver.js'
import { WorkloadRecordRepository } from './workload-record.repository.js'
import { WorkloadStartService } from './workload-start.service.js'
import { WorkloadLoader } from './workload.loader.js'
import { WorkloadRepository } from './workload.repository.js'
import { CapacitySuggestionResolver, NetworkWorkloadResolver } from './workload.resolver.js'

@Module({
  imports: [SpecificationModule, NetworkModule, ChecklistModule, EvidenceModule, StandingModule, PriorityModule],
  providers: [
    ...[AssumptionRepository, WorkloadRepository, WorkloadRecordRepository, WorkloadLoader],
    ...[ReleasedMediansService, EstimateService, PlanItemService, PlanInputsService, EstimatesInForceService],
    ...[IndicatorRepository, IndicatorService, NetworkIndicatorResolver, IndicatorMutationResolver],
    ...[
      WorkloadChangeService,
      CapacityService,
      EstimatingService,
      MinutesLogService,
      RatingService,
      WorkloadFileService,
      WorkloadStartService,
    ],
    ...[
      NetworkWorkloadResolver,
      CapacitySuggestionResolver,
      ItemWorkloadResolver,
      PriorityWorkloadResolver,
      LoggedMinutesResolver,
      ItemRatingResolver,
    ],
    ...[WorkloadChangeResolver, CapacityMutationResolver, MinutesMutationResolver],
  ],
  exports: [WorkloadRepository, EstimateService, IndicatorService, PlanInputsService, ReleasedMediansService, WorkloadChangeService],
})
export class WorkloadModule implements OnModuleInit {
  constructor(
    private readonly estimates: EstimateService,
    private readonly asked: AskedMinutesService,
  ) {}

  /** Priorities come before this feature, and need what it knows. */
  onModuleInit(): void {
    this.asked.from((networkCode, contractYear, codes) => this.estimates.askedOf(networkCode, contractYear, codes))
  }
}
