import { Injectable } from '@nestjs/common'
import { AsyncLocalStorage } from 'node:async_hooks'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { type ContractYear } from '../platform/day.js'
import { digestOf } from '../platform/digest.js'
import { RequestError } from '../platform/request-error.js'
import { type MedianOf } from '../workload/released-medians.service.js'
import { isMonth, type Month, monthOf, yearOfMonth } from './domain/release-month.js'
import { RELEASE_RULE_VERSION, releaseTable } from './domain/table.js'
import { ReleaseSourcesService } from './release-sources.service.js'
import { type ReleaseEntity } from './release.entity.js'
import { ReleaseRepository, type ReleaseRows } from './release.repository.js'

/** What became of a computation. */
export interface Computed {
  readonly release: ReleaseEntity
  /** False: it was there already, the same. */
  readonly added: boolean
  /** Rows that tell something, and all rows. */
  readonly told: number
  readonly rows: number
}

/** Computes the pooled figures of a month, once. */
@Injectable()
export class ReleaseService {
  /** The month being computed: it may not rest on its own medians, or computed again it would be another. */
  private readonly computing = new AsyncLocalStorage<Month>()

  constructor(
    private readonly releases: ReleaseRepository,
    private readonly sources: ReleaseSourcesService,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * The release of a month: of this one when none is named. Computed again it has to be the same.
   * Errors: BAD_USER_INPUT for what is no month or not this one, whose figures are gone or to come; CONFLICT when it is there with other figures.
   */
  async compute(asked?: Month): Promise<Computed> {
    const present = monthOf(this.clock.today())
    const month = asked ?? present
    if (!isMonth(month)) throw RequestError.badInput([{ field: 'month', message: 'A month is written like 2026-11.' }])
    if (month !== present) {
      const message = `A release is computed from the figures of its own month, and it is ${present}.`
      throw RequestError.badInput([{ field: 'month', message }])
    }
    const rows = await this.computing.run(month, () => this.rowsOf(month))
    const counts = { told: rows.cells.filter(({ figures }) => figures.requirements > 0).length, rows: rows.cells.length }
    return this.database.transaction(async () => {
      const known = await this.releases.release(month)
      if (known && known.digest !== rows.release.digest) {
        const message = `The release of ${month} was computed at ${known.computedAt} with other figures. A release is not changed; next month has its own.`
        throw new RequestError('CONFLICT', message)
      }
      if (known) return { release: known, added: false, ...counts }
      await this.releases.add(rows)
      await this.audit.record({
        ...{ action: 'release.compute', actorId: null, organisationCode: null, subjectType: 'Release', subjectId: month },
        details: { digest: rows.release.digest, ...counts },
      })
      return { release: rows.release, added: true, ...counts }
    })
  }

  /** Medians of a contract year's latest release, for estimates. */
  async medianOf(contractYear: ContractYear): Promise<MedianOf> {
    const medians = await this.releases.latestMedians(contractYear, this.computing.getStore())
    const found = new Map(medians.map((median) => [`${median.key} ${median.staffGroup}`, median]))
    return (key, staffGroup) => found.get(`${key} ${staffGroup}`) ?? null
  }

  private async rowsOf(month: Month): Promise<ReleaseRows> {
    const contractYear = yearOfMonth(month)
    const sources = await this.sources.of(month, contractYear)
    const table = releaseTable(sources)
    const names = await this.releases.areaNames()
    const cells = table.cells.map(({ requirements, burden, returned, rating, ...cell }, position) => ({
      ...cell,
      ...{ month, position, figures: { requirements, burden, returned, rating } },
      areaName: cell.level === 'ENGLAND' ? 'England' : (names.get(`${cell.level} ${cell.areaCode}`) ?? cell.areaCode),
    }))
    const medians = table.medians.map((median) => ({ month, ...median }))
    const lines = table.lines.map(({ staffGroup, counted, ...line }) => ({
      ...{ month, ...line, staffGroup: staffGroup ?? '', counted: Object.fromEntries(counted) },
    }))
    const place = { month, places: Object.fromEntries(sources.places) }
    const digest = digestOf({ contractYear, ruleVersion: RELEASE_RULE_VERSION, cells, medians, lines, place })
    const release = { month, contractYear, computedAt: this.clock.now(), ruleVersion: RELEASE_RULE_VERSION, digest }
    return { release, cells, medians, lines, place }
  }
}
