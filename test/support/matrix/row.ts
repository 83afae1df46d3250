import { type Role } from '../../../src/access/domain/permission.js'
import { type Place } from './place.js'
import { type Relation, type Subject } from './reach.js'

/** What a call can come to. `let in` is an answer; `left out` an answer without what is somebody else's. */
export type Outcome = 'let in' | 'left out' | 'NOT_FOUND' | 'FORBIDDEN' | 'UNAUTHENTICATED'

/** Where a field departs from the plain reach of its permission, and why. */
export interface Exception {
  readonly roles: readonly Role[]
  readonly at: readonly Relation[]
  readonly is: Outcome
  readonly why: string
}

interface Common {
  /** Whose the thing is that is addressed: what the reach of the field's permission is measured against. */
  readonly of: Subject
  /** What somebody is told who holds the permission, but not here. NOT_FOUND unless said. */
  readonly otherwise?: Outcome
  readonly exceptions?: readonly Exception[]
}

/** A root field, or a field of something that is no node: `ask` is the whole selection of the query. */
export interface QueryRow extends Common {
  readonly field: string
  readonly ask: (place: Place) => string
  /** A text that is in the answer exactly when it tells of the place; without it any answer does. */
  readonly mark?: (place: Place) => string
}

/** A field below a node: `ask` is its part of the selection, `id` the node it is asked of. */
export interface FieldRow extends Common {
  readonly field: string
  readonly id: (place: Place) => string
  readonly ask: string
}

/** A mutation. Somebody let in changes something, or is refused by the domain in the way that is said. */
export interface MutationRow extends Common {
  readonly field: string
  readonly input: (place: Place, role: Role | undefined) => object
  /** Refusals of the domain that somebody let in meets, with why; everywhere unless it is said where. */
  readonly refused?: readonly {
    readonly roles: readonly Role[]
    readonly at?: readonly Relation[]
    readonly as: string
    readonly why: string
  }[]
}

/** A type that can be found by id. */
export interface NodeRow extends Common {
  readonly type: string
  readonly id: (place: Place) => string
}
