import { Global, Module } from '@nestjs/common'
import { CallerResolver } from '../platform/graphql/caller-resolver.js'
import { PersonLoader } from './access.loader.js'
import { AccessRepository } from './access.repository.js'
import { AccessResolver } from './access.resolver.js'
import { AccessService } from './access.service.js'
import { PersonaResolver } from './persona.resolver.js'
import { SessionRepository } from './session.repository.js'
import { SessionService } from './session.service.js'
import { SignInController } from './sign-in.controller.js'

@Global()
@Module({
  controllers: [SignInController],
  providers: [
    AccessRepository,
    AccessService,
    AccessResolver,
    PersonaResolver,
    PersonLoader,
    SessionRepository,
    SessionService,
    { provide: CallerResolver, useExisting: AccessService },
  ],
  exports: [AccessRepository, AccessService, CallerResolver, PersonLoader, SessionService],
})
export class AccessModule {}
