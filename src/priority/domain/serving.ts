import { type MinutesRange } from '../../specification/domain/reference-data.js'
import { counted } from './counted.js'
import { type PriorityMinutes, type Serving } from './priority.js'

/** A priority gives a requirement more minutes than there are. */
export interface ServesTooMuch {
  readonly kind: 'ServesTooMuch'
  readonly field: string
  readonly message: string
  readonly mostMinutes: number
}

/** A requirement's estimate for a staff group; null where there is none. */
export type EstimateOf = (requirementCode: string, staffGroup: string) => MinutesRange | null

/**
 * Why a priority cannot give these minutes to requirements; undefined when it can. At most the smaller of the two central estimates, the
 * priority's and the requirement's. Where the requirement has no estimate only the priority's own counts here, and figures take nothing out
 * of what is not known. Units: whole minutes. Source: docs/method/crowd-out.md, "National and local at once".
 */
export function refuseServing(
  serves: readonly Serving[],
  minutes: readonly PriorityMinutes[],
  estimateOf: EstimateOf,
): ServesTooMuch | undefined {
  const problems = serves.map((serving, index) => {
    const own = minutes.find(({ staffGroup }) => staffGroup === serving.staffGroup)?.central ?? 0
    const asked = estimateOf(serving.requirementCode, serving.staffGroup)?.central
    const mostMinutes = Math.min(own, asked ?? own)
    if (serving.minutes <= mostMinutes) return undefined
    const message =
      `${counted(serving.minutes, 'minute')} of ${serving.staffGroup} for ${serving.requirementCode} cannot be given: ` +
      `the priority takes ${counted(own, 'minute')}, the requirement ${asked === undefined ? 'an unknown number' : counted(asked, 'minute')}.`
    return { kind: 'ServesTooMuch' as const, field: `serves.${index}.minutes`, message, mostMinutes }
  })
  return problems.find((problem) => problem !== undefined)
}
