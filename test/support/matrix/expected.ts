import { type PermissionName, type Role } from '../../../src/access/domain/permission.js'
import { holds, isReached, type Relation, type Subject } from './reach.js'
import { type Exception, type Outcome } from './row.js'

export type Permission = PermissionName | 'everybody'

/** What is asked of whom, as far as the outcome depends on it. */
export interface Asked {
  readonly of: Subject
  readonly otherwise?: Outcome
  readonly exceptions?: readonly Exception[]
}

/** What the table says a field with this permission comes to, for somebody who is all of this; nobody when they are nothing. */
export function expectedOf(permission: Permission, asked: Asked, hats: readonly Role[], relation: Relation): Outcome {
  if (permission === 'everybody') return 'let in'
  if (hats.length === 0) return 'UNAUTHENTICATED'
  if (!holds(hats, permission)) return 'FORBIDDEN'
  const exception = asked.exceptions?.find(({ roles, at }) => at.includes(relation) && hats.some((role) => roles.includes(role)))
  if (exception) return exception.is
  return isReached(hats, permission, asked.of, relation) ? 'let in' : (asked.otherwise ?? 'NOT_FOUND')
}

/** What finding something by its id comes to: what one may not read of a type is as if it were not there. */
export function expectedOfNode(permission: PermissionName, asked: Asked, hats: readonly Role[], relation: Relation): Outcome {
  const expected = expectedOf(permission, asked, hats, relation)
  return expected === 'FORBIDDEN' ? 'NOT_FOUND' : expected
}
