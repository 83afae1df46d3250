import { type Role } from '../../access/domain/permission.js'
import { type Day, earlier, type Instant, later } from '../../platform/day.js'
import { type Held } from './last-administrator.js'

/** What a membership is to become; what is left out stays. */
export interface MembershipChange {
  readonly role?: Role | null
  readonly startsOn?: Day | null
  /** Null takes the last day away; left out it stays. */
  readonly endsOn?: Day | null
}

/**
 * The rows that take the place of a membership that is changed. Other days replace it; another role ends what was held today and begins beside it,
 * so that who was what on a past day stays true. One that has not begun is simply replaced.
 */
export function changed<T extends Held>(held: T, change: MembershipChange, today: Day, now: Instant): T[] {
  const role = change.role ?? held.role
  const endsOn = change.endsOn === undefined ? held.endsOn : change.endsOn
  const startsOn = change.startsOn ?? held.startsOn
  if (role === held.role || held.startsOn > today) return [{ ...held, role, startsOn, endsOn }]
  return [ended(held, today, now), { ...held, role, startsOn: later(change.startsOn ?? today, today), endsOn }]
}

/** A membership, ended at once: it was held up to today, and gives nothing from now on. One that had not begun never was held. */
export function ended<T extends Held>(held: T, today: Day, now: Instant): T {
  return { ...held, endsOn: held.endsOn === null ? today : earlier(held.endsOn, today), endedAt: now }
}

/** Whether a membership is over: ended at once, or past its last day. */
export function isOver({ endsOn, endedAt }: Pick<Held, 'endsOn' | 'endedAt'>, today: Day): boolean {
  return endedAt !== null || (endsOn !== null && endsOn < today)
}
