import { Injectable } from '@nestjs/common'
import { type SelectQueryBuilder } from 'typeorm'
import { type NetworkScope } from '../access/domain/scope.js'
import { NetworkRepository } from '../network/network.repository.js'
import { Database } from '../platform/database/database.js'
import { type ContractYear, type Day } from '../platform/day.js'
import { type AcceptedRequest, acceptedRequest } from './domain/accepted-request.js'
import { type ClauseFinding, type RequestStanding } from './domain/request-words.js'
import {
  RequestAgreementEntity,
  RequestAnswerEntity,
  RequestAttendanceEntity,
  RequestEntity,
  RequestRecipientEntity,
  RequestWithdrawalEntity,
} from './request.entity.js'

/** A request as it is to one network that was asked. */
export type NetworkRequestRow = RequestRecipientEntity & {
  readonly request: RequestEntity
  readonly withdrawal: RequestWithdrawalEntity | null
  /** The latest answer; null while there is none. */
  readonly answer: RequestAnswerEntity | null
  /** Its own offer to attend for the others. */
  readonly offer: RequestAttendanceEntity | null
  /** The network that attends for it; null where it goes itself. */
  readonly attendant: RequestRecipientEntity | null
}

/** Which requests of a network; what is not given narrows nothing. */
export interface NetworkRequestFilter {
  readonly answers: readonly RequestStanding[] | null
  readonly clause: readonly ClauseFinding[] | null
  /** Days it was received on. */
  readonly from: Day | null
  readonly to: Day | null
  /** Those recorded by mistake too. */
  readonly withdrawn: boolean
}

/** Which part of a network's list: `limit` rows before a number. */
export interface NetworkRequestPage {
  readonly limit: number
  readonly before: number | null
}

