import { type PermissionName, permissions, type Reach, type Role } from './permission.js'

/** What a person is, and where. */
export interface Membership {
  readonly role: Role
  readonly organisationCode: string
}

/** Where a permission holds, as organisation codes; `network.repository` turns it into one SQL condition. */
export interface NetworkScope {
  /** Who is asking: recorded with what they do. */
  readonly personId: string
  /** Every organisation. */
  readonly england: boolean
  /** Networks and ICBs the caller belongs to. */
  readonly own: readonly string[]
  /** Practices whose networks are reached. */
  readonly practices: readonly string[]
  /** ICBs that are reached, with the networks they commission. */
  readonly overseen: readonly string[]
}

/** Where somebody with these memberships holds a permission. */
export function scopeOf(personId: string, memberships: readonly Membership[], permission: PermissionName): NetworkScope {
  const row: Partial<Record<Role, Reach>> = permissions[permission]
  const reached = (reach: Reach): string[] =>
    memberships.filter((membership) => row[membership.role] === reach).map((membership) => membership.organisationCode)
  return {
    personId,
    england: reached('england').length > 0,
    own: reached('own'),
    practices: reached('network'),
    overseen: reached('overseen'),
  }
}

/** Whether somebody with these memberships holds a permission anywhere. */
export function may(memberships: readonly Membership[], permission: PermissionName): boolean {
  const row: Partial<Record<Role, Reach>> = permissions[permission]
  return memberships.some((membership) => row[membership.role] !== undefined)
}
