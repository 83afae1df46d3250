import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { isRequirement, type Requirement } from './domain/catalogue.js'
import { judgeDeclarationOnly } from './domain/declaration-only.js'
import { folderOf } from './domain/year-check.js'
import { filesOf } from './catalogue-files.reader.js'
import { CatalogueEntryEntity, IndicatorEntity, ServiceAreaEntity, SpecificationEntity } from './specification.entity.js'
import { type CatalogueYear, readCatalogue, type ReadEntry } from './specification.reader.js'

/** What an import did. */
export interface CatalogueImport {
  readonly added: readonly string[]
  readonly unchanged: readonly string[]
}

/** The catalogue cannot be loaded. Nothing was changed. */
export class CatalogueRefused extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The catalogue was not loaded; ${problems.length} to put right:\n${problems.join('\n')}`)
  }
}

/** Loads the catalogue's files: all of it or nothing, and nothing twice. */
@Injectable()
export class SpecificationImporter {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Files that were read before are not read again: when every edition is loaded from the same bytes, there is nothing to do.
   * Errors: CatalogueRefused naming every problem, file and line; also when an edition that is already loaded reads differently now.
   */
  async load(folder: string): Promise<CatalogueImport> {
    const files = filesOf(folder)
    const known = await this.database.manager.find(SpecificationEntity)
    const here = known.filter(({ contractYear, edition }) => files.has(folderOf(contractYear, edition)))
    if (isRead(files, here)) return { added: [], unchanged: here.map(nameOf).sort() }
    const { value: years, problems } = readCatalogue(folder)
    if (years === null) throw new CatalogueRefused(problems.map((problem) => problem.message))
    return this.database.transaction(() => this.loadYears(years, files))
  }

  private async loadYears(years: readonly CatalogueYear[], files: ReadonlyMap<string, string>): Promise<CatalogueImport> {
    const known = await this.database.manager.find(SpecificationEntity)
    const loaded = ({ specification }: CatalogueYear): SpecificationEntity | undefined =>
      known.find((row) => row.contractYear === specification.contractYear && row.edition === specification.edition)
    const changed = years.filter((year) => loaded(year) && loaded(year)?.digest !== year.digest)
    if (changed.length > 0) throw new CatalogueRefused(changed.map(({ specification }) => alreadyPublished(specification)))
    const fresh = years.filter((year) => !loaded(year))
    for (const year of fresh) await this.add(year)
    for (const { specification } of years) {
      const { contractYear, edition } = specification
      const filesDigest = files.get(folderOf(contractYear, edition)) ?? null
      await this.database.manager.update(SpecificationEntity, { contractYear, edition }, { filesDigest })
    }
    const namesOf = (list: readonly CatalogueYear[]) => list.map(({ specification }) => nameOf(specification)).sort()
    return { added: namesOf(fresh), unchanged: namesOf(years.filter((year) => loaded(year))) }
  }

  private async add(year: CatalogueYear): Promise<void> {
    const { manager } = this.database
    const specificationId = randomUUID()
    const recordedAt = this.clock.now()
    const row = { ...year.specification, id: specificationId, digest: year.digest, filesDigest: null, recordedAt }
    await manager.insert(SpecificationEntity, row)
    const areas = year.areas.map(({ code, title, order }) => ({ id: randomUUID(), specificationId, code, title, position: order }))
    await manager.insert(ServiceAreaEntity, areas)
    const areaIdOf = new Map(areas.map((area) => [area.code, area.id]))
    const entries = year.entries.map((entry) => entryRow(entry, specificationId, areaIdOf.get(entry.areaCode) ?? ''))
    for (let from = 0; from < entries.length; from += 100) await manager.insert(CatalogueEntryEntity, entries.slice(from, from + 100))
    const indicators = year.indicators.map((indicator, position) => ({ ...indicator, id: randomUUID(), specificationId, position }))
    if (indicators.length > 0) await manager.insert(IndicatorEntity, indicators)
    const { contractYear, edition } = year.specification
    const details = { contractYear, edition, digest: year.digest, entries: entries.length }
    const subject = { subjectType: 'Specification', subjectId: specificationId }
    await this.audit.record({ action: 'specification.load', actorId: null, organisationCode: null, ...subject, details })
  }
}

function nameOf({ contractYear, edition }: Pick<SpecificationEntity, 'contractYear' | 'edition'>): string {
  return edition === 0 ? `${contractYear} draft` : `${contractYear} edition ${edition}`
}

/** Whether every edition whose files are here is loaded from these very bytes. */
function isRead(files: ReadonlyMap<string, string>, known: readonly SpecificationEntity[]): boolean {
  const read = new Map(known.map(({ contractYear, edition, filesDigest }) => [folderOf(contractYear, edition), filesDigest]))
  return files.size > 0 && [...files].every(([name, digest]) => read.get(name) === digest)
}

function alreadyPublished({ contractYear, edition }: CatalogueYear['specification']): string {
  return `${contractYear.replace('/', '-')}/specification.yaml edition: edition ${edition} is loaded and reads differently; expected a new edition number for the change, as a loaded edition never changes`
}

function entryRow(entry: ReadEntry, specificationId: string, serviceAreaId: string): CatalogueEntryEntity {
  const { code, key, kind, title, text, paragraph, sources, certainty, carriedFrom, position } = entry
  const shared = {
    id: randomUUID(),
    specificationId,
    serviceAreaId,
    position,
    code,
    key,
    kind,
    title,
    text,
    paragraph,
    sources,
    certainty,
    carriedFrom,
  }
  return { ...shared, ...(isRequirement(entry) ? asked(entry) : explains), digest: entry.textDigest }
}

function asked(entry: Requirement) {
  const { responsible, nature, obligation, fallsDue, shownEvery, standing, window, evidence, decidedBy, money } = entry
  const { defaultsToNoOn, informationGovernance, declarationFacts } = entry
  return {
    ...{ responsible, nature, obligation, fallsDue, shownEvery, standing, ...window, evidence, decidedBy, money },
    ...{ defaultsToNoOn, informationGovernance, declarationFacts, declarationOnly: judgeDeclarationOnly(entry).verdict },
    perPractice: evidence.some((expected) => expected.per === 'PRACTICE'),
  }
}

const explains = {
  ...{ responsible: null, nature: null, obligation: null, fallsDue: null, shownEvery: null, standing: false, opensOn: null, dueOn: null },
  ...{ dueDays: null, afterYearEnd: false, perPractice: false, evidence: null, decidedBy: null, money: null, defaultsToNoOn: null },
  ...{ informationGovernance: false, declarationFacts: null, declarationOnly: null },
}
