import { dayAt, type Instant } from '../../platform/day.js'
import { type Place } from '../layout/visit.js'
import { dayInWords, timeInWords, weekdayInWords } from '../layout/words.js'
import { deedOf, type EntryFacts } from './action-words.js'
import { addressOf, type TrailFilter } from './trail-filter.js'

/** An entry as the API tells it. */
export interface EntryData {
  readonly sequence: number
  readonly occurredAt: Instant
  readonly action: string
  readonly actor: { readonly id: string; readonly name: string } | null
  readonly organisationCode: string | null
  readonly subjectType: string
  readonly subjectId: string
  readonly details: readonly { readonly name: string; readonly values: readonly string[] }[]
  readonly items: readonly { readonly id: string; readonly requirement: { readonly code: string; readonly title: string } }[]
}

interface Link {
  readonly text: string
  readonly href: string
}

/** One line of the trail: who did what, and to what. */
export interface TrailRow {
  readonly time: string
  readonly who: string
  /** Leads to what else they did; null for Headroom itself. */
  readonly whoHref: string | null
  readonly did: string
  readonly links: readonly Link[]
  /** How many more items it is about than are named. */
  readonly more: number
  /** Its place in the chain, and whose chain where several are shown. */
  readonly number: string
}

/** What happened on one day. */
export interface TrailDay {
  readonly day: string
  readonly heading: string
  readonly rows: readonly TrailRow[]
}

/** Items an entry names; the others are counted. */
const NAMED = 4

/** Entries by the day they were made in England, in the order they came. */
export function daysOf(entries: readonly EntryData[], filter: TrailFilter, places: readonly Place[]): TrailDay[] {
  const days = new Map<string, EntryData[]>()
  for (const entry of entries) {
    const day = dayAt(entry.occurredAt)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days].map(([day, ofDay]) => ({
    ...{ day, heading: `${weekdayInWords(day)} ${day.slice(0, 4)}` },
    rows: ofDay.map((entry) => rowOf(entry, filter, places)),
  }))
}

function rowOf(entry: EntryData, filter: TrailFilter, places: readonly Place[]): TrailRow {
  const { actor, action, items, sequence, occurredAt, organisationCode } = entry
  const facts = factsOf(entry)
  const own = places.find(({ code }) => code === organisationCode)
  const whose = organisationCode === null ? ', no organisation' : ` of ${organisationCode}`
  return {
    ...{ time: timeInWords(occurredAt), who: actor?.name ?? 'Headroom', did: deedOf(action, facts) },
    whoHref: actor && filter.person !== actor.id ? addressOf({ ...filter, person: actor.id }) : null,
    links: [
      ...items.slice(0, NAMED).map(itemLink),
      ...(own?.networkCode ? subjectLinks(facts) : own?.role === 'COMMISSIONER' ? boardLinks(facts) : []),
    ],
    more: Math.max(0, items.length - NAMED),
    number: `Entry ${sequence.toLocaleString('en-GB')}${filter.of === 'all' ? whose : ''}`,
  }
}

function factsOf({ subjectType, subjectId, details }: EntryData): EntryFacts {
  const values = new Map(details.map((detail) => [detail.name, detail.values]))
  return { subjectType, subjectId, of: (detail) => values.get(detail) ?? [] }
}

function itemLink({ id, requirement }: EntryData['items'][number]): Link {
  return { text: `${requirement.code} ${requirement.title}`, href: `/items/${id}` }
}

const PEOPLE: Link = { text: 'People', href: '/people' }

/** What a network's own people can open of what was changed. */
function subjectLinks({ subjectType, subjectId }: EntryFacts): Link[] {
  const id = encodeURIComponent(subjectId)
  switch (subjectType) {
    case 'Priority':
      return [{ text: 'The priority', href: `/priorities/${id}` }]
    case 'Request':
      return [{ text: 'The request', href: `/requests/${id}` }]
    case 'RequestWording':
      return [{ text: 'Wordings', href: '/requests/wordings' }]
    case 'Statement':
      return [{ text: 'The statement', href: `/statements/${id}` }]
    case 'Displacement':
      return [{ text: 'What was pushed out', href: '/crowd-out/log' }]
    case 'Workload':
      return [{ text: 'Time', href: '/time' }]
    case 'Invitation':
    case 'Membership':
      return [PEOPLE]
    default:
      return []
  }
}

/** What a commissioner can open of what was changed. */
function boardLinks({ subjectType, of }: EntryFacts): Link[] {
  if (subjectType === 'Invitation' || subjectType === 'Membership') return [PEOPLE]
  const [code] = of('requirementCode')
  const [dueOn] = of('dueOn')
  if (subjectType !== 'CatalogueEntry' || code === undefined) return []
  return [{ text: `${code}${dueOn ? `: ${dayInWords(dueOn)}` : ''}`, href: `/requirements/${encodeURIComponent(code)}` }]
}
