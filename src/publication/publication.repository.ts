import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type DeepPartial, type EntityTarget, type FindOptionsWhere, type ObjectLiteral } from 'typeorm'
import {
  IntegratedCareBoardEntity,
  ListSizeEntity,
  NetworkCommissionerEntity,
  NetworkEntity,
  NetworkMembershipEntity,
  PracticeEntity,
  RegionEntity,
  SubIcbLocationEntity,
} from '../network/network.entity.js'
import { Database } from '../platform/database/database.js'
import { toNumber } from '../platform/database/to-number.js'
import { type Instant } from '../platform/day.js'
import { type Belonging, type Presence } from './domain/commissioning.js'
import {
  DeprivationScoreEntity,
  NetworkLeadEntity,
  OrganisationNameEntity,
  PracticePlacingEntity,
  PublicationFileEntity,
  PublishedResultEntity,
} from './publication.entity.js'

/** Rows sent in one statement: far below the fewest values a database takes at once. */
const BATCH = 1_000

/** A row that stands until something supersedes it. */
export interface StandingRow {
  readonly id: string
  readonly recordedAt: Instant
  readonly supersededAt: Instant | null
}

/** Everything known by a code and a name. */
export const namedEntities = {
  region: RegionEntity,
  board: IntegratedCareBoardEntity,
  subIcbLocation: SubIcbLocationEntity,
  network: NetworkEntity,
  practice: PracticeEntity,
} as const

/** Everything whose rows are superseded, never changed. */
export const historyEntities = {
  membership: NetworkMembershipEntity,
  commissioner: NetworkCommissionerEntity,
  listSize: ListSizeEntity,
  lead: NetworkLeadEntity,
  placing: PracticePlacingEntity,
  result: PublishedResultEntity,
  deprivation: DeprivationScoreEntity,
} as const
type Histories = typeof historyEntities
export type RowIn<Name extends keyof Histories> = InstanceType<Histories[Name]>

/** Rows that came from official files. They belong to nobody's record, so no scope narrows them; only importing writes them. */
@Injectable()
export class PublicationRepository {
  constructor(private readonly database: Database) {}

  /** Keeps every other import out until the transaction ends. On SQLite the first write does. */
  async begin(): Promise<void> {
    const { manager, isPostgres } = this.database
    if (isPostgres) await manager.query('LOCK TABLE "publication_file" IN EXCLUSIVE MODE')
    else await manager.delete(PublicationFileEntity, { id: '' })
  }

  files(): Promise<PublicationFileEntity[]> {
    return this.database.manager.find(PublicationFileEntity, { order: { importedAt: 'ASC', id: 'ASC' } })
  }

  async addFile(file: PublicationFileEntity): Promise<void> {
    await this.database.manager.insert(PublicationFileEntity, file)
  }

  /** The names of all organisations that official files ever gave, oldest first. */
  names(): Promise<OrganisationNameEntity[]> {
    return this.database.manager.find(OrganisationNameEntity, { order: { seenOn: 'ASC', recordedAt: 'ASC' } })
  }

  async addNames(rows: readonly OrganisationNameEntity[]): Promise<void> {
    for (const batch of batches(rows)) await this.database.manager.insert(OrganisationNameEntity, batch)
  }

  /** Every organisation of a sort. */
  all<Name extends keyof typeof namedEntities>(sort: Name): Promise<InstanceType<(typeof namedEntities)[Name]>[]> {
    return this.database.manager.find<ObjectLiteral>(namedEntities[sort]) as Promise<InstanceType<(typeof namedEntities)[Name]>[]>
  }

  /** Makes organisations, or puts their present name and dates in place of what they were. */
  async keep<Name extends keyof typeof namedEntities>(
    sort: Name,
    rows: readonly InstanceType<(typeof namedEntities)[Name]>[],
  ): Promise<void> {
    const entity: EntityTarget<ObjectLiteral> = namedEntities[sort]
    for (const batch of batches<ObjectLiteral>(rows))
      await this.database.manager.upsert(entity, batch, [sort === 'region' ? 'code' : 'odsCode'])
  }

  /** The rows of a history that stand; `where` narrows them. */
  standing<Name extends keyof Histories>(name: Name, where: FindOptionsWhere<RowIn<Name>> = {}): Promise<RowIn<Name>[]> {
    const entity: EntityTarget<ObjectLiteral> = historyEntities[name]
    const query = this.database.manager.createQueryBuilder(entity, 'row').where('row.supersededAt IS NULL').andWhere(where)
    return query.getMany() as Promise<RowIn<Name>[]>
  }

  /** Records facts, and lets rows stand no longer. */
  async restate<Name extends keyof Histories>(
    name: Name,
    gone: readonly { readonly id: string }[],
    facts: readonly Omit<RowIn<Name>, keyof StandingRow>[],
    at: Instant,
  ): Promise<void> {
    const { manager } = this.database
    const entity: EntityTarget<ObjectLiteral> = historyEntities[name]
    for (const batch of batches(gone)) {
      const set = { supersededAt: at } as DeepPartial<ObjectLiteral>
      await manager
        .createQueryBuilder()
        .update(entity)
        .set(set)
        .where('id IN (:...ids)', { ids: batch.map(({ id }) => id) })
        .execute()
    }
    for (const batch of batches(facts)) {
      const rows = batch.map((fact) => ({ ...fact, id: randomUUID(), recordedAt: at, supersededAt: null }))
      await manager.createQueryBuilder().insert().into(entity).values(rows).updateEntity(false).execute()
    }
  }

  /** To which ICB each practice map counts each sub-ICB location. */
  async belongings(): Promise<Belonging[]> {
    return this.database.manager
      .createQueryBuilder(PracticePlacingEntity, 'placing')
      .select('placing.onDay', 'onDay')
      .addSelect('placing.subIcbCode', 'subIcbCode')
      .addSelect('MIN(placing.boardCode)', 'boardCode')
      .where('placing.supersededAt IS NULL')
      .groupBy('placing.onDay')
      .addGroupBy('placing.subIcbCode')
      .getRawMany<Belonging>()
  }

  /** Where each practice map has the practices that are members of each network on its day. */
  async presences(): Promise<Presence[]> {
    const rows = await this.database.manager
      .createQueryBuilder(PracticePlacingEntity, 'placing')
      .innerJoin(
        NetworkMembershipEntity,
        'membership',
        'membership.practiceCode = placing.practiceCode AND membership.supersededAt IS NULL AND membership.startsOn <= placing.onDay ' +
          'AND (membership.endsOn IS NULL OR membership.endsOn >= placing.onDay)',
      )
      .select('placing.onDay', 'onDay')
      .addSelect('membership.networkCode', 'networkCode')
      .addSelect('placing.subIcbCode', 'subIcbCode')
      .addSelect('placing.boardCode', 'boardCode')
      .addSelect('COUNT(*)', 'practices')
      .where('placing.supersededAt IS NULL')
      .groupBy('placing.onDay')
      .addGroupBy('membership.networkCode')
      .addGroupBy('placing.subIcbCode')
      .addGroupBy('placing.boardCode')
      .getRawMany<Presence>()
    return rows.map((row) => ({ ...row, practices: toNumber(row.practices) }))
  }
}

function batches<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) => rows.slice(index * BATCH, (index + 1) * BATCH))
}
