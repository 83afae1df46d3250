import { type Day, type Instant } from '../../platform/day.js'

/** The latest list size of one member practice; null where none was known on the day asked for. */
export interface MemberList {
  readonly practiceCode: string
  readonly patients: number | null
  readonly onDay: Day | null
  readonly source: string | null
  readonly recordedAt: Instant | null
}

/** How many patients are registered with a network's practices. */
export interface RegisteredPatients {
  /** Null when it is not known of every practice, or there is none. */
  readonly patients: number | null
  /** The oldest day any of the list sizes is of; null when none is known. */
  readonly listsOn: Day | null
  readonly sources: readonly string[]
  readonly practices: number
  readonly practicesWithoutListSize: number
}

/**
 * Registered patients of a network: the sum of its member practices' latest list sizes.
 * Units: patients. Unknown as soon as one practice's list size is, and when no practice is a member: never counted as 0.
 * Where a practice has two list sizes of its latest day, the one recorded last counts.
 * Source: the Network Contract DES counts a network's patients as the sum of its practices' registered lists.
 */
export function registeredPatients(lists: readonly MemberList[]): RegisteredPatients {
  const latest = new Map<string, MemberList>()
  for (const list of lists) {
    const other = latest.get(list.practiceCode)
    if (!other || isLater(list, other)) latest.set(list.practiceCode, list)
  }
  const members = [...latest.values()]
  const known = members.filter((list) => list.patients !== null)
  const complete = members.length > 0 && known.length === members.length
  return {
    patients: complete ? known.reduce((sum, list) => sum + (list.patients ?? 0), 0) : null,
    listsOn: known.map((list) => list.onDay ?? '').sort()[0] ?? null,
    sources: [...new Set(known.map((list) => list.source ?? ''))].sort(),
    practices: members.length,
    practicesWithoutListSize: members.length - known.length,
  }
}

function isLater(one: MemberList, other: MemberList): boolean {
  if (one.onDay !== other.onDay) return (one.onDay ?? '') > (other.onDay ?? '')
  return (one.recordedAt ?? '') > (other.recordedAt ?? '')
}
