import { Global, Module } from '@nestjs/common'
import { CallerResolver } from '../platform/graphql/caller-resolver.js'
import { PersonLoader } from './access.loader.js'
import { AccessRepository } from './access.repository.js'
import { AccessEnding } from './access-ending.service.js'
import { AccessResolver } from './access.resolver.js'
import { AccessService } from './access.service.js'
import { AccountResolver, ViewerAccountResolver } from './account.resolver.js'
import { AccountService } from './account.service.js'
import { BrowserSessionsService } from './browser-sessions.service.js'
import { InvitationRepository } from './invitation.repository.js'
import { PersonMembershipRepository } from './membership.repository.js'
import { PermissionResolver } from './permission.resolver.js'
import { PersonaResolver } from './persona.resolver.js'
import { Personas } from './personas.js'
import { SessionRepository } from './session.repository.js'
import { SessionService } from './session.service.js'
import { TokenRepository } from './token.repository.js'
import { TokenService } from './token.service.js'
import { TokenUse } from './token-use.js'

@Global()
@Module({
  providers: [
    AccessRepository,
    AccessService,
    AccessResolver,
    PersonaResolver,
    Personas,
    PersonLoader,
    SessionRepository,
    SessionService,
    BrowserSessionsService,
    TokenRepository,
    TokenUse,
    TokenService,
    AccountService,
    AccountResolver,
    ViewerAccountResolver,
    PermissionResolver,
    AccessEnding,
    InvitationRepository,
    PersonMembershipRepository,
    { provide: CallerResolver, useExisting: AccessService },
  ],
  exports: [
    ...[AccessRepository, AccessService, AccessEnding, CallerResolver, Personas, PersonLoader],
    ...[InvitationRepository, PersonMembershipRepository, SessionService, TokenService],
  ],
})
export class AccessModule {}
