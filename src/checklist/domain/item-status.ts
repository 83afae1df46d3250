import { type Day, daysBetween } from '../../platform/day.js'
import { nextChange } from './changes-on.js'
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

/** What an item is on one day. */
export interface ItemOnDay {
  readonly status: Status
  /** The earliest national due day of what is still owed, past days included. */
  readonly nextDueOn: Day | null
  /** The ICB's day for that same occurrence: deadlines are pairs. */
  readonly nextLocalDueOn: Day | null
  /** The last day on which nothing of the item was late; null while nothing owed is late. */
  readonly lateSince: Day | null
  /** Days late: counted on from `lateSince`, else the latest of what was shown late. */
  readonly daysLate: number
  /** The day on which silence counts as "No", while something of the item is owed. Kept past the day: it has bitten. */
  readonly hazardOn: Day | null
}

/**
 * What an item is today, and the next day on which any of it but a running `daysLate` changes if nobody does anything; null when it never
 * does. So a stored row stays right until then, its `daysLate` being counted from `lateSince`.
 */
export interface ItemOutlook extends ItemOnDay {
  readonly changesOn: Day | null
}

type Reading = OccurrenceOnDay & Pick<OccurrenceRecord, 'occurrence' | 'localDueOn'>

/**
 * The status of an item from those of its occurrences. Units: days in England; `daysLate` in calendar days.
 * Errors: RangeError when evidence has neither day nor period (a caller's bug). Source: docs/method/status.md.
 */
export function statusOfItem(facts: ItemFacts, today: Day): ItemOutlook {
  const ofOccurrences = facts.occurrences.flatMap((record) => daysThatMatter(occurrenceFactsOf(facts, record)))
  const days = [...ofOccurrences, ...facts.marks.flatMap(edgesOf)]
  return { ...itemOn(facts, today), changesOn: nextChange(days, today, (day) => settled(itemOn(facts, day))) }
}

/** What an item is on a day, today or later, if nobody does anything until then. */
export function itemOn(facts: ItemFacts, on: Day): ItemOnDay {
  const readings = facts.occurrences.map((record): Reading => ({ ...record, ...occurrenceOn(occurrenceFactsOf(facts, record), on) }))
  const owed = readings.filter(({ status }) => isOwed(status))
  const next = owed.toSorted(byDeadline)[0]
  const lateSince = owed.flatMap((one) => one.lateSince ?? []).sort()[0] ?? null
  return {
    status: statusAmong(facts, readings, on),
    nextDueOn: next?.dueOn ?? null,
    nextLocalDueOn: next?.localDueOn ?? null,
    lateSince,
    daysLate: lateSince === null ? Math.max(0, ...readings.map(({ daysLate }) => daysLate)) : daysBetween(lateSince, on),
    hazardOn: owed.length > 0 ? facts.defaultsToNoOn : null,
  }
}

/** The facts of one of an item's occurrences. */
export function occurrenceFactsOf(
  { requirement, memberships, marks, relaxations }: SharedFacts,
  record: OccurrenceRecord,
): OccurrenceFacts {
  return { ...record, requirement, memberships, relaxations, marks: [...marks, ...record.marks] }
}

/**
 * A mark that settles the whole item holds at once, before any window opens and even with no occurrence; else nothing opened is not yet
 * due.
 */
function statusAmong({ marks, requirement }: ItemFacts, readings: readonly Reading[], on: Day): Status {
  const opened = new Set(readings.filter(({ occurrence }) => occurrence.opensOn <= on).map(({ status }) => status))
  const settling = (['NOT_APPLICABLE', 'NOT_PURSUED'] as const).find((kind) => isMarked(kind, marks, requirement.obligation, [], on))
  return itemStatuses.find((status) => opened.has(status)) ?? settling ?? 'NOT_YET_DUE'
}

function byDeadline(one: Reading, other: Reading): number {
  return deadlineOf(one) < deadlineOf(other) ? -1 : 1
}

/** National day, then the ICB's, then order; what has no day comes last. Days sort as text, and a tilde after them all. */
function deadlineOf({ dueOn, localDueOn, occurrence }: Reading): string {
  return [dueOn ?? '~', localDueOn ?? '~', String(occurrence.ordinal).padStart(6, '0')].join()
}

/** Everything of an item that stays as it is from one of its days to the next. */
function settled({ daysLate, ...rest }: ItemOnDay): string {
  return JSON.stringify({ ...rest, daysLate: rest.lateSince === null ? daysLate : null })
}
