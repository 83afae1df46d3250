import { Injectable } from '@nestjs/common'
import { AccessRepository } from '../access/access.repository.js'
import { scopeOf } from '../access/domain/scope.js'
import { type InvitationEntity } from '../access/invitation.entity.js'
import { LinkMaker } from '../access/link-maker.js'
import { PersonMembershipRepository } from '../access/membership.repository.js'
import { Clock } from '../platform/clock.js'
import { type Day, dayAt } from '../platform/day.js'
import { AdministeredRepository } from './administered.repository.js'
import { isOver } from './domain/change.js'
import { administers } from './domain/organisation.js'
import { PersonReachService } from './person-reach.service.js'

/** Asks, when a link is used, what was asked when it was made: days pass, and practices change networks, without anybody taking links back. */
@Injectable()
export class LinkMakerService extends LinkMaker {
  constructor(
    private readonly access: AccessRepository,
    private readonly memberships: PersonMembershipRepository,
    private readonly administered: AdministeredRepository,
    private readonly reach: PersonReachService,
    private readonly clock: Clock,
  ) {
    super()
  }

  async mayStill({ createdBy, createdAt, personId, organisationCode }: InvitationEntity): Promise<boolean> {
    if (createdBy === null) return true
    const scope = scopeOf(createdBy, await this.access.membershipsOf(createdBy), 'membership.manage')
    if (personId !== null) return (await this.reach.find(scope, personId))?.isWhole ?? false
    if (organisationCode === null) return false
    if (await this.administered.find(scope, organisationCode)) return true
    return this.wentByThemselves(createdBy, organisationCode, dayAt(createdAt))
  }

  /** Whoever went by themselves since a day leaves their invitations standing: often that is the successor's. */
  private async wentByThemselves(personId: string, organisationCode: string, since: Day): Promise<boolean> {
    const codes = [organisationCode, ...(await this.administered.networksOf(organisationCode))]
    const held = (await this.memberships.ofPerson(personId)).filter((one) => administers(one.role) && codes.includes(one.organisationCode))
    return held.some((one) => isOver(one, this.clock.today()) && one.endsOn !== null && one.endsOn >= since && one.recordedBy === personId)
  }
}
