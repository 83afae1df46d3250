import { Injectable } from '@nestjs/common'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Authenticator } from './authenticator.js'
import { CredentialRepository } from './credential.repository.js'
import { PasswordHashing } from './password-hashing.js'

/** Makes and changes accounts kept here. All but hashing is to be called inside a transaction. */
@Injectable()
export class Accounts {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly hashing: PasswordHashing,
    private readonly authenticator: Authenticator,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Before the transaction: it takes a while, and others would wait for it. */
  hashOf(password: string): Promise<string> {
    return this.hashing.hash(password)
  }

  /** Sets up how somebody signs in, in place of how they did. `step` is the half-minute whose code proved that their app works. The recovery codes are shown once. */
  async setUp(personId: string, passwordHash: string, { secret, step }: { secret: string; step: number }): Promise<string[]> {
    const { codes, digests } = this.authenticator.newRecoveryCodes(personId)
    await this.credentials.replace({
      ...{ personId, passwordHash, authenticator: this.authenticator.seal(secret, personId), lastStep: step, recoveryCodes: digests },
      ...{ failures: 0, lockedUntil: null, changedAt: this.clock.now() },
    })
    await this.record('account.setUp', personId)
    return codes
  }

  async changePassword(personId: string, passwordHash: string): Promise<void> {
    await this.credentials.changePassword(personId, passwordHash, this.clock.now())
    await this.record('account.changePassword', personId)
  }

  /** Gives somebody another app: the codes of the one before are worth nothing. */
  async changeAuthenticator(personId: string, { secret, step }: { secret: string; step: number }): Promise<void> {
    await this.credentials.changeAuthenticator(personId, this.authenticator.seal(secret, personId), step)
    await this.record('account.changeAuthenticator', personId)
  }

  /** Replaces what is left of somebody's recovery codes, used or lost. */
  async renewRecoveryCodes(personId: string): Promise<string[]> {
    const { codes, digests } = this.authenticator.newRecoveryCodes(personId)
    await this.credentials.setRecoveryCodes(personId, digests)
    await this.record('account.renewRecoveryCodes', personId)
    return codes
  }

  private record(action: string, personId: string): Promise<void> {
    return this.audit.record({ action, actorId: personId, organisationCode: null, subjectType: 'Person', subjectId: personId })
  }
}
