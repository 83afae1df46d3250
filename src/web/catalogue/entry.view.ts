import { type Day } from '../../platform/day.js'
import { dayInWords } from '../layout/words.js'
import { catalogueRow, type EditionData, type RowData } from './catalogue.view.js'
import { falls, natures, shown } from '../layout/requirement-words.js'
import {
  certainties,
  changes,
  deciders,
  editionName,
  kindHelp,
  kinds,
  obligations,
  slugOf,
  upper,
  whoActs,
  word,
} from './catalogue-words.js'

export interface SourceData {
  readonly title: string
  readonly url: string
}

export interface EventData {
  readonly code: string
  readonly contractYear: string
  readonly change: string
  readonly when: string
  readonly title: string
  readonly text: string
  readonly requirements: readonly string[]
  readonly indicators: readonly string[]
  readonly sources: readonly SourceData[]
}

export interface EntryData extends RowData {
  readonly text: string
  readonly paragraph: string | null
  readonly fallsDue: string | null
  readonly shownEvery: string | null
  readonly standing: boolean
  readonly opensOn: Day | null
  readonly dueDays: number | null
  readonly afterYearEnd: boolean
  readonly decidedBy: string | null
  readonly defaultsToNoOn: Day | null
  readonly carriedFrom: { readonly contractYear: string; readonly code: string } | null
  readonly evidence: readonly { readonly what: string; readonly per: string }[] | null
  readonly money: { readonly text: string } | null
  readonly sources: readonly SourceData[]
  readonly serviceArea: { readonly code: string; readonly title: string }
  readonly history: readonly RowData[]
  readonly events: readonly EventData[]
}

interface Fact {
  readonly key: string
  readonly value: string
}

/** What an entry states, in the order people ask for it. */
export function entryFacts(entry: EntryData): Fact[] {
  const { kind, responsible, nature, obligation, decidedBy, money, evidence, defaultsToNoOn, paragraph, certainty, carriedFrom } = entry
  const fact = (key: string, value: string | null | undefined): Fact[] => (value ? [{ key, value }] : [])
  return [
    ...fact('Kind', `${word(kinds, kind)}: ${word(kindHelp, kind)}`),
    ...fact('Who', upper(whoActs(responsible))),
    ...fact('Kind of work', word(natures, nature)),
    ...fact('Obligation', word(obligations, obligation)),
    ...fact('Money', money?.text),
    ...fact('Falls due', rhythm(entry)),
    ...fact('When', windowWords(entry)),
    ...fact(
      'What shows it',
      (evidence ?? []).map(({ what, per }) => `${what}${per === 'PRACTICE' ? ', one for each practice' : ''}.`).join(' '),
    ),
    ...fact('Who decides', word(deciders, decidedBy)),
    ...fact('Silence', defaultsToNoOn && `Counts as “No” on ${dayInWords(defaultsToNoOn)}`),
    ...fact('Paragraph', paragraph),
    ...fact(
      'How sure',
      certainty === 'CARRIED_UNCONFIRMED' && carriedFrom
        ? `Carried over from ${carriedFrom.contractYear} (${carriedFrom.code}); nobody has confirmed it for this year`
        : word(certainties, certainty),
    ),
  ]
}

function rhythm({ fallsDue, shownEvery, standing }: EntryData): string {
  if (fallsDue === null) return ''
  return `${word(falls, fallsDue)}; shown ${word(shown, shownEvery)}${standing ? ', as long as it stands' : ''}`
}

/** When it can be shown. What is shown by the quarter or month says so already. */
function windowWords({ opensOn, dueOn, dueDays, afterYearEnd, shownEvery }: EntryData): string {
  const due = dueOn ? `due ${dayInWords(dueOn)}` : dueDays !== null ? `due ${dueDays} days after the event` : ''
  const hasOneDay = shownEvery === 'YEAR' || shownEvery === 'EVENT'
  const parts = [
    opensOn ? `from ${dayInWords(opensOn)}` : '',
    afterYearEnd ? 'when the contract year is over' : '',
    due || (hasOneDay ? 'no deadline found in a source' : ''),
  ]
  return upper(parts.filter(Boolean).join(', '))
}

/** The same duty in every edition, this one marked. */
export function historyRows(entry: EntryData, editions: readonly EditionData[]) {
  return entry.history.map((one) => {
    const { contractYear, edition } = one.specification
    const hasOthers = editions.filter((other) => other.contractYear === contractYear).length > 1
    return {
      ...catalogueRow(one, editions),
      year: hasOthers ? `${contractYear}, ${editionName(edition).toLowerCase()}` : contractYear,
      current: contractYear === entry.specification.contractYear && edition === entry.specification.edition,
    }
  })
}

/** Years between which the entry can be compared: this edition's year and the one before in its history. */
export function comparedWith({ history, specification }: EntryData): string | null {
  const before = history.map((one) => one.specification.contractYear).filter((year) => year < specification.contractYear)
  const last = before.at(-1)
  return last ? `/catalogue/compare?from=${slugOf(last)}&to=${slugOf(specification.contractYear)}` : null
}

/** An event as the timeline shows it. `titles`: what requirements are called, by permanent key; none are listed without. */
export function eventView(event: EventData, titles?: ReadonlyMap<string, string>) {
  const touched = titles ? [...event.requirements.flatMap((key) => titles.get(key) ?? []), ...event.indicators] : []
  return { ...event, change: word(changes, event.change), touched }
}
