import { Injectable } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import { type Day, type Instant } from '../platform/day.js'
import { type ImportReport, type TableReport } from './domain/import-report.js'
import { type PublicationKind } from './domain/official-kind.js'
import { isOf, type ReadTable } from './domain/table.js'
import { CommissionerService } from './commissioner.service.js'
import { FigureMergeService } from './figure-merge.service.js'
import { type Merge, MembershipMergeService } from './membership-merge.service.js'
import { PracticeMergeService } from './practice-merge.service.js'
import { type Register } from './register.service.js'

/** The last day of which each kind of file was imported. */
export type LastDays = Map<PublicationKind, Day>

/** What merging one table needs to know of the import. */
export interface Import {
  readonly register: Register
  readonly lastDays: LastDays
  readonly isLossAccepted: boolean
}

/** What merging one table did, and the networks whose members changed. Null where the table was left out. */
export interface Merged {
  readonly report: TableReport
  readonly recordedAt: Instant | null
  readonly networks: ReadonlySet<string>
}

/** Kinds whose older files say nothing that a later one does not say better. Others are facts of their own day. */
const replacing: readonly PublicationKind[] = ['NETWORKS', 'MEMBERSHIPS', 'PRACTICES']

/** Merges one table after another into what stands, inside the open transaction. */
@Injectable()
export class PublicationMergeService {
  private last: Instant = ''

  constructor(
    private readonly members: MembershipMergeService,
    private readonly practices: PracticeMergeService,
    private readonly figures: FigureMergeService,
    private readonly leading: CommissionerService,
    private readonly clock: Clock,
  ) {}

  /** The day a table is of; today's where nothing says it. */
  dayOf({ day }: ReadTable): Day {
    return day ?? this.clock.today()
  }

  async merge(table: ReadTable, { register, lastDays, isLossAccepted }: Import): Promise<Merged> {
    const day = this.dayOf(table)
    const counts = { added: 0, changed: 0, closed: 0, withdrawn: 0, same: 0, skipped: [...table.skipped], notes: [...table.notes] }
    const report: TableReport = { file: table.file, kind: table.kind, day, isDayAssumed: table.day === null, read: table.read, ...counts }
    const last = lastDays.get(table.kind)
    if (replacing.includes(table.kind) && last !== undefined && day < last) {
      report.skipped.push({ why: `older than the release of ${last}, which stands`, rows: table.rows.length })
      return { report, recordedAt: null, networks: new Set() }
    }
    lastDays.set(table.kind, day)
    register.begin(day)
    const merge: Merge = { register, report, day, at: this.next() }
    const networks = await this.mergeRows(table, merge, isLossAccepted, lastDays)
    return { report, recordedAt: merge.at, networks }
  }

  /** Says anew who commissions networks, once everything is merged. */
  async commissioners(register: Register): Promise<ImportReport['commissioners'] & { networks: ReadonlySet<string> }> {
    return this.leading.restate(register, this.next())
  }

  private async mergeRows(table: ReadTable, merge: Merge, isLossAccepted: boolean, lastDays: LastDays): Promise<ReadonlySet<string>> {
    if (isOf(table, 'MEMBERSHIPS')) {
      const networks = await this.members.memberships(table.rows, merge, isLossAccepted)
      // The list of networks itself says who leads, where there is one as new as this.
      const listed = lastDays.get('NETWORKS')
      if (listed === undefined || listed < merge.day) {
        await this.members.leads(new Map(table.rows.map((row) => [row.networkCode, row.subIcbCode])), merge)
      }
      return networks
    }
    if (isOf(table, 'NETWORKS')) await this.members.networks(table.rows, merge)
    else if (isOf(table, 'PRACTICES')) await this.practices.practices(table.rows, merge)
    else if (isOf(table, 'PRACTICE_MAP')) await this.practices.map(table.rows, merge)
    else if (isOf(table, 'LIST_SIZES')) await this.practices.lists(table.rows, merge)
    else if (isOf(table, 'AGE_BANDS')) await this.practices.lists(table.rows, merge)
    else if (isOf(table, 'RESULTS')) await this.figures.results(table.rows, merge)
    else if (isOf(table, 'DEPRIVATION')) await this.figures.deprivation(table.rows, merge)
    return new Set()
  }

  /** The present moment, later than the one before: what one release says has to be told from what the next one does. */
  private next(): Instant {
    const now = this.clock.now()
    this.last = now > this.last ? now : new Date(Date.parse(this.last) + 1).toISOString()
    return this.last
  }
}
