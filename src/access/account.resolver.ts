import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { Allow, type Caller, CurrentCaller, Scope } from '../platform/graphql/allow.js'
import { AccessRepository } from './access.repository.js'
import { OrganisationMembership, Viewer } from './access.types.js'
import { ActAsInput, CreateTokenInput, EndOtherSessionsInput, EndSessionInput, RevokeTokenInput } from './account.inputs.js'
import { AccountService } from './account.service.js'
import {
  ActAsResult,
  CreateTokenResult,
  EndOtherSessionsResult,
  EndSessionResult,
  RevokeTokenResult,
  Session,
  Token,
} from './account.types.js'
import { BrowserSessionsService } from './browser-sessions.service.js'
import { inBrowserOnly, permissionNames } from './domain/permission.js'
import { type NetworkScope } from './domain/scope.js'
import { PermissionRule } from './permission.types.js'
import { ruleOf } from './permission.resolver.js'
import { TokenRepository } from './token.repository.js'
import { TokenUse } from './token-use.js'

/** What somebody sees of their own account. Of anybody else's, as which a demonstration offers to sign in, nothing. */
@Resolver(() => Viewer)
export class ViewerAccountResolver {
  constructor(
    private readonly tokensOf: TokenRepository,
    private readonly use: TokenUse,
    private readonly sessionsOf: BrowserSessionsService,
    private readonly access: AccessRepository,
  ) {}

  @ResolveField(() => [Session], {
    nullable: true,
    description: 'Where they are signed in, the browser used last first. Told in a browser only.',
  })
  @Allow('account.manage')
  async sessions(@Parent() viewer: Viewer, @CurrentCaller() caller: Caller): Promise<Session[] | null> {
    return isCaller(viewer, caller) ? this.sessionsOf.of(caller) : null
  }

  @ResolveField(() => [Token], { nullable: true, description: 'Their tokens that hold, the newest first. Told in a browser only.' })
  @Allow('account.manage')
  async tokens(@Parent() viewer: Viewer, @CurrentCaller() caller: Caller): Promise<Token[] | null> {
    return isCaller(viewer, caller) ? this.use.latest(await this.tokensOf.allOf(viewer.person.id)) : null
  }

  @ResolveField(() => [OrganisationMembership], { nullable: true, description: 'All that they are today: what they can act as one of.' })
  @Allow('account.manage')
  async canActAs(@Parent() viewer: Viewer, @CurrentCaller() caller: Caller): Promise<OrganisationMembership[] | null> {
    return isCaller(viewer, caller) ? this.access.membershipsOf(viewer.person.id) : null
  }

  @ResolveField(() => [PermissionRule], { nullable: true, description: 'What a token of theirs can be made for.' })
  @Allow('account.manage')
  tokenPermissions(@Parent() viewer: Viewer, @CurrentCaller() caller: Caller): PermissionRule[] | null {
    if (!isCaller(viewer, caller)) return null
    return permissionNames.filter((permission) => !inBrowserOnly.has(permission) && caller.may(permission)).map(ruleOf)
  }
}

@Resolver()
export class AccountResolver {
  constructor(
    private readonly account: AccountService,
    private readonly sessions: BrowserSessionsService,
  ) {}

  @Mutation(() => CreateTokenResult, {
    description: 'Make a token for a program: for some of your organisations and permissions, until a day.',
  })
  @Allow('account.manage')
  createToken(@Args('input') input: CreateTokenInput, @Scope() scope: NetworkScope): Promise<typeof CreateTokenResult> {
    return this.account.createToken(scope.personId, input)
  }

  @Mutation(() => RevokeTokenResult, { description: 'End one of your tokens: its next request is refused.' })
  @Allow('account.manage')
  revokeToken(@Args('input') input: RevokeTokenInput, @Scope() scope: NetworkScope): Promise<typeof RevokeTokenResult> {
    return this.account.revokeToken(scope.personId, input)
  }

  @Mutation(() => EndSessionResult, { description: 'Sign out one of the browsers you are signed in with.' })
  @Allow('account.manage')
  endSession(@Args('input') input: EndSessionInput, @CurrentCaller() caller: Caller): Promise<typeof EndSessionResult> {
    return this.sessions.end(caller, input)
  }

  @Mutation(() => EndOtherSessionsResult, { description: 'Sign out every browser but this one.' })
  @Allow('account.manage')
  endOtherSessions(@Args('input') input: EndOtherSessionsInput, @CurrentCaller() caller: Caller): Promise<typeof EndOtherSessionsResult> {
    return this.sessions.endOthers(caller, input)
  }

  @Mutation(() => ActAsResult, { description: 'Of several things you are, act as one in this browser from now on, or as all again.' })
  @Allow('account.manage')
  actAs(@Args('input') input: ActAsInput, @CurrentCaller() caller: Caller): Promise<typeof ActAsResult> {
    return this.sessions.actAs(caller, input)
  }
}

function isCaller({ person }: Viewer, caller: Caller): boolean {
  return person.id === caller.personId
}
