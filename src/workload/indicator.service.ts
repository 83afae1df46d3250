import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { type ContractYear, type Instant } from '../platform/day.js'
import { type IndicatorEntity } from '../specification/specification.entity.js'
import { type FigureInForce } from './domain/estimate.js'
import { indicatorFigure, indicatorWindow, refuseChoice, undecided } from './domain/indicator-work.js'
import { type PlanIndicator } from './domain/plan-inputs.js'
import { type PlannedStaffGroup } from './domain/staff-group.js'
import { type PursueIndicatorInput } from './indicator.inputs.js'
import { IndicatorRepository } from './indicator.repository.js'
import { type PursueIndicatorResult } from './indicator.types.js'
import { WorkloadChangeService } from './workload-change.service.js'
import { type EstimateEntity } from './workload.entity.js'

/** An indicator of a network's year with everything the network said of it. */
export interface IndicatorInForce extends Omit<PlanIndicator, 'estimates'> {
  readonly networkCode: string
  readonly contractYear: ContractYear
  readonly indicator: IndicatorEntity
  /** Why it is so; empty where the network said nothing. */
  readonly reason: string
  /** Null where the network said nothing. */
  readonly recordedAt: Instant | null
  /** The figure in force for one staff group, and the network's own estimate where it has one. */
  readonly figure: (group: PlannedStaffGroup) => FigureInForce & { readonly own: EstimateEntity | null }
}

/** Indicators as incentive work: what the network estimates, and whether it goes for them. */
@Injectable()
export class IndicatorService {
  constructor(
    private readonly indicators: IndicatorRepository,
    private readonly changes: WorkloadChangeService,
  ) {}

  /** Indicators of networks in a year, by code. Four statements. */
  async inForce(networkCodes: readonly string[], contractYear: ContractYear): Promise<IndicatorInForce[]> {
    const asked = await this.indicators.asked(networkCodes, contractYear)
    if (asked.length === 0) return []
    const keyOf = (row: { readonly networkCode: string | null; readonly indicatorCode: string | null }) =>
      `${row.networkCode} ${row.indicatorCode}`
    const choices = new Map((await this.indicators.choices(networkCodes, contractYear)).map((row) => [keyOf(row), row]))
    const estimates = await this.indicators.estimates(networkCodes, contractYear)
    const ownOf = new Map(estimates.map((row) => [`${keyOf(row)} ${row.staffGroup}`, row]))
    return asked.map(({ networkCode, indicator }) => {
      const key = keyOf({ networkCode, indicatorCode: indicator.code })
      const { pursued, nature, reason = '', recordedAt = null } = choices.get(key) ?? undecided(indicator.direction)
      return {
        ...{ networkCode, contractYear, indicator, pursued, nature, reason, recordedAt },
        ...{ code: indicator.code, title: indicator.title, once: indicator.direction === 'DONE' },
        ...{ points: indicator.points, pointsCertainty: indicator.pointsCertainty, penceAPoint: indicator.penceAPoint },
        window: indicatorWindow(indicator.startsOn, indicator.endsOn, contractYear),
        figure: (group) => {
          const own = ownOf.get(`${key} ${group.code}`) ?? null
          return { ...indicatorFigure(nature, own), own }
        },
      }
    })
  }

  pursue(scope: NetworkScope, input: PursueIndicatorInput): Promise<typeof PursueIndicatorResult> {
    return this.changes.ofNetwork<typeof PursueIndicatorResult>({ scope, mutation: 'pursueIndicator', input }, async () => {
      const { networkCode, contractYear, indicatorCode, pursue: pursued, reason } = input
      const asked = (await this.indicators.asked([networkCode], contractYear)).map(({ indicator }) => indicator)
      const found = asked.find(({ code }) => code === indicatorCode)
      const codes = asked.map(({ code }) => code)
      if (!found) return indicatorUnknown(indicatorCode, contractYear, codes)
      const nature = input.nature ?? undecided(found.direction).nature
      const refusal = refuseChoice({ pursued, nature }, reason, found.direction)
      if (refusal) return refusal
      const recorded = this.changes.recorded(scope)
      const choice = { networkCode, contractYear, indicatorCode, pursued, nature, reason }
      await this.indicators.replaceChoice({ id: randomUUID(), ...choice, ...recorded })
      await this.changes.trace(scope, networkCode, { action: 'indicator.pursue', subjectId: indicatorCode, contractYear, pursued, nature })
      return { kind: 'IndicatorPursued', networkCode, indicatorCode, contractYear }
    })
  }
}

/** The refusal of an indicator the specification of a network's year does not have. */
export function indicatorUnknown(code: string, contractYear: ContractYear, indicatorCodes: readonly string[]) {
  const known = indicatorCodes.length === 0 ? 'It has none, or no checklist is open.' : `It has ${indicatorCodes.join(', ')}.`
  const message = `${code} is no indicator that earns money in this network’s specification of ${contractYear}. ${known}`
  return { kind: 'IndicatorUnknown', field: 'indicatorCode', message, indicatorCodes } as const
}
