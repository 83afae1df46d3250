import { Injectable } from '@nestjs/common'
import { type ContractYear } from '../platform/day.js'
import { childrenLoader, rowLoader } from '../platform/graphql/children-loader.js'
import { eachYear } from '../priority/priority.loader.js'
import { EstimateService } from './estimate.service.js'
import { EstimatesInForceService } from './estimates-in-force.service.js'
import { IndicatorService } from './indicator.service.js'
import { WorkloadFileService } from './workload-file.service.js'
import { WorkloadRepository } from './workload.repository.js'

/** What networks in reach entered about their time, one round of queries per request and field. */
@Injectable()
export class WorkloadLoader {
  constructor(
    private readonly workload: WorkloadRepository,
    private readonly figures: EstimateService,
    private readonly inForce: EstimatesInForceService,
    private readonly incentives: IndicatorService,
    private readonly files: WorkloadFileService,
  ) {}

  /** Groups of a network's own, by code. */
  readonly ownGroups = childrenLoader(
    (codes) => this.workload.staffGroups(codes),
    (row) => row.networkCode,
  )

  capacities(context: object, networkCode: string, contractYear: ContractYear) {
    return this.capacitiesOfYear(context, `${contractYear} ${networkCode}`)
  }

  /** Every requirement, then indicator, and staff group, in reading order. */
  estimates(context: object, networkCode: string, contractYear: ContractYear) {
    return this.estimatesOfYear(context, `${contractYear} ${networkCode}`)
  }

  /** Indicators of a network's year, by code. */
  indicators(context: object, networkCode: string, contractYear: ContractYear) {
    return this.indicatorsOfYear(context, `${contractYear} ${networkCode}`)
  }

  /** Time and estimates as a file. */
  csv(context: object, networkCode: string, contractYear: ContractYear) {
    return this.csvOfYear(context, `${contractYear} ${networkCode}`)
  }

  readonly estimatesOfItem = childrenLoader(
    (ids) => this.figures.ofItems(ids),
    (row) => row.itemId ?? '',
  )

  readonly ratingOf = rowLoader(
    (ids) => this.workload.ratingsOf(ids),
    (row) => row.itemId,
  )

  readonly logsOfItem = childrenLoader(
    (ids) => this.workload.logsOf('itemId', ids),
    (row) => row.itemId ?? '',
  )

  readonly logsOfPriority = childrenLoader(
    (ids) => this.workload.logsOf('priorityId', ids),
    (row) => row.priorityId ?? '',
  )

  private readonly csvOfYear = rowLoader(
    (keys) => eachYear(keys, (codes, year) => this.files.files(codes, year)),
    (row) => `${row.contractYear} ${row.networkCode}`,
  )

  private readonly capacitiesOfYear = childrenLoader(
    (keys) => eachYear(keys, (codes, year) => this.workload.capacities(codes, year)),
    (row) => `${row.contractYear} ${row.networkCode}`,
  )

  private readonly estimatesOfYear = childrenLoader(
    (keys) => eachYear(keys, (codes, year) => this.inForce.inForce(codes, year)),
    (row) => `${row.contractYear} ${row.networkCode}`,
  )

  private readonly indicatorsOfYear = childrenLoader(
    (keys) => eachYear(keys, (codes, year) => this.incentives.inForce(codes, year)),
    (row) => `${row.contractYear} ${row.networkCode}`,
  )
}
