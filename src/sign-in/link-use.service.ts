import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { AccessEnding } from '../access/access-ending.service.js'
import { type InvitationEntity } from '../access/invitation.entity.js'
import { InvitationRepository } from '../access/invitation.repository.js'
import { type MembershipEntity } from '../access/access.entity.js'
import { PersonMembershipRepository } from '../access/membership.repository.js'
import { PeopleTrail } from '../access/people-trail.js'
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
    private readonly trail: PeopleTrail,
    private readonly clock: Clock,
  ) {}

  /** Takes a link for a person who may not be there yet, before anything else is done: who comes second waits here, and is told. Errors: LinkTaken. */
  async take(link: InvitationEntity, personId: string): Promise<void> {
    if (!(await this.invitations.use(link.id, personId, this.clock.now()))) throw new LinkTaken()
  }

  /** Gives a person what a link offers: a role, or the end of every way they came in before. Who holds the role already keeps it as it is. */
  async give(link: InvitationEntity, personId: string): Promise<void> {
    const { role, organisationCode } = link
    if (role === null || organisationCode === null) return this.ending.endAccessOf(personId, { by: personId })
    const held = await this.memberships.ofPerson(personId)
    if (held.some((one) => one.role === role && one.organisationCode === organisationCode && this.lasts(one))) return
    const membership: MembershipEntity = {
      ...{ id: randomUUID(), personId, role, organisationCode, startsOn: link.startsOn ?? this.clock.today(), endsOn: link.endsOn },
      ...{ endedAt: null, recordedBy: link.createdBy, recordedAt: this.clock.now(), supersededAt: null },
    }
    await this.memberships.add(membership)
    // Whoever made a link to sign in anew as this person administered all that they were: now they are more.
    await this.invitations.withdrawResetsOf(personId, this.clock.now())
    await this.trail.record(organisationCode, {
      ...{ action: 'invitation.accept', actorId: personId, subjectType: 'Membership', subjectId: membership.id },
      details: { invitationId: link.id, role },
    })
  }

  private lasts({ endsOn, endedAt }: MembershipEntity): boolean {
    return endedAt === null && (endsOn === null || endsOn >= this.clock.today())
  }
}
