import { Injectable } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { toNumber } from '../platform/database/to-number.js'
import { type ContractYear, contractYearOf } from '../platform/day.js'
import { type Certainty, type EntryKind } from './domain/catalogue.js'
import { CatalogueEntryEntity, IndicatorEntity, ServiceAreaEntity, SpecificationEntity } from './specification.entity.js'

/** Entries of one kind and certainty in one edition. */
export interface EntryCounts {
  readonly specificationId: string
  readonly kind: EntryKind
  readonly certainty: Certainty
  readonly entries: number
}

/** The catalogue. It belongs to nobody, so no scope narrows it. */
@Injectable()
export class SpecificationRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every edition, latest year first. */
  specifications(): Promise<SpecificationEntity[]> {
    return this.database.manager.find(SpecificationEntity, { order: { contractYear: 'DESC', edition: 'DESC' } })
  }

  byIds(ids: readonly string[]): Promise<SpecificationEntity[]> {
    return this.database.manager.createQueryBuilder(SpecificationEntity, 'row').where('row.id IN (:...ids)', { ids }).getMany()
  }

  edition(contractYear: ContractYear, edition: number): Promise<SpecificationEntity | null> {
    return this.database.manager.findOneBy(SpecificationEntity, { contractYear, edition })
  }

  /** The published specification of a year: its latest edition. */
  inForce(contractYear: ContractYear): Promise<SpecificationEntity | null> {
    return this.database.manager.findOne(SpecificationEntity, { where: { contractYear, status: 'PUBLISHED' }, order: { edition: 'DESC' } })
  }

  /** The year it is, or the catalogue's last one when it does not reach that far; the year it is when the catalogue is empty. */
  async currentYear(): Promise<ContractYear> {
    const now = contractYearOf(this.clock.today())
    const published = await this.database.manager.find(SpecificationEntity, {
      where: { status: 'PUBLISHED' },
      order: { contractYear: 'DESC' },
      take: 1,
    })
    const last = published[0]?.contractYear ?? now
    return last < now ? last : now
  }

  /** How many entries of each kind and certainty editions have. */
  async countsOf(specificationIds: readonly string[]): Promise<EntryCounts[]> {
    const rows = await this.database.manager
      .createQueryBuilder(CatalogueEntryEntity, 'entry')
      .select(['entry.specificationId AS "specificationId"', 'entry.kind AS "kind"', 'entry.certainty AS "certainty"'])
      .addSelect('COUNT(*)', 'entries')
      .where('entry.specificationId IN (:...specificationIds)', { specificationIds })
      .groupBy('entry.specificationId')
      .addGroupBy('entry.kind')
      .addGroupBy('entry.certainty')
      .orderBy('entry.kind')
      .addOrderBy('entry.certainty')
      .getRawMany<EntryCounts>()
    return rows.map((row) => ({ ...row, entries: toNumber(row.entries) }))
  }

  entriesOf(specificationId: string): Promise<CatalogueEntryEntity[]> {
    return this.database.manager.find(CatalogueEntryEntity, { where: { specificationId }, order: { position: 'ASC' } })
  }

  /** Entries of many service areas, in reading order. */
  entriesOfAreas(areaIds: readonly string[]): Promise<CatalogueEntryEntity[]> {
    return this.database.manager
      .createQueryBuilder(CatalogueEntryEntity, 'entry')
      .where('entry.serviceAreaId IN (:...areaIds)', { areaIds })
      .orderBy('entry.position')
      .getMany()
  }

  entries(ids: readonly string[]): Promise<CatalogueEntryEntity[]> {
    return this.database.manager.createQueryBuilder(CatalogueEntryEntity, 'entry').where('entry.id IN (:...ids)', { ids }).getMany()
  }

  serviceAreasOf(specificationId: string): Promise<ServiceAreaEntity[]> {
    return this.database.manager.find(ServiceAreaEntity, { where: { specificationId }, order: { position: 'ASC' } })
  }

  /** Service areas of many specifications, in reading order. */
  areasOfSpecifications(specificationIds: readonly string[]): Promise<ServiceAreaEntity[]> {
    return this.database.manager
      .createQueryBuilder(ServiceAreaEntity, 'area')
      .where('area.specificationId IN (:...specificationIds)', { specificationIds })
      .orderBy('area.position')
      .getMany()
  }

  serviceAreas(ids: readonly string[]): Promise<ServiceAreaEntity[]> {
    return this.database.manager.createQueryBuilder(ServiceAreaEntity, 'area').where('area.id IN (:...ids)', { ids }).getMany()
  }

  indicatorsOf(specificationIds: readonly string[]): Promise<IndicatorEntity[]> {
    return this.database.manager
      .createQueryBuilder(IndicatorEntity, 'indicator')
      .where('indicator.specificationId IN (:...specificationIds)', { specificationIds })
      .orderBy('indicator.position')
      .getMany()
  }
}
