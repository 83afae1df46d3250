import { addDays, type Day } from '../../platform/day.js'
import { roleName } from '../layout/visit.js'
import { count, dayInWords } from '../layout/words.js'
import { type MemberData } from '../people/people.data.js'
import { isOver } from '../people/people.view.js'
import { type OwedItem } from './hand-over.data.js'
import { DAYS_AHEAD, type Line, type Part, part } from './lines.js'

/** Items somebody looks after who has left, or leaves soon. */
export interface Leaver {
  readonly id: string
  readonly name: string
  readonly when: string
  readonly words: string
  readonly items: Part<Line>
}

/** Whoever has items and has left, or leaves within the days the page looks ahead. */
export function leaversOf(owed: readonly OwedItem[], people: readonly MemberData[], today: Day): Leaver[] {
  const assignees = new Map(owed.flatMap(({ assignee }) => (assignee ? [[assignee.id, assignee] as const] : [])))
  return [...assignees.values()]
    .flatMap(({ id, name }): Leaver[] => {
      const theirs = owed.filter(({ assignee }) => assignee?.id === id)
      const leavesOn = lastDayOf(id, people, today)
      const hasLeft = theirs.some(({ assigneeHasLeft }) => assigneeHasLeft === true)
      if (!hasLeft && (leavesOn === null || leavesOn > addDays(today, DAYS_AHEAD))) return []
      const lines = theirs.map((item) => ({
        ...{ href: `/items/${item.id}`, text: `${item.code} ${item.requirement.title}`, detail: item.assignmentNote ?? '' },
      }))
      const when = hasLeft ? 'has left' : `leaves on ${dayInWords(leavesOn ?? today)}`
      return [{ id, name, when, words: count(theirs.length, 'item'), items: part(lines) }]
    })
    .sort((one, other) => one.name.localeCompare(other.name))
}

/** The last day of all that somebody still is; null where there is none. */
function lastDayOf(personId: string, people: readonly MemberData[], today: Day): Day | null {
  const theirs = people.filter(({ person, ...days }) => person.id === personId && !isOver(days, today))
  if (theirs.length === 0 || theirs.some(({ endsOn }) => endsOn === null)) return null
  return (
    theirs
      .map(({ endsOn }) => endsOn ?? today)
      .sort()
      .at(-1) ?? null
  )
}

/** Everybody there is today with all that they are, and who left within the year. */
export function whoIsWho(people: readonly MemberData[], today: Day) {
  const yearAgo = addDays(today, -365)
  const names = new Map(people.map(({ person }) => [person.id, person.name]))
  const rows = [...names].map(([id, name]) => {
    const theirs = people.filter(({ person }) => person.id === id)
    const now = theirs.filter((one) => !isOver(one, today))
    const left =
      theirs
        .map(({ endsOn }) => endsOn ?? '')
        .sort()
        .at(-1) ?? ''
    const lastDay = lastDayOf(id, people, today)
    const ends = lastDay !== null && lastDay <= addDays(today, DAYS_AHEAD) ? `Ends on ${dayInWords(lastDay)}` : null
    const roles = (now.length > 0 ? now : theirs).map(
      ({ role, organisation }) => `${roleName(role)}${organisation ? `, ${organisation.name}` : ''}`,
    )
    return { name, isHere: now.length > 0, left, roles: [...new Set(roles)].join('; '), ends }
  })
  const byName = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name)
  return {
    here: rows.filter(({ isHere }) => isHere).sort(byName),
    left: rows
      .filter(({ isHere, left }) => !isHere && left >= yearAgo)
      .sort(byName)
      .map(({ name, roles, left }) => ({ name, roles, left: `Until ${dayInWords(left)}` })),
  }
}
