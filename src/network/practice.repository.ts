import { Injectable } from '@nestjs/common'
import { Brackets, type SelectQueryBuilder } from 'typeorm'
import { Database } from '../platform/database/database.js'
import { type Day } from '../platform/day.js'
import { type MemberList } from './domain/registered-patients.js'
import { ListSizeEntity, NetworkMembershipEntity, PracticeEntity } from './network.entity.js'

/** A network's member list, of one practice. */
export type NetworkMemberList = MemberList & { readonly networkCode: string }

/** Practices, which networks they are in, and how many patients they have. */
@Injectable()
export class PracticeRepository {
  constructor(private readonly database: Database) {}

  practices(codes: readonly string[]): Promise<PracticeEntity[]> {
    return this.database.manager
      .createQueryBuilder(PracticeEntity, 'practice')
      .where('practice.odsCode IN (:...codes)', { codes })
      .getMany()
  }

  /** Every membership of networks that still stands as recorded, whatever its days, by practice and day. */
  async membershipsOf(networkCodes: readonly string[]): Promise<NetworkMembershipEntity[]> {
    if (networkCodes.length === 0) return []
    return this.standing(networkCodes).getMany()
  }

  /** Who was a member of networks on a day, by practice. */
  async membersOn(networkCodes: readonly string[], on: Day): Promise<NetworkMembershipEntity[]> {
    if (networkCodes.length === 0) return []
    return inForce(this.standing(networkCodes), on).getMany()
  }

  /** The latest list size, on or before a day, of each practice that is a member on it; one row without figures where there is none. */
  async listsOf(networkCodes: readonly string[], on: Day): Promise<NetworkMemberList[]> {
    if (networkCodes.length === 0) return []
    const latest =
      'SELECT MAX("before"."onDay") FROM "list_size" "before" ' +
      'WHERE "before"."practiceCode" = membership.practiceCode AND "before"."onDay" <= :on AND "before"."supersededAt" IS NULL'
    const query = this.standing(networkCodes)
      .leftJoin(
        ListSizeEntity,
        'list',
        `list.practiceCode = membership.practiceCode AND list.supersededAt IS NULL AND list.onDay = (${latest})`,
      )
      .select('membership.networkCode', 'networkCode')
      .addSelect('membership.practiceCode', 'practiceCode')
      .addSelect('list.patients', 'patients')
      .addSelect('list.onDay', 'onDay')
      .addSelect('list.source', 'source')
      .addSelect('list.recordedAt', 'recordedAt')
    return inForce(query, on).getRawMany<NetworkMemberList>()
  }

  private standing(networkCodes: readonly string[]): SelectQueryBuilder<NetworkMembershipEntity> {
    return this.database.manager
      .createQueryBuilder(NetworkMembershipEntity, 'membership')
      .where('membership.networkCode IN (:...networkCodes)', { networkCodes })
      .andWhere('membership.supersededAt IS NULL')
      .orderBy('membership.practiceCode')
      .addOrderBy('membership.startsOn')
  }
}

function inForce(query: SelectQueryBuilder<NetworkMembershipEntity>, on: Day): SelectQueryBuilder<NetworkMembershipEntity> {
  return query
    .andWhere('membership.startsOn <= :on', { on })
    .andWhere(new Brackets((still) => still.where('membership.endsOn IS NULL').orWhere('membership.endsOn >= :on')))
}
