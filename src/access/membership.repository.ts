import { Injectable } from '@nestjs/common'
import { Database } from '../platform/database/database.js'
import { type Instant } from '../platform/day.js'
import { MembershipEntity } from './access.entity.js'

/** Rows of who is what where, for those who change them. History: a row is superseded, and a new one added. */
@Injectable()
export class PersonMembershipRepository {
  constructor(private readonly database: Database) {}

  /** The row of an id that was not superseded. */
  async current(id: string): Promise<MembershipEntity | null> {
    return this.query().andWhere('membership.id = :id', { id }).getOne()
  }

  /** All rows of organisations that were not superseded, those that ended and those to come included. */
  ofOrganisations(codes: readonly string[]): Promise<MembershipEntity[]> {
    return this.query()
      .andWhere('membership.organisationCode IN (:...codes)', { codes: [...new Set(codes)] })
      .getMany()
  }

  /** All of a person's rows that were not superseded, those that ended and those to come included. */
  ofPerson(personId: string): Promise<MembershipEntity[]> {
    return this.query().andWhere('membership.personId = :personId', { personId }).getMany()
  }

  /**
   * The same as `ofOrganisations` of one, and nobody else reads them to change them until this transaction is over: so that two administrators who end
   * each other leave one. On SQLite changes wait for one another anyway.
   */
  async lockOrganisation(organisationCode: string): Promise<MembershipEntity[]> {
    if (this.database.isPostgres) {
      await this.database.manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`membership ${organisationCode}`])
    }
    return this.ofOrganisations([organisationCode])
  }

  async add(membership: MembershipEntity): Promise<void> {
    await this.database.manager.insert(MembershipEntity, membership)
  }

  /** Marks a row as replaced. The caller adds the row that replaces it. */
  async supersede(id: string, supersededAt: Instant): Promise<void> {
    await this.database.manager.update(MembershipEntity, { id }, { supersededAt })
  }

  private query() {
    return this.database.manager
      .createQueryBuilder(MembershipEntity, 'membership')
      .where('membership.supersededAt IS NULL')
      .orderBy('membership.startsOn')
      .addOrderBy('membership.id')
  }
}
