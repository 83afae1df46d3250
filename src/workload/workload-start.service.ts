import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { firstDayOf, lastDayOf } from '../platform/day.js'
import { PriorityRepository } from '../priority/priority.repository.js'
import { type PrioritySetting, PriorityService } from '../priority/priority.service.js'
import { CapacityService, entryOfWeek } from './capacity.service.js'
import { WORKING_WEEKS_A_YEAR } from './domain/capacity.js'
import { WorkloadChangeService } from './workload-change.service.js'
import { type StartWorkloadResult } from './workload-result.types.js'
import { type FirstPriorityInput, type StartWorkloadInput } from './workload.inputs.js'
import { WorkloadRepository } from './workload.repository.js'

/** From nothing to a first figure: two people's time and what the network wants to do; everything else is labelled assumptions. */
@Injectable()
export class WorkloadStartService {
  constructor(
    private readonly changes: WorkloadChangeService,
    private readonly capacity: CapacityService,
    private readonly workload: WorkloadRepository,
    private readonly existing: PriorityRepository,
    private readonly priorities: PriorityService,
  ) {}

  start(scope: NetworkScope, input: StartWorkloadInput): Promise<typeof StartWorkloadResult> {
    return this.changes.ofNetwork<typeof StartWorkloadResult>({ scope, mutation: 'startWorkload', input }, async () => {
      const { networkCode, contractYear } = input
      const entered = await this.workload.capacities([networkCode], contractYear)
      const priorities = await this.existing.inYear([networkCode], contractYear)
      if (entered.length + priorities.length > 0) {
        return {
          kind: 'WorkloadHasStarted',
          field: 'contractYear',
          message: `Time or priorities of ${contractYear} are entered already: change those.`,
        }
      }
      await this.capacities(scope, input)
      for (const [index, priority] of input.priorities.entries()) {
        const result = await this.priorities.setWithin(scope, settingOf(input, priority))
        if (result.kind !== 'PrioritySet') return { ...result, field: `priorities.${index}` } as typeof StartWorkloadResult
      }
      return { kind: 'WorkloadStarted', networkCode }
    })
  }

  private async capacities(scope: NetworkScope, input: StartWorkloadInput): Promise<void> {
    const { networkCode, contractYear, clinicalDirectorSessionsAWeek: sessions, managerHoursAWeek: hours } = input
    const weeks = { weeksAYear: WORKING_WEEKS_A_YEAR }
    const words = 'The weeks are our assumption.'
    const year = { networkCode, contractYear, otherFixed: null }
    await this.capacity.record(scope, { ...year, staffGroup: 'CLINICAL_DIRECTOR', ...entryOfWeek({ sessions, hours: 0, ...weeks }, words) })
    await this.capacity.record(scope, { ...year, staffGroup: 'NETWORK_MANAGER', ...entryOfWeek({ sessions: 0, hours, ...weeks }, words) })
  }
}

function settingOf({ networkCode, contractYear }: StartWorkloadInput, priority: FirstPriorityInput): PrioritySetting {
  const { title, opensOn, closesOn } = priority
  const hours = [
    { staffGroup: 'CLINICAL_DIRECTOR', hours: priority.clinicalDirectorHours },
    { staffGroup: 'NETWORK_MANAGER', hours: priority.managerHours },
  ]
  const minutes = hours.filter((one) => one.hours > 0).map((one) => ({ staffGroup: one.staffGroup, central: Math.round(one.hours * 60) }))
  const window = { opensOn: opensOn ?? firstDayOf(contractYear), closesOn: closesOn ?? lastDayOf(contractYear) }
  return { networkCode, contractYear, title, ...window, minutes, milestones: [], serves: [] }
}
