import { type Day, type Instant } from '../../platform/day.js'
import { type Role } from '../layout/visit.js'

export type OrganisationKind = 'NETWORK' | 'PRACTICE' | 'BOARD' | 'COMMITTEE' | 'ENGLAND'

/** An organisation somebody administers. */
export interface OrganisationData {
  readonly code: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly roles: readonly Role[]
}

export interface MemberData {
  readonly id: string
  readonly role: Role
  readonly organisationCode: string
  readonly startsOn: Day
  readonly endsOn: Day | null
  readonly endedAt: Instant | null
  readonly onlyAdministrator: boolean
  readonly organisation: Omit<OrganisationData, 'code'> | null
  readonly person: { readonly id: string; readonly name: string }
  readonly recordedBy: { readonly name: string } | null
}

export interface InvitationData {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly startsOn: Day
  readonly endsOn: Day | null
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly organisation: { readonly name: string } | null
  readonly invitedBy: { readonly name: string } | null
}

/** What the page of people asks for. */
export interface PeopleData {
  readonly here: readonly OrganisationData[]
  readonly administered: readonly OrganisationData[]
  readonly memberships: { readonly nodes: readonly MemberData[]; readonly pageInfo: { readonly hasNextPage: boolean } }
  readonly invitations: readonly InvitationData[]
}
