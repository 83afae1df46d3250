import { Injectable } from '@nestjs/common'
import { PersonEntity } from '../access/access.entity.js'
import { Database } from '../platform/database/database.js'
import { type Instant } from '../platform/day.js'
import { CredentialEntity } from './sign-in.entity.js'

/** Whoever is not known has no row, and a try costs them as much. */
const NOBODY = '-'

/** Accounts kept here. */
@Injectable()
export class CredentialRepository {
  constructor(private readonly database: Database) {}

  of(personId: string): Promise<CredentialEntity | null> {
    return this.database.manager.findOneBy(CredentialEntity, { personId })
  }

  /** The account of an address, in whatever case it was typed. */
  ofEmail(email: string): Promise<CredentialEntity | null> {
    return this.database.manager
      .createQueryBuilder(CredentialEntity, 'credential')
      .innerJoin(PersonEntity, 'person', 'person.id = credential.personId AND person.erasedAt IS NULL')
      .where('person.email = :email', { email: email.toLowerCase() })
      .getOne()
  }

  /**
   * Counts a try before it is looked at, so that many at once are no way around the count. False, and nothing is counted, when the account waits or there is none.
   */
  async countTry(personId: string | undefined, now: Instant): Promise<boolean> {
    const { affected } = await this.database.manager
      .createQueryBuilder()
      .update(CredentialEntity)
      .set({ failures: () => '"failures" + 1' })
      .where('"personId" = :personId AND ("lockedUntil" IS NULL OR "lockedUntil" <= :now)', { personId: personId ?? NOBODY, now })
      .execute()
    return affected === 1
  }

  async lock(personId: string, lockedUntil: Instant): Promise<void> {
    await this.database.manager.update(CredentialEntity, { personId }, { lockedUntil })
  }

  /** Ends the count of wrong tries. */
  async forgive(personId: string): Promise<void> {
    await this.database.manager.update(CredentialEntity, { personId }, { failures: 0, lockedUntil: null })
  }

  /** Uses up the code of a half-minute, and every one before it. False when it was used already. */
  async useStep(personId: string, step: number): Promise<boolean> {
    const { affected } = await this.database.manager
      .createQueryBuilder()
      .update(CredentialEntity)
      .set({ lastStep: step })
      .where('"personId" = :personId AND "lastStep" < :step', { personId, step })
      .execute()
    return affected === 1
  }

  /** Leaves these recovery codes of those there were. False when they are others meanwhile. */
  async leaveRecoveryCodes({ personId, recoveryCodes }: CredentialEntity, left: readonly string[]): Promise<boolean> {
    const { affected } = await this.database.manager
      .createQueryBuilder()
      .update(CredentialEntity)
      .set({ recoveryCodes: left })
      .where('"personId" = :personId AND "recoveryCodes" = :before', { personId, before: JSON.stringify(recoveryCodes) })
      .execute()
    return affected === 1
  }

  /** Sets up how somebody signs in, in place of how they did. */
  async replace(credential: CredentialEntity): Promise<void> {
    await this.remove(credential.personId)
    await this.database.manager.insert(CredentialEntity, credential)
  }

  async changePassword(personId: string, passwordHash: string, changedAt: Instant): Promise<void> {
    await this.database.manager.update(CredentialEntity, { personId }, { passwordHash, changedAt, failures: 0, lockedUntil: null })
  }

  async changeAuthenticator(personId: string, authenticator: string, lastStep: number): Promise<void> {
    await this.database.manager.update(CredentialEntity, { personId }, { authenticator, lastStep })
  }

  async setRecoveryCodes(personId: string, recoveryCodes: readonly string[]): Promise<void> {
    await this.database.manager.update(CredentialEntity, { personId }, { recoveryCodes })
  }

  async remove(personId: string): Promise<void> {
    await this.database.manager.delete(CredentialEntity, { personId })
  }
}
