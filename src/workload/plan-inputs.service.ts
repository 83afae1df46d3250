import { Injectable } from '@nestjs/common'
import { type ContractYear } from '../platform/day.js'
import { groupedBy } from '../platform/grouped-by.js'
import { PriorityRepository, type PriorityRow } from '../priority/priority.repository.js'
import { FactsService, type ItemWithFacts } from '../standing/facts.service.js'
import { loggedInYear } from './domain/logged.js'
import { type PlanInputs } from './domain/plan-inputs.js'
import { type EstimateBase, EstimateService } from './estimate.service.js'
import { type IndicatorInForce } from './indicator.service.js'
import { PlanItemService } from './plan-item.service.js'
import { type CapacityEntity, type ItemRatingEntity } from './workload.entity.js'
import { type AskedItemRow, type LoggedSum, WorkloadRepository } from './workload.repository.js'

/** Items whose facts are read at once: bounds the size of a statement. */
const ITEMS_AT_ONCE = 1_000

/** Everything of many networks, before it is sorted into one network's inputs. */
interface Gathered {
  readonly contractYear: ContractYear
  readonly base: EstimateBase
  readonly itemsOf: ReadonlyMap<string, AskedItemRow[]>
  readonly factsOf: ReadonlyMap<string, ItemWithFacts>
  readonly capacitiesOf: ReadonlyMap<string, CapacityEntity[]>
  readonly prioritiesOf: ReadonlyMap<string, PriorityRow[]>
  readonly loggedOf: ReadonlyMap<string, LoggedSum[]>
  readonly ratingOf: ReadonlyMap<string, ItemRatingEntity>
  readonly indicatorsOf: ReadonlyMap<string, IndicatorInForce[]>
}

/** Reads everything a network's crowd-out comes from, but requests. For networks already in scope. */
@Injectable()
export class PlanInputsService {
  constructor(
    private readonly workload: WorkloadRepository,
    private readonly estimates: EstimateService,
    private readonly priorities: PriorityRepository,
    private readonly facts: FactsService,
    private readonly plans: PlanItemService,
  ) {}

  /** One network's, in a fixed number of statements. Empty lists where nothing was entered or no checklist is open. */
  async inputsOf(networkCode: string, contractYear: ContractYear): Promise<PlanInputs> {
    const inputs = (await this.inputsOfAll([networkCode], contractYear)).get(networkCode)
    if (!inputs) throw new Error(`No inputs of ${networkCode}`)
    return inputs
  }

  /** Many networks' by code: the same statements, and those of the items' facts again for each thousand items. At most a few hundred at once. */
  async inputsOfAll(networkCodes: readonly string[], contractYear: ContractYear): Promise<ReadonlyMap<string, PlanInputs>> {
    if (networkCodes.length === 0) return new Map()
    const gathered = await this.gathered([...new Set(networkCodes)], contractYear)
    return new Map(networkCodes.map((code) => [code, this.sorted(code, gathered)]))
  }

  private async gathered(codes: readonly string[], contractYear: ContractYear): Promise<Gathered> {
    const items = await this.workload.askedItems(codes, contractYear)
    const factsOf = new Map<string, ItemWithFacts>()
    for (let from = 0; from < items.length; from += ITEMS_AT_ONCE) {
      const ids = items.slice(from, from + ITEMS_AT_ONCE).map(({ itemId }) => itemId)
      for (const one of await this.facts.ofItems(ids)) factsOf.set(one.item.id, one)
    }
    const ratings = await this.workload.ratings(codes, contractYear)
    return {
      contractYear,
      base: await this.estimates.base(codes, contractYear),
      itemsOf: groupedBy(items, ({ networkCode }) => networkCode),
      factsOf,
      capacitiesOf: groupedBy(await this.workload.capacities(codes, contractYear), ({ networkCode }) => networkCode),
      prioritiesOf: groupedBy(await this.priorities.inYear(codes, contractYear), ({ networkCode }) => networkCode),
      loggedOf: groupedBy(await this.workload.loggedSums(codes, contractYear), ({ networkCode }) => networkCode),
      ratingOf: new Map(ratings.map((row) => [row.itemId, row])),
      indicatorsOf: groupedBy(await this.plans.indicatorsOf(codes, contractYear), ({ networkCode }) => networkCode),
    }
  }

  private sorted(networkCode: string, gathered: Gathered): PlanInputs {
    const { contractYear, base, factsOf, ratingOf } = gathered
    const items = (gathered.itemsOf.get(networkCode) ?? []).flatMap((asked) => {
      const facts = factsOf.get(asked.itemId)
      return facts ? [{ asked, facts }] : []
    })
    const served = items.map(({ asked, facts }) => ({ ...asked, evidenceIds: evidenceOf(facts) }))
    const logged = loggedInYear(gathered.loggedOf.get(networkCode) ?? [], served, contractYear)
    const staffGroups = base.groupsOf(networkCode)
    const capacities = gathered.capacitiesOf.get(networkCode) ?? []
    return {
      ...{ networkCode, contractYear, staffGroups },
      practices: base.practicesOf(networkCode),
      capacities: staffGroups.map(({ code }) => {
        const { minutes = null, otherFixed = null, basis = null } = capacities.find(({ staffGroup }) => staffGroup === code) ?? {}
        return { staffGroup: code, minutes, otherFixed, basis }
      }),
      items: items.map(({ asked, facts }) => ({
        ...this.plans.item(facts, contractYear),
        estimates: staffGroups.map((group) => base.figure(asked, group)),
        logged: logged.ofItem.get(asked.itemId) ?? [],
        rating: ratingOf.get(asked.itemId)?.rating ?? null,
      })),
      indicators: (gathered.indicatorsOf.get(networkCode) ?? []).map((one) => this.plans.indicator(one, staffGroups)),
      priorities: (gathered.prioritiesOf.get(networkCode) ?? []).map((row) =>
        this.plans.priority(row, logged.ofPriority.get(row.id) ?? [], contractYear),
      ),
      sharedEvidence: logged.sharedEvidence,
    }
  }
}

/** Evidence linked to any occurrence of an item, ended links included: the time was spent all the same. */
function evidenceOf({ facts }: ItemWithFacts): Set<string> {
  return new Set(facts.occurrences.flatMap(({ evidence }) => evidence.map(({ id }) => id)))
}
