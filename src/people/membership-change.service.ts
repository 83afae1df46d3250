import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type MembershipEntity } from '../access/access.entity.js'
import { AccessEnding } from '../access/access-ending.service.js'
import { PersonMembershipRepository } from '../access/membership.repository.js'
import { Clock } from '../platform/clock.js'
import { type Organisation } from './administered.repository.js'
import { AdministrationService } from './administration.service.js'
import { isHeldOn } from './domain/last-administrator.js'
import { LinkWithdrawalService } from './link-withdrawal.service.js'

/** What takes the place of a membership, who says so, and what the trail calls it. */
export interface Replacing {
  readonly rows: readonly MembershipEntity[]
  readonly by: string | null
  readonly action: string
}

/** Puts other rows in the place of a membership, ends what it gave access to, and tells the trail. */
@Injectable()
export class MembershipChangeService {
  constructor(
    private readonly memberships: PersonMembershipRepository,
    private readonly ending: AccessEnding,
    private readonly links: LinkWithdrawalService,
    private readonly administration: AdministrationService,
    private readonly clock: Clock,
  ) {}

  /** The rows as they were added, in order. To be called inside a transaction that has locked the organisation. */
  async replace(organisation: Organisation, held: MembershipEntity, { rows, by, action }: Replacing): Promise<MembershipEntity[]> {
    const recordedAt = this.clock.now()
    const added = rows.map((row) => ({ ...row, id: randomUUID(), recordedBy: by, recordedAt, supersededAt: null }))
    await this.memberships.supersede(held.id, recordedAt)
    for (const row of added) await this.memberships.add(row)
    // Whoever is no longer, today, what they signed in as signs in again as what they are.
    if (!added.some((row) => row.role === held.role && isHeldOn(row, this.clock.today()))) {
      await this.ending.endAccessOf(held.personId, { by, organisationCode: organisation.code })
      if (held.personId !== by) await this.links.madeByFormer(held.personId)
    }
    for (const { id, personId, role, startsOn, endsOn, endedAt } of added) {
      const details = { personId, role, startsOn, endsOn, ended: endedAt !== null, replaces: held.id }
      await this.administration.record(organisation, { action, actorId: by, subjectType: 'Membership', subjectId: id, details })
    }
    return added
  }
}
