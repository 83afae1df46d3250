import { Injectable } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import { SessionRepository } from './session.repository.js'
import { TokenRepository } from './token.repository.js'
import { TokenService } from './token.service.js'

/** Ends what somebody can come in with, at once, and nothing that they recorded. */
@Injectable()
export class AccessEnding {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly tokens: TokenRepository,
    private readonly service: TokenService,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends all of a person's sessions but one, and their tokens: those that name an organisation, or all where none is said. A token for everything
   * the person is stays when one organisation of several ends: it reaches no further than they do. To be called inside a transaction.
   */
  async endAccessOf(
    personId: string,
    { by, organisationCode, exceptSessionId }: { by: string | null; organisationCode?: string; exceptSessionId?: string },
  ): Promise<void> {
    await this.sessions.endAllOf(personId, this.clock.now(), exceptSessionId)
    const tokens = await this.tokens.allOf(personId)
    const meant = organisationCode === undefined ? tokens : tokens.filter((token) => token.organisationCodes?.includes(organisationCode))
    await this.service.revoke(meant, by)
  }
}
