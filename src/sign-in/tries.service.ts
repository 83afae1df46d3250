import { Injectable } from '@nestjs/common'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { addMinutes } from '../platform/day.js'
import { CredentialRepository } from './credential.repository.js'
import { minutesLocked } from './domain/lock.js'

/** Counts wrong tries of each account, in the database: however many servers there are, and whoever starts them anew. */
@Injectable()
export class Tries {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Counts a try as wrong until it is shown to be right. False when the account waits, or there is none: the try is not to be looked at. */
  count(personId: string | undefined): Promise<boolean> {
    return this.database.transaction(async () => {
      const now = this.clock.now()
      if (!(await this.credentials.countTry(personId, now)) || personId === undefined) return false
      const credential = await this.credentials.of(personId)
      const minutes = minutesLocked(credential?.failures ?? 0)
      if (minutes === null) return true
      await this.credentials.lock(personId, addMinutes(now, minutes))
      await this.audit.record({
        ...{ action: 'account.lock', actorId: null, organisationCode: null, subjectType: 'Person', subjectId: personId },
        details: { failures: credential?.failures ?? 0, minutes },
      })
      return true
    })
  }

  /** The try was right, so nothing is counted any more. */
  async forgive(personId: string): Promise<void> {
    await this.database.transaction(() => this.credentials.forgive(personId))
  }
}
