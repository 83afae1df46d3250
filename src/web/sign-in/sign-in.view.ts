import { type InputProblem } from '../../platform/request-error.js'
import { byRole, type Role, roleName } from '../layout/visit.js'

export interface SignInData {
  readonly service: {
    readonly mode: string
    readonly clockNote: string | null
    readonly signInWay: string | null
    readonly providerLabel: string | null
  }
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

/** What has to be typed to sign in, as far as it was not. */
export function missingFields(typed: { readonly email: string; readonly password: string; readonly code: string }): InputProblem[] {
  const asked: readonly (readonly [keyof typeof typed, string])[] = [
    ['email', 'Enter your email address'],
    ['password', 'Enter your password'],
    ['code', 'Enter the code your authenticator app shows, or a recovery code'],
  ]
  return asked.filter(([field]) => typed[field] === '').map(([field, message]) => ({ field, message }))
}

interface ProblemWords {
  readonly status: number
  readonly title: string
  readonly paragraphs: readonly string[]
  /** Whether another account at the provider may help. */
  readonly offersAnother: boolean
}

const ASK =
  'Ask whoever administers your network or organisation in Headroom for an invitation. They send you a link, and you sign in by it once.'

const problems: Readonly<Record<string, ProblemWords>> = {
  unknown: {
    status: 403,
    title: 'Headroom does not know you yet',
    paragraphs: [
      'Your organisation’s account told us who you are, and signing in there worked. But nobody with that account has been invited here.',
      ASK,
    ],
    offersAnother: true,
  },
  closed: {
    status: 403,
    title: 'This invitation cannot be used any more',
    paragraphs: [
      'It was used, was withdrawn or has expired.',
      'If you are known here already, sign in. If not, ask whoever sent it for another.',
    ],
    offersAnother: true,
  },
  taken: {
    status: 403,
    title: 'That account is somebody else’s here',
    paragraphs: [
      'The link you followed sets up signing in for one person, and the account you signed in with belongs to another. Sign in with the right one.',
    ],
    offersAnother: true,
  },
  unavailable: {
    status: 503,
    title: 'Your organisation’s sign-in does not answer',
    paragraphs: ['Headroom works, but it cannot reach the service by which you sign in. Nothing is lost. Try again in a few minutes.'],
    offersAnother: false,
  },
  cancelled: {
    status: 200,
    title: 'You did not sign in',
    paragraphs: ['You turned back, or your organisation’s sign-in did not let you through.'],
    offersAnother: false,
  },
}

const failed: ProblemWords = {
  status: 400,
  title: 'We could not check who you are',
  paragraphs: [
    'What came back from your organisation’s sign-in did not fit what was asked, or it took more than 10 minutes. This also happens after going back a page. Nothing was changed.',
    'Start again from the beginning. If it happens again, tell whoever runs this service: the log says why.',
  ],
  offersAnother: false,
}

/** Why somebody could not come in by the provider, and what they can do. */
export function problemWords(why: string): ProblemWords {
  return (Object.hasOwn(problems, why) ? problems[why] : undefined) ?? failed
}
