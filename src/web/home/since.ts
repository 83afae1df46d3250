import { addDays, type Day, daysBetween, type Instant, isDay } from '../../platform/day.js'
import { count, dayInWords, listInWords, momentInWords } from '../layout/words.js'

/** One thing that happened to an item, as the API tells it. */
export interface HistoryData {
  readonly at: Instant
  readonly kind: string
  readonly subjectId: string
  readonly by: { readonly id: string; readonly name: string } | null
  readonly item: { readonly id: string; readonly code: string; readonly requirement: { readonly title: string } } | null
}

/** What one person did of one kind, with the items it was about. */
export interface Deed {
  readonly who: string
  readonly what: string
  readonly items: readonly { readonly href: string; readonly text: string; readonly title: string }[]
  /** How many more items there are than are named. */
  readonly more: string | null
  readonly when: string
}

/** A network meets about once a month. */
const USUAL_DAYS = 28
/** Nobody looks further back than this on a page; the item's own history goes back to its first day. */
const MOST_DAYS = 366
const NAMED = 6

/** The day to look back to: the one asked for, if it is a day of the past year, else four weeks ago. */
export function sinceOf(asked: unknown, today: Day): Day {
  if (isDay(asked) && asked <= today && daysBetween(asked, today) <= MOST_DAYS) return asked
  return addDays(today, -USUAL_DAYS)
}

/** The usual ways to say since when, with the one in use. */
export function sinceChoices(since: Day, today: Day) {
  return [7, 28, 91].map((days) => {
    const day = addDays(today, -days)
    return { text: days === 91 ? '3 months' : `${days} days`, href: `/?since=${day}#since`, current: day === since }
  })
}

const verbs: Readonly<Record<string, readonly [one: string, group: string]>> = {
  EVIDENCE_RECORDED: ['recorded evidence for', 'recorded'],
  EVIDENCE_SUPERSEDED: ['corrected evidence for', 'recorded'],
  EVIDENCE_WITHDRAWN: ['withdrew evidence for', 'recorded'],
  SUBMITTED: ['submitted', 'recorded'],
  ACCEPTED: ['accepted', 'decided'],
  RETURNED: ['returned', 'decided'],
  QUESTION_ASKED: ['asked about', 'asked'],
  QUESTION_ANSWERED: ['answered about', 'asked'],
  ASSIGNED: ['said who looks after', 'organised'],
  EVENT_REPORTED: ['reported an event for', 'organised'],
  MARKED_NOT_APPLICABLE: ['marked as not applying', 'organised'],
  MARKED_NOT_PURSUED: ['decided not to go for', 'organised'],
  MARKED_NOT_MET: ['recorded as not met', 'organised'],
  MARKED_BLOCKED_BY_PARTNER: ['recorded as waiting for a partner', 'organised'],
}

/** Who did what, latest first: one line for each person and kind of thing, and what happened only to the server's own reckoning left out. */
export function deedsOf(history: readonly HistoryData[]): Deed[] {
  const groups = new Map<string, HistoryData[]>()
  for (const entry of history) {
    if (!Object.hasOwn(verbs, entry.kind) || entry.item === null) continue
    const key = `${entry.by?.id ?? ''} ${entry.kind}`
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return [...groups.values()].map(deedOf)
}

function deedOf(entries: readonly HistoryData[]): Deed {
  const [latest, earliest] = [entries[0], entries.at(-1)]
  const items = [...new Map(entries.flatMap(({ item }) => (item ? [[item.id, item] as const] : []))).values()].sort((one, other) =>
    one.code < other.code ? -1 : 1,
  )
  const named = items.length > NAMED ? items.slice(0, NAMED - 1) : items
  return {
    who: latest?.by?.name ?? 'The service',
    what: `${verbs[latest?.kind ?? '']?.[0] ?? ''} ${count(items.length, 'item')}`,
    items: named.map(({ id, code, requirement }) => ({ href: `/items/${id}`, text: code, title: requirement.title })),
    more: items.length > named.length ? `${items.length - named.length} more` : null,
    when: spanOf(earliest?.at ?? '', latest?.at ?? ''),
  }
}

function spanOf(first: Instant, last: Instant): string {
  const [from, to] = [momentInWords(first).split(' at ')[0] ?? '', momentInWords(last).split(' at ')[0] ?? '']
  return from === to ? to : `${from} to ${to}`
}

/** How much happened, in one sentence. */
export function deedsInWords(history: readonly HistoryData[], since: Day): string {
  const counted = (group: string): number =>
    new Set(history.filter(({ kind }) => verbs[kind]?.[1] === group).map(({ subjectId, kind }) => `${kind} ${subjectId}`)).size
  const words = [
    ...(counted('recorded') > 0 ? [`${count(counted('recorded'), 'thing')} recorded or submitted`] : []),
    ...(counted('decided') > 0 ? [count(counted('decided'), 'decision')] : []),
    ...(counted('asked') > 0 ? [count(counted('asked'), 'question or answer', 'questions and answers')] : []),
    ...(counted('organised') > 0 ? [count(counted('organised'), 'other change')] : []),
  ]
  return words.length === 0 ? `Nothing was recorded since ${dayInWords(since)}.` : `Since ${dayInWords(since)}: ${listInWords(words)}.`
}
