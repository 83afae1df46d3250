import { monthOf } from '../../priority/domain/months.js'
import { type ContractYear } from '../../platform/day.js'
import { type LoggedByMonth, loggedByMonth, type LoggedMinutes, type SharedEvidence, sharedEqually } from './plan-inputs.js'

/** Minutes logged in one month by one staff group, summed by what they are for. `month` is `YYYY-MM`. */
export interface LoggedFor {
  readonly itemId: string | null
  readonly priorityId: string | null
  readonly evidenceId: string | null
  readonly staffGroup: string
  readonly month: string
  readonly minutes: number
}

/** An item, by what evidence serves it. */
export interface ServedItem {
  readonly itemId: string
  readonly code: string
  readonly evidenceIds: ReadonlySet<string>
}

/** One network's logged minutes, by what they count for. */
export interface LoggedInYear {
  readonly ofItem: ReadonlyMap<string, readonly LoggedByMonth[]>
  readonly ofPriority: ReadonlyMap<string, readonly LoggedByMonth[]>
  readonly sharedEvidence: readonly SharedEvidence[]
}

/**
 * Logged minutes by item and priority. Time logged on evidence alone is shared equally by the items the evidence serves, the remainder to the
 * first codes; where it serves none of them it counts for nothing. Units: whole minutes. Errors: RangeError when the year is not one.
 * Source: docs/method/workload.md.
 */
export function loggedInYear(sums: readonly LoggedFor[], items: readonly ServedItem[], year: ContractYear): LoggedInYear {
  const [ofItem, ofPriority] = [new Map<string, LoggedMinutes[]>(), new Map<string, LoggedMinutes[]>()]
  const shared = new Map<string, { minutes: Map<string, number>; serves: string[] }>()
  const byCode = [...items].sort((one, other) => (one.code < other.code ? -1 : 1))
  for (const { itemId, priorityId, evidenceId, staffGroup, month, minutes } of sums) {
    const logged = { staffGroup, month: monthOf(`${month}-01`, year), minutes }
    if (itemId !== null) push(ofItem, itemId, logged)
    else if (priorityId !== null) push(ofPriority, priorityId, logged)
    else if (evidenceId !== null) {
      const served = byCode.filter(({ evidenceIds }) => evidenceIds.has(evidenceId))
      if (served.length === 0) continue
      const parts = sharedEqually(minutes, served.length)
      served.forEach((item, index) => push(ofItem, item.itemId, { ...logged, minutes: parts[index] ?? 0 }))
      const one = shared.get(evidenceId) ?? { minutes: new Map<string, number>(), serves: served.map(({ code }) => code) }
      one.minutes.set(staffGroup, (one.minutes.get(staffGroup) ?? 0) + minutes)
      shared.set(evidenceId, one)
    }
  }
  return { ofItem: byMonth(ofItem), ofPriority: byMonth(ofPriority), sharedEvidence: evidenceOf(shared) }
}

function evidenceOf(shared: ReadonlyMap<string, { minutes: ReadonlyMap<string, number>; serves: readonly string[] }>): SharedEvidence[] {
  return [...shared].map(([evidenceId, { minutes, serves }]) => ({
    evidenceId,
    minutes: [...minutes].map(([staffGroup, sum]) => ({ staffGroup, minutes: sum })),
    serves,
  }))
}

function push(lists: Map<string, LoggedMinutes[]>, key: string, logged: LoggedMinutes): void {
  const list = lists.get(key)
  if (list) list.push(logged)
  else lists.set(key, [logged])
}

function byMonth(lists: ReadonlyMap<string, readonly LoggedMinutes[]>): Map<string, LoggedByMonth[]> {
  return new Map([...lists].map(([key, logged]) => [key, loggedByMonth(logged)]))
}
