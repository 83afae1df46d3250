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

type Reading = OccurrenceOnDay & Pick<OccurrenceRecord, 'occurrence' | 'localDueOn'>

/**
 * The status of an item from those of its occurrences. A stored copy stays right until `changesOn`, but for `daysLate`, which `daysLateOn`
 * counts anew.
 * Units: days in England; `daysLate` in calendar days.
 * Errors: RangeError when evidence has neither day nor period (a caller's bug). Source: docs/method/status.md.
 */
export function statusOfItem(facts: ItemFacts, today: Day): ItemOutlook {
  const now = itemOn(facts, today)
  const ofOccurrences = facts.occurrences.flatMap((record) => daysThatMatter(occurrenceFactsOf(facts, record)))
  const days = [...ofOccurrences, ...facts.marks.flatMap(edgesOf)]
  return { ...now, changesOn: nextChange(days, today, (day) => JSON.stringify(itemOn(facts, day))), daysLate: daysLateOn(now, today) }
}

/** What an item is on a day, today or later, if nobody does anything until then. */
export function itemOn(facts: ItemFacts, on: Day): ItemOnDay {
  const readings = facts.occurrences.map((record): Reading => ({ ...record, ...occurrenceOn(occurrenceFactsOf(facts, record), on) }))
  const owed = readings.filter(({ status }) => isOwed(status))
  const next = owed.toSorted(byDeadline)[0]
  return {
    status: statusAmong(facts, readings, on),
    nextDueOn: next?.dueOn ?? null,
    nextLocalDueOn: next?.localDueOn ?? null,
    lateSince: owed.flatMap(({ lateSince }) => lateSince ?? []).sort()[0] ?? null,
    shownDaysLate: Math.max(0, ...readings.map(({ shownDaysLate }) => shownDaysLate)),
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
