import { byRole, type Role, roleName } from '../layout/visit.js'

export interface SignInData {
  readonly service: { readonly mode: string; readonly clockNote: string | null }
  readonly personas: readonly {
    readonly person: { readonly id: string; readonly name: string }
    readonly memberships: readonly {
      readonly role: Role
      readonly organisationCode: string
      readonly organisation: { readonly name: string; readonly networks: readonly { readonly name: string }[] } | null
    }[]
  }[]
}

/** What somebody of a role comes to do, told to whoever chooses whom to be. */
const purposes: readonly (readonly [Role, string])[] = [
  ['NETWORK_MANAGER', 'See what is due, record evidence once for everything it serves, answer the commissioner.'],
  ['CLINICAL_DIRECTOR', 'See what the contract takes and what is left.'],
  ['PRACTICE_MEMBER', 'Confirm your practice’s part, and see the same board as everybody in the network.'],
  ['COMMISSIONER', 'Review what networks submitted, and see how far they are.'],
  ['LMC', 'The local medical committee.'],
  ['NATIONAL_VIEWER', 'All of England, as counts.'],
  ['OPERATOR', 'Whoever runs the service.'],
]

export interface PersonaGroup {
  readonly heading: string
  readonly purpose: string
  readonly people: readonly { readonly id: string; readonly name: string; readonly where: string }[]
}

/** The people one can be, by what they first of all are. */
export function personaGroups(personas: SignInData['personas']): PersonaGroup[] {
  return purposes.flatMap(([role, purpose]) => {
    const people = personas
      .map(({ person, memberships }) => ({ person, memberships: byRole(memberships) }))
      .filter(({ memberships }) => memberships[0]?.role === role)
      .map(({ person, memberships }) => ({ ...person, where: memberships.map(placeInWords).join('; ') }))
    return people.length === 0 ? [] : [{ heading: roleName(role), purpose, people }]
  })
}

function placeInWords(
  { role, organisationCode, organisation }: SignInData['personas'][number]['memberships'][number],
  index: number,
): string {
  const name = organisation?.name ?? (organisationCode === 'ENGLAND' ? 'England' : organisationCode)
  const network = organisation?.networks.find((one) => one.name !== name)
  const where = network ? `${name}, in ${network.name}` : name
  return index === 0 ? where : `${roleName(role).toLowerCase()} of ${where}`
}
