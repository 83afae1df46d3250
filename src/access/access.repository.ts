import { Injectable } from '@nestjs/common'
import { Brackets, IsNull, MoreThanOrEqual } from 'typeorm'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { type Day } from '../platform/day.js'
import { MembershipEntity, PersonEntity } from './access.entity.js'
import { type Role } from './domain/permission.js'
import { type Membership } from './domain/scope.js'

/** People, and what they are in which organisation. */
@Injectable()
export class AccessRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  personByEmail(email: string): Promise<PersonEntity | null> {
    return this.database.manager.findOneBy(PersonEntity, { email: email.toLowerCase() })
  }

  person(id: string): Promise<PersonEntity | null> {
    return this.database.manager.findOneBy(PersonEntity, { id })
  }

  people(ids: readonly string[]): Promise<PersonEntity[]> {
    return this.database.manager.createQueryBuilder(PersonEntity, 'person').where('person.id IN (:...ids)', { ids }).getMany()
  }

  /** What a person is today. */
  async membershipsOf(personId: string): Promise<Membership[]> {
    const today = this.clock.today()
    return this.database.manager
      .createQueryBuilder(MembershipEntity, 'membership')
      .where('membership.personId = :personId', { personId })
      .andWhere('membership.supersededAt IS NULL AND membership.endedAt IS NULL')
      .andWhere('membership.startsOn <= :today', { today })
      .andWhere(new Brackets((still) => still.where('membership.endsOn IS NULL').orWhere('membership.endsOn >= :today', { today })))
      .orderBy('membership.organisationCode')
      .addOrderBy('membership.role')
      .getMany()
  }

  /** Whether a person was this in an organisation on a day. */
  held(personId: string, role: Role, organisationCode: string, on: Day): Promise<boolean> {
    return this.database.manager
      .createQueryBuilder(MembershipEntity, 'membership')
      .where('membership.personId = :personId AND membership.role = :role', { personId, role })
      .andWhere('membership.organisationCode = :organisationCode AND membership.supersededAt IS NULL', { organisationCode })
      .andWhere('membership.startsOn <= :on', { on })
      .andWhere(new Brackets((still) => still.where('membership.endsOn IS NULL').orWhere('membership.endsOn >= :on')))
      .getExists()
  }

  /** Invented people and what they are, or will be, for the demonstration's sign-in. Who is nothing any more is not among them. */
  async personas(): Promise<{ person: PersonEntity; membership: MembershipEntity }[]> {
    const people = await this.database.manager.find(PersonEntity, { where: { invented: true }, order: { email: 'ASC' } })
    const stands = { supersededAt: IsNull(), endedAt: IsNull() }
    const memberships = await this.database.manager.find(MembershipEntity, {
      where: [
        { ...stands, endsOn: IsNull() },
        { ...stands, endsOn: MoreThanOrEqual(this.clock.today()) },
      ],
      order: { id: 'ASC' },
    })
    return people.flatMap((person) =>
      memberships.filter((membership) => membership.personId === person.id).map((membership) => ({ person, membership })),
    )
  }

  async addPerson(person: PersonEntity, memberships: readonly MembershipEntity[]): Promise<void> {
    await this.database.manager.insert(PersonEntity, person)
    await this.database.manager.insert(MembershipEntity, [...memberships])
  }
}
