import { Injectable } from '@nestjs/common'
import { PracticeRepository } from '../network/practice.repository.js'
import { Clock } from '../platform/clock.js'
import { type ContractYear, type Day, earlier, firstDayOf, lastDayOf, later } from '../platform/day.js'
import { groupedBy } from '../platform/grouped-by.js'
import { type AskedOfNetwork } from '../priority/asked-minutes.service.js'
import { AssumptionRepository } from './assumption.repository.js'
import { assumedMinutes, type FigureInForce, figureInForce } from './domain/estimate.js'
import { type PlannedStaffGroup, staffGroupsWith } from './domain/staff-group.js'
import { ReleasedMediansService } from './released-medians.service.js'
import { type EstimateEntity } from './workload.entity.js'
import { type AskedItemRow, WorkloadRepository } from './workload.repository.js'

/** The figure in force for one requirement or indicator and staff group of one network. */
export interface EstimateInForce extends FigureInForce {
  readonly networkCode: string
  readonly contractYear: ContractYear
  /** Null for an indicator. */
  readonly itemId: string | null
  /** Of the requirement or indicator. */
  readonly requirementCode: string
  readonly title: string
  readonly staffGroup: string
  /** The network's own estimate; null where it has none. */
  readonly own: EstimateEntity | null
}

/** What figures are computed from besides the items. */
export interface EstimateBase {
  readonly groupsOf: (networkCode: string) => readonly PlannedStaffGroup[]
  readonly practicesOf: (networkCode: string) => number
  readonly figure: (item: AskedItemRow, group: PlannedStaffGroup) => EstimateInForce
}

/** Minutes in force. A fixed number of statements, however many networks and items. */
@Injectable()
export class EstimateService {
  constructor(
    private readonly workload: WorkloadRepository,
    private readonly practices: PracticeRepository,
    private readonly assumptions: AssumptionRepository,
    private readonly medians: ReleasedMediansService,
    private readonly clock: Clock,
  ) {}

  /** What bears on priorities: the network's staff groups, and what these requirements ask of them. */
  async askedOf(networkCode: string, contractYear: ContractYear, codes: readonly string[]): Promise<AskedOfNetwork> {
    const base = await this.base([networkCode], contractYear)
    const items = new Map((await this.workload.askedItems([networkCode], contractYear, codes)).map((item) => [item.code, item]))
    const groups = base.groupsOf(networkCode)
    const estimateOf = (code: string, staffGroup: string) => {
      const [item, group] = [items.get(code), groups.find((one) => one.code === staffGroup)]
      return item && group ? base.figure(item, group).minutes : null
    }
    return { staffGroups: groups.map(({ code }) => code), estimateOf }
  }

  /** Every requirement on networks' checklists of a year, or those named, for every staff group, in reading order. */
  async inForce(networkCodes: readonly string[], contractYear: ContractYear, codes?: readonly string[]): Promise<EstimateInForce[]> {
    if (networkCodes.length === 0) return []
    const base = await this.base(networkCodes, contractYear)
    const items = await this.workload.askedItems(networkCodes, contractYear, codes)
    return items.flatMap((item) => base.groupsOf(item.networkCode).map((group) => base.figure(item, group)))
  }

  /** The same by item. One round of statements for each contract year among them. */
  async ofItems(itemIds: readonly string[]): Promise<EstimateInForce[]> {
    const years = groupedBy(await this.workload.askedItemsByIds(itemIds), ({ contractYear }) => contractYear)
    const found = [...years].map(async ([year, items]) => {
      const base = await this.base([...new Set(items.map(({ networkCode }) => networkCode))], year)
      return items.flatMap((item) => base.groupsOf(item.networkCode).map((group) => base.figure(item, group)))
    })
    return (await Promise.all(found)).flat()
  }

  /** What the figures of networks in a year come from. Three statements, and those of the medians. */
  async base(networkCodes: readonly string[], contractYear: ContractYear): Promise<EstimateBase> {
    const own = groupedBy(await this.workload.staffGroups(networkCodes), ({ networkCode }) => networkCode)
    const groups = new Map(networkCodes.map((code) => [code, staffGroupsWith(own.get(code) ?? [])]))
    const members = groupedBy(await this.practices.membersOn(networkCodes, this.countedOn(contractYear)), ({ networkCode }) => networkCode)
    const practicesOf = (code: string) => new Set((members.get(code) ?? []).map(({ practiceCode }) => practiceCode)).size
    const practices = new Map(networkCodes.map((code) => [code, practicesOf(code)]))
    const estimates = await this.workload.estimates(networkCodes, contractYear)
    const ownOf = new Map(estimates.map((row) => [`${row.itemId} ${row.staffGroup}`, row]))
    const medianOf = await this.medians.of(contractYear)
    const assumptions = this.assumptions.assumptions()
    return {
      groupsOf: (code) => groups.get(code) ?? [],
      practicesOf: (code) => practices.get(code) ?? 0,
      figure: (row, group) => {
        const { itemId, networkCode, code: requirementCode, title, nature, shownEvery, perPractice, times } = row
        const item = { nature, shownEvery, perPractice, times, practices: practices.get(networkCode) ?? 0 }
        const estimate = ownOf.get(`${itemId} ${group.code}`) ?? null
        const figure = figureInForce(item, estimate, medianOf(row.key, group.code), assumedMinutes(item, group, assumptions))
        return { ...figure, networkCode, contractYear, itemId, requirementCode, title, staffGroup: group.code, own: estimate }
      },
    }
  }

  /** The day whose member practices count: today, or the nearest day of the year. */
  private countedOn(contractYear: ContractYear): Day {
    return earlier(later(this.clock.today(), firstDayOf(contractYear)), lastDayOf(contractYear))
  }
}
