import { type Day } from '../../platform/day.js'
import { nextChange } from './changes-on.js'
import { daysLateOn, type Lateness } from './lateness.js'
import { isMarked } from './mark.js'
import { type OccurrenceFacts, type OccurrenceRecord, type SharedFacts } from './occurrence-facts.js'
import { daysThatMatter, type OccurrenceOnDay, occurrenceOn } from './status.js'
import { isOwed, itemStatuses, type Status } from './status-words.js'
import { edgesOf } from './term.js'

/** Everything the status of an item comes from. `marks` are those made on the item: they hold for all its occurrences. */
export interface ItemFacts extends SharedFacts {
  /** The day on which silence counts as "No"; null where it never does. */
  readonly defaultsToNoOn: Day | null
  readonly occurrences: readonly OccurrenceRecord[]
}

/** What an item is on one day. Its lateness is that of the occurrence longest late, else of the one shown latest. */
export interface ItemOnDay extends Lateness {
  readonly status: Status
  /** The earliest national due day of what is still owed, past days included. */
  readonly nextDueOn: Day | null
  /** The ICB's day for that same occurrence: deadlines are pairs. */
  readonly nextLocalDueOn: Day | null
  /** The day on which silence counts as "No", while something of the item is owed. Kept past the day: it has bitten. */
  readonly hazardOn: Day | null
}

/** What an item is today, and the next day any of that but `daysLate` changes if nobody does anything; null when it never does. */
export interface ItemOutlook extends ItemOnDay {
  readonly changesOn: Day | null
  readonly daysLate: number
}

/** One occurrence of an item as a day finds it. */
interface Reading extends OccurrenceOnDay {
  readonly opened: boolean
  /** Sorts by national day, then the ICB's, then order; what has no day comes last. */
  readonly deadline: string
  readonly localDueOn: Day | null
}

/**
 * The status of an item from those of its occurrences. A stored copy stays right until `changesOn`, but for `daysLate`, which `daysLateOn`
 * counts anew.
 * Units: days in England; `daysLate` in calendar days.
 * Errors: RangeError when evidence has neither day nor period (a caller's bug). Source: docs/method/status.md.
 */
export function statusOfItem(facts: ItemFacts, today: Day): ItemOutlook {
  const occurrences = occurrencesIn(facts)
  const now = itemNow(facts, occurrences, today)
  const days = [...occurrences.flatMap(daysThatMatter), ...facts.marks.flatMap(edgesOf)]
  const changesOn = nextChange(days, today, (day) => JSON.stringify(itemNow(facts, occurrences, day)))
  return { ...now, changesOn, daysLate: daysLateOn(now, today) }
}

/** What an item is on a day, today or later, if nobody does anything until then. */
export function itemOn(facts: ItemFacts, on: Day): ItemOnDay {
  return itemNow(facts, occurrencesIn(facts), on)
}

/** The facts of one of an item's occurrences: its own, and those it shares with the others. */
export function occurrenceFactsOf(shared: SharedFacts, record: OccurrenceRecord): OccurrenceFacts {
  const { requirement, memberships, relaxations } = shared
  return { ...record, requirement, memberships, relaxations, marks: [...shared.marks, ...record.marks] }
}

function occurrencesIn(facts: ItemFacts): OccurrenceFacts[] {
  return facts.occurrences.map((record) => occurrenceFactsOf(facts, record))
}

function itemNow(facts: ItemFacts, occurrences: readonly OccurrenceFacts[], on: Day): ItemOnDay {
  const readings = occurrences.map((one) => readingOf(one, on))
  const owed = readings.filter(({ status }) => isOwed(status))
  const next = owed.toSorted((one, other) => (one.deadline < other.deadline ? -1 : 1))[0]
  return {
    status: statusAmong(facts, readings, on),
    nextDueOn: next?.dueOn ?? null,
    nextLocalDueOn: next?.localDueOn ?? null,
    lateSince: owed.flatMap(({ lateSince }) => lateSince ?? []).sort()[0] ?? null,
    shownDaysLate: Math.max(0, ...readings.map(({ shownDaysLate }) => shownDaysLate)),
    hazardOn: owed.length > 0 ? facts.defaultsToNoOn : null,
  }
}

function readingOf(facts: OccurrenceFacts, on: Day): Reading {
  const { occurrence, localDueOn } = facts
  const now = occurrenceOn(facts, on)
  // Days sort as text, and a tilde after them all.
  const deadline = `${now.dueOn ?? '~'} ${localDueOn ?? '~'} ${String(occurrence.ordinal).padStart(6, '0')}`
  return { ...now, localDueOn, deadline, opened: occurrence.opensOn <= on }
}

/**
 * A mark that settles the whole item holds at once, before any window opens and even with no occurrence; else nothing opened is not yet
 * due.
 */
function statusAmong({ marks, requirement }: ItemFacts, readings: readonly Reading[], on: Day): Status {
  const found = new Set(readings.filter(({ opened }) => opened).map(({ status }) => status))
  const settling = (['NOT_APPLICABLE', 'NOT_PURSUED'] as const).find((kind) => isMarked(kind, marks, requirement.obligation, [], on))
  return itemStatuses.find((status) => found.has(status)) ?? settling ?? 'NOT_YET_DUE'
}
