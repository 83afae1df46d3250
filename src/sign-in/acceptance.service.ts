import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type PersonEntity } from '../access/access.entity.js'
import { AccessRepository } from '../access/access.repository.js'
import { type InvitationEntity } from '../access/invitation.entity.js'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { LinkTaken, LinkUse } from './link-use.service.js'

/** Somebody who is to be known here. */
export interface NewPerson {
  readonly name: string
  /** An address that is theirs for certain; null when none is. */
  readonly email: string | null
  /** Whether they are known by it alone: then nobody else may have it. */
  readonly isKnownByIt: boolean
}

/** Lets somebody accept a one-time link, all of it or nothing. */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly access: AccessRepository,
    private readonly use: LinkUse,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives what a link offers to somebody known here, or to somebody new, and does what `proof` has to do to know them again. Null when somebody else was
   * quicker: nothing was changed.
   */
  async accept<T>(
    link: InvitationEntity,
    by: PersonEntity | NewPerson,
    proof: (person: PersonEntity) => Promise<T>,
  ): Promise<{ person: PersonEntity; proved: T } | null> {
    try {
      return await this.database.transaction(async () => {
        const id = 'id' in by ? by.id : randomUUID()
        await this.use.take(link, id)
        const person = 'id' in by ? by : await this.add(id, by)
        await this.use.give(link, person.id)
        if (link.kind === 'RESET') await this.recordReset(link, person)
        return { person, proved: await proof(person) }
      })
    } catch (error) {
      if (error instanceof LinkTaken) return null
      throw error
    }
  }

  private recordReset(link: InvitationEntity, { id }: PersonEntity): Promise<void> {
    const what = { action: 'account.reset', actorId: id, subjectType: 'Person', subjectId: id }
    return this.audit.record({ ...what, organisationCode: null, details: { invitationId: link.id } })
  }

  private async add(id: string, { name, email, isKnownByIt }: NewPerson): Promise<PersonEntity> {
    const isFree = email !== null && (await this.access.personByEmail(email)) === null
    if (isKnownByIt && !isFree) throw new LinkTaken()
    const person: PersonEntity = {
      ...{ id, name, email: isFree ? email.toLowerCase() : null, invented: false },
      ...{ recordedAt: this.clock.now(), erasedAt: null },
    }
    await this.access.addPerson(person, [])
    return person
  }
}
