import { Injectable } from '@nestjs/common'
import { AccessEnding } from '../access/access-ending.service.js'
import { InvitationRepository } from '../access/invitation.repository.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { type Instant } from '../platform/day.js'
import { Accounts } from './accounts.service.js'

/** Changes what somebody signs in with, and ends every way they came in before: whoever else knew it is out. */
@Injectable()
export class SecretChange {
  constructor(
    private readonly accounts: Accounts,
    private readonly ending: AccessEnding,
    private readonly invitations: InvitationRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async changePassword(personId: string, password: string): Promise<Instant> {
    const passwordHash = await this.accounts.hashOf(password)
    return this.andEnd(personId, () => this.accounts.changePassword(personId, passwordHash))
  }

  changeAuthenticator(personId: string, app: { readonly secret: string; readonly step: number }): Promise<Instant> {
    return this.andEnd(personId, () => this.accounts.changeAuthenticator(personId, app))
  }

  private andEnd(personId: string, change: () => Promise<void>): Promise<Instant> {
    return this.database.transaction(async () => {
      await change()
      await this.ending.endAccessOf(personId, { by: personId })
      // A link to sign in anew that somebody made before is a way in as well.
      await this.invitations.withdrawResetsOf(personId, this.clock.now())
      return this.clock.now()
    })
  }
}
