import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Database } from '../platform/database/database.js'
import { type Day } from '../platform/day.js'
import { compare, type Comparison } from './domain/comparison.js'
import { changedAnything, type ImportReport, type TableReport } from './domain/import-report.js'
import { kindWords, type PublicationKind, publicationKinds } from './domain/official-kind.js'
import { TooMuchMissing } from './membership-merge.service.js'
import { type Import, type LastDays, PublicationMergeService } from './publication-merge.service.js'
import { type Progress, type ReadPublication } from './publication.reader.js'
import { PublicationRepository } from './publication.repository.js'
import { RegisterService } from './register.service.js'

/** How to import. */
export interface ImportOptions {
  /** Takes a release though it leaves out much of what an earlier one said. */
  readonly isLossAccepted?: boolean
  readonly progress?: Progress
}

/** Official files were not imported. Nothing was changed. */
export class PublicationsRefused extends Error {}

/** Kinds that name organisations. */
const naming: readonly PublicationKind[] = ['NETWORKS', 'MEMBERSHIPS', 'PRACTICES', 'PRACTICE_MAP']

/** Loads official files: all of them or nothing, and nothing twice. */
@Injectable()
export class PublicationImporter {
  constructor(
    private readonly database: Database,
    private readonly repository: PublicationRepository,
    private readonly registers: RegisterService,
    private readonly merging: PublicationMergeService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Merges tables, the oldest first, in one transaction. Errors: PublicationsRefused where the database holds invented organisations, or a release
   * leaves out more of an earlier one than ODS ever took back.
   */
  import(tables: readonly ReadPublication[], options: ImportOptions = {}): Promise<ImportReport> {
    return this.database
      .transaction(async () => {
        await this.repository.begin()
        await this.refuseInvented()
        return this.mergeAll(tables, options)
      })
      .catch((error: unknown) => {
        throw error instanceof TooMuchMissing ? new PublicationsRefused(missingWords(error)) : error
      })
  }

  private async refuseInvented(): Promise<void> {
    const found = (
      await Promise.all([this.repository.all('network'), this.repository.all('board'), this.repository.all('practice')])
    ).flat()
    if (found.some(({ invented }) => invented)) {
      throw new PublicationsRefused(
        'This database holds invented organisations. Official files need one without them: real names never carry invented performance.',
      )
    }
  }

  private async mergeAll(
    tables: readonly ReadPublication[],
    { isLossAccepted = false, progress = () => undefined }: ImportOptions,
  ): Promise<ImportReport> {
    const lastDays: LastDays = new Map()
    const known = await this.repository.files()
    for (const { kind, onDay } of known) if (onDay !== null && onDay >= (lastDays.get(kind) ?? '')) lastDays.set(kind, onDay)
    const namedOn =
      naming
        .flatMap((kind) => lastDays.get(kind) ?? [])
        .sort()
        .at(-1) ?? null
    const shared: Import = { register: await this.registers.open(namedOn), lastDays, isLossAccepted }
    const imported = new Set(known.map(({ kind, digest }) => `${kind} ${digest}`))
    const reports: TableReport[] = []
    const networks = new Set<string>()
    for (const table of this.inOrder(tables)) {
      const { report, recordedAt, networks: changed } = await this.merging.merge(table, shared)
      for (const code of changed) networks.add(code)
      reports.push(report)
      progress(`merged ${report.file}`)
      if (recordedAt === null || imported.has(`${table.kind} ${table.digest}`)) continue
      const { kind, digest, rows } = table
      await this.repository.addFile({ id: randomUUID(), kind, onDay: report.day, digest, rows: rows.length, importedAt: recordedAt })
    }
    const { networks: commissioned, ...commissioners } = await this.merging.commissioners(shared.register)
    this.database.touchOwners([...networks, ...commissioned])
    const done: ImportReport = { tables: reports, commissioners, comparisons: await this.compare(reports) }
    if (changedAnything(done)) await this.record(done)
    return done
  }

  /** The oldest first; of one day ODS first, so that what others name is there. */
  private inOrder(tables: readonly ReadPublication[]): ReadPublication[] {
    const place = (table: ReadPublication) => `${this.merging.dayOf(table)} ${publicationKinds.indexOf(table.kind)}`
    return [...tables].sort((one, other) => (place(one) < place(other) ? -1 : place(one) > place(other) ? 1 : 0))
  }

  /** Where practice maps and ODS disagree: the maps of this import, or the latest one when only memberships came. */
  private async compare(reports: readonly TableReport[]): Promise<Comparison[]> {
    const days = new Set(reports.filter(({ kind }) => kind === 'PRACTICE_MAP').map(({ day }) => day))
    const latest = days.size === 0 ? await this.latestMap() : null
    if (latest !== null) days.add(latest)
    const memberships = days.size === 0 ? [] : await this.repository.standing('membership')
    const comparisons: Comparison[] = []
    for (const onDay of [...days].sort())
      comparisons.push(compare(memberships, await this.repository.standing('placing', { onDay }), onDay))
    return comparisons
  }

  private async latestMap(): Promise<Day | null> {
    const maps = (await this.repository.files()).filter(({ kind }) => kind === 'PRACTICE_MAP')
    return (
      maps
        .map(({ onDay }) => onDay ?? '')
        .sort()
        .at(-1) ?? null
    )
  }

  private async record({ tables, commissioners }: ImportReport): Promise<void> {
    const sum = (field: 'added' | 'changed' | 'closed' | 'withdrawn') => tables.reduce((total, table) => total + table[field], 0)
    const counts = { added: sum('added'), changed: sum('changed'), closed: sum('closed'), withdrawn: sum('withdrawn') }
    await this.audit.record({
      ...{ action: 'publication.import', actorId: null, organisationCode: null, subjectType: 'Organisations', subjectId: 'official' },
      details: {
        ...counts,
        tables: tables.length,
        commissionersRecorded: commissioners.recorded,
        commissionersSuperseded: commissioners.superseded,
      },
    })
  }
}

function missingWords({ file, missing, known }: TooMuchMissing): string {
  const number = (value: number) => value.toLocaleString('en-GB')
  return (
    `${file} (${kindWords.MEMBERSHIPS}): leaves out ${number(missing)} of ${number(known)} memberships that stand. A release names ended ones too, so it is ` +
    'cut short, or older than what was imported. Say of which day it is with --released-on; if it is right, take it with --accept-loss.'
  )
}
