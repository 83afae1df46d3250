import { requireMinutes } from './bounds.js'

/** Why a milestone was put back, as whoever logged it says. */
export const displacementCauses = ['REQUIREMENT', 'REQUEST', 'STAFFING', 'ESTATES_OR_IT', 'OTHER', 'UNKNOWN'] as const
export type DisplacementCause = (typeof displacementCauses)[number]

/** One entry of the displacement log. */
export interface Displacement {
  readonly minutes: number
  readonly cause: DisplacementCause
}

/** What was planned for a priority, what was done, and what the log says of the rest. */
export interface ObservedInput {
  readonly plannedMinutes: number
  readonly doneMinutes: number
  readonly log: readonly Displacement[]
}

/** Observed crowd-out: what happened, from the log, never mixed with the arithmetic of a plan. Shares are ratios, 0 or more. */
export interface ObservedCrowdOut {
  readonly plannedMinutes: number
  readonly doneMinutes: number
  readonly loggedMinutes: number
  readonly nationalMinutes: number
  readonly unknownMinutes: number
  /** National ÷ planned. Null when nothing was planned. */
  readonly lowShare: number | null
  /** (National + unknown) ÷ planned. Null when nothing was planned. */
  readonly highShare: number | null
  /** Logged ÷ (planned − done): how much of what was not done the log explains. Null when everything was done. */
  readonly coverageShare: number | null
}

/**
 * The range of planned minutes put back because of national work (a requirement or an accepted request). Several priorities are added up
 * before dividing. Units: whole minutes. Errors: RangeError on minutes that cannot be (a caller's bug).
 * Source: docs/method/crowd-out.md, rule version 1.
 */
export function observedCrowdOut(inputs: readonly ObservedInput[]): ObservedCrowdOut {
  const log = inputs.flatMap((input) => input.log)
  const plannedMinutes = added(
    inputs.map((input) => input.plannedMinutes),
    'planned',
  )
  const doneMinutes = added(
    inputs.map((input) => input.doneMinutes),
    'done',
  )
  const loggedMinutes = added(
    log.map(({ minutes }) => minutes),
    'logged',
  )
  const because = (...causes: DisplacementCause[]): number =>
    log.reduce((sum, { cause, minutes }) => sum + (causes.includes(cause) ? minutes : 0), 0)
  const [nationalMinutes, unknownMinutes] = [because('REQUIREMENT', 'REQUEST'), because('UNKNOWN')]
  const notDone = inputs.reduce((sum, input) => sum + Math.max(0, input.plannedMinutes - input.doneMinutes), 0)
  return {
    plannedMinutes,
    doneMinutes,
    loggedMinutes,
    nationalMinutes,
    unknownMinutes,
    lowShare: plannedMinutes === 0 ? null : nationalMinutes / plannedMinutes,
    highShare: plannedMinutes === 0 ? null : (nationalMinutes + unknownMinutes) / plannedMinutes,
    coverageShare: notDone === 0 ? null : loggedMinutes / notDone,
  }
}

function added(minutes: readonly number[], what: string): number {
  return minutes.reduce((sum, figure) => sum + requireMinutes(figure, what, Number.MAX_SAFE_INTEGER), 0)
}
