import { type ContractYear, type Day } from '../../platform/day.js'
import { type EvidenceExpected, type Money } from './catalogue.js'

/** The parts of an entry that two years are compared by. */
export const comparedFields = [
  'title',
  'text',
  'responsible',
  'nature',
  'obligation',
  'fallsDue',
  'shownEvery',
  'standing',
  'opensOn',
  'dueOn',
  'dueDays',
  'evidence',
  'decidedBy',
  'money',
  'defaultsToNoOn',
] as const
export type ComparedField = (typeof comparedFields)[number]

/** What of an entry is compared. */
export interface ComparedEntry {
  readonly key: string
  readonly title: string
  readonly text: string
  readonly responsible: readonly string[] | null
  readonly nature: string | null
  readonly obligation: string | null
  readonly fallsDue: string | null
  readonly shownEvery: string | null
  readonly standing: boolean
  readonly opensOn: Day | null
  readonly dueOn: Day | null
  readonly dueDays: number | null
  readonly evidence: readonly EvidenceExpected[] | null
  readonly decidedBy: string | null
  readonly money: Money | null
  readonly defaultsToNoOn: Day | null
}

/** One part that reads differently; null where a year says nothing. */
export interface FieldChange {
  readonly field: ComparedField
  readonly before: string | null
  readonly after: string | null
}

export interface ChangedEntry<Entry> {
  readonly before: Entry
  readonly after: Entry
  readonly changes: readonly FieldChange[]
}

/** What became of the entries of one edition in another, by permanent key. Every entry is in exactly one of the four. */
export interface Comparison<Entry> {
  readonly added: readonly Entry[]
  readonly gone: readonly Entry[]
  readonly changed: readonly ChangedEntry<Entry>[]
  readonly unchanged: readonly Entry[]
}

/** One side of a comparison. */
export interface Side<Entry> {
  readonly contractYear: ContractYear
  readonly entries: readonly Entry[]
}

/**
 * What was added, has gone, changed and stayed from one edition to another, each in the order of its own edition. Entries belong together by
 * permanent key. A day that moved with its year, and the remark that an entry was carried, are no change. Source: docs/method/catalogue.md.
 */
export function compareEditions<Entry extends ComparedEntry>(before: Side<Entry>, after: Side<Entry>): Comparison<Entry> {
  const earlier = new Map(before.entries.map((entry) => [entry.key, entry]))
  const laterKeys = new Set(after.entries.map(({ key }) => key))
  const kept = after.entries.flatMap((entry) => {
    const was = earlier.get(entry.key)
    return was ? [{ before: was, after: entry, changes: changesOf(was, before.contractYear, entry, after.contractYear) }] : []
  })
  return {
    added: after.entries.filter(({ key }) => !earlier.has(key)),
    gone: before.entries.filter(({ key }) => !laterKeys.has(key)),
    changed: kept.filter(({ changes }) => changes.length > 0),
    unchanged: kept.filter(({ changes }) => changes.length === 0).map((one) => one.after),
  }
}

function changesOf(before: ComparedEntry, yearBefore: ContractYear, after: ComparedEntry, yearAfter: ContractYear): FieldChange[] {
  return comparedFields
    .map((field) => ({ field, before: wordsOf(before, field), after: wordsOf(after, field) }))
    .filter((change) => relative(change.before, yearBefore) !== relative(change.after, yearAfter))
}

/** A part of an entry as text. */
function wordsOf(entry: ComparedEntry, field: ComparedField): string | null {
  switch (field) {
    case 'text':
      return entry.text.replace(/ Carried from \d{4}\/\d{2}; not confirmed for \d{4}\/\d{2}\.$/, '')
    case 'responsible':
      return entry.responsible?.join(', ') ?? null
    case 'evidence':
      return entry.evidence?.map(({ what, per }) => (per === 'PRACTICE' ? `${what} (each practice)` : what)).join('; ') ?? null
    case 'money':
      return entry.money?.text ?? null
    case 'standing':
      return entry.standing ? 'true' : 'false'
    case 'dueDays':
      return entry.dueDays === null ? null : String(entry.dueDays)
    case 'title':
    case 'nature':
    case 'obligation':
    case 'fallsDue':
    case 'shownEvery':
    case 'opensOn':
    case 'dueOn':
    case 'decidedBy':
    case 'defaultsToNoOn':
      return entry[field]
  }
}

/** The same text with every year counted from the contract year, so that "30 April 2024" in 2024/25 and "30 April 2025" in 2025/26 are one. */
function relative(text: string | null, year: ContractYear): string | null {
  const first = Number(year.slice(0, 4))
  const yearFound = /\b(20\d{2})(\/\d{2})?(?!\d)/g
  return text?.replace(yearFound, (_, found: string, rest?: string) => `<${Number(found) - first}${rest ? '/' : ''}>`) ?? null
}
