import { type Day } from '../../platform/day.js'
import { type Tag } from '../layout/status.js'
import { count, dayInWords } from '../layout/words.js'
import { addressOf } from './catalogue-filter.js'
import { natures } from '../layout/requirement-words.js'
import { certaintyTag, editionName, kinds, obligations, slugOf, upper, whoActs, word } from './catalogue-words.js'

export interface EditionData {
  readonly contractYear: string
  readonly edition: number
  readonly status: 'PUBLISHED' | 'DRAFT'
}

export interface SpecificationData extends EditionData {
  readonly title: string
  readonly version: string | null
  readonly coverage: string
  readonly counts: readonly { readonly kind: string; readonly certainty: string; readonly entries: number }[]
  readonly serviceAreas: readonly { readonly code: string; readonly title: string }[]
}

export interface RowData {
  readonly code: string
  readonly key: string
  readonly kind: string
  readonly title: string
  readonly certainty: string
  readonly nature: string | null
  readonly obligation: string | null
  readonly responsible: readonly string[] | null
  readonly dueOn: Day | null
  readonly specification: EditionData
}

export interface EntryInArea extends RowData {
  readonly serviceArea: { readonly code: string; readonly title: string }
}

/** An entry in a list. */
export interface CatalogueRow {
  readonly href: string
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly tag: Tag | null
}

/** The edition a year stands for when none is named: its last published one, else its draft. */
export function editionInForce<Edition extends EditionData>(editions: readonly Edition[], contractYear: string): Edition | undefined {
  const ofYear = editions.filter((one) => one.contractYear === contractYear).sort((one, other) => other.edition - one.edition)
  return ofYear.find(({ status }) => status === 'PUBLISHED') ?? ofYear[0]
}

/** The years of the catalogue, latest first, each with its address. */
export function yearLinks(editions: readonly EditionData[], current: string) {
  const years = [...new Set(editions.map(({ contractYear }) => contractYear))].sort().reverse()
  return [
    ...years.map((year) => ({ text: year, href: `/catalogue/${slugOf(year)}`, current: year === current })),
    { text: 'All years', href: '/catalogue/all', current: current === 'all' },
  ]
}

/** Other editions of the same year. */
export function editionLinks(editions: readonly EditionData[], shown: EditionData) {
  return editions
    .filter(({ contractYear, edition }) => contractYear === shown.contractYear && edition !== shown.edition)
    .sort((one, other) => one.edition - other.edition)
    .map(({ contractYear, edition }) => ({
      text: edition === 0 ? 'the draft that came before' : editionName(edition).toLowerCase(),
      href: `/catalogue/${slugOf(contractYear)}?edition=${edition}`,
    }))
}

/** How much of a year is certain: figures that lead to what they count. */
export function countFigures({ contractYear, edition, counts }: SpecificationData, isInForce: boolean) {
  const sum = (fits: (one: SpecificationData['counts'][number]) => boolean) =>
    counts.filter(fits).reduce((total, one) => total + one.entries, 0)
  const path = `/catalogue/${slugOf(contractYear)}`
  const href = (filter: Parameters<typeof addressOf>[1]) => addressOf(path, filter, isInForce ? undefined : edition)
  const carried = sum(({ certainty }) => certainty === 'CARRIED_UNCONFIRMED')
  const unsourced = sum(({ certainty }) => certainty === 'UNSOURCED')
  return [
    {
      ...{ number: sum(({ kind }) => kind === 'DUTY' || kind === 'CONDITION'), label: 'have to be shown', colour: '' },
      href: href({ kind: ['DUTY', 'CONDITION'] }),
    },
    {
      ...{ number: sum(({ kind }) => kind !== 'DUTY' && kind !== 'CONDITION'), label: 'entitlements, rules and notes', colour: '' },
      href: href({ kind: ['ENTITLEMENT', 'RULE', 'NOTE'] }),
    },
    {
      ...{ number: carried, label: 'carried over, not confirmed', colour: carried > 0 ? 'amber' : 'calm' },
      href: href({ certainty: ['CARRIED_UNCONFIRMED'] }),
    },
    {
      ...{ number: unsourced, label: 'without a source', colour: unsourced > 0 ? 'red' : 'calm' },
      href: href({ certainty: ['UNSOURCED'] }),
    },
  ]
}

/** An entry as a row. Its address names the edition only where that is not the year's own. */
export function catalogueRow(entry: RowData, editions: readonly EditionData[]): CatalogueRow {
  const { code, title, certainty, specification } = entry
  return { href: entryAddress(specification, code, editions), code, title, detail: entryDetail(entry), tag: certaintyTag(certainty) }
}

/** Where an entry of an edition is shown. */
export function entryAddress({ contractYear, edition }: EditionData, code: string, editions: readonly EditionData[]): string {
  const isInForce = editionInForce(editions, contractYear)?.edition === edition
  return `/catalogue/${slugOf(contractYear)}/${code}${isInForce ? '' : `?edition=${edition}`}`
}

/** What an entry is at a glance: "Duty · paid work · say so · the clinical director · due 31 March 2025". */
export function entryDetail({ kind, obligation, nature, responsible, dueOn }: RowData): string {
  const parts = [
    word(kinds, kind),
    word(obligations, obligation),
    word(natures, nature),
    upper(whoActs(responsible)),
    dueOn ? `Due ${dayInWords(dueOn)}` : '',
  ]
  return parts.filter(Boolean).join(' · ')
}

/** Entries by part of the specification and, across years, by year: in the order they come in. */
export function sectionsOf(entries: readonly EntryInArea[], editions: readonly EditionData[], byYear: boolean) {
  const sections = new Map<string, { id: string; title: string; rows: CatalogueRow[] }>()
  for (const entry of entries) {
    const { contractYear, edition, status } = entry.specification
    const hasOthers = editions.filter((one) => one.contractYear === contractYear).length > 1
    const edited =
      hasOthers && (status === 'DRAFT' || edition > 0) ? `${contractYear}, ${editionName(edition).toLowerCase()}` : contractYear
    const id = byYear ? `year-${slugOf(contractYear)}-${edition}` : `area-${entry.serviceArea.code}`
    const section = sections.get(id) ?? { id, title: byYear ? edited : entry.serviceArea.title, rows: [] }
    section.rows.push(catalogueRow(entry, editions))
    sections.set(id, section)
  }
  return [...sections.values()].map((section) => ({ ...section, size: count(section.rows.length, 'entry', 'entries') }))
}
