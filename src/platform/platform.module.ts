import { type DynamicModule, Global, Module } from '@nestjs/common'
import { type DataSource } from 'typeorm'
import { AuditEntryRepository } from './audit-log/audit-entry.repository.js'
import { AuditLog } from './audit-log/audit-log.js'
import { Clock } from './clock.js'
import { Config } from './config.js'
import { Database, READER, WRITER } from './database/database.js'
import { HealthController } from './health/health.controller.js'
import { Idempotency } from './idempotency/idempotency.js'
import { InstallationRepository } from './service/installation.repository.js'
import { InstallationResolver } from './service/installation.resolver.js'
import { ServiceResolver } from './service/service.resolver.js'

/** What the platform is built on: made by whoever starts it, so that tests can give their own. */
export interface Foundations {
  readonly config: Config
  readonly writer: DataSource
  readonly reader: DataSource
  readonly clock: Clock
}

@Global()
@Module({})
export class PlatformModule {
  static on({ config, writer, reader, clock }: Foundations): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController],
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: WRITER, useValue: writer },
        { provide: READER, useValue: reader },
        Database,
        AuditEntryRepository,
        AuditLog,
        Idempotency,
        ServiceResolver,
        InstallationRepository,
        InstallationResolver,
      ],
      exports: [Config, Clock, Database, AuditLog, Idempotency],
    }
  }
}
