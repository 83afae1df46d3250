import { Injectable } from '@nestjs/common'
import { IntegratedCareBoardEntity, NetworkEntity } from '../network/network.entity.js'
import { Database } from '../platform/database/database.js'
import { type ContractYear } from '../platform/day.js'
import { ChecklistEntity, ChecklistItemEntity, OccurrenceEntity } from './checklist.entity.js'
import { type OwnerKind } from './domain/owner.js'

/** Rows inserted by one statement: far below what either database takes as parameters. */
const ROWS_A_STATEMENT = 500

/** Somebody a checklist can be opened for. */
export interface Owner {
  readonly code: string
  readonly kind: OwnerKind
}

/** What is made when a checklist is opened. */
@Injectable()
export class OpeningRepository {
  constructor(private readonly database: Database) {}

  /** Those of these networks and ICBs that have no checklist of a year, by code. Codes that are neither are left out. */
  async withoutChecklist(codes: readonly string[], contractYear: ContractYear): Promise<Owner[]> {
    const { manager } = this.database
    const owners: Owner[] = []
    for (const some of inParts(codes)) {
      const opened = await manager
        .createQueryBuilder(ChecklistEntity, 'checklist')
        .where('checklist.ownerCode IN (:...some) AND checklist.contractYear = :contractYear', { some, contractYear })
        .getMany()
      const networks = await manager.createQueryBuilder(NetworkEntity, 'network').where('network.odsCode IN (:...some)', { some }).getMany()
      const boards = await manager
        .createQueryBuilder(IntegratedCareBoardEntity, 'board')
        .where('board.odsCode IN (:...some)', { some })
        .getMany()
      const done = new Set(opened.map(({ ownerCode }) => ownerCode))
      const found: Owner[] = [
        ...networks.map(({ odsCode }): Owner => ({ code: odsCode, kind: 'NETWORK' })),
        ...boards.map(({ odsCode }): Owner => ({ code: odsCode, kind: 'BOARD' })),
      ]
      owners.push(...found.filter(({ code }) => !done.has(code)))
    }
    return owners.sort((one, other) => (one.code < other.code ? -1 : 1))
  }

  /** Adds checklists with their items and occurrences. */
  async add(checklists: ChecklistEntity[], items: ChecklistItemEntity[], occurrences: OccurrenceEntity[]): Promise<void> {
    const { manager } = this.database
    for (const rows of inParts(checklists)) await manager.insert(ChecklistEntity, rows)
    for (const rows of inParts(items)) await manager.insert(ChecklistItemEntity, rows)
    for (const rows of inParts(occurrences)) await manager.insert(OccurrenceEntity, rows)
  }
}

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts = Math.ceil(rows.length / ROWS_A_STATEMENT)
  return Array.from({ length: parts }, (_, index) => rows.slice(index * ROWS_A_STATEMENT, (index + 1) * ROWS_A_STATEMENT))
}
