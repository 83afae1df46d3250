import { addTo, noSums, possibleOf } from './possible.js'
import type { Prepared, PreparedPriority } from './prepare.js'

/** One priority in the figures of one staff group. Wanted = possible + displaced + beyond capacity. Whole minutes. */
export interface PriorityFigures {
  readonly code: string
  /** Null: no estimate for this staff group. */
  readonly wantedMinutes: number | null
  readonly possibleMinutes: number | null
  readonly displacedMinutes: number | null
  readonly beyondCapacityMinutes: number | null
  /** What it gives to requirements, of what does not fit. */
  readonly contractWorkAtRiskMinutes: number | null
}

/** What became of the priorities, and of national work between them. */
export interface LocalFigures {
  /** Null where the capacity is not known. */
  readonly nationalPlacedMinutes: number | null
  readonly priorities: readonly PriorityFigures[]
  readonly totals: {
    readonly localWantedMinutes: number
    readonly localPossibleMinutes: number | null
    readonly displacedMinutes: number | null
    readonly beyondCapacityMinutes: number | null
    readonly contractWorkAtRiskMinutes: number | null
    readonly displacedShare: number | null
  }
}

/**
 * Places priorities one after another, with national work and without it: each gets what it adds. Protected ones go before national work.
 * Source: docs/method/crowd-out.md, rule version 1.
 */
export function localFigures({ national, local }: Prepared, available: readonly number[] | null): LocalFigures {
  const localWantedMinutes = local.reduce((sum, { minutes }) => sum + minutes, 0)
  if (available === null) return unknownFigures(local, localWantedMinutes)
  const withNational = taking(available)
  const alone = taking(available)
  const figures = (entry: PreparedPriority): PriorityFigures => figuresOf(entry, withNational(entry), alone(entry))
  const early = local.filter(({ priority }) => priority.protected).map(figures)
  const nationalPlacedMinutes = withNational({ demands: national.flatMap(({ demands }) => demands) })
  const priorities = [...early, ...local.filter(({ priority }) => !priority.protected).map(figures)]
  const total = (minutesOf: (figure: PriorityFigures) => number | null): number =>
    priorities.reduce((sum, figure) => sum + (minutesOf(figure) ?? 0), 0)
  const displacedMinutes = total((figure) => figure.displacedMinutes)
  return {
    nationalPlacedMinutes,
    priorities,
    totals: {
      localWantedMinutes,
      localPossibleMinutes: total((figure) => figure.possibleMinutes),
      displacedMinutes,
      beyondCapacityMinutes: total((figure) => figure.beyondCapacityMinutes),
      contractWorkAtRiskMinutes: total((figure) => figure.contractWorkAtRiskMinutes),
      displacedShare: localWantedMinutes === 0 ? null : displacedMinutes / localWantedMinutes,
    },
  }
}

/** Adds one after another and says what each adds to the most that fits. */
function taking(available: readonly number[]): (entry: Pick<PreparedPriority, 'demands'>) => number {
  const sums = noSums()
  let before = 0
  return ({ demands }) => {
    const after = possibleOf(available, addTo(sums, demands))
    const added = after - before
    before = after
    return added
  }
}

function figuresOf({ priority, minutes, servesMinutes }: PreparedPriority, possible: number, alone: number): PriorityFigures {
  if (priority.work === null) return { code: priority.code, wantedMinutes: null, possibleMinutes: null, ...unknown }
  return {
    code: priority.code,
    wantedMinutes: minutes,
    possibleMinutes: possible,
    displacedMinutes: alone - possible,
    beyondCapacityMinutes: minutes - alone,
    contractWorkAtRiskMinutes: Math.min(servesMinutes, minutes - possible),
  }
}

const unknown = { displacedMinutes: null, beyondCapacityMinutes: null, contractWorkAtRiskMinutes: null }

function unknownFigures(local: readonly PreparedPriority[], localWantedMinutes: number): LocalFigures {
  return {
    nationalPlacedMinutes: null,
    priorities: local.map(({ priority, minutes }) => {
      const wantedMinutes = priority.work === null ? null : minutes
      return { code: priority.code, wantedMinutes, possibleMinutes: null, ...unknown }
    }),
    totals: { localWantedMinutes, localPossibleMinutes: null, ...unknown, displacedShare: null },
  }
}
