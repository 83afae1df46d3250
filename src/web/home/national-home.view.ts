import { type Instant } from '../../platform/day.js'
import { type ProgressData, progressFigure } from '../layout/progress.js'
import { count, momentInWords, percent } from '../layout/words.js'

interface Pooled {
  readonly networks: number
  readonly hours: number
}

interface Row {
  readonly subject: 'REQUIREMENT' | 'SERVICE_AREA'
  readonly code: string
  readonly title: string
  readonly serviceAreaCode: string
  readonly requirements: number
  readonly burden: Pooled | null
  readonly returnedIfRelaxed: Pooled | null
  readonly rating: {
    readonly networks: number
    readonly lowerQuartile: number
    readonly median: number
    readonly upperQuartile: number
  } | null
}

export interface NationalHomeData {
  readonly england: {
    readonly contractYear: string
    readonly progress: ProgressData
    readonly boards: readonly {
      readonly boardCode: string
      readonly boardName: string
      readonly networks: number
      readonly networksWithChecklist: number
      readonly progress: ProgressData
    }[]
  }
  readonly releases: readonly { readonly month: string; readonly contractYear: string }[]
  readonly release: {
    readonly month: string
    readonly contractYear: string
    readonly computedAt: Instant
    readonly ruleVersion: number
    readonly cells: { readonly nodes: readonly Row[] }
    readonly areas: readonly { readonly level: Level; readonly code: string; readonly name: string }[]
  } | null
}

export type Level = 'ENGLAND' | 'REGION' | 'BOARD'

/** An area of a release, as an address names it: `REGION.YX01`. */
export function areaIn(asked: unknown): { readonly level: Level; readonly area: string } {
  const [, level, area] = (typeof asked === 'string' && /^(REGION|BOARD)\.([A-Z0-9]{1,9})$/.exec(asked)) || []
  return level === 'REGION' || level === 'BOARD' ? { level, area: area ?? '' } : { level: 'ENGLAND', area: 'ENGLAND' }
}

/** A month as people write it: November 2026. */
export function monthName(month: string): string {
  return new Date(`${month}-01T12:00:00Z`).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
}

/** What somebody who looks at all of England finds: pooled figures of one area, and how far its networks are. */
export function nationalHome({ england, releases, release }: NationalHomeData, asked: { readonly level: Level; readonly area: string }) {
  const chosen = asked.level === 'ENGLAND' ? 'ENGLAND' : `${asked.level}.${asked.area}`
  return {
    contractYear: england.contractYear,
    progressFigure: progressFigure(england.progress),
    boards: england.boards.map(({ boardName, boardCode, networks, networksWithChecklist, progress }) => ({
      ...{ name: boardName, code: boardCode, networks: `${networksWithChecklist} of ${networks}`, due: progress.due },
      shown: progress.share === null ? 'nothing due' : `${progress.accepted + progress.evidenced} (${percent(progress.share)})`,
      overdue: progress.overdue,
    })),
    months: releases.map(({ month, contractYear }) => ({
      value: month,
      text: `${monthName(month)} (${contractYear})`,
      selected: month === release?.month,
    })),
    areas: release ? areasOf(release, chosen) : [],
    release: release && released(release, chosen),
  }
}

function areasOf({ areas }: NonNullable<NationalHomeData['release']>, chosen: string) {
  return areas.map(({ level, code, name: text }) => {
    const value = level === 'ENGLAND' ? level : `${level}.${code}`
    return { value, text, selected: value === chosen }
  })
}

function released(release: NonNullable<NationalHomeData['release']>, chosen: string) {
  const { month, contractYear, computedAt, ruleVersion, cells } = release
  const requirements = cells.nodes.filter(({ subject }) => subject === 'REQUIREMENT')
  const told = requirements.filter((row) => row.requirements > 0)
  const areas = cells.nodes.filter(({ subject }) => subject === 'SERVICE_AREA')
  const tells = (code: string): boolean => told.some(({ serviceAreaCode }) => serviceAreaCode === code)
  return {
    ...{ name: monthName(month), contractYear, computed: momentInWords(computedAt), ruleVersion, chosen },
    told: `${told.length} of ${count(requirements.length, 'requirement')} tell something here; the other ${requirements.length - told.length} are withheld.`,
    silent: areas.filter(({ code }) => !tells(code)).map(({ title }) => title),
    parts: areas
      .filter(({ code }) => tells(code))
      .map((area) => ({
        ...{ ...figuresOf(area), title: area.title, requirements: area.requirements },
        rows: told
          .filter(({ serviceAreaCode }) => serviceAreaCode === area.code)
          .map((row) => ({ ...figuresOf(row), code: row.code, title: row.title })),
      })),
  }
}

/** Figures in words, each with how many networks are in it; withheld is said so and is not nothing. */
function figuresOf({ burden, returnedIfRelaxed, rating }: Row) {
  const hours = (pooled: Pooled | null) => (pooled ? { text: count(pooled.hours, 'hour'), of: count(pooled.networks, 'network') } : null)
  return {
    ...{ burden: hours(burden), returned: hours(returnedIfRelaxed) },
    rating: rating && {
      text: `${rating.median} of 5`,
      of: `${rating.lowerQuartile} to ${rating.upperQuartile}, ${count(rating.networks, 'network')}`,
    },
  }
}
