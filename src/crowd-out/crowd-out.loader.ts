import { Injectable } from '@nestjs/common'
import { type GraphQLResolveInfo, OperationTypeNode } from 'graphql'
import { registeredPatients } from '../network/domain/registered-patients.js'
import { PracticeRepository } from '../network/practice.repository.js'
import { type ContractYear } from '../platform/day.js'
import { childrenLoader, rowLoader } from '../platform/graphql/children-loader.js'
import { groupedBy } from '../platform/grouped-by.js'
import { eachYear } from '../priority/priority.loader.js'
import { RequestRepository } from '../request/request.repository.js'
import { type CatalogueEntryEntity } from '../specification/specification.entity.js'
import { SpecificationRepository } from '../specification/specification.repository.js'
import { PlanInputsService } from '../workload/plan-inputs.service.js'
import { CrowdOutRepository } from './crowd-out.repository.js'
import { type PlanSources } from './domain/network-plan.js'
import { type Stake } from './domain/payment-base.js'
import { basesOf, stakesOf, type UsedBase } from './domain/stakes.js'

/** What a network's figures of a year come from. */
export interface YearSources extends PlanSources {
  readonly key: string
  /** Catalogue entries of its items, by id. */
  readonly entries: ReadonlyMap<string, CatalogueEntryEntity>
  /** What its paid work is multiplied with. */
  readonly bases: readonly UsedBase[]
  /** What is at stake with each paid requirement and indicator, by code. */
  readonly stakes: ReadonlyMap<string, Stake>
}

/** What figures come from, each read once per request, in a number of statements that does not grow with networks or items. */
@Injectable()
export class CrowdOutLoader {
  private readonly kept = new WeakMap<object, Map<string, Promise<unknown>>>()
  private readonly stages = new WeakMap<object, Map<string | number, object>>()

  constructor(
    private readonly inputs: PlanInputsService,
    private readonly requests: RequestRepository,
    private readonly specifications: SpecificationRepository,
    private readonly practices: PracticeRepository,
    private readonly repository: CrowdOutRepository,
  ) {}

  /**
   * The context to read and compute in. A query's is the request's own. Mutations of one request run one after another, and what the first changed
   * the next must see: each has a context of its own.
   */
  stage(context: object, { operation, path }: GraphQLResolveInfo): object {
    if (operation.operation !== OperationTypeNode.MUTATION) return context
    let root = path
    while (root.prev) root = root.prev
    const stages = this.stages.get(context) ?? new Map<string | number, object>()
    this.stages.set(context, stages)
    const stage = stages.get(root.key) ?? { ...context }
    stages.set(root.key, stage)
    return stage
  }

  /** Computes something once per request: asked twice, by alias or by another field, it is the same answer. */
  once<T>(context: object, key: string, compute: () => Promise<T>): Promise<T> {
    const answers = this.kept.get(context) ?? new Map<string, Promise<unknown>>()
    this.kept.set(context, answers)
    const known = answers.get(key) ?? compute()
    answers.set(key, known)
    return known as Promise<T>
  }

  /** Errors: Error when the network is not there (a caller's bug). */
  sources(context: object, networkCode: string, contractYear: ContractYear): Promise<YearSources> {
    const key = `${contractYear} ${networkCode}`
    return this.once(context, `sources ${key}`, async () => {
      const found = await this.sourcesOfYear(context, key)
      if (!found) throw new Error(`No inputs of ${networkCode}`)
      return found
    })
  }

  displacements(context: object, networkCode: string, contractYear: ContractYear) {
    return this.displacementsOfYear(context, `${contractYear} ${networkCode}`)
  }

  outsideCosts(context: object, networkCode: string, contractYear: ContractYear) {
    return this.outsideCostsOfYear(context, `${contractYear} ${networkCode}`)
  }

  readonly tariffs = childrenLoader(
    (codes) => this.repository.tariffs(codes),
    (row) => row.networkCode,
  )

  /** A network's own word on an item. */
  readonly reading = rowLoader(
    (itemIds) => this.repository.readingsOf(itemIds),
    (row) => row.itemId,
  )

  private readonly displacementsOfYear = childrenLoader(
    (keys) => eachYear(keys, (codes, year) => this.repository.displacements(codes, year)),
    (row) => `${row.contractYear} ${row.networkCode}`,
  )

  private readonly outsideCostsOfYear = childrenLoader(
    (keys) => eachYear(keys, (codes, year) => this.repository.outsideCosts(codes, year)),
    (row) => `${row.contractYear} ${row.networkCode}`,
  )

  private readonly sourcesOfYear = rowLoader(
    (keys) => eachYear(keys, (codes, year) => this.read(codes, year)),
    ({ key }) => key,
  )

  private async read(codes: readonly string[], year: ContractYear): Promise<YearSources[]> {
    const inputsOf = await this.inputs.inputsOfAll(codes, year)
    const requestsOf = groupedBy(await this.requests.acceptedOfAll(codes, year), ({ networkCode }) => networkCode)
    const listsOf = groupedBy(await this.practices.listsOf(codes, `${year.slice(0, 4)}-01-01`), ({ networkCode }) => networkCode)
    const entryIds = [...new Set([...inputsOf.values()].flatMap(({ items }) => items.map(({ entryId }) => entryId)))]
    const rows = entryIds.length === 0 ? [] : await this.specifications.entries(entryIds)
    const entries = new Map(rows.map((entry) => [entry.id, entry]))
    const ownOf = groupedBy(await this.repository.paymentBases(codes, year), ({ networkCode }) => networkCode)
    const moneyOf = (entryId: string) => entries.get(entryId)?.money ?? null
    return [...inputsOf].map(([code, inputs]) => {
      const { patients } = registeredPatients(listsOf.get(code) ?? [])
      const base = { inputs, moneyOf, patients, own: ownOf.get(code) ?? [] }
      const [bases, stakes] = [basesOf(base), stakesOf(base)]
      const known = [...stakes].flatMap(([paid, { pence }]) => (pence === null ? [] : [[paid, pence] as const]))
      return { key: `${year} ${code}`, inputs, requests: requestsOf.get(code) ?? [], atStakePence: new Map(known), entries, bases, stakes }
    })
  }
}
