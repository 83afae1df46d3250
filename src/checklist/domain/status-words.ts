/**
 * The statuses of an occurrence in order of precedence: the first that applies. Source: docs/method/status.md.
 *
 * `NOT_APPLICABLE` it does not concern this network; `ACCEPTED` by the commissioner; `SUSPENDED` nationally; `NOT_PURSUED` paid work the
 * network does not go for; `NOT_MET` closed with a reason; `RETURNED` by the commissioner; `EVIDENCED` shown in full; `LAPSED` was shown in
 * full, until evidence lapsed; `BLOCKED_BY_PARTNER`; `OVERDUE` past the national due day; `OPEN` its window has opened; `NOT_YET_DUE` it
 * has not.
 */
export const statuses = [
  'NOT_APPLICABLE',
  'ACCEPTED',
  'SUSPENDED',
  'NOT_PURSUED',
  'NOT_MET',
  'RETURNED',
  'EVIDENCED',
  'LAPSED',
  'BLOCKED_BY_PARTNER',
  'OVERDUE',
  'OPEN',
  'NOT_YET_DUE',
] as const

/** The status of an occurrence: twelve words. */
export type Status = (typeof statuses)[number]

/** The status of an item: the same words. */
export type ItemStatus = Status

/** The status of an item is the first of these that any of its opened occurrences has: what needs doing comes first. */
export const itemStatuses = [
  'OVERDUE',
  'RETURNED',
  'LAPSED',
  'OPEN',
  'BLOCKED_BY_PARTNER',
  'NOT_MET',
  'EVIDENCED',
  'ACCEPTED',
  'SUSPENDED',
  'NOT_PURSUED',
  'NOT_APPLICABLE',
  'NOT_YET_DUE',
] as const satisfies readonly Status[]

const owed: ReadonlySet<Status> = new Set(['RETURNED', 'LAPSED', 'BLOCKED_BY_PARTNER', 'OVERDUE', 'OPEN', 'NOT_YET_DUE'])

/** Whether something is still to be done, now or later: neither shown nor closed. Deadlines and hazards are about these only. */
export function isOwed(status: Status): boolean {
  return owed.has(status)
}

/** Whether it has been shown in full, accepted or not waiting for that. */
export function isShown(status: Status): boolean {
  return status === 'EVIDENCED' || status === 'ACCEPTED'
}
