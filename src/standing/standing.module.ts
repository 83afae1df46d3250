import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common'
import { type NextFunction, type Request, type Response } from 'express'
import { ChecklistModule } from '../checklist/checklist.module.js'
import { DecisionModule } from '../decision/decision.module.js'
import { EvidenceModule } from '../evidence/evidence.module.js'
import { NetworkModule } from '../network/network.module.js'
import { SpecificationModule } from '../specification/specification.module.js'
import { DeadlineService } from './deadline.service.js'
import { BoardStandingResolver, EnglandResolver } from './england.resolver.js'
import { FactsService } from './facts.service.js'
import { HistoryLoader } from './history.loader.js'
import { HistoryRepository } from './history.repository.js'
import { ProgressRepository } from './progress.repository.js'
import { ProjectionService } from './projection.service.js'
import { StandingLoader } from './standing.loader.js'
import { StandingRepository } from './standing.repository.js'
import {
  AreaStandingResolver,
  ChecklistStandingResolver,
  HistoryEntryResolver,
  ItemStandingResolver,
  OccurrenceStandingResolver,
} from './standing.resolver.js'
import { StandingService } from './standing.service.js'

@Module({
  imports: [SpecificationModule, NetworkModule, ChecklistModule, EvidenceModule, DecisionModule],
  providers: [
    ...[
      StandingRepository,
      ProgressRepository,
      HistoryRepository,
      FactsService,
      ProjectionService,
      StandingService,
      DeadlineService,
      StandingLoader,
      HistoryLoader,
    ],
    ...[ChecklistStandingResolver, AreaStandingResolver, OccurrenceStandingResolver, ItemStandingResolver, HistoryEntryResolver],
    ...[EnglandResolver, BoardStandingResolver],
  ],
  exports: [StandingService, FactsService],
})
export class StandingModule implements NestModule {
  constructor(private readonly standing: StandingService) {}

  /** Whatever is asked first on a day finds every status of that day. */
  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply((_request: Request, _response: Response, next: NextFunction) => {
        this.standing.upToToday().then(() => next(), next)
      })
      .exclude('assets/*path', 'health/*path', 'metrics')
      .forRoutes('{*path}')
  }
}
