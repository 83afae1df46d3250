import { Injectable } from '@nestjs/common'
import { AccessEnding } from '../access/access-ending.service.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { Clock } from '../platform/clock.js'
import { type Day } from '../platform/day.js'
import { AdministrationService } from './administration.service.js'
import { ended } from './domain/change.js'
import { MembershipChangeService } from './membership-change.service.js'
import { type PersonInReach } from './person-reach.service.js'

/** Ends all that somebody is, and all that they can come in with. */
@Injectable()
export class PersonEndingService {
  constructor(
    private readonly administration: AdministrationService,
    private readonly changes: MembershipChangeService,
    private readonly ending: AccessEnding,
    private readonly clock: Clock,
  ) {}

  /** Ends what somebody is everywhere, at once. The first day England would be without an operator, if it would be. */
  async endMemberships(scope: NetworkScope, { person, memberships }: PersonInReach): Promise<Day | null> {
    // In one order, so that two erasures that wait for each other cannot be.
    for (const { id } of [...memberships].sort((one, other) => (one.organisationCode < other.organisationCode ? -1 : 1))) {
      const { held, others, organisation } = await this.administration.locked(scope, id)
      const row = ended(held, this.clock.today(), this.clock.now())
      const firstDay = this.administration.firstDayLost(scope, organisation.code, [...others, held], [...others, row])
      if (firstDay !== null) return firstDay
      await this.changes.replace(organisation, held, { rows: [row], by: scope.personId, action: 'membership.end' })
    }
    await this.ending.endAccessOf(person.id, { by: scope.personId })
    return null
  }
}
