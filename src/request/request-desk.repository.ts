import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { NetworkEntity } from '../network/network.entity.js'
import { NetworkRepository, type SqlCondition } from '../network/network.repository.js'
import { Database } from '../platform/database/database.js'
import { toNumber } from '../platform/database/to-number.js'
import { type Day, type Instant } from '../platform/day.js'
import { type BodyKind } from './domain/request-words.js'
import { LmcCoverageRepository } from './lmc-coverage.repository.js'
import {
  RequestAgreementEntity,
  RequestAnswerEntity,
  RequestAttendanceEntity,
  RequestEntity,
  RequestRecipientEntity,
  RequestWithdrawalEntity,
} from './request.entity.js'
import { RequestReadingEntity, RequestRecommendationEntity } from './sifting.entity.js'

/** Which requests of a desk; what is not given narrows nothing. */
export interface RequestFilter {
  readonly from: Day | null
  readonly to: Day | null
  readonly withdrawn: boolean
}

/** Which part of a desk's list: `limit` rows after a day and id. */
export interface RequestPage {
  readonly limit: number
  readonly after: { readonly receivedOn: Day; readonly id: string } | null
}

/** A network that was asked, and whether it has answered: never what. */
export interface AskedNetwork {
  readonly requestId: string
  readonly odsCode: string
  readonly name: string
  readonly answered: boolean
}

/** A network that offers to attend for the others, or that has another attend for it. */
export interface AttendingNetwork {
  readonly odsCode: string
  readonly name: string
  readonly note: string | null
  readonly recordedAt: Instant
}

