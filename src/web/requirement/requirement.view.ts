import { type Day } from '../../platform/day.js'
import { isOwed, type Status, statuses, statusTag, type Tag } from '../layout/status.js'
import { count, dayInWords, fromToday, listInWords } from '../layout/words.js'

export interface RequirementRow {
  readonly network: { readonly odsCode: string; readonly name: string }
  readonly itemId: string
  readonly status: Status
  readonly nextDueOn: Day | null
  readonly localDueOn: Day | null
  readonly daysLate: number
}

/** A requirement in one network. */
export interface NetworkRow {
  readonly href: string
  readonly name: string
  readonly tag: Tag
  readonly due: string
}

/** One requirement across networks, by code of the network: no ranking. */
export function networkRows(rows: readonly RequirementRow[], today: Day): NetworkRow[] {
  return rows.map(({ network, itemId, status, nextDueOn, localDueOn, daysLate }) => ({
    ...{ href: `/items/${itemId}`, name: network.name, tag: statusTag(status) },
    due: [
      ...(isOwed(status) && nextDueOn
        ? [status === 'OVERDUE' ? `Was due ${dayInWords(nextDueOn)}` : `Due ${dayInWords(nextDueOn)} (${fromToday(nextDueOn, today)})`]
        : []),
      ...(isOwed(status) && localDueOn ? [`asked for by ${dayInWords(localDueOn)}`] : []),
      ...(status === 'OVERDUE' && daysLate > 0 ? [`${count(daysLate, 'day')} late`] : []),
    ].join(', '),
  }))
}

/** How many networks stand where: "3 shown, 1 overdue". */
export function summaryWords(rows: readonly RequirementRow[]): string {
  const found = statuses
    .map((status) => ({ status, number: rows.filter((row) => row.status === status).length }))
    .filter(({ number }) => number > 0)
  return listInWords(found.map(({ status, number }) => `${number} ${statusTag(status).text.toLowerCase()}`))
}
