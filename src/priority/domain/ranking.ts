import { type Instant } from '../../platform/day.js'

/** Comes after every place there can be. */
const NEVER_RANKED = Number.MAX_SAFE_INTEGER

/** What of a priority bears on its place. */
export interface Placeable {
  readonly id: string
  readonly createdAt: Instant
  readonly closed: boolean
}

/** A priority's place. */
export interface Placed {
  readonly id: string
  /** 1 is first among the open ones; null for a closed one. */
  readonly rank: number | null
  /** 1 is first among all of the year: a closed one keeps the place it had, before an open one that took the same. */
  readonly place: number
}

/** A ranking that is not exactly the open priorities: what is missing, what does not belong, what comes twice. */
export interface RankingRefused {
  readonly kind: 'RankingRefused'
  readonly field: string
  readonly message: string
  readonly missing: readonly string[]
  readonly unknown: readonly string[]
  readonly repeated: readonly string[]
}

/**
 * The places of a year's priorities: as ranked last, new ones after that in the order they were made. There are never ties or gaps.
 * `rankings` are lists of ids, latest first. Source: docs/method/workload.md.
 */
export function placesOf(priorities: readonly Placeable[], rankings: readonly (readonly string[])[]): Placed[] {
  const placeOf = (id: string): number => rankings.find((ids) => ids.includes(id))?.indexOf(id) ?? NEVER_RANKED
  const keyed = priorities.map((priority) => ({ priority, key: placeOf(priority.id) }))
  keyed.sort(
    (one, other) =>
      one.key - other.key ||
      (one.key === NEVER_RANKED ? 0 : Number(other.priority.closed) - Number(one.priority.closed)) ||
      byText(one.priority.createdAt, other.priority.createdAt) ||
      byText(one.priority.id, other.priority.id),
  )
  let open = 0
  return keyed.map(({ priority: { id, closed } }, index) => ({ id, rank: closed ? null : (open += 1), place: index + 1 }))
}

/** Why a ranking cannot be taken: it must name every open priority once and nothing else. Undefined when it can. */
export function refuseRanking(priorityIds: readonly string[], openIds: readonly string[]): RankingRefused | undefined {
  const missing = openIds.filter((id) => !priorityIds.includes(id))
  const unknown = [...new Set(priorityIds.filter((id) => !openIds.includes(id)))]
  const repeated = [...new Set(priorityIds.filter((id, index) => priorityIds.indexOf(id) < index))]
  if (missing.length + unknown.length + repeated.length === 0) return undefined
  const parts = [
    missing.length > 0 ? `${missing.length} of the open priorities ${missing.length === 1 ? 'is' : 'are'} missing` : '',
    unknown.length > 0 ? `${unknown.length} ${unknown.length === 1 ? 'is' : 'are'} no open priority of this network and year` : '',
    repeated.length > 0 ? `${repeated.length} ${repeated.length === 1 ? 'comes' : 'come'} twice` : '',
  ]
  const message = `A ranking names every open priority once: ${parts.filter(Boolean).join('; ')}.`
  return { kind: 'RankingRefused', field: 'priorityIds', message, missing, unknown, repeated }
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
