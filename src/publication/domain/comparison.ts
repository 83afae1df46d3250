import { type Day } from '../../platform/day.js'

/** A practice's time in a network, as far as it bears on a day. */
export interface Membership {
  readonly practiceCode: string
  readonly networkCode: string
  readonly startsOn: Day
  readonly endsOn: Day | null
}

/** In which network a practice map has a practice; null for none. */
export interface Placing {
  readonly practiceCode: string
  readonly networkCode: string | null
}

/** Where a practice map and the Organisation Data Service disagree about who is in which network on the map's day. Practices by code. */
export interface Comparison {
  readonly onDay: Day
  /** In another network than ODS says. */
  readonly elsewhere: readonly { readonly practiceCode: string; readonly ods: string; readonly map: string }[]
  /** In a network by ODS; in none by the map, or not in it. */
  readonly onlyOds: readonly string[]
  /** In a network by the map only. */
  readonly onlyMap: readonly string[]
}

/** Who is a member of what on a day: both the first and the last day of a membership are days of it. */
export function inForceOn<Row extends Membership>(memberships: readonly Row[], onDay: Day): Row[] {
  return memberships.filter(({ startsOn, endsOn }) => startsOn <= onDay && (endsOn === null || endsOn >= onDay))
}

/** How many networks have a member on a day, and how many practices are one. Each counts once, however many of its spells overlap. */
export function countsOn(memberships: readonly Membership[], onDay: Day): { networks: number; practices: number } {
  const members = inForceOn(memberships, onDay)
  return {
    networks: new Set(members.map(({ networkCode }) => networkCode)).size,
    practices: new Set(members.map(({ practiceCode }) => practiceCode)).size,
  }
}

/** Compares a practice map of a day with the memberships of that day. A practice that ODS has in two networks agrees with either. */
export function compare(memberships: readonly Membership[], map: readonly Placing[], onDay: Day): Comparison {
  const networksOf = new Map<string, string[]>()
  for (const { practiceCode, networkCode } of inForceOn(memberships, onDay)) {
    networksOf.set(practiceCode, [...(networksOf.get(practiceCode) ?? []), networkCode])
  }
  const mapped = new Map(
    map.flatMap(({ practiceCode, networkCode }) => (networkCode === null ? [] : [[practiceCode, networkCode] as const])),
  )
  const elsewhere = [...mapped].flatMap(([practiceCode, network]) => {
    const ods = networksOf.get(practiceCode)
    return ods === undefined || ods.includes(network) ? [] : [{ practiceCode, ods: ods.join(' and '), map: network }]
  })
  const onlyOds = [...networksOf.keys()].filter((practiceCode) => !mapped.has(practiceCode)).sort()
  const onlyMap = [...mapped.keys()].filter((practiceCode) => !networksOf.has(practiceCode)).sort()
  return { onDay, elsewhere: elsewhere.sort((one, other) => (one.practiceCode < other.practiceCode ? -1 : 1)), onlyOds, onlyMap }
}
