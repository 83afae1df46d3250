import { addDays, type Day } from '../../platform/day.js'
import { nextChange } from './changes-on.js'
import { type DayView, viewOn } from './day-view.js'
import { verdictInForce } from './decision-in-force.js'
import { daysLateOn, lapsedOn, type Lateness, lateSince, shownDaysLate } from './lateness.js'
import { isMarked, type MarkKind } from './mark.js'
import { type OccurrenceFacts } from './occurrence-facts.js'
import { isSuspended } from './relaxation.js'
import { coverageOf, isInFull, partsOf, type PracticeCoverage } from './shown-in-full.js'
import { isOwed, isShown, type Status } from './status-words.js'
import { edgesOf } from './term.js'

/** When each status applies to an occurrence, in order of precedence: the first that applies is the status. */
const rules: readonly { readonly status: Status; readonly applies: (view: DayView) => boolean }[] = [
  { status: 'NOT_APPLICABLE', applies: (view) => isViewMarked(view, 'NOT_APPLICABLE') || view.asked?.length === 0 },
  { status: 'ACCEPTED', applies: (view) => verdictOf(view) === 'ACCEPTED' },
  { status: 'SUSPENDED', applies: ({ facts, dueOn, on }) => isSuspended(facts.relaxations, dueOn, on) },
  { status: 'NOT_PURSUED', applies: (view) => isViewMarked(view, 'NOT_PURSUED') },
  { status: 'NOT_MET', applies: (view) => isViewMarked(view, 'NOT_MET') },
  { status: 'RETURNED', applies: (view) => verdictOf(view) === 'RETURNED' },
  { status: 'EVIDENCED', applies: ({ asked, counting }) => isInFull(partsOf(asked, counting)) },
  { status: 'LAPSED', applies: ({ asked, counting, lapsed }) => isInFull(partsOf(asked, [...counting, ...lapsed])) },
  { status: 'BLOCKED_BY_PARTNER', applies: (view) => isViewMarked(view, 'BLOCKED_BY_PARTNER') },
  { status: 'OVERDUE', applies: ({ dueOn, on }) => dueOn !== null && on > dueOn },
  { status: 'OPEN', applies: ({ facts, on }) => on >= facts.occurrence.opensOn },
]

/** What an occurrence is on one day. */
export interface OccurrenceOnDay extends Lateness {
  readonly status: Status
  /** The national due day, after any deferral in force. */
  readonly dueOn: Day | null
  /** Past the ICB's day and still owed. Only the national day makes an occurrence overdue. */
  readonly pastLocalDay: boolean
  readonly practices: PracticeCoverage
}

/** What an occurrence is today, and the next day its status changes if nobody does anything; null when it never does. */
export interface OccurrenceOutlook extends OccurrenceOnDay {
  readonly changesOn: Day | null
  readonly daysLate: number
}

/**
 * The status of an occurrence: the one place it is computed. Units: days in England; `daysLate` in calendar days.
 * Errors: RangeError when evidence has neither day nor period (a caller's bug). Source: docs/method/status.md.
 */
export function statusOfOccurrence(facts: OccurrenceFacts, today: Day): OccurrenceOutlook {
  const now = occurrenceOn(facts, today)
  const changesOn = nextChange(daysThatMatter(facts), today, (day) => statusIn(viewOn(facts, day)))
  return { ...now, changesOn, daysLate: daysLateOn(now, today) }
}

/** What an occurrence is on a day, today or later, if nobody does anything until then. */
export function occurrenceOn(facts: OccurrenceFacts, on: Day): OccurrenceOnDay {
  const view = viewOn(facts, on)
  const status = statusIn(view)
  return {
    status,
    dueOn: view.dueOn,
    lateSince: isOwed(status) ? lateSince(view.dueOn, status === 'LAPSED' ? lapsedOn(view) : null, on) : null,
    shownDaysLate: isShown(status) ? shownDaysLate(view) : 0,
    pastLocalDay: isOwed(status) && facts.localDueOn !== null && on > facts.localDueOn,
    practices: coverageOf(view.asked, view.counting),
  }
}

/** Every day on which time alone can change what an occurrence is; on days between two of them nothing does. */
export function daysThatMatter({ occurrence, evidence, marks, relaxations, memberships }: OccurrenceFacts): Day[] {
  const deferredTo = relaxations.flatMap((one) => (one.kind === 'DEFERRED' ? [one.newDueOn] : []))
  const dueDays = occurrence.dueOn === null ? [] : [occurrence.dueOn, ...deferredTo]
  const terms = [...marks, ...relaxations, ...(occurrence.dueOn === null ? memberships : [])]
  return [
    occurrence.opensOn,
    ...dueDays.map((dueOn) => addDays(dueOn, 1)),
    ...evidence.flatMap(({ lapsesOn }) => lapsesOn ?? []),
    ...terms.flatMap(edgesOf),
  ]
}

function statusIn(view: DayView): Status {
  return rules.find(({ applies }) => applies(view))?.status ?? 'NOT_YET_DUE'
}

function isViewMarked({ facts, on }: DayView, kind: MarkKind): boolean {
  return isMarked(kind, facts.marks, facts.requirement.obligation, facts.evidence, on)
}

function verdictOf({ facts }: DayView) {
  return verdictInForce(facts.decisions, facts.submittedAt, facts.evidence)
}
