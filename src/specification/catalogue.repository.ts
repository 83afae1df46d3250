import { Injectable } from '@nestjs/common'
import { type SelectQueryBuilder } from 'typeorm'
import { Database } from '../platform/database/database.js'
import { type ContractYear } from '../platform/day.js'
import { type CatalogueFilter } from './catalogue.inputs.js'
import { CatalogueEntryEntity, ServiceAreaEntity, SpecificationEntity } from './specification.entity.js'

type Query = SelectQueryBuilder<CatalogueEntryEntity>

/** Entries across years and editions. The catalogue belongs to nobody, so no scope narrows it. */
@Injectable()
export class CatalogueRepository {
  constructor(private readonly database: Database) {}

  /** Ids of the entries that match, latest year first and in reading order; of one edition where its id is given. */
  async matching(filter: CatalogueFilter, specificationId: string | null): Promise<string[]> {
    const query = this.inOrder().select('entry.id', 'id')
    if (specificationId) query.andWhere('entry.specificationId = :specificationId', { specificationId })
    narrow(query, filter)
    return (await query.getRawMany<{ id: string }>()).map(({ id }) => id)
  }

  /** The same duty in every edition that has it, by permanent key, earliest first. */
  async ofKeys(keys: readonly string[]): Promise<CatalogueEntryEntity[]> {
    return this.database.manager
      .createQueryBuilder(CatalogueEntryEntity, 'entry')
      .innerJoin(SpecificationEntity, 'specification', 'specification.id = entry.specificationId')
      .where('entry.key IN (:...keys)', { keys: [...new Set(keys)] })
      .orderBy('specification.contractYear')
      .addOrderBy('specification.edition')
      .getMany()
  }

  /** The entry of a code in an edition. */
  byCode(specificationId: string, code: string): Promise<CatalogueEntryEntity | null> {
    return this.database.manager.findOneBy(CatalogueEntryEntity, { specificationId, code })
  }

  /** The edition a year and perhaps an edition name: without one the last published of the year, else its draft. */
  async edition(contractYear: ContractYear, edition?: number | null): Promise<SpecificationEntity | null> {
    const found = await this.database.manager.find(SpecificationEntity, { where: { contractYear }, order: { edition: 'DESC' } })
    if (typeof edition === 'number') return found.find((row) => row.edition === edition) ?? null
    return found.find(({ status }) => status === 'PUBLISHED') ?? found[0] ?? null
  }

  private inOrder(): Query {
    return this.database.manager
      .createQueryBuilder(CatalogueEntryEntity, 'entry')
      .innerJoin(SpecificationEntity, 'specification', 'specification.id = entry.specificationId')
      .orderBy('specification.contractYear', 'DESC')
      .addOrderBy('specification.edition', 'DESC')
      .addOrderBy('entry.position')
  }
}

function narrow(query: Query, filter: CatalogueFilter): void {
  const { serviceAreaCode, responsible, declarationOnly } = filter
  if (serviceAreaCode) {
    query.innerJoin(ServiceAreaEntity, 'area', 'area.id = entry.serviceAreaId AND area.code = :serviceAreaCode', { serviceAreaCode })
  }
  among(query, 'kind', filter.kinds)
  among(query, 'nature', filter.natures)
  among(query, 'obligation', filter.obligations)
  among(query, 'certainty', filter.certainties)
  if (responsible) query.andWhere('entry.responsible LIKE :responsible', { responsible: `%"${responsible}"%` })
  if (typeof declarationOnly === 'boolean') query.andWhere('entry.declarationOnly = :declarationOnly', { declarationOnly })
  narrowByWords(query, filter.search ?? '')
}

/** An empty list is a question too: its answer is nothing. */
function among(query: Query, column: string, values: readonly string[] | null | undefined): void {
  if (!values) return
  query.andWhere(values.length === 0 ? '1 = 0' : `entry.${column} IN (:...${column})`, { [column]: values })
}

function narrowByWords(query: Query, search: string): void {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  words.forEach((word, index) => {
    const name = `word${index}`
    const anywhere = ['code', 'title', 'text', 'key'].map((column) => `LOWER(entry.${column}) LIKE :${name} ESCAPE '!'`).join(' OR ')
    query.andWhere(`(${anywhere})`, { [name]: `%${escaped(word)}%` })
  })
}

/** SQLite makes only plain letters small: any other letter with capitals matches any character. */
function escaped(word: string): string {
  const letters = [...word].map((letter) => {
    if ('!%_'.includes(letter)) return `!${letter}`
    return letter > '\u007f' && letter !== letter.toUpperCase() ? '_' : letter
  })
  return letters.join('')
}
