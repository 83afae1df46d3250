import { Module } from '@nestjs/common'
import { AuditRepository } from './audit.repository.js'
import { AuditPageResolver, AuditResolver } from './audit.resolver.js'
import { ChainCheckService } from './chain-check.service.js'
import { ChainRepository } from './chain.repository.js'

@Module({ providers: [AuditRepository, ChainRepository, ChainCheckService, AuditResolver, AuditPageResolver] })
export class AuditModule {}
