import { Injectable } from '@nestjs/common'
import { PersonEntity } from '../access/access.entity.js'
import { Database } from '../platform/database/database.js'
import { type Instant } from '../platform/day.js'
import { CredentialEntity, IdentityEntity, UsedSignInEntity } from './sign-in.entity.js'

/** Whom providers mean. */
@Injectable()
export class IdentityRepository {
  constructor(private readonly database: Database) {}

  /** Whom a provider means by a subject; null when nobody here. */
  personOf(issuer: string, subject: string): Promise<PersonEntity | null> {
    return this.people()
      .innerJoin(IdentityEntity, 'identity', 'identity.personId = person.id')
      .where('identity.issuer = :issuer AND identity.subject = :subject', { issuer, subject })
      .andWhere('person.erasedAt IS NULL')
      .getOne()
  }

  /** Whoever has this address and no way yet to sign in: no account kept here, and no subject of this provider. */
  personWithoutSignIn(email: string, issuer: string): Promise<PersonEntity | null> {
    return this.people()
      .leftJoin(IdentityEntity, 'identity', 'identity.personId = person.id AND identity.issuer = :issuer', { issuer })
      .leftJoin(CredentialEntity, 'credential', 'credential.personId = person.id')
      .where('person.email = :email AND person.erasedAt IS NULL', { email: email.toLowerCase() })
      .andWhere('identity.id IS NULL AND credential.personId IS NULL')
      .getOne()
  }

  async add(identity: IdentityEntity): Promise<void> {
    await this.database.manager.insert(IdentityEntity, identity)
  }

  async removeOf(personId: string, issuer?: string): Promise<void> {
    await this.database.manager.delete(IdentityEntity, { personId, ...(issuer !== undefined && { issuer }) })
  }

  /** Notes that a way back was taken; those noted before `oldest` are forgotten. False when it was taken before. Errors: Error when it is at this moment. */
  async takeOnce(id: string, usedAt: Instant, oldest: Instant): Promise<boolean> {
    const { manager } = this.database
    await manager.createQueryBuilder().delete().from(UsedSignInEntity).where('"usedAt" < :oldest', { oldest }).execute()
    if (await manager.existsBy(UsedSignInEntity, { id })) return false
    await manager.insert(UsedSignInEntity, { id, usedAt })
    return true
  }

  private people() {
    return this.database.manager.createQueryBuilder(PersonEntity, 'person')
  }
}
