import { type Day } from '../../platform/day.js'
import { type ItemData, type ItemRow, itemRow } from '../layout/item-row.js'
import { type ProgressData, type ProgressFigure, progressFigure } from '../layout/progress.js'
import { count } from '../layout/words.js'

interface EntryData {
  readonly code: string
  readonly kind: 'DUTY' | 'CONDITION' | 'ENTITLEMENT' | 'RULE' | 'NOTE'
  readonly title: string
  readonly text: string
}

export interface ChecklistData {
  readonly id: string
  readonly contractYear: string
  readonly progress: ProgressData
  readonly serviceAreas: readonly { readonly code: string; readonly title: string; readonly progress: ProgressData }[]
  readonly items: { readonly nodes: readonly (ItemData & { readonly requirement: { readonly serviceArea: { readonly code: string } } })[] }
  readonly specification: {
    readonly title: string
    readonly version: string | null
    readonly coverage: string
    readonly serviceAreas: readonly { readonly code: string; readonly entries: readonly EntryData[] }[]
  }
}

/** A part of the specification with its items, and beside them what explains it. */
export interface AreaSection {
  readonly code: string
  readonly title: string
  readonly progress: ProgressFigure
  readonly rows: readonly ItemRow[]
  readonly explained: readonly { readonly heading: string; readonly entries: readonly EntryData[] }[]
  readonly explainedWords: string
}

const explaining = [
  ['ENTITLEMENT', 'What you may do', 'entitlement'],
  ['RULE', 'Limits and consequences', 'rule'],
  ['NOTE', 'Good to know', 'note'],
] as const

/** The checklist by service area; areas in which nothing was found are left out. */
export function areaSections({ serviceAreas, items, specification }: ChecklistData, today: Day): AreaSection[] {
  return serviceAreas.flatMap(({ code, title, progress }) => {
    const rows = items.nodes.filter(({ requirement }) => requirement.serviceArea.code === code).map((item) => itemRow(item, today))
    if (rows.length === 0) return []
    const entries = specification.serviceAreas.find((area) => area.code === code)?.entries ?? []
    const kinds = explaining.map(([kind, heading, name]) => ({ heading, name, entries: entries.filter((entry) => entry.kind === kind) }))
    const explained = kinds.filter((kind) => kind.entries.length > 0)
    const explainedWords = explained.map((kind) => count(kind.entries.length, kind.name)).join(', ')
    return [{ code, title, progress: progressFigure(progress), rows, explained, explainedWords }]
  })
}

/** How many items were found, of how many. */
export function foundWords({ items, progress }: ChecklistData): string {
  const found = items.nodes.length
  return found === progress.total ? count(found, 'item') : `${found} of ${count(progress.total, 'item')}`
}
