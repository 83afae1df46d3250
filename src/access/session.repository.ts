import { Injectable } from '@nestjs/common'
import { Database } from '../platform/database/database.js'
import { type Instant } from '../platform/day.js'
import { SessionEntity } from './session.entity.js'

/** Sessions of people in browsers. */
@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  ofHash(hash: string): Promise<SessionEntity | null> {
    return this.database.manager.findOneBy(SessionEntity, { hash })
  }

  async add(session: SessionEntity): Promise<void> {
    await this.database.manager.insert(SessionEntity, session)
  }

  async seen(id: string, seenAt: Instant): Promise<void> {
    await this.database.manager.update(SessionEntity, { id }, { seenAt })
  }

  async end(id: string, endedAt: Instant): Promise<void> {
    await this.database.manager.update(SessionEntity, { id }, { endedAt })
  }

  /** Removes sessions that started before a moment: long over. */
  async removeBefore(startedAt: Instant): Promise<void> {
    await this.database.manager.createQueryBuilder().delete().from(SessionEntity).where('"startedAt" < :startedAt', { startedAt }).execute()
  }
}
