import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { type Day } from '../platform/day.js'
import { IntegratedCareBoardEntity, NetworkCommissionerEntity, NetworkMembershipEntity, RegionEntity } from './network.entity.js'
import { NetworkRepository } from './network.repository.js'

/** An ICB as a commissioner of one network. */
export type CommissioningBoard = IntegratedCareBoardEntity & { readonly networkCode: string; readonly isLead: boolean }

/** Integrated care boards, and the networks they commission. */
@Injectable()
export class BoardRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
    private readonly clock: Clock,
  ) {}

  board(scope: NetworkScope, odsCode: string): Promise<IntegratedCareBoardEntity | null> {
    const query = this.database.manager
      .createQueryBuilder(IntegratedCareBoardEntity, 'board')
      .where('board.odsCode = :odsCode', { odsCode })
    return this.networks.narrow(query, 'board.odsCode', scope).getOne()
  }

  /** Rows by code, for parents already in scope. */
  boards(codes: readonly string[]): Promise<IntegratedCareBoardEntity[]> {
    return this.database.manager
      .createQueryBuilder(IntegratedCareBoardEntity, 'board')
      .where('board.odsCode IN (:...codes)', { codes })
      .getMany()
  }

  regions(codes: readonly string[]): Promise<RegionEntity[]> {
    return this.database.manager.createQueryBuilder(RegionEntity, 'region').where('region.code IN (:...codes)', { codes }).getMany()
  }

  /** Who commissions networks today, each ICB once, the leading one first, then by code. */
  async ofNetworks(networkCodes: readonly string[]): Promise<CommissioningBoard[]> {
    const commissioners = await this.commissionersOf(networkCodes)
    if (commissioners.length === 0) return []
    const boards = new Map(
      (await this.boards([...new Set(commissioners.map((row) => row.boardCode))])).map((board) => [board.odsCode, board]),
    )
    const found = new Map<string, CommissioningBoard>()
    for (const { networkCode, boardCode, isLead } of commissioners) {
      const board = boards.get(boardCode)
      const key = `${networkCode} ${boardCode}`
      // An ICB commissions a network once for each of its sub-ICB locations.
      if (board && !found.has(key)) found.set(key, { ...board, networkCode, isLead })
    }
    return [...found.values()]
  }

  /** The code of the ICB that leads for each network today. A network nobody leads for is not in it. */
  async leadOf(networkCodes: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.commissionersOf(networkCodes)
    return new Map(rows.filter((row) => row.isLead).map((row) => [row.networkCode, row.boardCode]))
  }

  /**
   * The networks that have a member on a day, and the ICBs that lead for them. Of one ICB only those it leads for; of all where none is named,
   * those nobody is known to lead for included.
   */
  async commissioningOn(day: Day, boardCode: string | null): Promise<{ networks: string[]; boards: string[] }> {
    const lead = `EXISTS (SELECT 1 FROM "network_commissioner" "lead" WHERE "lead"."networkCode" = membership.networkCode AND "lead"."boardCode" = :boardCode
      AND "lead"."isLead" = :isLead AND "lead"."supersededAt" IS NULL AND "lead"."startsOn" <= :day AND ("lead"."endsOn" IS NULL OR "lead"."endsOn" >= :day))`
    const query = this.database.manager
      .createQueryBuilder(NetworkMembershipEntity, 'membership')
      .select('membership.networkCode', 'code')
      .distinct(true)
      .where(
        'membership.supersededAt IS NULL AND membership.startsOn <= :day AND (membership.endsOn IS NULL OR membership.endsOn >= :day)',
        { day },
      )
    if (boardCode !== null) query.andWhere(lead, { boardCode, isLead: true })
    const networks = (await query.getRawMany<{ code: string }>()).map(({ code }) => code)
    if (boardCode !== null) return { networks, boards: networks.length > 0 ? [boardCode] : [] }
    const leads = await this.database.manager
      .createQueryBuilder(NetworkCommissionerEntity, 'commissioner')
      .select('commissioner.boardCode', 'code')
      .distinct(true)
      .where('commissioner.supersededAt IS NULL AND commissioner.isLead = :isLead AND commissioner.startsOn <= :day', { isLead: true, day })
      .andWhere('(commissioner.endsOn IS NULL OR commissioner.endsOn >= :day)')
      .getRawMany<{ code: string }>()
    return { networks, boards: leads.map(({ code }) => code) }
  }

  private async commissionersOf(networkCodes: readonly string[]): Promise<NetworkCommissionerEntity[]> {
    if (networkCodes.length === 0) return []
    return this.database.manager
      .createQueryBuilder(NetworkCommissionerEntity, 'commissioner')
      .where('commissioner.networkCode IN (:...networkCodes)', { networkCodes })
      .andWhere('commissioner.supersededAt IS NULL')
      .andWhere('commissioner.startsOn <= :today AND (commissioner.endsOn IS NULL OR commissioner.endsOn >= :today)', {
        today: this.clock.today(),
      })
      .orderBy('commissioner.isLead', 'DESC')
      .addOrderBy('commissioner.boardCode')
      .getMany()
  }
}
