import { type Day } from '../../platform/day.js'

/** The words of the API for what somebody is. */
export type Role = 'NETWORK_MANAGER' | 'CLINICAL_DIRECTOR' | 'PRACTICE_MEMBER' | 'COMMISSIONER' | 'LMC' | 'NATIONAL_VIEWER' | 'OPERATOR'

export interface FrameMembership {
  readonly role: Role
  readonly organisationCode: string
  readonly organisation: {
    readonly name: string
    readonly invented: boolean
    readonly networks: readonly { readonly odsCode: string; readonly name: string }[]
  } | null
}

/** What the frame's operation answers. */
export interface FrameData {
  readonly service: { readonly mode: string; readonly today: Day; readonly clockNote: string | null }
  readonly viewer: {
    readonly person: { readonly id: string; readonly name: string }
    readonly memberships: readonly FrameMembership[]
    /** All that they are, however narrowly they act; null outside of a browser. */
    readonly canActAs: readonly { readonly role: Role }[] | null
  }
}

/** An organisation somebody can look as. */
export interface Place {
  readonly role: Role
  readonly code: string
  readonly name: string
  /** The network its pages are about; null for who is in none. */
  readonly networkCode: string | null
  readonly networkName: string | null
}

/** Who is here, as what, and on which day. */
export interface Visit {
  readonly personId: string
  readonly personName: string
  readonly today: Day
  readonly isInvented: boolean
  /** Whether they act as one of several things they are. */
  readonly isNarrowed: boolean
  readonly clockNote: string | null
  readonly place: Place
  readonly places: readonly Place[]
}

const roleNames: Readonly<Record<Role, string>> = {
  NETWORK_MANAGER: 'Network manager',
  CLINICAL_DIRECTOR: 'Clinical director',
  PRACTICE_MEMBER: 'Practice staff',
  COMMISSIONER: 'Commissioner',
  LMC: 'Local medical committee',
  NATIONAL_VIEWER: 'National viewer',
  OPERATOR: 'Operator',
}

/** Every role there is, in the order they are told in. */
export const everyRole = Object.keys(roleNames) as readonly Role[]

/** Somebody's roles, what they first of all are before the rest. */
export function byRole<T extends { readonly role: Role }>(memberships: readonly T[]): T[] {
  return [...memberships].sort((one, other) => everyRole.indexOf(one.role) - everyRole.indexOf(other.role))
}

/** What a role is called. */
export function roleName(role: Role): string {
  return roleNames[role]
}

/** Where everybody belongs who is in no organisation known here. */
const NOWHERE: Place = { role: 'OPERATOR', code: '', name: '', networkCode: null, networkName: null }

/** A visit as one of the organisations a person belongs to: the one asked for, else the first. */
export function visitOf({ service, viewer }: FrameData, asked: string | undefined): Visit {
  const places = byRole(viewer.memberships).flatMap(placesOf)
  return {
    personId: viewer.person.id,
    personName: viewer.person.name,
    today: service.today,
    isInvented: service.mode === 'demonstration' || viewer.memberships.some(({ organisation }) => organisation?.invented === true),
    isNarrowed: (viewer.canActAs?.length ?? 0) > viewer.memberships.length,
    clockNote: service.clockNote,
    place: places.find((place) => keyOf(place) === asked) ?? places[0] ?? NOWHERE,
    places,
  }
}

/** How an address names a place. */
export function keyOf(place: Place): string {
  return [
    place.role.toLowerCase().replaceAll('_', '-'),
    place.code,
    ...(place.networkCode && place.networkCode !== place.code ? [place.networkCode] : []),
  ].join('.')
}

function placesOf({ role, organisationCode: code, organisation }: FrameMembership): Place[] {
  const name = organisation?.name ?? (code === 'ENGLAND' ? 'England' : code)
  const networks = organisation?.networks ?? []
  if (networks.length === 0) return [{ role, code, name, networkCode: null, networkName: null }]
  return networks.map((network) => ({ role, code, name, networkCode: network.odsCode, networkName: network.name }))
}
