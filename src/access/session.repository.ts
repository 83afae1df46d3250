import { Injectable } from '@nestjs/common'
import { IsNull, MoreThan } from 'typeorm'
import { Database } from '../platform/database/database.js'
import { type Instant } from '../platform/day.js'
import { type Membership } from './domain/scope.js'
import { SessionEntity } from './session.entity.js'

/** Sessions of people in browsers. */
@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  ofHash(hash: string): Promise<SessionEntity | null> {
    return this.database.manager.findOneBy(SessionEntity, { hash })
  }

  /** A person's sessions that were not ended and were seen and started since these moments, the last seen first. */
  openOf(personId: string, { seenSince, startedSince }: { seenSince: Instant; startedSince: Instant }): Promise<SessionEntity[]> {
    const where = { personId, endedAt: IsNull(), seenAt: MoreThan(seenSince), startedAt: MoreThan(startedSince) }
    return this.database.manager.find(SessionEntity, { where, order: { seenAt: 'DESC', id: 'ASC' } })
  }

  async add(session: SessionEntity): Promise<void> {
    await this.database.manager.insert(SessionEntity, session)
  }

  async seen(id: string, seenAt: Instant): Promise<void> {
    await this.database.manager.update(SessionEntity, { id }, { seenAt })
  }

  async actAs(id: string, membership: Membership | null): Promise<void> {
    const acting = { actingRole: membership?.role ?? null, actingOrganisation: membership?.organisationCode ?? null }
    await this.database.manager.update(SessionEntity, { id }, acting)
  }

  async end(id: string, endedAt: Instant): Promise<void> {
    await this.database.manager.update(SessionEntity, { id }, { endedAt })
  }

  async endAllOf(personId: string, endedAt: Instant, exceptId?: string): Promise<void> {
    const query = this.database.manager.createQueryBuilder().update(SessionEntity).set({ endedAt })
    query.where('"personId" = :personId AND "endedAt" IS NULL', { personId })
    if (exceptId !== undefined) query.andWhere('id <> :exceptId', { exceptId })
    await query.execute()
  }

  /** Removes sessions that started before a moment: long over. */
  async removeBefore(startedAt: Instant): Promise<void> {
    await this.database.manager.createQueryBuilder().delete().from(SessionEntity).where('"startedAt" < :startedAt', { startedAt }).execute()
  }
}
