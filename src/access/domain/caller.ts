import { inBrowserOnly, namedOnly, type PermissionName } from './permission.js'
import { may, type Membership, type NetworkScope, scopeOf } from './scope.js'

/** What narrows a caller to less than their memberships give: a token is for a few organisations and purposes. */
export interface Narrowing {
  /** The organisations that are reached; null for all. */
  readonly organisationCodes: readonly string[] | null
  /** What may be done; null for all but what has to be named or is done in a browser only. */
  readonly permissions: readonly PermissionName[] | null
}

/** What somebody may do, and where. */
export interface Powers {
  readonly memberships: readonly Membership[]
  readonly may: (permission: PermissionName) => boolean
  readonly scopeOf: (permission: PermissionName) => NetworkScope
}

/** All that somebody's memberships give them. */
export function powersOf(personId: string, memberships: readonly Membership[]): Powers {
  return {
    memberships,
    may: (permission) => may(memberships, permission),
    scopeOf: (permission) => scopeOf(personId, memberships, permission),
  }
}

/** What a token gives of it: never more than its person has. */
export function narrowedPowersOf(
  personId: string,
  memberships: readonly Membership[],
  { organisationCodes, permissions }: Narrowing,
): Powers {
  const reached = organisationCodes ? memberships.filter((one) => organisationCodes.includes(one.organisationCode)) : memberships
  const isMeant = (permission: PermissionName): boolean =>
    !inBrowserOnly.has(permission) && (permissions?.includes(permission) ?? !namedOnly.has(permission))
  return {
    memberships: reached,
    may: (permission) => isMeant(permission) && may(reached, permission),
    scopeOf: (permission) => scopeOf(personId, isMeant(permission) ? reached : [], permission),
  }
}
