import { Injectable } from '@nestjs/common'
import { type Request } from 'express'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { type Caller } from '../platform/graphql/allow.js'
import { CallerResolver } from '../platform/graphql/caller-resolver.js'
import { RequestError } from '../platform/request-error.js'
import { requireSameOrigin } from '../platform/web/same-origin.js'
import { AccessRepository } from './access.repository.js'
import { may, type Membership, scopeOf } from './domain/scope.js'
import { SessionService } from './session.service.js'

/** Tokens start with this, so that a leaked one is recognised by people and scanners. */
const PREFIX = 'headroom_'

/** Nobody: holds no permission. */
const nobody: Caller = {
  personId: null,
  may: () => false,
  scopeOf: () => {
    throw new RequestError('UNAUTHENTICATED', 'Sign in first.')
  },
}

/** Knows callers by their bearer token or by the session of their browser, and makes tokens. */
@Injectable()
export class AccessService extends CallerResolver {
  constructor(
    private readonly access: AccessRepository,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly sessions: SessionService,
  ) {
    super()
  }

  async callerOf(request: Request): Promise<Caller> {
    const header = request.headers.authorization
    if (!header) return this.callerInBrowser(request)
    const [scheme, secret] = header.split(' ')
    const token = scheme?.toLowerCase() === 'bearer' && secret ? await this.access.standingToken(digestOf(secret)) : null
    if (!token) throw new RequestError('UNAUTHENTICATED', 'This token is not known, has expired or was revoked.')
    return callerWith(token.personId, await this.access.membershipsOf(token.personId))
  }

  formerPersonOf(request: Request): Promise<string | null> {
    return this.sessions.formerPersonOf(request)
  }

  /** A session is believed only where our own page sent what changes something. */
  private async callerInBrowser(request: Request): Promise<Caller> {
    const personId = await this.sessions.personOf(request)
    if (personId === null) return nobody
    requireSameOrigin(request)
    return callerWith(personId, await this.access.membershipsOf(personId))
  }

  /** Makes a token for the person with this address. It is shown once and kept only as a digest. */
  async createToken(email: string, name: string): Promise<string> {
    const person = await this.access.personByEmail(email)
    if (!person) throw new RequestError('NOT_FOUND', `Nobody here has the address ${email}.`)
    const secret = PREFIX + randomBytes(32).toString('base64url')
    const token = {
      id: randomUUID(),
      personId: person.id,
      name,
      hash: digestOf(secret),
      createdAt: this.clock.now(),
      expiresAt: null,
      revokedAt: null,
    }
    await this.database.transaction(async () => {
      await this.access.addToken(token)
      await this.audit.record({
        action: 'token.create',
        actorId: person.id,
        organisationCode: null,
        subjectType: 'Token',
        subjectId: token.id,
      })
    })
    return secret
  }
}

/** A caller who is this person, with these memberships. */
export function callerWith(personId: string, memberships: readonly Membership[]): Caller {
  return {
    personId,
    may: (permission) => may(memberships, permission),
    scopeOf: (permission) => scopeOf(personId, memberships, permission),
  }
}

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
