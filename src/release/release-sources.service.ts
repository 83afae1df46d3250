import { Injectable } from '@nestjs/common'
import { type ContractYear } from '../platform/day.js'
import { groupedBy } from '../platform/grouped-by.js'
import { RequestRepository } from '../request/request.repository.js'
import { SpecificationRepository } from '../specification/specification.repository.js'
import { PlanInputsService } from '../workload/plan-inputs.service.js'
import { contributionsOf } from './domain/contribution.js'
import { type Amounts, type Line, type LineOf } from './domain/line.js'
import { type Area, areaKey, ENGLAND, type Place, placesOfYear } from './domain/place.js'
import { type Month } from './domain/release-month.js'
import { nameOf, type ReleaseSources } from './domain/table.js'
import { ReleaseRepository } from './release.repository.js'

/** Networks read at once: bounds memory and the size of a statement. */
const NETWORKS_AT_ONCE = 100

type Telling = LineOf & { readonly amounts: Map<string, Amounts> }

/** Reads what a release is computed from: all networks, some at a time. */
@Injectable()
export class ReleaseSourcesService {
  constructor(
    private readonly releases: ReleaseRepository,
    private readonly inputs: PlanInputsService,
    private readonly requests: RequestRepository,
    private readonly specifications: SpecificationRepository,
  ) {}

  async of(month: Month, contractYear: ContractYear): Promise<ReleaseSources> {
    const networks = await this.releases.networks(contractYear)
    const before = await this.releases.before(month, contractYear)
    const now = new Map(networks.map(({ networkCode, boardCode, regionCode }) => [networkCode, { boardCode, regionCode }]))
    const places = placesOfYear(new Map(Object.entries(before?.place.places ?? {})), now)
    return {
      areas: areasOf(places),
      places,
      ...(await this.catalogue(contractYear)),
      before: (before?.lines ?? []).map(({ counted, staffGroup, ...line }): Line => ({
        ...line,
        staffGroup: staffGroup === '' ? null : staffGroup,
        counted: new Map(Object.entries(counted)),
      })),
      telling: await this.telling(
        networks.map(({ networkCode }) => networkCode),
        contractYear,
      ),
    }
  }

  /** Declarations, reports and everything else asked in the year, as the latest published edition words it, in reading order. */
  private async catalogue(contractYear: ContractYear): Promise<Pick<ReleaseSources, 'requirements' | 'serviceAreas'>> {
    const specification = await this.specifications.inForce(contractYear)
    if (!specification) return { requirements: [], serviceAreas: [] }
    const serviceAreas = await this.specifications.serviceAreasOf(specification.id)
    const codes = new Map(serviceAreas.map(({ id, code }) => [id, code]))
    const entries = await this.specifications.entriesOf(specification.id)
    const requirements = entries
      .filter(({ nature }) => nature !== null)
      .map(({ key, code, title, serviceAreaId }) => ({ key, code, title, serviceAreaCode: codes.get(serviceAreaId) ?? '' }))
    return { requirements, serviceAreas: serviceAreas.map(({ code, title }) => ({ code, title })) }
  }

  private async telling(networkCodes: readonly string[], contractYear: ContractYear): Promise<Telling[]> {
    const lines = new Map<string, Telling>()
    for (let from = 0; from < networkCodes.length; from += NETWORKS_AT_ONCE) {
      const codes = networkCodes.slice(from, from + NETWORKS_AT_ONCE)
      const inputsOf = await this.inputs.inputsOfAll(codes, contractYear)
      const requestsOf = groupedBy(await this.requests.acceptedOfAll(codes, contractYear), ({ networkCode }) => networkCode)
      for (const [code, inputs] of inputsOf) {
        for (const { amounts, ...of } of contributionsOf(inputs, requestsOf.get(code) ?? [])) {
          const line = lines.get(nameOf(of)) ?? { ...of, amounts: new Map<string, Amounts>() }
          line.amounts.set(code, amounts)
          lines.set(nameOf(of), line)
        }
      }
    }
    return [...lines.values()]
  }
}

/** England, then its regions and ICBs by code: every area a network counts in, whether or not it tells anything. */
function areasOf(places: ReadonlyMap<string, Place>): Area[] {
  const found = [...places.values()].flatMap(({ regionCode, boardCode }): Area[] => [
    ...(regionCode === null ? [] : [{ level: 'REGION' as const, code: regionCode }]),
    ...(boardCode === null ? [] : [{ level: 'BOARD' as const, code: boardCode }]),
  ])
  const once = new Map(found.map((area) => [areaKey(area), area]))
  const order = ({ level, code }: Area): string => `${level === 'REGION' ? 1 : 2} ${code}`
  return [{ level: 'ENGLAND', code: ENGLAND }, ...[...once.values()].sort((one, other) => (order(one) < order(other) ? -1 : 1))]
}