/** Requests as networks received them. Works within a scope, or on networks already in scope (`of…`). */
@Injectable()
export class RequestRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
  ) {}

  /** What a network was asked, when the network is in scope. */
  async received(scope: NetworkScope, requestId: string, networkCode: string): Promise<NetworkRequestRow | null> {
    const query = this.described().where('recipient.requestId = :requestId AND recipient.networkCode = :networkCode', {
      requestId,
      networkCode,
    })
    return (await this.networks.narrow(query, 'recipient.networkCode', scope).getOne()) as NetworkRequestRow | null
  }

  /** The same by the row's own id. */
  async byId(scope: NetworkScope, id: string): Promise<NetworkRequestRow | null> {
    const query = this.described().where('recipient.id = :id', { id })
    return (await this.networks.narrow(query, 'recipient.networkCode', scope).getOne()) as NetworkRequestRow | null
  }

  /** Requests as networks in scope received them, by network. */
  ofRequests(scope: NetworkScope, requestIds: readonly string[]): Promise<NetworkRequestRow[]> {
    const query = this.described()
      .where('recipient.requestId IN (:...requestIds)', { requestIds: [...new Set(requestIds)] })
      .orderBy('recipient.networkCode')
    return rowsOf(this.networks.narrow(query, 'recipient.networkCode', scope))
  }

  /** What one other network that was asked offers; null where it was not asked. */
  async ofRecipient(requestId: string, networkCode: string): Promise<NetworkRequestRow | null> {
    return (await this.described().where({ requestId, networkCode }).getOne()) as NetworkRequestRow | null
  }

  /** The same page of each network's list, latest recorded first. */
  ofNetworks(networkCodes: readonly string[], filter: NetworkRequestFilter, page: NetworkRequestPage): Promise<NetworkRequestRow[]> {
    const placed = this.joined()
      .select('recipient.id', 'id')
      .addSelect('ROW_NUMBER() OVER (PARTITION BY recipient.networkCode ORDER BY recipient.number DESC)', 'place')
      .where('recipient.networkCode IN (:...networkCodes)', { networkCodes: [...new Set(networkCodes)] })
    narrowTo(placed, filter)
    if (page.before !== null) placed.andWhere('recipient.number < :before', { before: page.before })
    const query = this.described()
      .innerJoin(`(${placed.getQuery()})`, 'placed', '"placed"."id" = recipient.id')
      .where('"placed"."place" <= :limit')
      .setParameters({ ...placed.getParameters(), limit: page.limit })
      .orderBy('recipient.number', 'DESC')
      .addOrderBy('recipient.networkCode')
    return rowsOf(query)
  }

  /**
   * Every request of a network received from one day to another, both included, latest first: declined and unanswered ones too, and those
   * another network attends for; not those recorded by mistake.
   */
  requestsOf(networkCode: string, from: Day, to: Day): Promise<NetworkRequestRow[]> {
    const query = this.described().where('recipient.networkCode = :networkCode', { networkCode }).orderBy('recipient.number', 'DESC')
    narrowTo(query, { answers: null, clause: null, from, to, withdrawn: false })
    return rowsOf(query)
  }

  /** Requests a network has accepted as work of a contract year, by number. Left out while another network attends for it. */
  acceptedOf(networkCode: string, contractYear: ContractYear): Promise<AcceptedRequest[]> {
    return this.acceptedOfAll([networkCode], contractYear)
  }

  /** The same of many networks, by network and number: one statement. */
  async acceptedOfAll(networkCodes: readonly string[], contractYear: ContractYear): Promise<AcceptedRequest[]> {
    if (networkCodes.length === 0) return []
    const query = this.described()
      .where('recipient.networkCode IN (:...networkCodes)', { networkCodes: [...new Set(networkCodes)] })
      .andWhere('request.contractYear = :contractYear AND attendant.id IS NULL', { contractYear })
      .orderBy('recipient.networkCode')
      .addOrderBy('recipient.number')
    narrowTo(query, { answers: ['ACCEPT'], clause: null, from: null, to: null, withdrawn: false })
    return (await rowsOf(query)).flatMap((row) => acceptedRequest(row) ?? [])
  }

  /** Everything networks ever answered, latest first. */
  answersOf(recipientIds: readonly string[]): Promise<RequestAnswerEntity[]> {
    return this.database.manager
      .createQueryBuilder(RequestAnswerEntity, 'answer')
      .where('answer.recipientId IN (:...recipientIds)', { recipientIds: [...new Set(recipientIds)] })
      .orderBy('answer.recordedAt', 'DESC')
      .addOrderBy('answer.id')
      .getMany()
  }

  /** A row with what bears on lists: the request, whether it was withdrawn, the latest answer. */
  private joined(): SelectQueryBuilder<RequestRecipientEntity> {
    return this.database.manager
      .createQueryBuilder(RequestRecipientEntity, 'recipient')
      .innerJoinAndMapOne('recipient.request', RequestEntity, 'request', 'request.id = recipient.requestId')
      .leftJoinAndMapOne('recipient.withdrawal', RequestWithdrawalEntity, 'withdrawal', 'withdrawal.requestId = recipient.requestId')
      .leftJoinAndMapOne('recipient.answer', RequestAnswerEntity, 'answer', `answer.recipientId = recipient.id AND ${stands('answer')}`)
  }

  /** The same with who attends for whom. Every join finds one row at most. */
  private described(): SelectQueryBuilder<RequestRecipientEntity> {
    return this.joined()
      .leftJoinAndMapOne('recipient.offer', RequestAttendanceEntity, 'offer', `offer.recipientId = recipient.id AND ${stands('offer')}`)
      .leftJoin(RequestAgreementEntity, 'agreement', `agreement.recipientId = recipient.id AND ${stands('agreement')}`)
      .leftJoin(RequestAttendanceEntity, 'attendance', 'attendance.id = agreement.attendanceId')
      .leftJoinAndMapOne('recipient.attendant', RequestRecipientEntity, 'attendant', 'attendant.id = attendance.recipientId')
  }
}

function rowsOf(query: SelectQueryBuilder<RequestRecipientEntity>): Promise<NetworkRequestRow[]> {
  return query.getMany() as Promise<NetworkRequestRow[]>
}

/** What counts now, of rows that are never updated in place. */
function stands(alias: string): string {
  return `${alias}.supersededAt IS NULL`
}

function narrowTo(query: SelectQueryBuilder<RequestRecipientEntity>, filter: NetworkRequestFilter): void {
  const { answers, clause, from, to, withdrawn } = filter
  if (!withdrawn) query.andWhere('withdrawal.id IS NULL')
  if (from !== null) query.andWhere('request.receivedOn >= :from', { from })
  if (to !== null) query.andWhere('request.receivedOn <= :to', { to })
  if (clause !== null) query.andWhere(clause.length > 0 ? 'recipient.clause IN (:...clause)' : '1 = 0', { clause })
  if (answers === null) return
  const choices = answers.filter((answer) => answer !== 'UNANSWERED')
  const ways = [
    ...(answers.includes('UNANSWERED') ? ['answer.id IS NULL'] : []),
    ...(choices.length > 0 ? ['answer.choice IN (:...choices)'] : []),
  ]
  query.andWhere(ways.length > 0 ? `(${ways.join(' OR ')})` : '1 = 0', { choices })
}
