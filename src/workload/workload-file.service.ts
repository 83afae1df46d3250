import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { type ContractYear } from '../platform/day.js'
import { groupedBy } from '../platform/grouped-by.js'
import { MONTHS } from '../priority/domain/months.js'
import { CapacityService } from './capacity.service.js'
import { changesOf, type FileChanges, type FileLine } from './domain/file-changes.js'
import { type PlannedStaffGroup, staffGroupsWith } from './domain/staff-group.js'
import { type EstimateInForce } from './estimate.service.js'
import { EstimatesInForceService, subjectOf } from './estimates-in-force.service.js'
import { WorkloadChangeService } from './workload-change.service.js'
import { readWorkload, type ShownLine, writeWorkload } from './workload-file.reader.js'
import { WorkloadRecordRepository } from './workload-record.repository.js'
import { type SetWorkloadFromCsvResult, type WorkloadFileRefused } from './workload-result.types.js'
import { type CapacityEntity } from './workload.entity.js'
import { type SetWorkloadFromCsvInput } from './workload.inputs.js'
import { WorkloadRepository } from './workload.repository.js'

type HeldShown = ShownLine & { readonly own: boolean }

/** One network's file. */
export interface WorkloadFile {
  readonly networkCode: string
  readonly contractYear: ContractYear
  readonly csv: string
}

/** What holds of one network: time entered, figures in force, and both as lines of a file. */
interface Held {
  readonly capacities: readonly CapacityEntity[]
  readonly estimates: readonly EstimateInForce[]
  readonly lines: readonly HeldShown[]
}

const UNKNOWN_MONTHS: readonly null[] = Array.from({ length: MONTHS }, () => null)

/** Capacity and estimates as one file, to and fro. */
@Injectable()
export class WorkloadFileService {
  constructor(
    private readonly changes: WorkloadChangeService,
    private readonly workload: WorkloadRepository,
    private readonly estimates: EstimatesInForceService,
    private readonly capacity: CapacityService,
    private readonly records: WorkloadRecordRepository,
  ) {}

  /** The files of networks in reach. */
  async files(networkCodes: readonly string[], contractYear: ContractYear): Promise<WorkloadFile[]> {
    const held = await this.held(networkCodes, contractYear)
    return networkCodes.map((networkCode) => ({ networkCode, contractYear, csv: writeWorkload(held.get(networkCode)?.lines ?? []) }))
  }

  /** Takes a file over, all of it or nothing. */
  setFromCsv(scope: NetworkScope, input: SetWorkloadFromCsvInput): Promise<typeof SetWorkloadFromCsvResult> {
    const { networkCode, contractYear, csv } = input
    return this.changes.ofNetwork<typeof SetWorkloadFromCsvResult>({ scope, mutation: 'setWorkloadFromCsv', input }, async () => {
      const held = (await this.held([networkCode], contractYear)).get(networkCode) ?? nothingHeld
      const read = readWorkload(csv)
      const changes = changesOf(read.lines, held.lines, read.broken)
      const problems = [...read.problems, ...changes.problems].sort((one, other) => one.row - other.row)
      if (problems.length > 0) return refused(problems)
      const capacitiesSet = await this.setCapacities(scope, input, { held, changes })
      await this.setEstimates(scope, held, changes)
      const [estimatesSet, estimatesWithdrawn] = [changes.estimates.length, changes.withdrawn.length]
      await this.changes.trace(scope, networkCode, {
        ...{ action: 'workload.setFromFile', subjectId: networkCode, contractYear },
        ...{ capacitiesSet, estimatesSet, estimatesWithdrawn },
      })
      return { kind: 'WorkloadFileRead', networkCode, capacitiesSet, estimatesSet, estimatesWithdrawn }
    })
  }

