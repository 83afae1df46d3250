import { Query, Resolver } from '@nestjs/graphql'
import { AllowEverybody } from '../platform/graphql/allow.js'
import { permissionGroups, permissionMeanings } from './domain/permission-meaning.js'
import { type PermissionName, permissionNames, permissions, type Reach } from './domain/permission.js'
import { PermissionRule } from './permission.types.js'

@Resolver()
export class PermissionResolver {
  @Query(() => [PermissionRule], { description: 'Who may see and do what: the table by which every request is answered.' })
  @AllowEverybody()
  permissions(): PermissionRule[] {
    return permissionGroups.flatMap((group) => permissionNames.map(ruleOf).filter((rule) => rule.group === group))
  }
}

/** A permission with what it means and who holds it. */
export function ruleOf(permission: PermissionName): PermissionRule {
  const { group, what, note = null } = permissionMeanings[permission]
  const grants = Object.entries<Reach>(permissions[permission]).map(([role, reach]) => ({ role, reach }))
  return { permission, group, what, note, grants }
}
