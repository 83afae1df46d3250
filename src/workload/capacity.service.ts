import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { RequestError } from '../platform/request-error.js'
import { monthsOfWeek, refuseMonths, type WeeklyTime } from './domain/capacity.js'
import { codeOfName } from './domain/staff-group.js'
import { WorkloadChangeService } from './workload-change.service.js'
import { WorkloadRecordRepository } from './workload-record.repository.js'
import { type AddStaffGroupResult, type CapacitySet, type RemoveStaffGroupResult, type SetCapacityResult } from './workload-result.types.js'
import { type CapacityEntity } from './workload.entity.js'
import { type AddStaffGroupInput, type RemoveStaffGroupInput, type SetCapacityInput } from './workload.inputs.js'
import { WorkloadRepository } from './workload.repository.js'

/** What a capacity row says. */
export type CapacityEntry = Pick<CapacityEntity, 'networkCode' | 'contractYear' | 'staffGroup' | 'minutes' | 'otherFixed' | 'basis'>

/** Staff groups of a network's own, and the time each group has. */
@Injectable()
export class CapacityService {
  constructor(
    private readonly changes: WorkloadChangeService,
    private readonly workload: WorkloadRepository,
    private readonly records: WorkloadRecordRepository,
  ) {}

  addGroup(scope: NetworkScope, input: AddStaffGroupInput): Promise<typeof AddStaffGroupResult> {
    const { networkCode, name, under } = input
    return this.changes.ofNetwork<typeof AddStaffGroupResult>({ scope, mutation: 'addStaffGroup', input }, async () => {
      const code = codeOfName(name)
      const taken = (await this.changes.groupsOf(networkCode)).find((group) => group.code === code)
      if (code === null || taken) {
        const message = taken ? `The network has this group already: ${taken.name}.` : 'The name must have a letter from A to Z.'
        return { kind: 'StaffGroupNameTaken', field: 'name', message }
      }
      await this.records.addStaffGroup({ id: randomUUID(), networkCode, code, name, under, ...this.changes.recorded(scope) })
      await this.changes.trace(scope, networkCode, { action: 'workload.addGroup', subjectId: code, under })
      return { kind: 'StaffGroupAdded', networkCode, staffGroup: { code, name, under, own: true } }
    })
  }

  removeGroup(scope: NetworkScope, input: RemoveStaffGroupInput): Promise<typeof RemoveStaffGroupResult> {
    const { networkCode, staffGroup } = input
    return this.changes.ofNetwork<typeof RemoveStaffGroupResult>({ scope, mutation: 'removeStaffGroup', input }, async () => {
      const own = await this.workload.staffGroups([networkCode])
      const found = own.find(({ code }) => code === staffGroup)
      if (!found) {
        const message = `${staffGroup} is no group of this network’s own. The five common ones stay.`
        return { kind: 'StaffGroupUnknown', field: 'staffGroup', message, staffGroups: own.map(({ code }) => code) }
      }
      await this.records.endStaffGroup(found.id, this.changes.recorded(scope).recordedAt)
      await this.changes.trace(scope, networkCode, { action: 'workload.removeGroup', subjectId: staffGroup })
      return { kind: 'StaffGroupRemoved', networkCode }
    })
  }

  /** Errors: BAD_USER_INPUT unless either months or a week are given. */
  set(scope: NetworkScope, input: SetCapacityInput): Promise<typeof SetCapacityResult> {
    if (Boolean(input.weekly) === Boolean(input.minutesByMonth)) {
      throw RequestError.badInput([{ field: 'input.minutesByMonth', message: 'Give either minutesByMonth or weekly.' }])
    }
    return this.changes.ofNetwork({ scope, mutation: 'setCapacity', input }, () => this.setWithin(scope, input))
  }

  private async setWithin(scope: NetworkScope, input: SetCapacityInput): Promise<typeof SetCapacityResult> {
    const { networkCode, contractYear, staffGroup, weekly, otherFixedByMonth, basis } = input
    const unknown = (await this.changes.refuseYear(contractYear)) ?? (await this.changes.refuseGroup(networkCode, staffGroup))
    if (unknown) return unknown
    const otherFixed = otherFixedByMonth ?? null
    const capacity = weekly ? entryOfWeek(weekly, basis) : { minutes: input.minutesByMonth ?? [], basis }
    const refusal =
      refuseMonths(capacity.minutes, weekly ? 'weekly' : 'minutesByMonth') ?? (otherFixed && refuseMonths(otherFixed, 'otherFixedByMonth'))
    return refusal ?? this.record(scope, { networkCode, contractYear, staffGroup, ...capacity, otherFixed })
  }

  /** Takes the place of what was entered for the group, inside an open transaction. */
  async record(scope: NetworkScope, entry: CapacityEntry): Promise<CapacitySet> {
    const { networkCode, contractYear, staffGroup } = entry
    await this.records.replaceCapacities([{ id: randomUUID(), ...entry, ...this.changes.recorded(scope) }])
    await this.changes.trace(scope, networkCode, { action: 'workload.setCapacity', subjectId: staffGroup, contractYear })
    return { kind: 'CapacitySet', networkCode, staffGroup }
  }
}

/** Twelve months from a week, the rule before the network's own words. */
export function entryOfWeek(weekly: WeeklyTime, words: string): Pick<CapacityEntry, 'minutes' | 'basis'> {
  const { minutes, basis } = monthsOfWeek(weekly)
  return { minutes, basis: [basis, words].filter(Boolean).join(' ') }
}
