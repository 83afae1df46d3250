import { Injectable } from '@nestjs/common'
import { ChecklistEntity } from '../checklist/checklist.entity.js'
import { IntegratedCareBoardEntity, NetworkCommissionerEntity, RegionEntity } from '../network/network.entity.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { type ContractYear } from '../platform/day.js'
import { type Place, type ReleaseLevel } from './domain/place.js'
import { type Month } from './domain/release-month.js'
import { type ReleaseSubject } from './domain/table.js'
import { ReleaseCellEntity, ReleaseEntity, ReleaseLineEntity, ReleaseMedianEntity, ReleasePlaceEntity } from './release.entity.js'

/** Rows sent in one statement: far below the fewest values a database takes at once. */
const BATCH = 500

/** The most releases a list holds: ten years of them. */
const MOST_RELEASES = 120

/** A network that may be counted, and where. */
export interface CountedNetwork extends Place {
  readonly networkCode: string
}

/** Which rows of the fixed table; what is not given narrows nothing. It never changes what a row counts. */
export interface CellFilter {
  readonly level: ReleaseLevel | null
  readonly areaCode: string | null
  readonly subject: ReleaseSubject | null
  readonly code: string | null
}

/** An area of a release. */
export interface ReleasedArea {
  readonly level: ReleaseLevel
  readonly code: string
  readonly name: string
}

/** Everything stored of one release. */
export interface ReleaseRows {
  readonly release: ReleaseEntity
  readonly cells: readonly ReleaseCellEntity[]
  readonly medians: readonly ReleaseMedianEntity[]
  readonly lines: readonly ReleaseLineEntity[]
  readonly place: ReleasePlaceEntity
}

/** Releases belong to nobody and are the same for everyone, so no scope narrows them. */
@Injectable()
export class ReleaseRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every release, newest first. */
  releases(): Promise<ReleaseEntity[]> {
    return this.database.manager.find(ReleaseEntity, { order: { month: 'DESC' }, take: MOST_RELEASES })
  }

  release(month: Month): Promise<ReleaseEntity | null> {
    return this.database.manager.findOneBy(ReleaseEntity, { month })
  }

  cells(month: Month, filter: CellFilter, limit: number, after = -1): Promise<ReleaseCellEntity[]> {
    const query = this.database.manager
      .createQueryBuilder(ReleaseCellEntity, 'cell')
      .where('cell.month = :month AND cell.position > :after', { month, after })
      .orderBy('cell.position')
      .limit(limit)
    for (const column of ['level', 'areaCode', 'subject', 'code'] as const) {
      if (filter[column] !== null) query.andWhere(`cell.${column} = :${column}`, { [column]: filter[column] })
    }
    return query.getMany()
  }

  /** The areas of a release, widest first. */
  areas(month: Month): Promise<ReleasedArea[]> {
    return this.database.manager
      .createQueryBuilder(ReleaseCellEntity, 'cell')
      .select('cell.level', 'level')
      .addSelect('cell.areaCode', 'code')
      .addSelect('cell.areaName', 'name')
      .where('cell.month = :month', { month })
      .groupBy('cell.level')
      .addGroupBy('cell.areaCode')
      .addGroupBy('cell.areaName')
      .orderBy('MIN(cell.position)')
      .getRawMany<ReleasedArea>()
  }

  /** Medians of a release by requirement and staff group. */
  medians(month: Month): Promise<ReleaseMedianEntity[]> {
    return this.database.manager.find(ReleaseMedianEntity, { where: { month }, order: { key: 'ASC', staffGroup: 'ASC' } })
  }

  /** Medians of a contract year's latest release, or of its latest before a month: one statement. */
  latestMedians(contractYear: ContractYear, before?: Month): Promise<ReleaseMedianEntity[]> {
    const query = this.database.manager.createQueryBuilder(ReleaseMedianEntity, 'median')
    const latest = query.subQuery().select('MAX(latest.month)').from(ReleaseEntity, 'latest').where('latest.contractYear = :contractYear')
    if (before !== undefined) latest.andWhere('latest.month < :before')
    return query.where(`median.month = ${latest.getQuery()}`, { contractYear, before }).getMany()
  }

  /** The year's last release before a month, as far as the next one builds on it. */
  async before(month: Month, contractYear: ContractYear): Promise<Pick<ReleaseRows, 'lines' | 'place'> | null> {
    const last = await this.database.manager
      .createQueryBuilder(ReleaseEntity, 'release')
      .where('release.contractYear = :contractYear AND release.month < :month', { contractYear, month })
      .orderBy('release.month', 'DESC')
      .getOne()
    if (!last) return null
    const lines = await this.database.manager.findBy(ReleaseLineEntity, { month: last.month })
    return { lines, place: await this.database.manager.findOneByOrFail(ReleasePlaceEntity, { month: last.month }) }
  }

  /** Networks with a checklist of the year, by code, with the ICB that leads each today. */
  async networks(contractYear: ContractYear): Promise<CountedNetwork[]> {
    return this.database.manager
      .createQueryBuilder(ChecklistEntity, 'checklist')
      .leftJoin(
        NetworkCommissionerEntity,
        'commissioner',
        'commissioner.networkCode = checklist.ownerCode AND commissioner.isLead = :isLead AND commissioner.supersededAt IS NULL ' +
          'AND commissioner.startsOn <= :today AND (commissioner.endsOn IS NULL OR commissioner.endsOn >= :today)',
        { isLead: true, today: this.clock.today() },
      )
      .leftJoin(IntegratedCareBoardEntity, 'board', 'board.odsCode = commissioner.boardCode')
      .where('checklist.contractYear = :contractYear AND checklist.ownerKind = :kind', { contractYear, kind: 'NETWORK' })
      .select('checklist.ownerCode', 'networkCode')
      .addSelect('board.odsCode', 'boardCode')
      .addSelect('board.regionCode', 'regionCode')
      .orderBy('checklist.ownerCode')
      .getRawMany<CountedNetwork>()
  }

  /** What regions and ICBs are called, by level and code. */
  async areaNames(): Promise<ReadonlyMap<string, string>> {
    const regions = await this.database.manager.find(RegionEntity)
    const boards = await this.database.manager.find(IntegratedCareBoardEntity)
    return new Map([
      ...regions.map(({ code, name }) => [`REGION ${code}`, name] as const),
      ...boards.map(({ odsCode, name }) => [`BOARD ${odsCode}`, name] as const),
    ])
  }

  async add({ release, cells, medians, lines, place }: ReleaseRows): Promise<void> {
    const { manager } = this.database
    await manager.insert(ReleaseEntity, release)
    await manager.insert(ReleasePlaceEntity, place)
    for (const part of batches(cells)) await manager.insert(ReleaseCellEntity, part)
    for (const part of batches(medians)) await manager.insert(ReleaseMedianEntity, part)
    for (const part of batches(lines)) await manager.insert(ReleaseLineEntity, part)
  }
}

function batches<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) => rows.slice(index * BATCH, (index + 1) * BATCH))
}
