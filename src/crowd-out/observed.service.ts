import { Injectable } from '@nestjs/common'
import { type ContractYear } from '../platform/day.js'
import { CrowdOutLoader } from './crowd-out.loader.js'
import { type ObservedCrowdOut } from './displacement.types.js'
import { CROWD_OUT_RULE_VERSION } from './domain/crowd-out.js'
import { type ObservedInput, observedCrowdOut } from './domain/displacement.js'
import { observedInWords } from './domain/headline.js'

/** What the displacement log of a network already in scope says. */
@Injectable()
export class ObservedService {
  constructor(private readonly loader: CrowdOutLoader) {}

  async observed(context: object, networkCode: string, contractYear: ContractYear): Promise<ObservedCrowdOut> {
    const { inputs } = await this.loader.sources(context, networkCode, contractYear)
    const log = await this.loader.displacements(context, networkCode, contractYear)
    const each = inputs.priorities.map(({ priorityId, minutes, logged }) => {
      const input: ObservedInput = {
        plannedMinutes: minutes.reduce((sum, { central }) => sum + central, 0),
        doneMinutes: logged.flatMap((row) => row.minutes).reduce((sum, month) => sum + month, 0),
        log: log.filter((entry) => entry.priorityId === priorityId),
      }
      return { priorityId, input }
    })
    const total = observedCrowdOut(each.map(({ input }) => input))
    return {
      ...{ ...total, contractYear, ruleVersion: CROWD_OUT_RULE_VERSION, sentence: observedInWords(total) },
      priorities: each.map(({ priorityId, input }) => ({ priorityId, ...observedCrowdOut([input]) })),
    }
  }
}
