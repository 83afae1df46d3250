import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Viewer } from '../access/access.types.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { Allow, AllowEverybody, type Caller, CurrentCaller, Scope } from '../platform/graphql/allow.js'
import { AuthenticatorChange } from './authenticator-change.service.js'
import { Authenticator } from './authenticator.js'
import { CredentialRepository } from './credential.repository.js'
import { InvitationService, membershipOf } from './invitation.service.js'
import { LinkService } from './link.service.js'
import { PasswordService } from './password.service.js'
import {
  AcceptInvitationInput,
  AuthenticatorArgs,
  ChangeAuthenticatorInput,
  ChangePasswordInput,
  LinkArgs,
  NewRecoveryCodesInput,
} from './sign-in.inputs.js'
import {
  AcceptInvitationResult,
  AuthenticatorSecret,
  ChangeAuthenticatorResult,
  ChangePasswordResult,
  LocalAccount,
  NewRecoveryCodesResult,
  OneTimeLink,
} from './sign-in.types.js'

/** One-time links, for whoever holds one: its secret is the permission. */
@Resolver(() => OneTimeLink)
export class LinkResolver {
  constructor(
    private readonly links: LinkService,
    private readonly invitations: InvitationService,
    private readonly authenticator: Authenticator,
  ) {}

  @Query(() => OneTimeLink, {
    nullable: true,
    description:
      'What a one-time link offers to whoever holds it; null when it was used, withdrawn or has expired, or there never was one.',
  })
  @AllowEverybody()
  async invitation(@Args() { secret }: LinkArgs, @CurrentCaller() caller: Caller): Promise<OneTimeLink | null> {
    const held = await this.links.held(secret, caller)
    if (!held) return null
    const { id, name, email, startsOn, endsOn, expiresAt } = held.link
    const invitedBy = (await this.links.makerOf(held.link))?.name ?? null
    return { id, name, email, startsOn, endsOn, expiresAt, invitedBy, membership: membershipOf(held.link), acceptance: held.acceptance }
  }

  @ResolveField(() => AuthenticatorSecret, {
    name: 'authenticator',
    nullable: true,
    description: 'What the authenticator app of a new account is to be given; null where the link makes none.',
  })
  authenticatorSecret(@Parent() { id, email, acceptance }: OneTimeLink, @Args() { seed }: AuthenticatorArgs): AuthenticatorSecret | null {
    return acceptance === 'NEW_ACCOUNT' ? this.authenticator.setUpFor(id, seed, email) : null
  }

  @Mutation(() => AcceptInvitationResult, {
    description:
      'Accept a one-time link, in the way its `acceptance` says. It cannot be sent again: a link is used once, and recovery codes are shown once.',
  })
  @AllowEverybody()
  acceptInvitation(@Args('input') input: AcceptInvitationInput, @CurrentCaller() caller: Caller): Promise<typeof AcceptInvitationResult> {
    return this.invitations.accept(input, caller)
  }
}

/** Somebody's account kept here, for themselves. */
@Resolver(() => LocalAccount)
export class NewAuthenticatorResolver {
  constructor(private readonly change: AuthenticatorChange) {}

  @ResolveField(() => AuthenticatorSecret, { description: 'What another app is to be given. Nothing changes until `changeAuthenticator`.' })
  newAuthenticator(@Parent() { personId }: LocalAccount, @Args() { seed }: AuthenticatorArgs): Promise<AuthenticatorSecret> {
    return this.change.offered(personId, seed)
  }

  @Mutation(() => ChangeAuthenticatorResult, {
    description: 'Sign in with another app from now on. Every browser is signed out, this one too, and all tokens are revoked.',
  })
  @Allow('account.manage')
  changeAuthenticator(
    @Args('input') input: ChangeAuthenticatorInput,
    @Scope() scope: NetworkScope,
  ): Promise<typeof ChangeAuthenticatorResult> {
    return this.change.change(scope, input)
  }
}

/** What somebody does about their own account. */
@Resolver(() => Viewer)
export class LocalAccountResolver {
  constructor(
    private readonly passwords: PasswordService,
    private readonly credentials: CredentialRepository,
  ) {}

  @ResolveField(() => LocalAccount, {
    nullable: true,
    description: 'Their account kept here; null when they sign in elsewhere. Told in a browser only.',
  })
  @Allow('account.manage')
  async localAccount(@Parent() { person }: Viewer, @CurrentCaller() caller: Caller): Promise<LocalAccount | null> {
    const personId = person.id
    const credential = personId === caller.personId ? await this.credentials.of(personId) : null
    return credential && { personId, changedAt: credential.changedAt, recoveryCodesLeft: credential.recoveryCodes.length }
  }

  @Mutation(() => ChangePasswordResult, {
    description: 'Set another password, knowing the one before. Every browser is signed out, this one too, and all tokens are revoked.',
  })
  @Allow('account.manage')
  changePassword(@Args('input') input: ChangePasswordInput, @Scope() scope: NetworkScope): Promise<typeof ChangePasswordResult> {
    return this.passwords.change(scope, input)
  }

  @Mutation(() => NewRecoveryCodesResult, { description: 'Get new recovery codes in place of those that are left. They are shown once.' })
  @Allow('account.manage')
  newRecoveryCodes(@Args('input') input: NewRecoveryCodesInput, @Scope() scope: NetworkScope): Promise<typeof NewRecoveryCodesResult> {
    return this.passwords.newRecoveryCodes(scope, input)
  }
}
