import { type Role } from '../../access/domain/permission.js'

/** What kind of organisation people are members of. `ENGLAND` stands for the whole installation. */
export const organisationKinds = ['NETWORK', 'PRACTICE', 'BOARD', 'COMMITTEE', 'ENGLAND'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** The code under which national viewers and operators are members. */
export const ENGLAND = 'ENGLAND'

/** What somebody can be in an organisation of each kind. */
const rolesByKind: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  NETWORK: ['network-manager', 'clinical-director'],
  PRACTICE: ['practice-member'],
  BOARD: ['commissioner'],
  COMMITTEE: ['lmc'],
  ENGLAND: ['national-viewer', 'operator'],
}

/** Roles that administer the organisation they are held in. A practice is administered by those who lead its network. */
const administering: readonly Role[] = ['network-manager', 'clinical-director', 'commissioner', 'lmc', 'operator']

/** What somebody can be in an organisation of a kind. */
export function rolesIn(kind: OrganisationKind): readonly Role[] {
  return rolesByKind[kind]
}

/** Whether a role administers the organisation it is held in: who is invited there, changed and ended. */
export function administers(role: Role): boolean {
  return administering.includes(role)
}
