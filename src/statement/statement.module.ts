import { Module } from '@nestjs/common'
import { CrowdOutModule } from '../crowd-out/crowd-out.module.js'
import { NetworkModule } from '../network/network.module.js'
import { PriorityModule } from '../priority/priority.module.js'
import { RequestModule } from '../request/request.module.js'
import { PublishingService } from './publishing.service.js'
import { StatementLoader } from './statement.loader.js'
import { StatementRepository } from './statement.repository.js'
import {
  NetworkStatementResolver,
  PublishedStatementResolver,
  StatementMutationResolver,
  StatementPublishedResolver,
  StatementWithdrawnResolver,
} from './statement.resolver.js'
import { StatementService } from './statement.service.js'

@Module({
  imports: [NetworkModule, PriorityModule, RequestModule, CrowdOutModule],
  providers: [
    ...[StatementRepository, StatementLoader, StatementService, PublishingService],
    ...[NetworkStatementResolver, PublishedStatementResolver, StatementMutationResolver],
    ...[StatementPublishedResolver, StatementWithdrawnResolver],
  ],
})
export class StatementModule {}
