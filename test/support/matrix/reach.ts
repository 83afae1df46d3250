import { type PermissionName, permissions, type Reach, type Role } from '../../../src/access/domain/permission.js'

/** How an organisation stands to the caller's own: another one of the same ICB or network, or one of another ICB altogether. */
export const relations = ['own', 'sibling', 'foreign'] as const
export type Relation = (typeof relations)[number]

/**
 * Whose a thing is. `covered`: a network's, and read by the LMC that covers it. `practice`: something said for one practice, the sibling
 * being another practice of the same network. `person`: somebody's own, such as a token. `nobody`: says nothing about any organisation.
 */
export type Subject = 'network' | 'covered' | 'practice' | 'board' | 'lmc' | 'england' | 'person' | 'nobody'

/** Where everybody in the matrix belongs. */
const homes = {
  'network-manager': 'network',
  'clinical-director': 'network',
  'practice-member': 'practice',
  commissioner: 'board',
  lmc: 'lmc',
  'national-viewer': 'england',
  operator: 'england',
} as const satisfies Record<Role, Subject>

/** The kinds of thing that are an organisation's own, and at which relations of the matrix's world. */
const ownThings: Readonly<Record<(typeof homes)[Role], Partial<Record<Subject, readonly Relation[]>>>> = {
  network: { network: ['own'], covered: ['own'], practice: ['own', 'sibling'] },
  practice: { practice: ['own'] },
  board: { board: ['own'] },
  lmc: { lmc: ['own'], covered: ['own'] },
  england: { england: relations },
}

/** What the words of the permission table mean in the matrix's world: the sibling network has the caller's ICB, the sibling ICB another. */
const reaches: Readonly<Record<Reach, (role: Role, of: Subject) => readonly Relation[]>> = {
  own: (role, of) => ownThings[homes[role]][of] ?? [],
  network: (_, of) => (of === 'network' || of === 'covered' || of === 'practice' ? ['own'] : []),
  overseen: (_, of) => (of === 'network' || of === 'covered' || of === 'practice' ? ['own', 'sibling'] : of === 'board' ? ['own'] : []),
  england: () => relations,
}

function reachOf(role: Role, permission: PermissionName): Reach | undefined {
  return (permissions[permission] as Partial<Record<Role, Reach>>)[role]
}

/** Whether somebody who is all of this holds a permission anywhere, by the table alone. */
export function holds(hats: readonly Role[], permission: PermissionName): boolean {
  return hats.some((role) => reachOf(role, permission) !== undefined)
}

/** Whether somebody who is all of this is reached by a permission there, by the table and the world alone. */
export function isReached(hats: readonly Role[], permission: PermissionName, of: Subject, relation: Relation): boolean {
  return hats.some((role) => {
    const reach = reachOf(role, permission)
    if (reach === undefined) return false
    if (of === 'nobody') return true
    return of === 'person' ? relation === 'own' : reaches[reach](role, of).includes(relation)
  })
}
