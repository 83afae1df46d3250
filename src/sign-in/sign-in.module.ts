import { Global, Module } from '@nestjs/common'
import { SignInDoor } from '../platform/web/sign-in-door.js'
import { AcceptanceService } from './acceptance.service.js'
import { Accounts } from './accounts.service.js'
import { AddressThrottle } from './address-throttle.js'
import { Authenticator } from './authenticator.js'
import { AuthenticatorChange } from './authenticator-change.service.js'
import { CodeUse } from './code-use.service.js'
import { CredentialRepository } from './credential.repository.js'
import { Door } from './door.service.js'
import { IdentityRepository } from './identity.repository.js'
import { IdentityTying } from './identity-tying.service.js'
import { InvitationService } from './invitation.service.js'
import { LinkService } from './link.service.js'
import { LinkUse } from './link-use.service.js'
import { LocalSignIn } from './local-sign-in.service.js'
import { OpenidController } from './openid.controller.js'
import { OpenidProvider } from './openid-provider.js'
import { OpenidSignIn } from './openid-sign-in.service.js'
import { PasswordHashing } from './password-hashing.js'
import { PasswordService } from './password.service.js'
import { ProviderVisit } from './provider-visit.service.js'
import { RoundTrips } from './round-trip.js'
import { SecretChange } from './secret-change.service.js'
import { SecretKey } from './secret-key.js'
import { LinkResolver, LocalAccountResolver, NewAuthenticatorResolver } from './sign-in.resolver.js'
import { Tries } from './tries.service.js'

@Global()
@Module({
  controllers: [OpenidController],
  providers: [
    ...[SecretKey, PasswordHashing, Authenticator, AddressThrottle],
    ...[CredentialRepository, Tries, CodeUse, LocalSignIn, Accounts, PasswordService, AuthenticatorChange, SecretChange],
    ...[IdentityRepository, IdentityTying, OpenidProvider, RoundTrips, ProviderVisit, OpenidSignIn],
    ...[LinkService, LinkUse, AcceptanceService, InvitationService],
    ...[LinkResolver, LocalAccountResolver, NewAuthenticatorResolver],
    { provide: SignInDoor, useClass: Door },
  ],
  exports: [SignInDoor, CredentialRepository, IdentityRepository],
})
export class SignInModule {}
