import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { AccessEnding } from '../access/access-ending.service.js'
import { type InvitationEntity } from '../access/invitation.entity.js'
import { InvitationRepository } from '../access/invitation.repository.js'
import { type MembershipEntity } from '../access/access.entity.js'
import { PersonMembershipRepository } from '../access/membership.repository.js'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'

/** Somebody else used the link a moment before: nothing of this remains. */
export class LinkTaken extends Error {}

/** Uses one-time links up. To be called inside a transaction. */
@Injectable()
export class LinkUse {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly memberships: PersonMembershipRepository,
    private readonly ending: AccessEnding,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives a person what a link offers: a role, or the end of every way they came in before. Who holds the role already keeps it as it is.
   * Errors: LinkTaken.
   */
  async give(link: InvitationEntity, personId: string): Promise<void> {
    if (!(await this.invitations.use(link.id, personId, this.clock.now()))) throw new LinkTaken()
    const { role, organisationCode } = link
    if (role === null || organisationCode === null) return this.endBefore(link, personId)
    const held = await this.memberships.ofPerson(personId)
    if (held.some((one) => one.role === role && one.organisationCode === organisationCode && this.lasts(one))) return
    const membership: MembershipEntity = {
      ...{ id: randomUUID(), personId, role, organisationCode, startsOn: link.startsOn ?? this.clock.today(), endsOn: link.endsOn },
      ...{ endedAt: null, recordedBy: link.createdBy, recordedAt: this.clock.now(), supersededAt: null },
    }
    await this.memberships.add(membership)
    const what = { action: 'invitation.accept', actorId: personId, subjectType: 'Membership', subjectId: membership.id }
    await this.audit.record({ ...what, organisationCode, details: { invitationId: link.id, role } })
  }

  private async endBefore(link: InvitationEntity, personId: string): Promise<void> {
    await this.ending.endAccessOf(personId, { by: personId })
    const what = { action: 'account.reset', actorId: personId, subjectType: 'Person', subjectId: personId }
    await this.audit.record({ ...what, organisationCode: null, details: { invitationId: link.id } })
  }

  private lasts({ endsOn, endedAt }: MembershipEntity): boolean {
    return endedAt === null && (endsOn === null || endsOn >= this.clock.today())
  }
}
