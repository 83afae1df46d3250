import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type DeepPartial, type EntityTarget, type ObjectLiteral } from 'typeorm'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { type Instant } from '../platform/day.js'
import { type Organisations } from './domain/organisations.js'
import {
  IntegratedCareBoardEntity,
  ListSizeEntity,
  NetworkCommissionerEntity,
  NetworkEntity,
  NetworkMembershipEntity,
  PracticeEntity,
  RegionEntity,
  SubIcbLocationEntity,
} from './network.entity.js'

/** Rows sent in one statement: far below the fewest values a database takes at once. */
const BATCH = 1000

/** How many rows a save changed. */
export interface SavedOrganisations {
  /** Organisations made or renamed. */
  readonly named: number
  /** Memberships, commissioners and list sizes recorded. */
  readonly recorded: number
  /** Memberships, commissioners and list sizes that no longer stand. */
  readonly superseded: number
}

/** Writes organisations as they are to stand, and changes nothing that already does. */
@Injectable()
export class OrganisationRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** When invented networks were first recorded here; null when there are none. */
  async firstInventedAt(): Promise<Instant | null> {
    const found = await this.database.manager
      .createQueryBuilder(NetworkCommissionerEntity, 'commissioner')
      .innerJoin(NetworkEntity, 'network', 'network.odsCode = commissioner.networkCode AND network.invented = :invented', {
        invented: true,
      })
      .select('MIN(commissioner.recordedAt)', 'at')
      .getRawOne<{ at: Instant | null }>()
    return found?.at ?? null
  }

  /** Whether this database holds anything invented. Production refuses such a database. */
  async holdsInvented(): Promise<boolean> {
    for (const entity of [IntegratedCareBoardEntity, NetworkEntity, PracticeEntity]) {
      if (await this.database.manager.existsBy(entity, { invented: true })) return true
    }
    return false
  }

  /** Whether this database holds anything real. The demonstration refuses such a database: real names never carry invented performance. */
  async holdsReal(): Promise<boolean> {
    for (const entity of [IntegratedCareBoardEntity, NetworkEntity, PracticeEntity]) {
      if (await this.database.manager.existsBy(entity, { invented: false })) return true
    }
    return false
  }

  /**
   * Saves invented organisations with their memberships, commissioners and list sizes. What the tables hold of these organisations and is
   * not among them is superseded, never changed. Runs in the transaction of its caller.
   */
  async saveInvented(organisations: Organisations): Promise<SavedOrganisations> {
    const { networks, practices } = organisations
    const named = [
      await this.name(RegionEntity, 'code', organisations.regions),
      await this.name(IntegratedCareBoardEntity, 'odsCode', invented(organisations.boards)),
      await this.name(SubIcbLocationEntity, 'odsCode', invented(organisations.subIcbLocations)),
      await this.name(
        NetworkEntity,
        'odsCode',
        invented(networks).map((network) => ({ ...network, openedOn: null, closedOn: null })),
      ),
      await this.name(PracticeEntity, 'odsCode', invented(practices)),
    ]
    const networkCodes = networks.map((network) => network.odsCode)
    const practiceCodes = practices.map((practice) => practice.odsCode)
    const histories = [
      await this.restate(NetworkMembershipEntity, 'networkCode', networkCodes, organisations.memberships),
      await this.restate(NetworkCommissionerEntity, 'networkCode', networkCodes, organisations.commissioners),
      await this.restate(ListSizeEntity, 'practiceCode', practiceCodes, organisations.listSizes),
    ]
    const [memberships, commissioners] = histories
    this.database.touchOwners([...(memberships?.changed ?? []), ...(commissioners?.changed ?? [])])
    const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0)
    return {
      named: sum(named),
      recorded: sum(histories.map((history) => history.recorded)),
      superseded: sum(histories.map((history) => history.superseded)),
    }
  }

  /** Makes rows known by a code as given; returns how many were not. */
  private async name<T extends ObjectLiteral>(entity: EntityTarget<T>, key: keyof T & string, rows: readonly T[]): Promise<number> {
    const { manager } = this.database
    const codes = rows.map((row) => row[key] as string)
    if (codes.length === 0) return 0
    const found = await manager.createQueryBuilder(entity, 'row').where(`row.${key} IN (:...codes)`, { codes }).getMany()
    const standing = new Set(found.map((row) => fingerprint(row, Object.keys(row))))
    const changed = rows.filter((row) => !standing.has(fingerprint(row, Object.keys(found[0] ?? {}))))
    for (const batch of batches(changed)) await manager.upsert(entity, batch, [key])
    return changed.length
  }

  /** Makes the facts that stand of some organisations those given: records what is new and supersedes what is no longer among them. */
  private async restate<T extends ObjectLiteral & { id: string }, Fact extends object>(
    entity: EntityTarget<T>,
    column: keyof T & string,
    codes: readonly string[],
    facts: readonly Fact[],
  ): Promise<{ recorded: number; superseded: number; changed: string[] }> {
    if (codes.length === 0) return { recorded: 0, superseded: 0, changed: [] }
    const { manager } = this.database
    const now = this.clock.now()
    const query = manager.createQueryBuilder(entity, 'row').where(`row.${column} IN (:...codes)`, { codes })
    const standing = await query.andWhere('row.supersededAt IS NULL').getMany()
    const fields = Object.keys(facts[0] ?? {})
    const wanted = new Set(facts.map((fact) => fingerprint(fact, fields)))
    const known = new Set(standing.map((row) => fingerprint(row, fields)))
    const gone = standing.filter((row) => !wanted.has(fingerprint(row, fields)))
    for (const ids of batches(gone.map((row) => row.id))) {
      const set = { supersededAt: now } as unknown as DeepPartial<T>
      await manager.createQueryBuilder().update(entity).set(set).where('id IN (:...ids)', { ids }).execute()
    }
    const fresh = facts.filter((fact) => !known.has(fingerprint(fact, fields)))
    for (const batch of batches(fresh)) {
      const rows = batch.map((fact) => ({ id: randomUUID(), ...fact, recordedAt: now, supersededAt: null }))
      await manager.insert(entity, rows)
    }
    const changed = [...gone, ...fresh].map((row) => String((row as Record<string, unknown>)[column]))
    return { recorded: fresh.length, superseded: gone.length, changed }
  }
}

function invented<T extends object>(rows: readonly T[]): (T & { invented: boolean })[] {
  return rows.map((row) => ({ ...row, invented: true }))
}

/** The values of some fields, as one text to compare by. */
function fingerprint(row: object, fields: readonly string[]): string {
  return JSON.stringify(fields.map((field) => (row as Record<string, unknown>)[field]))
}

function batches<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) => rows.slice(index * BATCH, (index + 1) * BATCH))
}
