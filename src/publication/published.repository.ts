import { Injectable } from '@nestjs/common'
import { NetworkMembershipEntity } from '../network/network.entity.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { type ContractYear, type Day, type Instant } from '../platform/day.js'
import { DeprivationScoreEntity, OrganisationNameEntity, PublicationFileEntity, PublishedResultEntity } from './publication.entity.js'

/** A result of a practice, for one of the networks it is in today. */
export type ResultOfMember = PublishedResultEntity & { readonly networkCode: string }

/** Reads what official files said, for networks already in scope. */
@Injectable()
export class PublishedRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The names organisations had, oldest first. */
  names(codes: readonly string[]): Promise<OrganisationNameEntity[]> {
    return this.database.manager
      .createQueryBuilder(OrganisationNameEntity, 'name')
      .where('name.odsCode IN (:...codes)', { codes })
      .orderBy('name.seenOn')
      .addOrderBy('name.recordedAt')
      .getMany()
  }

  /** Published results of organisations, by indicator and measure. */
  results(codes: readonly string[], contractYear: ContractYear): Promise<PublishedResultEntity[]> {
    return this.database.manager
      .createQueryBuilder(PublishedResultEntity, 'result')
      .where('result.organisationCode IN (:...codes) AND result.contractYear = :contractYear', { codes, contractYear })
      .andWhere('result.supersededAt IS NULL')
      .orderBy('result.achievedOn')
      .addOrderBy('result.indicatorCode')
      .addOrderBy('result.id')
      .getMany()
  }

  /** Published results of the practices that are members of networks today. */
  async resultsOfMembers(networkCodes: readonly string[], contractYear: ContractYear): Promise<ResultOfMember[]> {
    const members = await this.members(networkCodes, this.clock.today(), null)
    if (members.length === 0) return []
    const results = await this.results([...new Set(members.map(({ practiceCode }) => practiceCode))], contractYear)
    return members.flatMap(({ networkCode, practiceCode }) =>
      results.filter(({ organisationCode }) => organisationCode === practiceCode).map((result) => ({ ...result, networkCode })),
    )
  }

  /** Deprivation scores of organisations, the newest index first. */
  scores(codes: readonly string[]): Promise<DeprivationScoreEntity[]> {
    if (codes.length === 0) return Promise.resolve([])
    return this.database.manager
      .createQueryBuilder(DeprivationScoreEntity, 'score')
      .where('score.organisationCode IN (:...codes) AND score.supersededAt IS NULL', { codes })
      .orderBy('score.organisationCode')
      .addOrderBy('score.indexYear', 'DESC')
      .getMany()
  }

  /** Who was a member of networks on a day, as it was recorded at a moment; as it stands when none is given. By practice. */
  members(networkCodes: readonly string[], onDay: Day, at: Instant | null): Promise<NetworkMembershipEntity[]> {
    const query = this.database.manager
      .createQueryBuilder(NetworkMembershipEntity, 'membership')
      .where('membership.networkCode IN (:...networkCodes) AND membership.startsOn <= :onDay', { networkCodes, onDay })
      .andWhere('(membership.endsOn IS NULL OR membership.endsOn >= :onDay)')
    if (at === null) query.andWhere('membership.supersededAt IS NULL')
    else query.andWhere('membership.recordedAt <= :at AND (membership.supersededAt IS NULL OR membership.supersededAt > :at)', { at })
    return query.orderBy('membership.practiceCode').addOrderBy('membership.startsOn').getMany()
  }

  /** When the latest ODS release of core partners up to a day was recorded; null where none was. */
  async releasedBy(onDay: Day): Promise<Instant | null> {
    const found = await this.database.manager
      .createQueryBuilder(PublicationFileEntity, 'file')
      .where('file.kind = :kind AND file.onDay <= :onDay', { kind: 'MEMBERSHIPS', onDay })
      .orderBy('file.onDay', 'DESC')
      .addOrderBy('file.importedAt', 'DESC')
      .limit(1)
      .getOne()
    return found?.importedAt ?? null
  }
}
