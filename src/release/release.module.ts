import { Module, type OnModuleInit } from '@nestjs/common'
import { RequestModule } from '../request/request.module.js'
import { SpecificationModule } from '../specification/specification.module.js'
import { ReleasedMediansService } from '../workload/released-medians.service.js'
import { WorkloadModule } from '../workload/workload.module.js'
import { ReleaseSourcesService } from './release-sources.service.js'
import { ReleaseRepository } from './release.repository.js'
import { ReleaseResolver } from './release.resolver.js'
import { ReleaseService } from './release.service.js'

@Module({
  imports: [SpecificationModule, WorkloadModule, RequestModule],
  providers: [ReleaseRepository, ReleaseSourcesService, ReleaseService, ReleaseResolver],
})
export class ReleaseModule implements OnModuleInit {
  constructor(
    private readonly medians: ReleasedMediansService,
    private readonly releases: ReleaseService,
  ) {}

  /** Estimates come before this feature, and use what it publishes. */
  onModuleInit(): void {
    this.medians.from((contractYear) => this.releases.medianOf(contractYear))
  }
}
