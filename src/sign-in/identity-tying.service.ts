import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type IDToken } from 'openid-client'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { IdentityRepository } from './identity.repository.js'

/** Ties accounts at a provider to people, and tells the trail. To be called inside a transaction. */
@Injectable()
export class IdentityTying {
  constructor(
    private readonly identities: IdentityRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async tie({ iss: issuer, sub: subject }: Pick<IDToken, 'iss' | 'sub'>, personId: string): Promise<void> {
    const id = randomUUID()
    await this.identities.add({ id, issuer, subject, personId, linkedAt: this.clock.now() })
    const what = { action: 'account.link', actorId: personId, subjectType: 'Person', subjectId: personId }
    await this.audit.record({ ...what, organisationCode: null, details: { identityId: id } })
  }
}
