import { type StaffGroup, staffGroups } from '../../specification/domain/reference-data.js'

/** A staff group a network plans with: one of the five, or its own under one of these. */
export interface PlannedStaffGroup {
  readonly code: string
  readonly name: string
  /** The one of the five it belongs to: for those five, itself. */
  readonly under: StaffGroup
  readonly own: boolean
}

const names: Readonly<Record<StaffGroup, string>> = {
  CLINICAL_DIRECTOR: 'Clinical director',
  NETWORK_MANAGER: 'Network manager',
  PRACTICE_MANAGER: 'Practice managers',
  CLINICIAN: 'Clinicians',
  ADMINISTRATOR: 'Administrators',
}

/** The five staff groups every network has, in reading order. */
export const commonStaffGroups: readonly PlannedStaffGroup[] = staffGroups.map((code) => ({
  code,
  name: names[code],
  under: code,
  own: false,
}))

/** Staff groups of a network: the five, then its own by code. */
export function staffGroupsWith(own: readonly Pick<PlannedStaffGroup, 'code' | 'name' | 'under'>[]): PlannedStaffGroup[] {
  const added = own.map(({ code, name, under }) => ({ code, name, under, own: true }))
  return [...commonStaffGroups, ...added.sort((one, other) => (one.code < other.code ? -1 : 1))]
}

/** The code of a name: its letters and digits in capitals, the rest underscores ("Care coordinator" is CARE_COORDINATOR). Null without letters. */
export function codeOfName(name: string): string | null {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toUpperCase()
  const code = plain
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, 64)
  return code === '' ? null : code
}
