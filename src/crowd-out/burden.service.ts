import { Injectable } from '@nestjs/common'
import { registeredPatients } from '../network/domain/registered-patients.js'
import { NetworkLoader } from '../network/network.loader.js'
import { Clock } from '../platform/clock.js'
import { type ContractYear, earlier, lastDayOf } from '../platform/day.js'
import { groupedBy } from '../platform/grouped-by.js'
import { type PlannedStaffGroup } from '../workload/domain/staff-group.js'
import { type AvoidableBurden, type Burden, type BurdenView, type Tariff } from './burden.types.js'
import { CrowdOutLoader } from './crowd-out.loader.js'
import { burdenSources } from './domain/activities.js'
import { BURDEN_RULE_VERSION, burdenOf, type Tariff as Rate, tariffMillsAnHour } from './domain/burden.js'
import { allocatedMinutes, avoidableMinutes } from './domain/evidence-activity.js'
import { dividedHalfUp, MILLS_A_PENNY } from './domain/money.js'
import { type TariffInForce, tariffInForce, type TariffTable } from './domain/tariff-table.js'
import { readTariffs } from './tariff.reader.js'

/** What paperwork costs networks already in scope, computed once per request. */
@Injectable()
export class BurdenService {
  private assumed: TariffTable | undefined

  constructor(
    private readonly loader: CrowdOutLoader,
    private readonly networks: NetworkLoader,
    private readonly clock: Clock,
  ) {}

  burden(context: object, networkCode: string, contractYear: ContractYear): Promise<Burden> {
    return this.loader.once(context, `burden ${contractYear} ${networkCode}`, async () => {
      const { inputs, requests } = await this.loader.sources(context, networkCode, contractYear)
      const on = earlier(this.clock.today(), lastDayOf(contractYear))
      const { patients } = registeredPatients(await this.networks.listsOn(context, networkCode, on))
      const outsideCosts = await this.loader.outsideCosts(context, networkCode, contractYear)
      const sources = burdenSources(
        inputs,
        requests,
        groupedBy(outsideCosts, ({ code }) => code),
      )
      const tariffs = await this.tariffs(context, networkCode, inputs.staffGroups)
      const breakdown = burdenOf(sources.items, ratesOf(tariffs), patients)
      const asked = new Map([...inputs.items, ...inputs.indicators, ...requests].map((one) => [one.code, one.title]))
      const itemIds = new Map(inputs.items.map(({ code, itemId }) => [code, itemId]))
      const view: BurdenView = {
        ...{ networkCode, contractYear, sources, tariffs, breakdown, outsideCosts },
        groupNameOf: (staffGroup) => inputs.staffGroups.find(({ code }) => code === staffGroup)?.name ?? staffGroup,
        titleOf: (code) => asked.get(code) ?? code,
        itemIdOf: (code) => itemIds.get(code) ?? null,
      }
      const itemsWithoutEstimate = sources.withoutEstimate.length
      return {
        view,
        contractYear,
        total: breakdown.total,
        itemsWithoutEstimate,
        registeredPatients: patients,
        ruleVersion: BURDEN_RULE_VERSION,
      }
    })
  }

  /** What would end if these items ended together, at the tariffs in force. Codes that are no paperwork of the network free nothing. */
  avoidable({ sources, tariffs }: BurdenView, codes: readonly string[]): AvoidableBurden {
    const allocated = allocatedMinutes(sources.activities).filter(({ requirementCode }) => codes.includes(requirementCode))
    const freed = avoidableMinutes(sources.activities, codes)
    const outsideCosts = sources.items.filter(({ code }) => codes.includes(code)).flatMap((item) => item.outsideCosts)
    // What is freed, costed as one item with no more time to take out; what was paid outside belongs to one item alone and ends with it.
    const item = {
      code: 'freed',
      origin: 'REQUIREMENT',
      nature: 'REPORT',
      grossMinutes: freed,
      businessAsUsualPercent: 0,
      outsideCosts,
    } as const
    const { total } = burdenOf([item], ratesOf(tariffs), null)
    return {
      allocatedMinutes: allocated.reduce((sum, { minutes }) => sum + minutes, 0),
      ...{ avoidableMinutes: total.burdenMinutes, avoidablePence: total.burdenPence, avoidableDays: total.burdenDays },
    }
  }

  shown({ staffGroup, tariff, basis, note }: TariffInForce): Tariff {
    return {
      ...{ staffGroup, basis, note, priceYear: tariff?.priceYear ?? null },
      hourlyPayPence: tariff && dividedHalfUp(tariff.hourlyPayMills, MILLS_A_PENNY),
      onCostsPercent: tariff?.onCostsPercent ?? null,
      overheadPercent: tariff?.overheadPercent ?? null,
      pencePerHour: tariff && dividedHalfUp(tariffMillsAnHour(tariff), MILLS_A_PENNY),
    }
  }

  private async tariffs(context: object, networkCode: string, groups: readonly PlannedStaffGroup[]): Promise<TariffInForce[]> {
    this.assumed ??= readTariffs()
    const { tariffs } = this.assumed
    const own = await this.loader.tariffs(context, networkCode)
    return groups.map((group) => tariffInForce(group, own, tariffs))
  }
}

/** Tariffs that are known. */
export function ratesOf(tariffs: readonly TariffInForce[]): Rate[] {
  return tariffs.flatMap(({ tariff }) => tariff ?? [])
}
