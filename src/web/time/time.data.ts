import { type Instant } from '../../platform/day.js'

export interface GroupData {
  readonly code: string
  readonly name: string
  readonly under: string
  readonly own: boolean
}

/** The time of one staff group, as entered. */
export interface CapacityData {
  readonly staffGroup: string
  readonly minutes: readonly (number | null)[] | null
  readonly yearMinutes: number | null
  readonly otherFixed: readonly number[] | null
  readonly basis: string | null
  readonly recordedAt: Instant | null
}

/** What the page's query answers. What somebody may not see is null. */
export interface TimeData {
  readonly name: string
  readonly staffGroups: readonly GroupData[] | null
  readonly capacity: readonly CapacityData[] | null
  readonly priorities: readonly { readonly id: string }[] | null
  readonly checklist: { readonly contractYear: string } | null
}
