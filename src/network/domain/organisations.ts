import { type Role } from '../../access/domain/permission.js'
import { type Day } from '../../platform/day.js'

/** Codes the Organisation Data Service cannot issue: what is invented carries these, and what is real never does. */
export const inventedForms = {
  region: /^YX\d{2}$/,
  board: /^QX\d{2}$/,
  subIcbLocation: /^SX\d{2}$/,
  network: /^UX\d{4}$/,
  practice: /^PX\d{4}$/,
  localMedicalCommittee: /^LX\d{2}$/,
} as const

/** Stands for all of England where a role is not tied to one organisation. */
export const ENGLAND = 'ENGLAND'

/** Whether a code is of an invented organisation. Importers of real files refuse these. */
export function isInvented(odsCode: string): boolean {
  return Object.values(inventedForms).some((form) => form.test(odsCode))
}

export interface NamedOrganisation {
  readonly odsCode: string
  readonly name: string
}

export interface CommissionerFact {
  readonly networkCode: string
  readonly boardCode: string
  readonly subIcbCode: string | null
  readonly isLead: boolean
  readonly startsOn: Day
  readonly endsOn: Day | null
}

export interface MembershipFact {
  readonly networkCode: string
  readonly practiceCode: string
  readonly startsOn: Day
  readonly endsOn: Day | null
}

export interface ListSizeFact {
  readonly practiceCode: string
  readonly onDay: Day
  readonly patients: number
  readonly source: string
}

/** Somebody invented, known by their address, and what they are. */
export interface Persona {
  readonly name: string
  readonly address: string
  readonly roles: readonly { readonly role: Role; readonly organisation: string }[]
}

/** Organisations as they are to stand in the tables: plain facts, without ids or instants. */
export interface Organisations {
  readonly regions: readonly { readonly code: string; readonly name: string }[]
  readonly boards: readonly (NamedOrganisation & { readonly regionCode: string | null })[]
  readonly subIcbLocations: readonly (NamedOrganisation & { readonly boardCode: string })[]
  readonly networks: readonly NamedOrganisation[]
  readonly practices: readonly NamedOrganisation[]
  readonly commissioners: readonly CommissionerFact[]
  readonly memberships: readonly MembershipFact[]
  readonly listSizes: readonly ListSizeFact[]
}
