import { Injectable } from '@nestjs/common'
import { type EntityTarget } from 'typeorm'
import { NetworkEntity } from '../network/network.entity.js'
import { Database } from '../platform/database/database.js'
import { toNumber } from '../platform/database/to-number.js'
import { type Instant } from '../platform/day.js'
import { CatalogueEntryEntity } from '../specification/specification.entity.js'
import { type Clause } from './domain/clause.js'
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

type Superseded = RequestAnswerEntity | RequestAttendanceEntity | RequestAgreementEntity | RequestRecommendationEntity

/** Writes requests and what becomes of them, inside an open transaction, of requests already in scope. */
@Injectable()
export class RequestRecordRepository {
  constructor(
    private readonly database: Database,
    private readonly coverage: LmcCoverageRepository,
  ) {}

  /** The number each network's next request gets. Nobody else can number requests of these networks until the transaction ends. */
  async nextNumbers(networkCodes: readonly string[]): Promise<(networkCode: string) => number> {
    await this.lockNetworks(networkCodes)
    const rows = await this.database.manager
      .createQueryBuilder(RequestRecipientEntity, 'recipient')
      .select('recipient.networkCode', 'networkCode')
      .addSelect('MAX(recipient.number)', 'latest')
      .where('recipient.networkCode IN (:...networkCodes)', { networkCodes })
      .groupBy('recipient.networkCode')
      .getRawMany<{ networkCode: string; latest: unknown }>()
    const latest = new Map(rows.map((row) => [row.networkCode, toNumber(row.latest)]))
    return (networkCode) => (latest.get(networkCode) ?? 0) + 1
  }

  /** Every network that was asked, by code. */
  async networksOf(requestId: string): Promise<string[]> {
    const rows = await this.database.manager.find(RequestRecipientEntity, { where: { requestId }, order: { networkCode: 'ASC' } })
    return rows.map(({ networkCode }) => networkCode)
  }

  /** Whether a requirement of this code is in a specification. */
  hasRequirement(specificationId: string, code: string): Promise<boolean> {
    return this.database.manager.existsBy(CatalogueEntryEntity, { specificationId, code })
  }

  async add(request: RequestEntity, recipients: readonly RequestRecipientEntity[]): Promise<void> {
    await this.database.manager.insert(RequestEntity, request)
    await this.database.manager.insert(RequestRecipientEntity, [...recipients])
  }

  /** Lets nobody else answer, agree on or withdraw a request until the transaction ends. SQLite has one writer and needs nothing. */
  async lock(requestId: string): Promise<void> {
    if (!this.database.isPostgres) return
    const query = this.database.manager.createQueryBuilder(RequestEntity, 'request').where('request.id = :requestId', { requestId })
    await query.setLock('pessimistic_write').getOne()
  }

  async withdraw(withdrawal: RequestWithdrawalEntity): Promise<void> {
    await this.database.manager.insert(RequestWithdrawalEntity, withdrawal)
  }

  async replaceAnswer(answer: RequestAnswerEntity): Promise<void> {
    await this.supersede(RequestAnswerEntity, 'recipientId', answer.recipientId, answer.recordedAt)
    await this.database.manager.insert(RequestAnswerEntity, answer)
  }

  async addReading(reading: RequestReadingEntity): Promise<void> {
    await this.database.manager.insert(RequestReadingEntity, reading)
  }

  /**
   * Puts a finding in force: an LMC's for the networks it covers, a network's for itself unless an LMC has found something. NOT_LOOKED takes
   * one back.
   */
  async setClause(requestId: string, bodyKind: BodyKind, bodyCode: string, { clause, requirementCode, paragraph }: Clause): Promise<void> {
    const query = this.database.manager
      .createQueryBuilder()
      .update(RequestRecipientEntity)
      .set({ clause, requirementCode, paragraph, clauseBy: clause === 'NOT_LOOKED' ? 'RECORDER' : bodyKind })
      .where('"requestId" = :requestId', { requestId })
    if (bodyKind === 'NETWORK') query.andWhere(`"networkCode" = :bodyCode AND "clauseBy" <> 'LMC'`, { bodyCode })
    else {
      query.andWhere('"networkCode" IN (:...covered)', { covered: ['', ...(await this.coverage.coveredBy(bodyCode))] })
    }
    await query.execute()
  }

  async replaceRecommendation(recommendation: RequestRecommendationEntity): Promise<void> {
    const { requestId, bodyCode, recordedAt: supersededAt } = recommendation
    await this.database.manager
      .createQueryBuilder()
      .update(RequestRecommendationEntity)
      .set({ supersededAt })
      .where('"requestId" = :requestId AND "bodyCode" = :bodyCode AND "supersededAt" IS NULL', { requestId, bodyCode })
      .execute()
    await this.database.manager.insert(RequestRecommendationEntity, recommendation)
  }

  async offer(offer: RequestAttendanceEntity): Promise<void> {
    await this.database.manager.insert(RequestAttendanceEntity, offer)
  }

  /** Puts an offer in the place of an earlier one. What others agreed to is kept. */
  async replaceOffer(earlierId: string, offer: RequestAttendanceEntity): Promise<void> {
    await this.database.manager
      .createQueryBuilder()
      .update(RequestAgreementEntity)
      .set({ attendanceId: offer.id })
      .where('"attendanceId" = :earlierId AND "supersededAt" IS NULL', { earlierId })
      .execute()
    await this.supersede(RequestAttendanceEntity, 'id', earlierId, offer.recordedAt)
  }

  /** Ends an offer, and with it what others agreed to. */
  async endOffer(attendanceId: string, at: Instant): Promise<void> {
    await this.supersede(RequestAgreementEntity, 'attendanceId', attendanceId, at)
    await this.supersede(RequestAttendanceEntity, 'id', attendanceId, at)
  }

  async agree(agreement: RequestAgreementEntity): Promise<void> {
    await this.endAgreement(agreement.recipientId, agreement.recordedAt)
    await this.database.manager.insert(RequestAgreementEntity, agreement)
  }

  endAgreement(recipientId: string, at: Instant): Promise<void> {
    return this.supersede(RequestAgreementEntity, 'recipientId', recipientId, at)
  }

  private async supersede(entity: EntityTarget<Superseded>, column: string, key: string, supersededAt: Instant): Promise<void> {
    await this.database.manager
      .createQueryBuilder()
      .update(entity)
      .set({ supersededAt })
      .where(`"${column}" = :key AND "supersededAt" IS NULL`, { key })
      .execute()
  }

  /** In the order of their codes, so that two who lock several never wait for each other. */
  private async lockNetworks(networkCodes: readonly string[]): Promise<void> {
    if (!this.database.isPostgres) return
    const query = this.database.manager
      .createQueryBuilder(NetworkEntity, 'network')
      .where('network.odsCode IN (:...networkCodes)', { networkCodes })
    await query.orderBy('network.odsCode').setLock('pessimistic_write').getMany()
  }
}
