import { Injectable } from '@nestjs/common'
import { IsNull, MoreThan } from 'typeorm'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { addDays, type Day, type Instant, startOf } from '../platform/day.js'
import { InvitationEntity } from './invitation.entity.js'

/** Days for which the name on a link that nobody used is kept after its end. */
const DAYS_KEPT = 30

/** One-time links. */
@Injectable()
export class InvitationRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async add(invitation: InvitationEntity): Promise<void> {
    await this.forgetNamesBefore(addDays(this.clock.today(), -DAYS_KEPT))
    await this.database.manager.insert(InvitationEntity, invitation)
  }

  /** Of links nobody used, long over, only that there was one is kept: whose they were is nobody's business here. */
  private async forgetNamesBefore(day: Day): Promise<void> {
    const query = this.database.manager.createQueryBuilder().update(InvitationEntity).set({ name: '', email: '' })
    await query.where('"usedAt" IS NULL AND "expiresAt" < :before AND email <> :none', { before: startOf(day), none: '' }).execute()
  }

  /** The link of a digest, while it can be used; null otherwise. */
  open(hash: string): Promise<InvitationEntity | null> {
    return this.database.manager.findOneBy(InvitationEntity, { hash, ...this.usable() })
  }

  /** The invitation of an id, while it can be used and withdrawn; null otherwise. */
  openById(id: string): Promise<InvitationEntity | null> {
    return this.database.manager.findOneBy(InvitationEntity, { id, ...this.usable() })
  }

  /** Invitations into an organisation that can still be accepted, the newest first. */
  openOf(organisationCode: string): Promise<InvitationEntity[]> {
    const where = { organisationCode, kind: 'INVITATION' as const, ...this.usable() }
    return this.database.manager.find(InvitationEntity, { where, order: { createdAt: 'DESC', id: 'ASC' } })
  }

  /** Uses a link up. False when somebody else was quicker: nothing may be done with it then. */
  async use(id: string, personId: string, usedAt: Instant): Promise<boolean> {
    const unused = { id, usedAt: IsNull(), withdrawnAt: IsNull() }
    const { affected } = await this.database.manager.update(InvitationEntity, unused, { usedAt, usedBy: personId })
    return affected === 1
  }

  /** Takes a link back. False when it was used or withdrawn before. */
  async withdraw(id: string, withdrawnAt: Instant): Promise<boolean> {
    const unused = { id, usedAt: IsNull(), withdrawnAt: IsNull() }
    const { affected } = await this.database.manager.update(InvitationEntity, unused, { withdrawnAt })
    return affected === 1
  }

  /** Takes back every unused link that sets up anew how a person signs in. */
  async withdrawResetsOf(personId: string, withdrawnAt: Instant): Promise<void> {
    await this.database.manager.update(InvitationEntity, { personId, usedAt: IsNull(), withdrawnAt: IsNull() }, { withdrawnAt })
  }

  private usable() {
    return { usedAt: IsNull(), withdrawnAt: IsNull(), expiresAt: MoreThan(this.clock.now()) }
  }
}