  private async setCapacities(
    scope: NetworkScope,
    { networkCode, contractYear }: SetWorkloadFromCsvInput,
    { held, changes }: { held: Held; changes: FileChanges },
  ): Promise<number> {
    const groups = [...new Set(changes.capacities.map(({ staffGroup }) => staffGroup))]
    for (const staffGroup of groups) {
      const before = held.capacities.find((row) => row.staffGroup === staffGroup)
      const said = (kind: FileLine['kind']) => changes.capacities.find((line) => line.kind === kind && line.staffGroup === staffGroup)
      const [time, fixed] = [said('CAPACITY'), said('OTHER_FIXED')]
      const otherFixed = fixed ? knownMonths(fixed.months ?? []) : (before?.otherFixed ?? null)
      const minutes = time?.months ?? before?.minutes ?? UNKNOWN_MONTHS
      await this.capacity.record(scope, {
        networkCode,
        contractYear,
        staffGroup,
        minutes,
        otherFixed,
        basis: time?.note ?? before?.basis ?? '',
      })
    }
    return groups.length
  }

  private async setEstimates(scope: NetworkScope, held: Held, { estimates, withdrawn }: FileChanges): Promise<void> {
    const heldOf = new Map(held.estimates.map((figure) => [`${figure.requirementCode} ${figure.staffGroup}`, figure]))
    const figureOf = ({ requirementCode, staffGroup }: FileLine) => heldOf.get(`${requirementCode} ${staffGroup}`)
    const ended = [...estimates, ...withdrawn].flatMap((line) => figureOf(line)?.own?.id ?? [])
    const recorded = this.changes.recorded(scope)
    const rows = estimates.flatMap((line) => {
      const { staffGroup, minutes, businessAsUsualPercent, note } = line
      const figure = figureOf(line)
      if (!figure || !minutes) return []
      return [{ id: randomUUID(), ...subjectOf(figure), staffGroup, ...minutes, businessAsUsualPercent, note, ...recorded }]
    })
    await this.records.replaceEstimates(ended, rows, recorded.recordedAt)
  }

  private async held(networkCodes: readonly string[], contractYear: ContractYear): Promise<Map<string, Held>> {
    const codeOf = ({ networkCode }: { readonly networkCode: string }) => networkCode
    const capacitiesOf = groupedBy(await this.workload.capacities(networkCodes, contractYear), codeOf)
    const estimatesOf = groupedBy(await this.estimates.inForce(networkCodes, contractYear), codeOf)
    const ownOf = groupedBy(await this.workload.staffGroups(networkCodes), codeOf)
    const heldBy = (code: string): Held => {
      const [capacities, estimates] = [capacitiesOf.get(code) ?? [], estimatesOf.get(code) ?? []]
      const times = staffGroupsWith(ownOf.get(code) ?? []).flatMap((group) => timesOf(group, capacities))
      return { capacities, estimates, lines: [...times, ...estimates.map(lineOf)] }
    }
    return new Map(networkCodes.map((code) => [code, heldBy(code)]))
  }
}

const nothingHeld: Held = { capacities: [], estimates: [], lines: [] }

function timesOf({ code, name }: PlannedStaffGroup, capacities: readonly CapacityEntity[]): HeldShown[] {
  const row = capacities.find(({ staffGroup }) => staffGroup === code)
  const shared = { ...nothing, staffGroup: code, title: name }
  return [
    { ...shared, kind: 'CAPACITY', months: row?.minutes ?? UNKNOWN_MONTHS, note: row?.basis ?? '' },
    { ...shared, kind: 'OTHER_FIXED', months: row?.otherFixed ?? UNKNOWN_MONTHS, note: '' },
  ]
}

const nothing = { requirementCode: null, minutes: null, businessAsUsualPercent: null, basis: '', own: false }

function lineOf({ staffGroup, requirementCode, title, minutes, own, basis, note }: EstimateInForce): HeldShown {
  const shown = { staffGroup, requirementCode, title, minutes, months: null, own: own !== null }
  const why = basis === null ? note : `${basis}. ${own ? '' : note}`.trim()
  return { kind: 'ESTIMATE', ...shown, businessAsUsualPercent: own?.businessAsUsualPercent ?? null, note: own?.note ?? '', basis: why }
}

function knownMonths(months: readonly (number | null)[]): number[] | null {
  const known = months.filter((minutes) => minutes !== null)
  return known.length === MONTHS ? known : null
}

function refused(problems: WorkloadFileRefused['problems']): WorkloadFileRefused {
  const count = problems.length === 1 ? 'One thing stands' : `${problems.length} things stand`
  return { kind: 'WorkloadFileRefused', field: 'csv', message: `${count} in the way. Nothing was changed.`, problems }
}
