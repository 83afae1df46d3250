import type { Nature, Obligation } from '../../specification/domain/catalogue.js'
import { MONTHS } from './bounds.js'
import { type Demand, levelled } from './demand.js'
import { addOne, noSums, possibleOf } from './possible.js'
import { isPaperwork, type Prepared, type PreparedPriority } from './prepare.js'

/** What one demand is allowed of its minutes so that the picture adds up to the totals. */
export interface Grant extends Demand {
  readonly code: string
  /** Null for local work. */
  readonly nature: Nature | null
  readonly grantedMinutes: number
  /** Minutes granted were nothing national asked; the same as granted for national work. */
  readonly aloneMinutes: number
}

/** Minutes of one item or priority in one month of the picture. */
export interface Placement {
  readonly code: string
  readonly minutes: number
}

/**
 * One month of the picture: one way the year can be done. What fits is placed; what does not is spread over the months it could have been
 * done in, all of which are full.
 */
export interface MonthPicture {
  /** April = 0. */
  readonly month: number
  readonly availableMinutes: number
  readonly deliveryAndGovernanceMinutes: number
  readonly declarationAndReportingMinutes: number
  readonly localMinutes: number
  readonly nationalOverrunMinutes: number
  readonly displacedMinutes: number
  readonly beyondCapacityMinutes: number
  /** Everything placed in the month, earliest last month first. */
  readonly placements: readonly Placement[]
}

const obligationOrder: Record<Obligation, number> = { GATE: 0, PAID: 1, UNPAID: 2 }

/** A demand in its turn. Written out field by field here and below: spreading thousands of them took most of the time of a network. */
interface Turn extends Demand {
  readonly code: string
  readonly nature: Nature | null
}

/**
 * Goes through the demands in order (protected priorities; national by obligation, last month, code; other priorities in placing order) and
 * grants each what it adds to the most that fits. Source: docs/method/crowd-out.md, rule version 1.
 */
export function grantsOf({ national, local }: Prepared, available: readonly number[]): Grant[] {
  const early = local.filter(({ priority }) => priority.protected).flatMap(localTurns)
  const late = local.filter(({ priority }) => !priority.protected).flatMap(localTurns)
  const granted = marginal([...early, ...nationalTurns(national), ...late], available)
  const alone = marginal([...early, ...late], available)[Symbol.iterator]()
  return granted.map((grant) => (grant.nature === null ? { ...grant, aloneMinutes: alone.next().value?.grantedMinutes ?? 0 } : grant))
}

/** National demands by obligation, last month, code: items come by code, so each only has to join the end of its queue. */
function nationalTurns(national: Prepared['national']): Turn[] {
  const queues: Turn[][] = Array.from({ length: 3 * MONTHS }, () => [])
  for (const { item, demands } of national) {
    for (const { firstMonth, lastMonth, minutes } of demands) {
      const turn = { code: item.code, nature: item.nature, firstMonth, lastMonth, minutes }
      queues[obligationOrder[item.obligation] * MONTHS + lastMonth]?.push(turn)
    }
  }
  return queues.flat()
}

function localTurns({ priority, demands }: PreparedPriority): Turn[] {
  return demands.map(({ firstMonth, lastMonth, minutes }) => ({ code: priority.code, nature: null, firstMonth, lastMonth, minutes }))
}

/** Grants each demand in turn what it adds to the most that fits. */
function marginal(turns: readonly Turn[], available: readonly number[]): Grant[] {
  const sums = noSums()
  let before = 0
  return turns.map((turn) => {
    const after = possibleOf(available, addOne(sums, turn))
    const grantedMinutes = after - before
    before = after
    const { code, nature, firstMonth, lastMonth, minutes } = turn
    return { code, nature, firstMonth, lastMonth, minutes, grantedMinutes, aloneMinutes: grantedMinutes }
  })
}

/**
 * The picture: one pass over the grants, earliest last month first, places everything granted; columns add up to the totals.
 * Source: docs/method/crowd-out.md, rule version 1.
 */
export function monthsOf(grants: readonly Grant[], available: readonly number[]): MonthPicture[] {
  const queue = grants
    .map((grant, order) => ({ grant, order, left: grant.grantedMinutes }))
    .sort((one, other) => one.grant.lastMonth - other.grant.lastMonth || one.order - other.order)
  const unplaced = unplacedOf(grants)
  return Array.from({ length: MONTHS }, (_, month) => {
    let free = available[month] ?? 0
    const placed: { readonly grant: Grant; readonly minutes: number }[] = []
    for (const entry of queue) {
      if (free === 0) break
      const minutes = entry.grant.firstMonth <= month && month <= entry.grant.lastMonth ? Math.min(free, entry.left) : 0
      if (minutes === 0) continue
      entry.left -= minutes
      free -= minutes
      placed.push({ grant: entry.grant, minutes })
    }
    return pictureOf(month, available[month] ?? 0, placed, unplaced)
  })
}

function pictureOf(
  month: number,
  availableMinutes: number,
  placed: readonly { readonly grant: Grant; readonly minutes: number }[],
  unplaced: readonly Unplaced[],
): MonthPicture {
  const placedWhere = (holds: (nature: Nature | null) => boolean): number =>
    placed.reduce((sum, { grant, minutes }) => sum + (holds(grant.nature) ? minutes : 0), 0)
  const placements = new Map<string, number>()
  for (const { grant, minutes } of placed) placements.set(grant.code, (placements.get(grant.code) ?? 0) + minutes)
  return {
    month,
    availableMinutes,
    deliveryAndGovernanceMinutes: placedWhere((nature) => nature !== null && !isPaperwork({ nature })),
    declarationAndReportingMinutes: placedWhere((nature) => nature !== null && isPaperwork({ nature })),
    localMinutes: placedWhere((nature) => nature === null),
    nationalOverrunMinutes: sumOf(unplaced, ({ overrun }) => overrun[month]),
    displacedMinutes: sumOf(unplaced, ({ displaced }) => displaced[month]),
    beyondCapacityMinutes: sumOf(unplaced, ({ beyond }) => beyond[month]),
    placements: [...placements].map(([code, minutes]) => ({ code, minutes })),
  }
}

/** What of one grant fits nowhere, by month. */
interface Unplaced {
  readonly overrun: readonly number[]
  readonly displaced: readonly number[]
  readonly beyond: readonly number[]
}

/** Minutes that were not granted, levelled over their window: were a month of it not full, one more of them would have fitted there. */
function unplacedOf(grants: readonly Grant[]): Unplaced[] {
  return grants
    .filter(({ minutes, grantedMinutes }) => minutes > grantedMinutes)
    .map(({ nature, firstMonth, lastMonth, minutes, grantedMinutes, aloneMinutes }) => {
      const spread = (sum: number): number[] => [
        ...Array<number>(firstMonth).fill(0),
        ...levelled(sum, lastMonth - firstMonth + 1),
        ...Array<number>(MONTHS - 1 - lastMonth).fill(0),
      ]
      return {
        overrun: spread(nature === null ? 0 : minutes - grantedMinutes),
        displaced: spread(aloneMinutes - grantedMinutes),
        beyond: spread(nature === null ? minutes - aloneMinutes : 0),
      }
    })
}

function sumOf(unplaced: readonly Unplaced[], minutesOf: (one: Unplaced) => number | undefined): number {
  return unplaced.reduce((total, one) => total + (minutesOf(one) ?? 0), 0)
}
