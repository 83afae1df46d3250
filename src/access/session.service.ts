import { Injectable } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { randomUUID } from 'node:crypto'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Config } from '../platform/config.js'
import { Database } from '../platform/database/database.js'
import { addHours, type Instant } from '../platform/day.js'
import { cookieOf, hostCookie, setCookie } from '../platform/web/cookies.js'
import { type SignInMethod } from './domain/sign-in-method.js'
import { newSecret, secretDigest } from './secret.js'
import { type SessionEntity } from './session.entity.js'
import { SessionRepository } from './session.repository.js'

const COOKIE = 'headroom_session'

/** However busy, nobody stays signed in longer. */
const LONGEST_HOURS = 12

/** Ended sessions are kept as long as what their people typed. */
const HOURS_KEPT = 7 * 24

/** "Last seen" is written at most this often, so that reading pages does not mean writing rows. */
const SEEN_EVERY_MS = 60_000

/** As much of a browser's name for itself as is kept. */
const BROWSER_LENGTH = 300

/** Keeps people signed in in a browser. */
@Injectable()
export class SessionService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Signs somebody in, under a new secret: one that was known before is worth nothing. */
  async start(personId: string, method: SignInMethod, request: Request, response: Response): Promise<void> {
    const secret = newSecret()
    const now = this.clock.now()
    const session: SessionEntity = {
      ...{ id: randomUUID(), personId, hash: secretDigest(secret), method, browser: browserOf(request) },
      ...{ actingRole: null, actingOrganisation: null, startedAt: now, seenAt: now, endedAt: null },
    }
    await this.database.transaction(async () => {
      await this.endIn(request, now)
      await this.sessions.removeBefore(addHours(now, -HOURS_KEPT))
      await this.sessions.add(session)
      await this.record('session.start', session)
    })
    setCookie(request, response, hostCookie(request, COOKIE), secret)
  }

  /** Signs out whoever is signed in in this browser. */
  async end(request: Request, response: Response): Promise<void> {
    await this.database.transaction(() => this.endIn(request, this.clock.now()))
    setCookie(request, response, hostCookie(request, COOKIE), '')
  }

  /** The session of a browser that holds; null when nobody is signed in, or not any more. */
  async standingIn(request: Request): Promise<SessionEntity | null> {
    const session = await this.sessionOf(request)
    const now = this.clock.now()
    if (!session || !this.stands(session, now)) return null
    if (Date.parse(now) - Date.parse(session.seenAt) >= SEEN_EVERY_MS) {
      await this.database.transaction(() => this.sessions.seen(session.id, now))
    }
    return session
  }

  /** Who was signed in, though the time has run out: whose form it is that came too late. Null after signing out. */
  async formerPersonOf(request: Request): Promise<string | null> {
    const session = await this.sessionOf(request)
    return session?.endedAt === null ? session.personId : null
  }

  /** Where a person is signed in, the browser they used last first. */
  standingOf(personId: string): Promise<SessionEntity[]> {
    const now = this.clock.now()
    const seenSince = new Date(Date.parse(now) - this.config.SESSION_MINUTES * 60_000).toISOString()
    return this.sessions.openOf(personId, { seenSince, startedSince: addHours(now, -LONGEST_HOURS) })
  }

  /** Ends sessions from elsewhere: that browser is signed out at its next request. To be called inside a transaction. */
  async endAll(sessions: readonly SessionEntity[]): Promise<void> {
    for (const session of sessions) {
      await this.sessions.end(session.id, this.clock.now())
      await this.record('session.end', session)
    }
  }

  /** When a session is over however busy its person is. */
  latestEndOf({ startedAt }: Pick<SessionEntity, 'startedAt'>): Instant {
    return addHours(startedAt, LONGEST_HOURS)
  }

  private async sessionOf(request: Request): Promise<SessionEntity | null> {
    const secret = cookieOf(request, hostCookie(request, COOKIE))
    return secret ? this.sessions.ofHash(secretDigest(secret)) : null
  }

  private stands(session: SessionEntity, now: Instant): boolean {
    const idleMs = Date.parse(now) - Date.parse(session.seenAt)
    return session.endedAt === null && now < this.latestEndOf(session) && idleMs < this.config.SESSION_MINUTES * 60_000
  }

  private async endIn(request: Request, now: Instant): Promise<void> {
    const session = await this.sessionOf(request)
    if (!session || session.endedAt !== null) return
    await this.sessions.end(session.id, now)
    await this.record('session.end', session)
  }

  private record(action: string, { id, personId }: SessionEntity): Promise<void> {
    return this.audit.record({ action, actorId: personId, organisationCode: null, subjectType: 'Session', subjectId: id })
  }
}

function browserOf(request: Request): string | null {
  return request.headers['user-agent']?.slice(0, BROWSER_LENGTH) ?? null
}
