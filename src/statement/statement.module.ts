import { Module } from '@nestjs/common'
import { CrowdOutModule } from '../crowd-out/crowd-out.module.js'
import { NetworkModule } from '../network/network.module.js'
import { PriorityModule } from '../priority/priority.module.js'
import { RequestModule } from '../request/request.module.js'
import { PublishingService } from './publishing.service.js'
import { StatedRequestsService } from './stated-requests.service.js'
import { StatementLoader } from './statement.loader.js'
import { StatementRepository } from './statement.repository.js'
import {
  NetworkStatementResolver,
  PublishedStatementResolver,
  PublishedStatementsResolver,
  StatedRequestResolver,
  StatementMutationResolver,
  StatementPublishedResolver,
  StatementWithdrawnResolver,
  StatementWordsResolver,
} from './statement.resolver.js'
import { StatementService } from './statement.service.js'

@Module({
  imports: [NetworkModule, PriorityModule, RequestModule, CrowdOutModule],
  providers: [
    ...[StatementRepository, StatementLoader, StatedRequestsService, StatementService, PublishingService],
    ...[NetworkStatementResolver, PublishedStatementResolver, PublishedStatementsResolver, StatementMutationResolver],
    ...[StatementPublishedResolver, StatementWithdrawnResolver, StatementWordsResolver, StatedRequestResolver],
  ],
})
export class StatementModule {}
