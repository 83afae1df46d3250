import { type Amounts, type Line, type LineOf, lineOf, toldIn } from './line.js'
import { type Area, type Place, type ReleaseLevel } from './place.js'
import { type Quartiles, quartilesOf, toQuarterHour } from './quartiles.js'
import { wholeHours } from './threshold.js'

/** The rule by which releases are computed; shown with each. */
export const RELEASE_RULE_VERSION = 1

/** A row of the table is of one requirement, or of the requirements of one service area added up. */
export const releaseSubjects = ['REQUIREMENT', 'SERVICE_AREA'] as const
export type ReleaseSubject = (typeof releaseSubjects)[number]

/** A requirement of the year. */
export interface ReleaseRequirement {
  readonly key: string
  readonly code: string
  readonly title: string
  readonly serviceAreaCode: string
}

export interface ReleaseServiceArea {
  readonly code: string
  readonly title: string
}

/** Minutes of several networks together. */
export interface PooledHours {
  /** Networks counted. */
  readonly networks: number
  /** Whole hours in a contract year. */
  readonly hours: number
}

/** What one row says of one area; null is withheld. */
export interface CellFigures {
  /** Requirements counted: 1 or 0 of a requirement, how many of a service area. */
  readonly requirements: number
  readonly burden: PooledHours | null
  readonly returned: PooledHours | null
  /** Only of requirements. */
  readonly rating: Quartiles | null
}

export interface Cell extends CellFigures {
  readonly level: ReleaseLevel
  readonly areaCode: string
  readonly subject: ReleaseSubject
  /** The permanent key of a requirement, the code of a service area. */
  readonly key: string
  readonly code: string
  readonly title: string
  readonly serviceAreaCode: string
}

/** The median of networks' own estimates, minutes a contract year to the quarter of an hour. */
export interface Median {
  readonly key: string
  readonly staffGroup: string
  readonly networks: number
  readonly low: number
  readonly central: number
  readonly high: number
  /** Of the central estimates. */
  readonly lowerQuartile: number
  readonly upperQuartile: number
}

/** Everything a release is computed from. */
export interface ReleaseSources {
  readonly areas: readonly Area[]
  readonly serviceAreas: readonly ReleaseServiceArea[]
  readonly requirements: readonly ReleaseRequirement[]
  readonly places: ReadonlyMap<string, Place>
  /** The lines of the year's release before. */
  readonly before: readonly Line[]
  readonly telling: readonly (LineOf & { readonly amounts: ReadonlyMap<string, Amounts> })[]
}

export interface ReleaseTable {
  readonly lines: readonly Line[]
  readonly cells: readonly Cell[]
  readonly medians: readonly Median[]
}

/**
 * One release: a fixed table of every requirement and service area by every area, the same for whoever asks. What it tells are sums of groups
 * that each pass; a service area adds up what is told of its requirements there, and so tells nothing more.
 * Source: docs/method/release.md, rule version 1.
 */
export function releaseTable(sources: ReleaseSources): ReleaseTable {
  const before = new Map(sources.before.map((line) => [nameOf(line), line]))
  const telling = new Map(sources.telling.map((line) => [nameOf(line), line]))
  const all = new Map<string, LineOf>([...before, ...telling])
  const lines = [...all]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, { measure, key, staffGroup }]) => {
      const told = telling.get(name)?.amounts ?? new Map<string, Amounts>()
      return lineOf({ measure, key, staffGroup }, before.get(name) ?? null, told, sources.places) ?? []
    })
  const found = new Map(lines.map((line) => [nameOf(line), line]))
  return { lines, cells: sources.areas.flatMap((area) => cellsIn(area, sources, found)), medians: lines.flatMap(medianOf) }
}

function cellsIn(area: Area, { serviceAreas, requirements, places }: ReleaseSources, lines: ReadonlyMap<string, Line>): Cell[] {
  const told = (measure: 'BURDEN' | 'RETURNED' | 'RATING', key: string): ReadonlyMap<string, number> | null => {
    const line = lines.get(nameOf({ measure, key, staffGroup: null }))
    const networks = line ? toldIn(line, area, places) : null
    return networks && new Map(networks.map((network) => [network, line?.counted.get(network)?.[0] ?? 0]))
  }
  const { level, code: areaCode } = area
  return serviceAreas.flatMap((serviceArea) => {
    const rows = requirements
      .filter(({ serviceAreaCode }) => serviceAreaCode === serviceArea.code)
      .map((row) => ({ row, burden: told('BURDEN', row.key), returned: told('RETURNED', row.key), rating: told('RATING', row.key) }))
    const counted = rows.filter(({ burden, returned }) => burden ?? returned)
    const whole: Cell = {
      ...{ level, areaCode, subject: 'SERVICE_AREA', key: serviceArea.code, ...serviceArea, serviceAreaCode: serviceArea.code },
      requirements: counted.length,
      burden: pooled(counted.map(({ burden }) => burden)),
      returned: pooled(counted.map(({ returned }) => returned)),
      rating: null,
    }
    const each = rows.map(({ row, burden, returned, rating }): Cell => ({
      ...{ level, areaCode, subject: 'REQUIREMENT', ...row, requirements: (burden ?? returned ?? rating) ? 1 : 0 },
      ...{ burden: pooled([burden]), returned: pooled([returned]), rating: rating && quartilesOf([...rating.values()]) },
    }))
    return [whole, ...each]
  })
}

/** Added up first, rounded once. A network that is in several is counted once. */
function pooled(parts: readonly (ReadonlyMap<string, number> | null)[]): PooledHours | null {
  const told = parts.flatMap((part) => part ?? [])
  if (told.length === 0) return null
  const minutes = told.reduce((sum, part) => [...part.values()].reduce((total, one) => total + one, sum), 0)
  return { networks: new Set(told.flatMap((part) => [...part.keys()])).size, hours: wholeHours(minutes) }
}

function medianOf(line: Line): Median[] {
  const { measure, key, staffGroup, told, counted } = line
  if (measure !== 'ESTIMATE' || staffGroup === null || !told) return []
  const [low, central, high] = [0, 1, 2].map((at) => quartilesOf([...counted.values()].map((amounts) => amounts[at] ?? 0)))
  if (!low || !central || !high) return []
  const minutes = { low: low.median, central: central.median, high: high.median }
  const spread = { lowerQuartile: toQuarterHour(central.lowerQuartile), upperQuartile: toQuarterHour(central.upperQuartile) }
  const rounded = { low: toQuarterHour(minutes.low), central: toQuarterHour(minutes.central), high: toQuarterHour(minutes.high) }
  return [{ key, staffGroup, networks: central.networks, ...rounded, ...spread }]
}

/** A line's name: what the release before and this one know it by. */
export function nameOf({ measure, key, staffGroup }: LineOf): string {
  return [measure, key, staffGroup ?? ''].join(' ')
}
