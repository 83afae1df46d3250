import { Module } from '@nestjs/common'
import { NetworkModule } from '../network/network.module.js'
import { PriorityModule } from '../priority/priority.module.js'
import { SpecificationModule } from '../specification/specification.module.js'
import { WorkloadModule } from '../workload/workload.module.js'
import { AttendanceService } from './attendance.service.js'
import { LmcCoverageRepository } from './lmc-coverage.repository.js'
import { LmcCoverageResolver } from './lmc-coverage.resolver.js'
import { LmcCoverageService } from './lmc-coverage.service.js'
import { NetworkRequestResolver, NetworkRequestsResolver, RequestAnswerResolver } from './network-request.resolver.js'
import { RequestAnswerService } from './request-answer.service.js'
import { RequestCheckService } from './request-check.service.js'
import { RequestDeskRepository } from './request-desk.repository.js'
import {
  NetworkRequestChangeResolver,
  RequestChangeResolver,
  RequestMutationResolver,
  SiftingMutationResolver,
} from './request-mutation.resolver.js'
import { RequestRecordRepository } from './request-record.repository.js'
import { RequestRecordService } from './request-record.service.js'
import { RequestLoader } from './request.loader.js'
import { RequestRepository } from './request.repository.js'
import { RequestResolver } from './request.resolver.js'
import { RequestService } from './request.service.js'
import { SiftingService } from './sifting.service.js'
import { WordingRepository } from './wording.repository.js'
import { WordingService } from './wording.service.js'

@Module({
  imports: [SpecificationModule, NetworkModule, PriorityModule, WorkloadModule],
  providers: [
    ...[RequestRepository, RequestDeskRepository, RequestRecordRepository, WordingRepository, LmcCoverageRepository, RequestLoader],
    ...[RequestCheckService, RequestRecordService, RequestService, RequestAnswerService, AttendanceService],
    ...[SiftingService, WordingService, LmcCoverageService],
    ...[RequestResolver, NetworkRequestsResolver, NetworkRequestResolver, RequestAnswerResolver, LmcCoverageResolver],
    ...[RequestMutationResolver, SiftingMutationResolver, RequestChangeResolver, NetworkRequestChangeResolver],
  ],
  exports: [RequestRepository, RequestDeskRepository, RequestLoader, LmcCoverageRepository, LmcCoverageService],
})
export class RequestModule {}
