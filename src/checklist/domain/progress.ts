import { type Status, statuses } from './status-words.js'

/**
 * How many items are in which state, each counted once. Two sums hold:
 * `total = due + open + notYetDue + blocked + suspended + notPursued + notApplicable` and
 * `due = accepted + evidenced + returned + lapsed + overdue + notMet`.
 */
export interface Progress {
  readonly total: number
  readonly due: number
  readonly open: number
  readonly notYetDue: number
  readonly blocked: number
  readonly suspended: number
  readonly notPursued: number
  readonly notApplicable: number
  readonly accepted: number
  readonly evidenced: number
  readonly returned: number
  readonly lapsed: number
  readonly overdue: number
  readonly notMet: number
  /** Shown of what was due, `(accepted + evidenced) ÷ due`, from 0 to 1; null when nothing was due. */
  readonly share: number | null
}

/** The field that counts each status. */
const fieldOf = {
  NOT_APPLICABLE: 'notApplicable',
  ACCEPTED: 'accepted',
  SUSPENDED: 'suspended',
  NOT_PURSUED: 'notPursued',
  NOT_MET: 'notMet',
  RETURNED: 'returned',
  EVIDENCED: 'evidenced',
  LAPSED: 'lapsed',
  BLOCKED_BY_PARTNER: 'blocked',
  OVERDUE: 'overdue',
  OPEN: 'open',
  NOT_YET_DUE: 'notYetDue',
} as const satisfies Record<Status, keyof Progress>

/** How many items have each status; a status left out has none. */
export type StatusCounts = Readonly<Partial<Record<Status, number>>>

/** The progress of items with these statuses. Source: docs/method/status.md. */
export function progressOf(itemStatuses: readonly Status[]): Progress {
  const counts: Partial<Record<Status, number>> = {}
  for (const status of itemStatuses) counts[status] = (counts[status] ?? 0) + 1
  return progressOfCounts(counts)
}

/**
 * The progress of items already counted by status, as a database counts them.
 * Units: whole items ≥ 0. Errors: RangeError on any other figure (a caller's bug). Source: docs/method/status.md.
 */
export function progressOfCounts(counts: StatusCounts): Progress {
  const of = (status: Status) => counts[status] ?? 0
  const wrong = statuses.find((status) => !Number.isSafeInteger(of(status)) || of(status) < 0)
  if (wrong !== undefined) throw new RangeError(`Not a count of ${wrong}: ${counts[wrong]}`)
  const shown = { accepted: of('ACCEPTED'), evidenced: of('EVIDENCED') }
  const unshown = { returned: of('RETURNED'), lapsed: of('LAPSED'), overdue: of('OVERDUE'), notMet: of('NOT_MET') }
  const notDue = {
    open: of('OPEN'),
    notYetDue: of('NOT_YET_DUE'),
    blocked: of('BLOCKED_BY_PARTNER'),
    suspended: of('SUSPENDED'),
    notPursued: of('NOT_PURSUED'),
    notApplicable: of('NOT_APPLICABLE'),
  }
  const due = sum(shown) + sum(unshown)
  return { total: due + sum(notDue), due, ...notDue, ...shown, ...unshown, share: due === 0 ? null : sum(shown) / due }
}

/** The progress of two sets of items together: counts add up, and the share is that of the sums, never a mean of shares. */
export function addProgress(one: Progress, other: Progress): Progress {
  return progressOfCounts(Object.fromEntries(statuses.map((status) => [status, countOf(one, status) + countOf(other, status)])))
}

function countOf(progress: Progress, status: Status): number {
  return progress[fieldOf[status]]
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}
