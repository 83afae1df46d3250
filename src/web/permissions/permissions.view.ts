import { type Role, roleName } from '../layout/visit.js'
import { listInWords } from '../layout/words.js'

export type Reach = 'OWN' | 'NETWORK' | 'OVERSEEN' | 'ENGLAND'

export interface PermissionsData {
  readonly permissions: readonly {
    readonly group: string
    readonly what: string
    readonly note: string | null
    readonly grants: readonly { readonly role: Role; readonly reach: Reach }[]
  }[]
}

/** Where a role holds what it may: in words that follow its name. */
const places: Readonly<Record<Reach, (role: Role) => string>> = {
  OWN: (role) =>
    role === 'LMC' ? 'in the networks it covers' : role === 'COMMISSIONER' ? 'in their own ICB' : 'in their own organisation',
  NETWORK: () => 'in the networks of their practice',
  OVERSEEN: () => 'in their ICB and the networks it commissions',
  ENGLAND: () => 'everywhere',
}

/** Who holds what, by heading; with a role, only what that role holds. */
export function permissionSections(permissions: PermissionsData['permissions'], role: Role | null) {
  const shown = permissions.filter(({ grants }) => role === null || grants.some((grant) => grant.role === role))
  return [...new Set(shown.map(({ group }) => group))].map((group) => ({
    group,
    rules: shown
      .filter((one) => one.group === group)
      .map(({ what, note, grants }) => ({
        what: capital(what),
        note,
        who: whoOf(role === null ? grants : grants.filter((grant) => grant.role === role)),
      })),
  }))
}

/** Those who hold something, with those who hold it in the same places together: "Network manager and clinical director in their own organisation". */
function whoOf(grants: PermissionsData['permissions'][number]['grants']): string[] {
  const byPlace = new Map<string, string[]>()
  for (const { role, reach } of grants) {
    const place = places[reach](role)
    byPlace.set(place, [...(byPlace.get(place) ?? []), roleName(role)])
  }
  return [...byPlace].map(
    ([place, names]) => `${capital(listInWords(names.map((name, index) => (index === 0 ? name : lower(name)))))} ${place}`,
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
