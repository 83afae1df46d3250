import { Module } from '@nestjs/common'
import { ChecklistModule } from '../checklist/checklist.module.js'
import { NetworkModule } from '../network/network.module.js'
import { PriorityModule } from '../priority/priority.module.js'
import { RequestModule } from '../request/request.module.js'
import { SpecificationModule } from '../specification/specification.module.js'
import { WorkloadModule } from '../workload/workload.module.js'
import {
  BurdenOfItemResolver,
  BurdenResolver,
  DeclarationReadingSetResolver,
  NetworkBurdenResolver,
  TariffMutationResolver,
  TariffSetResolver,
} from './burden.resolver.js'
import { BurdenService } from './burden.service.js'
import { CrowdOutItemResolver, CrowdOutPriorityResolver, PaidWorkResolver } from './crowd-out-item.resolver.js'
import { CrowdOutLoader } from './crowd-out.loader.js'
import { CrowdOutRepository } from './crowd-out.repository.js'
import { CrowdOutResolver, NetworkCrowdOutResolver, StaffGroupCrowdOutResolver } from './crowd-out.resolver.js'
import { CrowdOutService } from './crowd-out.service.js'
import {
  DisplacementChangeResolver,
  DisplacementMutationResolver,
  DisplacementResolver,
  NetworkDisplacementResolver,
  ObservedPriorityResolver,
} from './displacement.resolver.js'
import { DisplacementService } from './displacement.service.js'
import { DisplacementTrace } from './displacement-trace.service.js'
import { ExplanationService } from './explanation.service.js'
import { HighlightService } from './highlight.service.js'
import { ObservedService } from './observed.service.js'
import {
  BurdenOutsideCostResolver,
  OutsideCostChangeResolver,
  OutsideCostMutationResolver,
  OutsideCostResolver,
} from './outside-cost.resolver.js'
import { OutsideCostService } from './outside-cost.service.js'
import { NetworkPaymentBaseResolver, PaymentBaseMutationResolver, PaymentBaseSetResolver } from './payment-base.resolver.js'
import { PaymentBaseService } from './payment-base.service.js'
import { TariffService } from './tariff.service.js'

@Module({
  imports: [SpecificationModule, NetworkModule, ChecklistModule, PriorityModule, WorkloadModule, RequestModule],
  providers: [
    ...[CrowdOutRepository, CrowdOutLoader, CrowdOutService, HighlightService, ExplanationService, BurdenService],
    ...[TariffService, DisplacementTrace, DisplacementService, ObservedService],
    ...[NetworkCrowdOutResolver, CrowdOutResolver, StaffGroupCrowdOutResolver, CrowdOutItemResolver, CrowdOutPriorityResolver],
    ...[PaidWorkResolver, NetworkBurdenResolver, BurdenResolver, BurdenOfItemResolver, TariffMutationResolver, TariffSetResolver],
    ...[DeclarationReadingSetResolver, NetworkDisplacementResolver, DisplacementResolver, ObservedPriorityResolver],
    ...[DisplacementChangeResolver, DisplacementMutationResolver],
    ...[PaymentBaseService, NetworkPaymentBaseResolver, PaymentBaseMutationResolver, PaymentBaseSetResolver],
    ...[OutsideCostService, BurdenOutsideCostResolver, OutsideCostResolver, OutsideCostMutationResolver, OutsideCostChangeResolver],
  ],
  exports: [CrowdOutLoader, CrowdOutService, HighlightService, ExplanationService],
})
export class CrowdOutModule {}
