import { Injectable } from '@nestjs/common'
import { MembershipEntity, PersonEntity } from '../access/access.entity.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { LocalMedicalCommitteeEntity, NetworkEntity, NetworkMembershipEntity } from './network.entity.js'

/** A network, as one that a practice is in. */
export type NetworkOfPractice = NetworkEntity & { readonly practiceCode: string }

/** A person, as a clinical director of one network. */
export type DirectorOfNetwork = PersonEntity & { readonly networkCode: string }

/** Which networks practices are in, and who leads networks. */
@Injectable()
export class MembershipRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The networks practices are in today, by code. */
  async networksOf(practiceCodes: readonly string[]): Promise<NetworkOfPractice[]> {
    return this.database.manager
      .createQueryBuilder(NetworkEntity, 'network')
      .innerJoin(NetworkMembershipEntity, 'membership', 'membership.networkCode = network.odsCode AND membership.supersededAt IS NULL')
      .select('network.odsCode', 'odsCode')
      .addSelect('network.name', 'name')
      .addSelect('network.invented', 'invented')
      .addSelect('network.openedOn', 'openedOn')
      .addSelect('network.closedOn', 'closedOn')
      .addSelect('membership.practiceCode', 'practiceCode')
      .where('membership.practiceCode IN (:...practiceCodes)', { practiceCodes })
      .andWhere('membership.startsOn <= :today AND (membership.endsOn IS NULL OR membership.endsOn >= :today)', {
        today: this.clock.today(),
      })
      .orderBy('network.odsCode')
      .getRawMany<NetworkOfPractice>()
  }

  /** Local medical committees by code. */
  committees(codes: readonly string[]): Promise<LocalMedicalCommitteeEntity[]> {
    return this.database.manager
      .createQueryBuilder(LocalMedicalCommitteeEntity, 'committee')
      .where('committee.code IN (:...codes)', { codes: [...new Set(codes)] })
      .getMany()
  }

  /** The clinical directors of networks today, by id. */
  async directorsOf(networkCodes: readonly string[]): Promise<DirectorOfNetwork[]> {
    const { manager } = this.database
    const memberships = await manager
      .createQueryBuilder(MembershipEntity, 'membership')
      .where('membership.role = :role AND membership.supersededAt IS NULL AND membership.endedAt IS NULL', { role: 'clinical-director' })
      .andWhere('membership.organisationCode IN (:...networkCodes) AND membership.startsOn <= :today', {
        networkCodes,
        today: this.clock.today(),
      })
      .andWhere('(membership.endsOn IS NULL OR membership.endsOn >= :today)')
      .orderBy('membership.personId')
      .getMany()
    if (memberships.length === 0) return []
    const ids = memberships.map(({ personId }) => personId)
    const people = await manager.createQueryBuilder(PersonEntity, 'person').where('person.id IN (:...ids)', { ids }).getMany()
    return memberships.flatMap(({ personId, organisationCode: networkCode }) => {
      const person = people.find(({ id }) => id === personId)
      return person ? [{ ...person, networkCode }] : []
    })
  }
}
