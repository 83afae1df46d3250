import { type Day, type Instant } from '../../platform/day.js'
import { type AuthenticatorData, type AuthenticatorShown, authenticatorShown } from '../layout/authenticator.js'
import { type Role, roleName } from '../layout/visit.js'
import { dayInWords, momentInWords } from '../layout/words.js'

type Acceptance = 'AS_YOURSELF' | 'NEW_ACCOUNT' | 'SIGN_IN_FIRST' | 'AT_PROVIDER' | 'NOT_YOURS' | 'NOT_HERE'

/** What the page's operation answers. */
export interface InvitationData {
  readonly service: { readonly mode: string; readonly signInWay: string | null; readonly providerLabel: string | null }
  readonly invitation: {
    readonly name: string
    readonly email: string
    readonly invitedBy: string | null
    readonly startsOn: Day | null
    readonly endsOn: Day | null
    readonly expiresAt: Instant
    readonly acceptance: Acceptance
    readonly membership: {
      readonly role: Role
      readonly organisationCode: string
      readonly organisation: { readonly name: string } | null
    } | null
    readonly authenticator: AuthenticatorData | null
  } | null
}

/** What a link offers, in words. */
export interface Offer {
  readonly title: string
  readonly isReset: boolean
  readonly name: string
  readonly email: string
  readonly acceptance: Acceptance
  readonly rows: readonly { readonly key: { readonly text: string }; readonly value: { readonly text: string } }[]
  readonly authenticator: AuthenticatorShown | null
}

export function offerOf(invitation: NonNullable<InvitationData['invitation']>): Offer {
  const { name, email, membership, acceptance, authenticator } = invitation
  const place =
    membership && (membership.organisation?.name ?? (membership.organisationCode === 'ENGLAND' ? 'England' : membership.organisationCode))
  return {
    ...{ title: place ? `You are invited to ${place}` : 'Set up how you sign in', isReset: membership === null, name, email, acceptance },
    rows: rowsOf(invitation, place).map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
    authenticator: authenticator && authenticatorShown(authenticator),
  }
}

function rowsOf(invitation: NonNullable<InvitationData['invitation']>, place: string | null): [string, string][] {
  const { name, email, membership, invitedBy, startsOn, endsOn, expiresAt } = invitation
  const days = startsOn && (endsOn ? `${dayInWords(startsOn)} to ${dayInWords(endsOn)}` : `From ${dayInWords(startsOn)}`)
  return [
    ['For', `${name}, ${email}`],
    ...(membership && place ? ([['As', `${roleName(membership.role)} of ${place}`]] as [string, string][]) : []),
    ...(days ? ([['When', days]] as [string, string][]) : []),
    ['From', invitedBy ?? 'Whoever runs this service'],
    ['The link works until', momentInWords(expiresAt)],
  ]
}

/** Where somebody goes once they have accepted, looking as what they have become. */
export function placeAddress(membership: { readonly role: Role; readonly organisationCode: string } | null): string {
  return membership ? `/?organisation=${membership.role.toLowerCase().replaceAll('_', '-')}.${membership.organisationCode}` : '/'
}
