import { type Day } from '../../platform/day.js'
import { type Comparison, compare, countsOn } from './comparison.js'
import { type ListRow, type MapRow, type MembershipRow } from './official-row.js'
import { isOf, type ReadTable } from './table.js'

/** The figures of an ODS release. */
export interface ReleaseFigures {
  readonly file: string
  readonly day: Day
  /** Whether the day is only the day of asking, because nothing says of when the release is. */
  readonly isDayAssumed: boolean
  readonly networks: number
  readonly practices: number
  /** The last day the release knows of a start or an end before, and how many are members on it; null where none lies ahead. */
  readonly ahead: { readonly day: Day; readonly networks: number; readonly practices: number } | null
}

/** The figures of a practice map with the list sizes of its day. */
export interface MapFigures {
  readonly day: Day
  readonly boards: number
  readonly subIcbLocations: number
  readonly networks: number
  readonly practices: number
  readonly withoutNetwork: number
  /** Null where there are no list sizes of the day. */
  readonly patients: number | null
  readonly patientsInNetworks: number | null
  /** Practices of the map without a list size, or with one and not in the map. */
  readonly unmatched: number
  readonly comparison: Comparison | null
}

/** How many are members by an ODS release, on its day and when everything it announces has happened. `today` stands in where no day is known. */
export function releaseFigures({ file, day, rows }: ReadTable<'MEMBERSHIPS'>, today: Day): ReleaseFigures {
  const on = day ?? today
  const changes = rows.flatMap(({ startsOn, endsOn }) => (endsOn === null ? [startsOn] : [startsOn, endsOn]))
  const last = changes.reduce((latest, one) => (one > latest ? one : latest), on)
  return {
    file,
    day: on,
    isDayAssumed: day === null,
    ...countsOn(rows, on),
    ahead: last > on ? { day: last, ...countsOn(rows, last) } : null,
  }
}

/** What a practice map says, with list sizes of its day and the memberships of the latest ODS release, where they are there. */
export function mapFigures(rows: readonly MapRow[], lists: readonly ListRow[], memberships: readonly MembershipRow[] | null): MapFigures {
  const day = rows[0]?.onDay ?? ''
  const sizes = new Map(lists.map(({ practiceCode, patients }) => [practiceCode, patients]))
  const inNetworks = new Set(rows.filter(({ networkCode }) => networkCode !== null).map(({ practiceCode }) => practiceCode))
  const practices = new Set(rows.map(({ practiceCode }) => practiceCode))
  const sum = (codes: Iterable<string>) => [...codes].reduce((total, code) => total + (sizes.get(code) ?? 0), 0)
  const count = (codes: (string | null)[]) => new Set(codes.filter((code) => code !== null)).size
  return {
    day,
    boards: count(rows.map(({ boardCode }) => boardCode)),
    subIcbLocations: count(rows.map(({ subIcbCode }) => subIcbCode)),
    networks: count(rows.map(({ networkCode }) => networkCode)),
    practices: practices.size,
    withoutNetwork: practices.size - inNetworks.size,
    patients: lists.length === 0 ? null : sum(sizes.keys()),
    patientsInNetworks: lists.length === 0 ? null : sum(inNetworks),
    unmatched:
      lists.length === 0
        ? 0
        : [...practices].filter((code) => !sizes.has(code)).length + [...sizes.keys()].filter((code) => !practices.has(code)).length,
    comparison: memberships === null ? null : compare(memberships, rows, day),
  }
}

/** The figures a folder of releases has: each ODS release's, and each practice map's against the latest ODS release, which knows every earlier membership too. */
export function figuresOf(tables: readonly ReadTable[], today: Day): { releases: ReleaseFigures[]; maps: MapFigures[] } {
  const byDay = (one: ReadTable, other: ReadTable) => ((one.day ?? today) < (other.day ?? today) ? -1 : 1)
  const releases = tables.filter((table) => isOf(table, 'MEMBERSHIPS')).sort(byDay)
  const lists = tables.filter((table) => isOf(table, 'LIST_SIZES') || isOf(table, 'AGE_BANDS'))
  const maps = tables.filter((table) => isOf(table, 'PRACTICE_MAP')).sort(byDay)
  return {
    releases: releases.map((table) => releaseFigures(table, today)),
    maps: maps.map((map) => {
      const sizes = lists.find((list) => list.day === map.day)?.rows
      return mapFigures(map.rows, sizes ?? [], releases.at(-1)?.rows ?? null)
    }),
  }
}
