import { type Day } from '../../platform/day.js'
import { isOwed, type Status, statusTag, type Tag } from './status.js'
import { count, dayInWords, fromToday } from './words.js'

export type Obligation = 'GATE' | 'PAID' | 'UNPAID'

/** What the fragment `ItemRow` answers. */
export interface ItemData {
  readonly id: string
  readonly code: string
  readonly status: Status
  readonly nextDueOn: Day | null
  readonly localDueOn: Day | null
  readonly daysLate: number
  readonly pastLocalDay: boolean
  readonly late: 'BREACH' | 'MONEY_MISSED' | null
  readonly hazardOn: Day | null
  readonly assignee: { readonly id: string; readonly name: string } | null
  /** Null where nobody looks after it. */
  readonly assigneeHasLeft?: boolean | null
  readonly declarationOnly: { readonly verdict: boolean | null }
  readonly requirement: {
    readonly title: string
    readonly obligation: Obligation
    readonly perPractice: boolean
    readonly shownEvery: string
  }
}

/** An item in a list of items. */
export interface ItemRow {
  readonly href: string
  readonly code: string
  readonly title: string
  readonly tag: Tag
  readonly due: string | null
  readonly localDue: string | null
  readonly detail: string | null
  readonly marks: readonly string[]
}

const obligations: Readonly<Record<Obligation, string>> = {
  GATE: 'No money without it',
  PAID: 'Paid work',
  UNPAID: 'Must-do',
}

/** What an obligation is called. */
export function obligationName(obligation: Obligation): string {
  return obligations[obligation]
}

/** An item as lists show it. Deadlines are pairs: the ICB's day stands beside the national one. */
export function itemRow(item: ItemData, today: Day): ItemRow {
  const { id, code, status, late, assignee, assigneeHasLeft, declarationOnly, requirement, hazardOn } = item
  return {
    href: `/items/${id}`,
    code,
    title: requirement.title,
    tag: statusTag(status, late),
    due: dueWords(item, today),
    localDue: localDueWords(item, today),
    detail: hazardOn !== null && isOwed(status) ? `Counts as “No” on ${dayInWords(hazardOn)} unless it is declared` : null,
    marks: [
      obligationName(requirement.obligation),
      ...(declarationOnly.verdict === true ? ['Declaration only'] : []),
      ...(requirement.perPractice ? ['Every practice'] : []),
      ...(assignee ? [`${assignee.name}${assigneeHasLeft ? ', who left' : ''}`] : []),
    ],
  }
}

function dueWords({ status, nextDueOn, daysLate, requirement }: ItemData, today: Day): string | null {
  if (status === 'OVERDUE')
    return nextDueOn ? `Was due ${dayInWords(nextDueOn)}, ${count(daysLate, 'day')} late` : `${count(daysLate, 'day')} late`
  if (!isOwed(status)) return daysLate > 0 ? `Shown ${count(daysLate, 'day')} late` : null
  if (nextDueOn) return `Due ${dayInWords(nextDueOn)} (${fromToday(nextDueOn, today)})`
  if (status !== 'NOT_YET_DUE') return 'No deadline'
  return requirement.shownEvery === 'EVENT' ? 'Only if something happens' : null
}

function localDueWords({ status, localDueOn, nextDueOn, pastLocalDay }: ItemData, today: Day): string | null {
  if (localDueOn === null || !isOwed(status)) return null
  if (pastLocalDay) return `Past your ICB’s date, ${dayInWords(localDueOn)}`
  return localDueOn === nextDueOn
    ? 'Your ICB asks for the same day'
    : `Your ICB asks for ${dayInWords(localDueOn)} (${fromToday(localDueOn, today)})`
}
