import { type Role } from './visit.js'

/** A page of the main navigation. */
export interface NavigationEntry {
  readonly text: string
  readonly href: string
  readonly roles: readonly Role[]
}

const members: readonly Role[] = ['NETWORK_MANAGER', 'CLINICAL_DIRECTOR', 'PRACTICE_MEMBER']

/** The main navigation, in order. A page is in it for those who come for it. */
export const navigation: readonly NavigationEntry[] = [
  { text: 'Home', href: '/', roles: [...members, 'COMMISSIONER', 'LMC', 'NATIONAL_VIEWER', 'OPERATOR'] },
  { text: 'Checklist', href: '/checklist', roles: members },
  { text: 'What is left', href: '/crowd-out', roles: members },
  { text: 'Priorities', href: '/priorities', roles: members },
  { text: 'Time', href: '/time', roles: members },
  { text: 'Requests', href: '/requests', roles: [...members, 'LMC'] },
  { text: 'Review', href: '/review', roles: ['COMMISSIONER'] },
  { text: 'Requirements', href: '/requirements', roles: ['COMMISSIONER'] },
  { text: 'Our duties', href: '/checklist', roles: ['COMMISSIONER'] },
  { text: 'Statements', href: '/statements', roles: ['COMMISSIONER', 'LMC'] },
  { text: 'People', href: '/people', roles: ['NETWORK_MANAGER', 'CLINICAL_DIRECTOR', 'COMMISSIONER', 'LMC', 'OPERATOR'] },
  { text: 'The contract', href: '/catalogue', roles: [...members, 'COMMISSIONER', 'LMC', 'NATIONAL_VIEWER', 'OPERATOR'] },
]

/** What people look up now and then, at the foot of every page. */
const footer: readonly NavigationEntry[] = [
  { text: 'Words we use', href: '/glossary', roles: [...members, 'COMMISSIONER', 'LMC', 'NATIONAL_VIEWER', 'OPERATOR'] },
  { text: 'Ask the API', href: '/graphiql', roles: [...members, 'COMMISSIONER', 'LMC', 'NATIONAL_VIEWER', 'OPERATOR'] },
  { text: 'Who can see what', href: '/who-can-see-what', roles: [...members, 'COMMISSIONER', 'LMC', 'NATIONAL_VIEWER', 'OPERATOR'] },
  { text: 'Audit trail', href: '/audit-trail', roles: ['NETWORK_MANAGER', 'CLINICAL_DIRECTOR', 'COMMISSIONER', 'OPERATOR'] },
]

/** The links at the foot of a role's pages. */
export function footerOf(role: Role): readonly NavigationEntry[] {
  return footer.filter((entry) => entry.roles.includes(role))
}

/** The navigation of a role, with the entry that a path is under. */
export function navigationOf(role: Role, path: string): { text: string; href: string; current: boolean; active: boolean }[] {
  return navigation
    .filter((entry) => entry.roles.includes(role))
    .map(({ text, href }) => {
      const isHere = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
      return { text, href, current: path === href, active: isHere }
    })
}
