import { Injectable } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { NetworkEntity, NetworkMembershipEntity } from './network.entity.js'

/** A network, as one that a practice is in. */
export type NetworkOfPractice = NetworkEntity & { readonly practiceCode: string }

/** Which networks practices are in. */
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
      .addSelect('membership.practiceCode', 'practiceCode')
      .where('membership.practiceCode IN (:...practiceCodes)', { practiceCodes })
      .andWhere('membership.startsOn <= :today AND (membership.endsOn IS NULL OR membership.endsOn >= :today)', {
        today: this.clock.today(),
      })
      .orderBy('network.odsCode')
      .getRawMany<NetworkOfPractice>()
  }
}
