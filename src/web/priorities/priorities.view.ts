import { type Day } from '../../platform/day.js'
import { type Tag } from '../layout/status.js'
import { count, periodInWords, shortDayInWords } from '../layout/words.js'
import { type FiguresData, fitView, type FitView } from './figures.js'

export type PriorityStatus = 'OPEN' | 'ACHIEVED' | 'STOPPED' | 'CARRIED_OVER'

/** What the list's query answers about one priority. */
export interface PriorityListed {
  readonly id: string
  readonly title: string
  readonly rank: number | null
  readonly status: PriorityStatus
  readonly opensOn: Day
  readonly closesOn: Day
  readonly owner: { readonly name: string } | null
  readonly closing: { readonly reason: string; readonly recordedAt: string } | null
  readonly minutes: readonly { readonly central: number }[]
  readonly milestones: readonly { readonly title: string; readonly dueOn: Day; readonly doneOn: Day | null }[]
  readonly serves: readonly { readonly requirementCode: string }[]
  readonly endorsements: readonly { readonly practiceCode: string; readonly endorses: boolean | null }[]
}

/** What the list's query answers. What somebody may not see is null. */
export interface PrioritiesData {
  readonly name: string
  readonly priorities: readonly PriorityListed[] | null
  readonly capacity: readonly { readonly minutes: readonly (number | null)[] | null }[] | null
  readonly crowdOut: CrowdOutListed | null
}

interface CrowdOutListed {
  readonly contractYear: string
  readonly localWantedMinutes: number | null
  readonly localPossibleMinutes: number | null
  readonly displacedMinutes: number | null
  readonly beyondCapacityMinutes: number | null
  readonly coverage: { readonly groupsWithoutCapacity: number }
  readonly priorities: readonly (FiguresData & { readonly priority: { readonly id: string } | null })[]
}

/** A priority in the list. */
export interface PriorityCard {
  readonly id: string
  readonly href: string
  readonly title: string
  readonly rank: number | null
  readonly tag: Tag
  readonly fit: FitView | null
  readonly facts: readonly string[]
}

const tags: Readonly<Record<PriorityStatus, Tag>> = {
  OPEN: { text: 'Open', classes: '' },
  ACHIEVED: { text: 'Achieved', classes: 'nhsuk-tag--green' },
  STOPPED: { text: 'Stopped', classes: 'nhsuk-tag--grey' },
  CARRIED_OVER: { text: 'Carried over', classes: 'nhsuk-tag--purple' },
}

/** Where a priority stands, and its tag. */
export function priorityTag(status: PriorityStatus): Tag {
  return tags[status]
}

/** The list: open ones in order, ended ones apart, and what becomes of the time they ask for together. */
export function prioritiesView({ priorities, capacity, crowdOut }: PrioritiesData, today: Day) {
  const figuresOf = new Map((crowdOut?.priorities ?? []).map((figures) => [figures.priority?.id, figures]))
  const cards = (priorities ?? []).map((priority) => cardOf(priority, figuresOf.get(priority.id), today))
  const open = cards.filter(({ rank }) => rank !== null)
  return {
    open,
    ended: cards.filter(({ rank }) => rank === null),
    order: open.map(({ id }) => id),
    hasStarted: cards.length > 0 || (capacity ?? []).some(({ minutes }) => minutes !== null),
    total: open.length > 0 && crowdOut && crowdOut.localWantedMinutes !== null ? fitView(totalOf(crowdOut), 0) : null,
    groupsLeftOut: crowdOut && crowdOut.coverage.groupsWithoutCapacity > 0 ? leftOut(crowdOut.coverage.groupsWithoutCapacity) : null,
  }
}

function totalOf({ localWantedMinutes, localPossibleMinutes, displacedMinutes, beyondCapacityMinutes }: CrowdOutListed): FiguresData {
  return { wantedMinutes: localWantedMinutes, possibleMinutes: localPossibleMinutes, displacedMinutes, beyondCapacityMinutes }
}

function leftOut(groups: number): string {
  return `${count(groups, 'staff group is', 'staff groups are')} left out: nobody has entered how much time they have.`
}

function cardOf(priority: PriorityListed, figures: FiguresData | undefined, today: Day): PriorityCard {
  const { id, title, rank, status, opensOn, closesOn, owner, closing, minutes, milestones, serves, endorsements } = priority
  const facts = [
    `${periodInWords(opensOn, closesOn)} · ${owner ? `${owner.name} leads it` : 'nobody leads it yet'}`,
    viewsInWords(endorsements),
    rank === null ? '' : nextMilestone(milestones, today),
    serves.length > 0 ? `Also serves ${[...new Set(serves.map(({ requirementCode }) => requirementCode))].join(', ')}` : '',
    closing ? closing.reason : '',
  ]
  const asked = minutes.reduce((sum, { central }) => sum + central, 0)
  const fit = rank === null ? null : figures ? fitView(figures, asked) : null
  return { id, href: `/priorities/${id}`, title, rank, tag: priorityTag(status), fit, facts: facts.filter(Boolean) }
}

/** What practices say, counted: "3 of 5 practices stand behind it, 1 does not". */
export function viewsInWords(views: readonly { readonly endorses: boolean | null }[]): string {
  const [behind, against] = [true, false].map((said) => views.filter(({ endorses }) => endorses === said).length)
  if (!behind && !against) return 'No practice has said yet whether it stands behind it'
  const some = `${behind ?? 0} of ${count(views.length, 'practice')} ${behind === 1 ? 'stands' : 'stand'} behind it`
  return against ? `${some}, ${against} ${against === 1 ? 'does' : 'do'} not` : some
}

function nextMilestone(milestones: PriorityListed['milestones'], today: Day): string {
  if (milestones.length === 0) return ''
  const done = milestones.filter(({ doneOn }) => doneOn !== null).length
  const [next] = milestones.filter(({ doneOn }) => doneOn === null).sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
  if (!next) return `${milestones.length === 1 ? 'The milestone is' : `All ${milestones.length} milestones are`} done`
  const late = next.dueOn < today ? ', past its day' : ''
  return `Next: ${next.title}, ${shortDayInWords(next.dueOn)}${late} (${done} of ${count(milestones.length, 'milestone')} done)`
}

/** An order with one priority a place higher or lower; the same order where it is at the end already, or not there. */
export function movedOrder(order: readonly string[], id: string, way: string): string[] {
  const from = order.indexOf(id)
  const to = from + (way === 'up' ? -1 : 1)
  if (from < 0 || to < 0 || to >= order.length) return [...order]
  const moved = order.filter((one) => one !== id)
  moved.splice(to, 0, id)
  return moved
}
