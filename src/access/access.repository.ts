import { Injectable } from '@nestjs/common'
import { Brackets } from 'typeorm'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { type Day } from '../platform/day.js'
import { MembershipEntity, PersonEntity, TokenEntity } from './access.entity.js'
import { type Role } from './domain/permission.js'
import { type Membership } from './domain/scope.js'

/** People, what they are in which organisation, and their tokens. */
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

  /** The token of a digest that still holds. */
  async standingToken(hash: string): Promise<TokenEntity | null> {
    const token = await this.database.manager.findOneBy(TokenEntity, { hash })
    if (!token || token.revokedAt !== null) return null
    return token.expiresAt === null || token.expiresAt > this.clock.now() ? token : null
  }

  /** What a person is today. */
  async membershipsOf(personId: string): Promise<Membership[]> {
    const today = this.clock.today()
    return this.database.manager
      .createQueryBuilder(MembershipEntity, 'membership')
      .where('membership.personId = :personId', { personId })
      .andWhere('membership.supersededAt IS NULL')
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

  /** Invented people and what they are, for the demonstration's sign-in. */
  async personas(): Promise<{ person: PersonEntity; membership: MembershipEntity }[]> {
    const people = await this.database.manager.find(PersonEntity, { where: { invented: true }, order: { email: 'ASC' } })
    const memberships = await this.database.manager.find(MembershipEntity, { order: { id: 'ASC' } })
    return people.flatMap((person) =>
      memberships.filter((membership) => membership.personId === person.id).map((membership) => ({ person, membership })),
    )
  }

  async addToken(token: TokenEntity): Promise<void> {
    await this.database.manager.insert(TokenEntity, token)
  }

  async addPerson(person: PersonEntity, memberships: readonly MembershipEntity[]): Promise<void> {
    await this.database.manager.insert(PersonEntity, person)
    await this.database.manager.insert(MembershipEntity, [...memberships])
  }
}
