import { Injectable } from '@nestjs/common'
import { type Request } from 'express'
import { type Caller } from '../platform/graphql/allow.js'
import { CallerResolver } from '../platform/graphql/caller-resolver.js'
import { RequestError } from '../platform/request-error.js'
import { requireSameOrigin } from '../platform/web/same-origin.js'
import { AccessRepository } from './access.repository.js'
import { type Viewer } from './access.types.js'
import { narrowedPowersOf, type Powers, powersOf } from './domain/caller.js'
import { type Membership } from './domain/scope.js'
import { secretDigest } from './secret.js'
import { type SessionEntity } from './session.entity.js'
import { SessionService } from './session.service.js'
import { TokenRepository } from './token.repository.js'
import { TokenUse } from './token-use.js'

/** Nobody: holds no permission. */
const nobody: Caller = {
  personId: null,
  through: null,
  memberships: [],
  may: () => false,
  scopeOf: () => {
    throw new RequestError('UNAUTHENTICATED', 'Sign in first.')
  },
}

/** Knows callers by their bearer token or by the session of their browser. */
@Injectable()
export class AccessService extends CallerResolver {
  constructor(
    private readonly access: AccessRepository,
    private readonly tokens: TokenRepository,
    private readonly use: TokenUse,
    private readonly sessions: SessionService,
  ) {
    super()
  }

  async callerOf(request: Request): Promise<Caller> {
    const header = request.headers.authorization
    if (!header) return this.callerInBrowser(request)
    const [scheme, secret] = header.split(' ')
    const token = scheme?.toLowerCase() === 'bearer' && secret ? await this.tokens.standing(secretDigest(secret)) : null
    if (!token) throw new RequestError('UNAUTHENTICATED', 'This token is not known, has expired or was revoked.')
    this.use.now(token.id)
    const memberships = await this.access.membershipsOf(token.personId)
    return callerOf(token.personId, narrowedPowersOf(token.personId, memberships, token), { kind: 'token', id: token.id })
  }

  formerPersonOf(request: Request): Promise<string | null> {
    return this.sessions.formerPersonOf(request)
  }

  /** Who is calling, as they are told. Errors: NOT_FOUND when there is no such person any more. */
  async viewerOf({ personId, memberships }: Caller): Promise<Viewer> {
    const person = personId === null ? null : await this.access.person(personId)
    if (!person) throw new RequestError('NOT_FOUND', 'There is no such person any more.')
    return { person, memberships: [...memberships] }
  }

  /** A session is believed only where our own page sent what changes something. */
  private async callerInBrowser(request: Request): Promise<Caller> {
    const session = await this.sessions.standingIn(request)
    if (session === null) return nobody
    requireSameOrigin(request)
    const memberships = actingAs(session, await this.access.membershipsOf(session.personId))
    return callerOf(session.personId, powersOf(session.personId, memberships), { kind: 'session', id: session.id })
  }
}

/** A caller who is this person, with all that these memberships give. */
export function callerWith(personId: string, memberships: readonly Membership[]): Caller {
  return callerOf(personId, powersOf(personId, memberships), null)
}

function callerOf(personId: string, { memberships, may, scopeOf }: Powers, through: Caller['through']): Caller {
  return { personId, through, memberships, may, scopeOf }
}

/** The one thing somebody chose to act as, while they are it; else all that they are. */
function actingAs({ actingRole, actingOrganisation }: SessionEntity, memberships: readonly Membership[]): readonly Membership[] {
  const chosen = memberships.filter((one) => one.role === actingRole && one.organisationCode === actingOrganisation)
  return chosen.length > 0 ? chosen : memberships
}
