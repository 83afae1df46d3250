import { Injectable } from '@nestjs/common'
import { type PersonEntity } from '../access/access.entity.js'
import { Clock } from '../platform/clock.js'
import { type Instant } from '../platform/day.js'
import { DraftRepository } from '../platform/web/draft.repository.js'
import { CredentialRepository } from '../sign-in/credential.repository.js'
import { IdentityRepository } from '../sign-in/identity.repository.js'
import { PeopleRepository } from './people.repository.js'

/** What stands where somebody's name stood. */
export const ERASED_NAME = 'Erased person'

/** Removes what tells who somebody is: their name, their address, their ways to sign in, and what they typed and never sent. */
@Injectable()
export class PersonForgettingService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly credentials: CredentialRepository,
    private readonly identities: IdentityRepository,
    private readonly drafts: DraftRepository,
    private readonly clock: Clock,
  ) {}

  /** When it was done. To be called inside a transaction. */
  async forget(person: PersonEntity): Promise<Instant> {
    const erasedAt = this.clock.now()
    await this.people.erase(person, ERASED_NAME, erasedAt)
    await this.credentials.remove(person.id)
    await this.identities.removeOf(person.id)
    await this.drafts.discardAll(person.id)
    return erasedAt
  }
}
