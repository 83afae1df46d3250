import { type Group, groupsOf } from './groups.js'
import { type Area, areaKey, areaKeysOf, type Place } from './place.js'
import { medianPasses, sumPasses } from './threshold.js'

/** What a release counts, each by itself. */
export const measures = ['BURDEN', 'RETURNED', 'RATING', 'ESTIMATE'] as const
export type Measure = (typeof measures)[number]

/** One measure of one requirement; of an estimate, of one staff group. */
export interface LineOf {
  readonly measure: Measure
  readonly key: string
  /** Only of `ESTIMATE`. */
  readonly staffGroup: string | null
}

/** A network's figures: minutes, or a rating; of an estimate low, central and high. */
export type Amounts = readonly number[]

/** What one release of a contract year hands to the next: nobody is shown it. */
export interface Line extends LineOf {
  /** Figures of every network in a group, those of networks that tell nothing any more included. */
  readonly counted: ReadonlyMap<string, Amounts>
  readonly groups: readonly Group[]
  /** False: nothing of it may be told this time. */
  readonly told: boolean
}

/**
 * The line of this release. A network once counted stays counted until the year ends, with what it last told; a new one is counted as soon as it
 * is in a group. Source: docs/method/release.md, rule version 1.
 */
export function lineOf(
  of: LineOf,
  before: Line | null,
  telling: ReadonlyMap<string, Amounts>,
  places: ReadonlyMap<string, Place>,
): Line | null {
  const all = new Map([...(before?.counted ?? []), ...telling])
  const known = new Set(before?.groups.flat())
  const newcomers = [...telling.keys()].filter((network) => !known.has(network))
  const passes = of.measure === 'BURDEN' || of.measure === 'RETURNED' ? sumPasses : medianPasses
  const groups = groupsOf(before?.groups ?? [], newcomers, {
    areasOf: (network) => areaKeysOf(placeOf(places, network)),
    passes: (networks) => passes(networks.map((network) => all.get(network)?.[0] ?? 0)),
  })
  const kept = groups ?? before?.groups ?? []
  if (kept.length === 0) return null
  const counted = kept.flat().sort()
  return { ...of, counted: new Map(counted.map((network) => [network, all.get(network) ?? []])), groups: kept, told: groups !== null }
}

/**
 * The networks whose figures a line tells in an area: those of the groups that lie in it whole. Networks of a group that lies across its border
 * count in wider areas only. Null where that leaves nobody.
 */
export function toldIn(line: Line, area: Area, places: ReadonlyMap<string, Place>): Group | null {
  if (!line.told) return null
  const key = areaKey(area)
  const isIn = (network: string): boolean => areaKeysOf(placeOf(places, network)).includes(key)
  const inside = line.groups.filter((group) => group.every(isIn)).flat()
  return inside.length === 0 ? null : inside.sort()
}

function placeOf(places: ReadonlyMap<string, Place>, network: string): Place {
  return places.get(network) ?? { boardCode: null, regionCode: null }
}
