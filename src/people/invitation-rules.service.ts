import { Injectable } from '@nestjs/common'
import { AccessRepository } from '../access/access.repository.js'
import { type Role } from '../access/domain/permission.js'
import { InvitationRepository } from '../access/invitation.repository.js'
import { PersonMembershipRepository } from '../access/membership.repository.js'
import { Clock } from '../platform/clock.js'
import { type Day } from '../platform/day.js'
import { type Organisation } from './administered.repository.js'
import { isOver } from './domain/change.js'
import { type MembershipDays, overlap, refuseDays } from './domain/membership-days.js'
import { rolesIn } from './domain/organisation.js'

/** What somebody is to be. */
export interface Offer extends MembershipDays {
  readonly email: string
  readonly role: Role
}

/** Why somebody cannot be invited to something, or be made it. */
@Injectable()
export class InvitationRules {
  constructor(
    private readonly access: AccessRepository,
    private readonly memberships: PersonMembershipRepository,
    private readonly invitations: InvitationRepository,
    private readonly clock: Clock,
  ) {}

  /** The days as they are meant: from today where no first day is given. */
  daysOf({ startsOn, endsOn }: { startsOn?: Day | null; endsOn?: Day | null }): MembershipDays {
    return { startsOn: startsOn ?? this.clock.today(), endsOn: endsOn ?? null }
  }

  /** Why an offer cannot be made; null when it can. */
  async refuse(organisation: Organisation, offer: Offer) {
    const open = await this.invitations.openOf([organisation.code])
    if (open.some(({ email, role }) => email === offer.email && role === offer.role)) {
      const message = 'An invitation of this address to the same role is still open. Withdraw it first to make another.'
      return { kind: 'InvitedAlready' as const, field: 'email', message }
    }
    const person = await this.access.personByEmail(offer.email)
    return (
      this.refuseRole(organisation, offer.role) ?? this.refuseDays(offer) ?? (person && this.refuseTwice(organisation, person.id, offer))
    )
  }

  refuseRole({ kind, name }: Organisation, role: Role) {
    if (rolesIn(kind).includes(role)) return null
    const fitting = rolesIn(kind).map((one) => one.toUpperCase().replaceAll('-', '_'))
    return { kind: 'RoleDoesNotFit' as const, field: 'role', message: `At ${name} somebody can be ${fitting.join(' or ')}.` }
  }

  refuseDays(days: MembershipDays) {
    const problem = refuseDays(days, this.clock.today())
    return problem ? { kind: 'MembershipDaysRefused' as const, ...problem } : null
  }

  /** Nobody is the same thing twice at once. `exceptId` is the membership that is being changed. */
  async refuseTwice({ code }: Organisation, personId: string, { role, ...days }: MembershipDays & { role: Role }, exceptId?: string) {
    const today = this.clock.today()
    const same = (await this.memberships.ofPerson(personId)).find(
      (held) => held.id !== exceptId && held.organisationCode === code && held.role === role && !isOver(held, today) && overlap(held, days),
    )
    if (!same) return null
    const until = same.endsOn === null ? '' : ` to ${same.endsOn}`
    return { kind: 'RoleHeldAlready' as const, field: 'role', message: `They are that here already, from ${same.startsOn}${until}.` }
  }
}
