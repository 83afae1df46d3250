import { Injectable } from '@nestjs/common'
import { In, IsNull } from 'typeorm'
import { MembershipEntity, PersonEntity } from '../access/access.entity.js'
import { InvitationEntity } from '../access/invitation.entity.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { type Instant } from '../platform/day.js'

/** Which members of organisations are wanted: `limit` after an id. */
export interface MemberPage {
  readonly includingEnded: boolean
  readonly after: string | undefined
  readonly limit: number
}

/** Who is a member of which organisations, for those who administer them: the codes are in scope already. */
@Injectable()
export class PeopleRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A page of memberships, by id. */
  members(codes: readonly string[], { includingEnded, after, limit }: MemberPage): Promise<MembershipEntity[]> {
    const query = this.database.manager
      .createQueryBuilder(MembershipEntity, 'membership')
      .where('membership.organisationCode IN (:...codes) AND membership.supersededAt IS NULL', { codes })
    if (!includingEnded) {
      const today = this.clock.today()
      query.andWhere('membership.endedAt IS NULL AND (membership.endsOn IS NULL OR membership.endsOn >= :today)', { today })
    }
    if (after !== undefined) query.andWhere('membership.id > :after', { after })
    return query.orderBy('membership.id').limit(limit).getMany()
  }

  /** Replaces somebody's name and removes their address, here and in every link that was made for them, or for an address they came by. */
  async erase(person: PersonEntity, name: string, erasedAt: Instant): Promise<void> {
    const { manager } = this.database
    const links = await manager.findBy(InvitationEntity, [{ personId: person.id }, { usedBy: person.id }])
    const addresses = [...new Set([person.email, ...links.map(({ email }) => email)])].filter((email) => email !== null && email !== '')
    const nobody = { name, email: '' }
    await manager.update(PersonEntity, { id: person.id }, { name, email: null, erasedAt })
    await manager.update(InvitationEntity, { personId: person.id }, nobody)
    await manager.update(InvitationEntity, { usedBy: person.id }, nobody)
    if (addresses.length === 0) return
    const theirs = { email: In(addresses) }
    await manager.update(InvitationEntity, { ...theirs, usedAt: IsNull(), withdrawnAt: IsNull() }, { withdrawnAt: erasedAt })
    await manager.update(InvitationEntity, theirs, nobody)
  }
}
