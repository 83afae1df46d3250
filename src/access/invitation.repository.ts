import { Injectable } from '@nestjs/common'
import { type FindOptionsWhere, In, IsNull, MoreThan } from 'typeorm'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { addDays, type Day, type Instant, startOf } from '../platform/day.js'
import { InvitationEntity } from './invitation.entity.js'

/** Days for which the name on a link that nobody used is kept after its end. */
const DAYS_KEPT = 30

const unused = { usedAt: IsNull(), withdrawnAt: IsNull() }

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

  /** A link by its id, whether or not it can still be used. */
  ofId(id: string): Promise<InvitationEntity | null> {
    return this.database.manager.findOneBy(InvitationEntity, { id })
  }

  /** Invitations into organisations that can still be accepted, the newest first. */
  openOf(organisationCodes: readonly string[]): Promise<InvitationEntity[]> {
    const where = { organisationCode: In([...organisationCodes]), kind: 'INVITATION' as const, ...this.usable() }
    return this.database.manager.find(InvitationEntity, { where, order: { createdAt: 'DESC', id: 'ASC' } })
  }

  /** Links somebody made that were neither used nor withdrawn. */
  unusedMadeBy(personId: string): Promise<InvitationEntity[]> {
    return this.database.manager.findBy(InvitationEntity, { createdBy: personId, ...unused })
  }

  /** Gives a link that was not used another secret: the one before stops working. */
  async renew(id: string, hash: string): Promise<boolean> {
    return this.changeUnused({ id }, { hash })
  }

  /** Uses a link up. False when somebody else was quicker: nothing may be done with it then. */
  async use(id: string, personId: string, usedAt: Instant): Promise<boolean> {
    return this.changeUnused({ id }, { usedAt, usedBy: personId })
  }

  /** Takes a link back. False when it was used or withdrawn before. */
  async withdraw(id: string, withdrawnAt: Instant): Promise<boolean> {
    return this.changeUnused({ id }, { withdrawnAt })
  }

  /** Takes back every unused link that sets up anew how a person signs in. */
  async withdrawResetsOf(personId: string, withdrawnAt: Instant): Promise<void> {
    await this.changeUnused({ personId }, { withdrawnAt })
  }

  /** Takes several links back, as far as they were not used. */
  async withdrawAll(ids: readonly string[], withdrawnAt: Instant): Promise<void> {
    await this.changeUnused({ id: In([...ids]) }, { withdrawnAt })
  }

  /** Whether anything was changed: what was used or withdrawn is not. */
  private async changeUnused(where: FindOptionsWhere<InvitationEntity>, change: Partial<InvitationEntity>): Promise<boolean> {
    const { affected = 0 } = await this.database.manager.update(InvitationEntity, { ...where, ...unused }, change)
    return affected > 0
  }

  private usable() {
    return { ...unused, expiresAt: MoreThan(this.clock.now()) }
  }
}
