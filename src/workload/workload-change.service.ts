import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { type AuditValue } from '../platform/audit-log/audit-value.js'
import { Clock } from '../platform/clock.js'
import { type ContractYear, type Instant } from '../platform/day.js'
import { type Retryable, Idempotency } from '../platform/idempotency/idempotency.js'
import { RequestError } from '../platform/request-error.js'
import { type OwnItem, OwnNetworkRepository } from '../priority/own-network.repository.js'
import { type PlannedStaffGroup, staffGroupsWith } from './domain/staff-group.js'
import { WorkloadRepository } from './workload.repository.js'

/** Who recorded something, and when; nothing has taken its place yet. */
export interface Recorded {
  readonly recordedBy: string
  readonly recordedAt: Instant
  readonly supersededAt: null
}

/** What every change to a network's time begins and ends with: scope, one at a time, once for a key, and a trace. */
@Injectable()
export class WorkloadChangeService {
  constructor(
    private readonly networks: OwnNetworkRepository,
    private readonly workload: WorkloadRepository,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Runs a change to a network in scope. Errors: NOT_FOUND. */
  ofNetwork<T extends { readonly kind: string }>(
    { scope, mutation, input }: { scope: NetworkScope; mutation: string; input: Retryable & { networkCode: string } },
    change: () => Promise<T>,
  ): Promise<T> {
    return this.idempotency.once(scope.personId, mutation, input, async () => {
      const [network] = await this.networks.reached(scope, [input.networkCode])
      if (!network) throw new RequestError('NOT_FOUND', 'There is no such network.')
      await this.networks.lock(input.networkCode)
      return change()
    })
  }

  /** Runs something once for its key, in a transaction. */
  once<T extends { readonly kind: string }>(scope: NetworkScope, mutation: string, input: Retryable, work: () => Promise<T>): Promise<T> {
    return this.idempotency.once(scope.personId, mutation, input, work)
  }

  /** An item in scope; nobody else changes what its network entered meanwhile. Errors: NOT_FOUND. */
  async item(scope: NetworkScope, itemId: string): Promise<OwnItem> {
    const [item] = await this.networks.reachedItems(scope, [itemId])
    if (!item) throw new RequestError('NOT_FOUND', 'There is no such checklist item.')
    await this.networks.lock(item.networkCode)
    return item
  }

  async groupsOf(networkCode: string): Promise<PlannedStaffGroup[]> {
    return staffGroupsWith(await this.workload.staffGroups([networkCode]))
  }

  /** A refusal unless the network has the group. */
  async refuseGroup(networkCode: string, staffGroup: string) {
    const staffGroups = (await this.groupsOf(networkCode)).map(({ code }) => code)
    return staffGroups.includes(staffGroup) ? undefined : unknownGroup(staffGroup, staffGroups)
  }

  /** A refusal unless the contract has been published for the year. */
  async refuseYear(contractYear: ContractYear) {
    const contractYears = await this.workload.contractYears()
    if (contractYears.includes(contractYear)) return undefined
    const known = contractYears.length === 0 ? 'No year’s is loaded.' : `There is one of ${contractYears.join(', ')}.`
    const message = `There is no specification of ${contractYear}. ${known}`
    return { kind: 'ContractYearUnknown', field: 'contractYear', message, contractYears } as const
  }

  recorded({ personId }: NetworkScope): Recorded {
    return { recordedBy: personId, recordedAt: this.clock.now(), supersededAt: null }
  }

  async trace(
    scope: NetworkScope,
    organisationCode: string,
    record: {
      readonly action: string
      readonly subjectId: string
      readonly contractYear?: ContractYear
      readonly [detail: string]: AuditValue | undefined
    },
  ): Promise<void> {
    const { action, subjectId, ...rest } = record
    const details = Object.fromEntries(Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
    await this.audit.record({ action, actorId: scope.personId, organisationCode, subjectType: 'Workload', subjectId, details })
  }
}

/** The refusal of a staff group a network does not have. */
export function unknownGroup(staffGroup: string, staffGroups: readonly string[]) {
  const message = `This network has no staff group ${staffGroup}. It has ${staffGroups.join(', ')}.`
  return { kind: 'StaffGroupUnknown', field: 'staffGroup', message, staffGroups } as const
}
