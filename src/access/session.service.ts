import { Injectable } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Config } from '../platform/config.js'
import { Database } from '../platform/database/database.js'
import { addHours, type Instant } from '../platform/day.js'
import { cookieOf, setCookie } from '../platform/web/cookies.js'
import { type SessionEntity } from './session.entity.js'
import { SessionRepository } from './session.repository.js'

const COOKIE = 'headroom_session'

/** However busy, nobody stays signed in longer. */
const LONGEST_HOURS = 12

/** Ended sessions are kept as long as what their people typed. */
const HOURS_KEPT = 7 * 24

/** "Last seen" is written at most this often, so that reading pages does not mean writing rows. */
const SEEN_EVERY_MS = 60_000

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
  async start(personId: string, request: Request, response: Response): Promise<void> {
    const secret = randomBytes(32).toString('base64url')
    const now = this.clock.now()
    const session = { id: randomUUID(), personId, hash: digestOf(secret), startedAt: now, seenAt: now, endedAt: null }
    await this.database.transaction(async () => {
      await this.endIn(request, now)
      await this.sessions.removeBefore(addHours(now, -HOURS_KEPT))
      await this.sessions.add(session)
      await this.record('session.start', session)
    })
    setCookie(request, response, COOKIE, secret)
  }

  /** Signs out whoever is signed in. */
  async end(request: Request, response: Response): Promise<void> {
    await this.database.transaction(() => this.endIn(request, this.clock.now()))
    setCookie(request, response, COOKIE, '')
  }

  /** Who is signed in; null when nobody is, or not any more. */
  async personOf(request: Request): Promise<string | null> {
    const session = await this.sessionOf(request)
    const now = this.clock.now()
    if (!session || !this.stands(session, now)) return null
    if (Date.parse(now) - Date.parse(session.seenAt) >= SEEN_EVERY_MS) {
      await this.database.transaction(() => this.sessions.seen(session.id, now))
    }
    return session.personId
  }

  /** Who was signed in, though the time has run out: whose form it is that came too late. Null after signing out. */
  async formerPersonOf(request: Request): Promise<string | null> {
    const session = await this.sessionOf(request)
    return session?.endedAt === null ? session.personId : null
  }

  private async sessionOf(request: Request): Promise<SessionEntity | null> {
    const secret = cookieOf(request, COOKIE)
    return secret ? this.sessions.ofHash(digestOf(secret)) : null
  }

  private stands({ endedAt, startedAt, seenAt }: SessionEntity, now: Instant): boolean {
    const idleMs = Date.parse(now) - Date.parse(seenAt)
    return endedAt === null && now < addHours(startedAt, LONGEST_HOURS) && idleMs < this.config.SESSION_MINUTES * 60_000
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

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