/** Requests as asks of one network or many, for those who are asked and for LMCs that cover them. */
@Injectable()
export class RequestDeskRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
    private readonly coverage: LmcCoverageRepository,
  ) {}

  /** A request of which a network in reach was asked. */
  request(scope: NetworkScope, id: string): Promise<RequestEntity | null> {
    const { sql, parameters } = this.asked(scope)
    return this.database.manager
      .createQueryBuilder(RequestEntity, 'request')
      .where('request.id = :id', { id })
      .andWhere(sql, parameters)
      .getOne()
  }

  /** A page of the requests of which a network in reach was asked, latest received first. */
  requests(scope: NetworkScope, { from, to, withdrawn }: RequestFilter, { limit, after }: RequestPage): Promise<RequestEntity[]> {
    const { sql, parameters } = this.asked(scope)
    const query = this.database.manager.createQueryBuilder(RequestEntity, 'request').where(sql, parameters)
    if (!withdrawn) {
      query.leftJoin(RequestWithdrawalEntity, 'withdrawal', 'withdrawal.requestId = request.id').andWhere('withdrawal.id IS NULL')
    }
    if (from !== null) query.andWhere('request.receivedOn >= :from', { from })
    if (to !== null) query.andWhere('request.receivedOn <= :to', { to })
    if (after)
      query.andWhere('(request.receivedOn < :day OR (request.receivedOn = :day AND request.id > :id))', {
        day: after.receivedOn,
        id: after.id,
      })
    return query.orderBy('request.receivedOn', 'DESC').addOrderBy('request.id').limit(limit).getMany()
  }

  /** Whether a body of the caller's speaks for a request: a network that was asked, or an LMC that covers one of them. Null: neither. */
  async bodyOf(scope: NetworkScope, requestId: string, bodyCode: string): Promise<BodyKind | null> {
    if (!scope.own.includes(bodyCode)) return null
    const { manager } = this.database
    if (await manager.existsBy(RequestRecipientEntity, { requestId, networkCode: bodyCode })) return 'NETWORK'
    const covered = this.coverage.condition('recipient.networkCode', [bodyCode])
    const covers = await manager
      .createQueryBuilder(RequestRecipientEntity, 'recipient')
      .where('recipient.requestId = :requestId', { requestId })
      .andWhere(covered.sql, covered.parameters)
      .getExists()
    return covers ? 'LMC' : null
  }

  /** Requests by id, of which a network in reach was asked. */
  requestsByIds(scope: NetworkScope, ids: readonly string[]): Promise<RequestEntity[]> {
    const { sql, parameters } = this.asked(scope)
    return this.database.manager
      .createQueryBuilder(RequestEntity, 'request')
      .where('request.id IN (:...ids)', { ids: [...new Set(ids)] })
      .andWhere(sql, parameters)
      .getMany()
  }

  withdrawalsOf(requestIds: readonly string[]): Promise<RequestWithdrawalEntity[]> {
    return this.database.manager
      .createQueryBuilder(RequestWithdrawalEntity, 'withdrawal')
      .where('withdrawal.requestId IN (:...requestIds)', { requestIds: [...new Set(requestIds)] })
      .getMany()
  }

  /** Readings of requests, latest first. */
  readingsOf(requestIds: readonly string[]): Promise<RequestReadingEntity[]> {
    return this.database.manager
      .createQueryBuilder(RequestReadingEntity, 'reading')
      .where('reading.requestId IN (:...requestIds)', { requestIds: [...new Set(requestIds)] })
      .orderBy('reading.recordedAt', 'DESC')
      .addOrderBy('reading.id')
      .getMany()
  }

  /** What bodies recommend now, latest first. */
  recommendationsOf(requestIds: readonly string[]): Promise<RequestRecommendationEntity[]> {
    return this.database.manager
      .createQueryBuilder(RequestRecommendationEntity, 'recommendation')
      .where('recommendation.requestId IN (:...requestIds) AND recommendation.supersededAt IS NULL', {
        requestIds: [...new Set(requestIds)],
      })
      .orderBy('recommendation.recordedAt', 'DESC')
      .addOrderBy('recommendation.id')
      .getMany()
  }

  /** How many networks were asked. */
  async countsOf(requestIds: readonly string[]): Promise<{ requestId: string; networks: number }[]> {
    const rows = await this.database.manager
      .createQueryBuilder(RequestRecipientEntity, 'recipient')
      .select('recipient.requestId', 'requestId')
      .addSelect('COUNT(*)', 'networks')
      .where('recipient.requestId IN (:...requestIds)', { requestIds: [...new Set(requestIds)] })
      .groupBy('recipient.requestId')
      .getRawMany<{ requestId: string; networks: unknown }>()
    return rows.map(({ requestId, networks }) => ({ requestId, networks: toNumber(networks) }))
  }

  /** The networks asked that are in reach, by code. */
  async inReach(scope: NetworkScope, requestIds: readonly string[]): Promise<AskedNetwork[]> {
    const { sql, parameters } = this.reach('recipient.networkCode', scope)
    const rows = await this.database.manager
      .createQueryBuilder(RequestRecipientEntity, 'recipient')
      .innerJoin(NetworkEntity, 'network', 'network.odsCode = recipient.networkCode')
      .leftJoin(RequestAnswerEntity, 'answer', 'answer.recipientId = recipient.id AND answer.supersededAt IS NULL')
      .select('recipient.requestId', 'requestId')
      .addSelect('network.odsCode', 'odsCode')
      .addSelect('network.name', 'name')
      .addSelect('answer.id', 'answerId')
      .where('recipient.requestId IN (:...requestIds)', { requestIds: [...new Set(requestIds)] })
      .andWhere(`(${sql})`, parameters)
      .orderBy('network.odsCode')
      .getRawMany<Omit<AskedNetwork, 'answered'> & { answerId: string | null }>()
    return rows.map(({ answerId, ...row }) => ({ ...row, answered: answerId !== null }))
  }

  /** Networks that offer to attend for the others that were asked, by code. */
  offersOf(requestIds: readonly string[]): Promise<(AttendingNetwork & { readonly requestId: string })[]> {
    return this.database.manager
      .createQueryBuilder(RequestAttendanceEntity, 'offer')
      .innerJoin(RequestRecipientEntity, 'recipient', 'recipient.id = offer.recipientId')
      .innerJoin(NetworkEntity, 'network', 'network.odsCode = recipient.networkCode')
      .select('recipient.requestId', 'requestId')
      .addSelect('network.odsCode', 'odsCode')
      .addSelect('network.name', 'name')
      .addSelect('offer.note', 'note')
      .addSelect('offer.recordedAt', 'recordedAt')
      .where('recipient.requestId IN (:...requestIds) AND offer.supersededAt IS NULL', { requestIds: [...new Set(requestIds)] })
      .orderBy('network.odsCode')
      .getRawMany()
  }

  /** Networks that agreed that another attends for them, by code. Keys are the attending networks' rows. */
  agreedWith(recipientIds: readonly string[]): Promise<(AttendingNetwork & { readonly recipientId: string })[]> {
    return this.database.manager
      .createQueryBuilder(RequestAgreementEntity, 'agreement')
      .innerJoin(RequestAttendanceEntity, 'offer', 'offer.id = agreement.attendanceId')
      .innerJoin(RequestRecipientEntity, 'other', 'other.id = agreement.recipientId')
      .innerJoin(NetworkEntity, 'network', 'network.odsCode = other.networkCode')
      .select('offer.recipientId', 'recipientId')
      .addSelect('network.odsCode', 'odsCode')
      .addSelect('network.name', 'name')
      .addSelect('offer.note', 'note')
      .addSelect('agreement.recordedAt', 'recordedAt')
      .where('offer.recipientId IN (:...recipientIds) AND agreement.supersededAt IS NULL', { recipientIds: [...new Set(recipientIds)] })
      .orderBy('network.odsCode')
      .getRawMany()
  }

  /** Whether a network in reach was asked. */
  private asked(scope: NetworkScope): SqlCondition {
    const { sql, parameters } = this.reach('"asked"."networkCode"', scope)
    return {
      sql: `EXISTS (SELECT 1 FROM "request_recipient" "asked" WHERE "asked"."requestId" = request.id AND (${sql}))`,
      parameters,
    }
  }

  /** What a scope reaches, and for an LMC the networks it covers. No network has the code of an LMC. */
  private reach(column: string, scope: NetworkScope): SqlCondition {
    const { sql, parameters } = this.networks.scopeCondition(column, scope)
    const covered = this.coverage.condition(column, scope.own)
    return { sql: `${sql} OR ${covered.sql}`, parameters: { ...parameters, ...covered.parameters } }
  }
}
