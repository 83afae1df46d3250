/** What a token can be made for, as the API tells it. */
export interface PermissionData {
  readonly permission: string
  readonly group: string
  readonly what: string
}

/** Permissions as boxes to tick, by group. */
export function permissionBoxes(permissions: readonly PermissionData[], chosen: readonly string[]) {
  return [...new Set(permissions.map(({ group }) => group))].map((group) => ({
    group,
    items: permissions
      .filter((one) => one.group === group)
      .map(({ permission, what }) => ({ value: permission, text: capital(what), checked: chosen.includes(permission) })),
  }))
}

/** Those that only read: what most programs are for. */
export function readingOnly(permissions: readonly PermissionData[]): string[] {
  return permissions.filter(({ group }) => group === 'Read').map(({ permission }) => permission)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
