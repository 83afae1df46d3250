import { isDay } from '../../platform/day.js'
import { dayInWords } from '../layout/words.js'
import { type CatalogueRow, catalogueRow, type EditionData, entryAddress, type RowData } from './catalogue.view.js'
import { falls, natures, shown } from '../layout/requirement-words.js'
import { changes, deciders, fields, obligations, upper, whoActs, word, type Words } from './catalogue-words.js'

export interface GoneData extends RowData {
  readonly events: readonly { readonly contractYear: string; readonly change: string; readonly when: string; readonly title: string }[]
}

export interface ChangedData {
  readonly before: RowData
  readonly after: RowData
  readonly changes: readonly { readonly field: string; readonly before: string | null; readonly after: string | null }[]
}

const wordsOf: Readonly<Record<string, Words>> = {
  nature: natures,
  obligation: obligations,
  fallsDue: falls,
  shownEvery: shown,
  decidedBy: deciders,
  standing: { true: 'Yes', false: 'No' },
}

/** Changes that can be why something is no longer asked. */
const endings = ['SUPERSEDED', 'RETIRED', 'DEFERRED', 'SUSPENDED', 'REPURPOSED']

/** What has gone, by what is known of why: events from the earlier year on, up to the later one. What nothing is known of comes last. */
export function goneGroups(entries: readonly GoneData[], from: string, to: string, editions: readonly EditionData[]) {
  const groups = new Map<string, { why: string; rows: CatalogueRow[] }>()
  for (const entry of entries) {
    const events = entry.events.filter(({ contractYear, change }) => contractYear >= from && contractYear <= to && endings.includes(change))
    const why = events.map(({ when, change, title }) => `${word(changes, change)}, ${when}: ${title}`).join('. ')
    const group = groups.get(why) ?? { why, rows: [] }
    group.rows.push(catalogueRow(entry, editions))
    groups.set(why, group)
  }
  return [...groups.values()]
    .sort((one, other) => Number(one.why === '') - Number(other.why === ''))
    .map(({ why, rows }) => ({ why: why || `Not in the catalogue of ${to}: no reason was found`, rows }))
}

/** What reads differently, part by part. */
export function changedView({ before, after, changes: parts }: ChangedData, editions: readonly EditionData[]) {
  return {
    ...{ key: after.key, code: after.code, title: after.title },
    ...{
      hrefBefore: entryAddress(before.specification, before.code, editions),
      hrefAfter: entryAddress(after.specification, after.code, editions),
    },
    parts: parts.map(({ field, before: was, after: now }) => ({
      ...{ name: word(fields, field), before: said(field, was), after: said(field, now) },
    })),
  }
}

function said(field: string, value: string | null): string {
  if (value === null) return 'Nothing said'
  if (field === 'responsible') return upper(whoActs(value.split(', ')))
  if (isDay(value)) return dayInWords(value)
  const words = wordsOf[field]
  return words ? upper(word(words, value)) : value
}
