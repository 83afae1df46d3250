import { Injectable } from '@nestjs/common'
import { type Caller } from '../platform/graphql/allow.js'
import { type Retryable, Idempotency } from '../platform/idempotency/idempotency.js'
import { RequestError } from '../platform/request-error.js'
import { AccessRepository } from './access.repository.js'
import { type ActAsInput, type EndSessionInput } from './account.inputs.js'
import { type ActAsResult, type Session } from './account.types.js'
import { SessionRepository } from './session.repository.js'
import { SessionService } from './session.service.js'

/** What somebody does with the browsers they are signed in with. */
@Injectable()
export class BrowserSessionsService {
  constructor(
    private readonly service: SessionService,
    private readonly sessions: SessionRepository,
    private readonly access: AccessRepository,
    private readonly idempotency: Idempotency,
  ) {}

  /** The caller's sessions, the last used first. */
  async of({ personId, through }: Caller): Promise<Session[]> {
    const sessions = personId === null ? [] : await this.service.standingOf(personId)
    return sessions.map((session) => ({ ...session, endsAt: this.service.latestEndOf(session), isThisOne: session.id === through?.id }))
  }

  /** Signs one browser out. Errors: NOT_FOUND when it is not the caller's or over already. */
  end(caller: Caller, input: EndSessionInput) {
    const { personId } = inBrowser(caller)
    return this.idempotency.once(personId, 'endSession', input, async () => {
      const session = (await this.service.standingOf(personId)).find(({ id }) => id === input.sessionId)
      if (!session) throw new RequestError('NOT_FOUND', 'You have no such session, or it is over.')
      await this.service.endAll([session])
      return { kind: 'SessionsEnded' as const, sessionIds: [session.id] }
    })
  }

  /** Signs every other browser out. */
  endOthers(caller: Caller, input: Retryable) {
    const { personId, sessionId } = inBrowser(caller)
    return this.idempotency.once(personId, 'endOtherSessions', input, async () => {
      const others = (await this.service.standingOf(personId)).filter(({ id }) => id !== sessionId)
      await this.service.endAll(others)
      return { kind: 'SessionsEnded' as const, sessionIds: others.map(({ id }) => id) }
    })
  }

  /** Narrows this browser's session to one thing its person is, or widens it to all. */
  actAs(caller: Caller, input: ActAsInput): Promise<typeof ActAsResult> {
    const { personId, sessionId } = inBrowser(caller)
    return this.idempotency.once(personId, 'actAs', input, async () => {
      const { role = null, organisationCode = null } = input
      const memberships = await this.access.membershipsOf(personId)
      const chosen = memberships.find((one) => one.role === role && one.organisationCode === organisationCode)
      if (!chosen && (role !== null || organisationCode !== null)) {
        const message = 'You are not that today. Choose one of what you are, or leave both out.'
        return { kind: 'NotOneOfYours' as const, message, field: 'role' }
      }
      await this.sessions.actAs(sessionId, chosen ?? null)
      const actingAs = chosen ? { role: chosen.role, organisationCode: chosen.organisationCode } : null
      return { kind: 'ActingAsChanged' as const, actingAs }
    })
  }
}

/** Errors: FORBIDDEN for what has no session, which the permission keeps out already. */
function inBrowser({ personId, through }: Caller): { personId: string; sessionId: string } {
  if (personId === null || through?.kind !== 'session') throw new RequestError('FORBIDDEN', 'This is done signed in in a browser.')
  return { personId, sessionId: through.id }
}
