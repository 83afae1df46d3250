import { Global, Module } from '@nestjs/common'
import { CallerResolver } from '../platform/graphql/caller-resolver.js'
import { PersonLoader } from './access.loader.js'
import { AccessRepository } from './access.repository.js'
import { AccessResolver } from './access.resolver.js'
import { AccessService } from './access.service.js'

@Global()
@Module({
  providers: [AccessRepository, AccessService, AccessResolver, PersonLoader, { provide: CallerResolver, useExisting: AccessService }],
  exports: [AccessRepository, AccessService, CallerResolver, PersonLoader],
})
export class AccessModule {}
