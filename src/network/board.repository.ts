import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { IntegratedCareBoardEntity, NetworkCommissionerEntity, RegionEntity } from './network.entity.js'
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
