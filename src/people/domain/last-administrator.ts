import { type Role } from '../../access/domain/permission.js'
import { addDays, type Day, type Instant } from '../../platform/day.js'
import { type MembershipDays } from './membership-days.js'
import { administers } from './organisation.js'

/** A membership of one organisation, as far as it matters to who administers it. */
export interface Held extends MembershipDays {
  readonly role: Role
  /** When it was ended at once: from then on it gives nothing, whatever its last day. */
  readonly endedAt: Instant | null
}

/**
 * The first day, today or later, on which an organisation has no administrator any more though it had one before a change; null when the change
 * takes no day from it. So the last administrator can neither end nor demote themselves, nor set a last day after which nobody is left: somebody
 * has to follow first. A day that had none before is nobody's fault. The operator, who administers every organisation, is not counted: whoever
 * applies the rule lets them pass. Source: docs/adr/0014-people.md.
 */
export function firstDayWithoutAdministrator(before: readonly Held[], after: readonly Held[], today: Day): Day | null {
  const days = new Set([today])
  for (const { startsOn, endsOn } of [...before, ...after]) {
    days.add(startsOn)
    if (endsOn !== null) days.add(addDays(endsOn, 1))
  }
  // Between two such days nobody comes or goes.
  const lost = [...days].sort().find((day) => day >= today && isAdministered(before, day) && !isAdministered(after, day))
  return lost ?? null
}

/** Whether a membership gives anything on a day that is not past. */
export function isHeldOn({ startsOn, endsOn, endedAt }: Pick<Held, 'startsOn' | 'endsOn' | 'endedAt'>, day: Day): boolean {
  return endedAt === null && startsOn <= day && (endsOn === null || endsOn >= day)
}

/** Whether anybody administers an organisation on a day that is not past. */
export function isAdministered(memberships: readonly Held[], day: Day): boolean {
  return memberships.some((held) => administers(held.role) && isHeldOn(held, day))
}
