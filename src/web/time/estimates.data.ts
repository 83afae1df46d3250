import { type Instant } from '../../platform/day.js'

/** The figure in force for one requirement and staff group. */
export interface EstimateData {
  readonly staffGroup: string
  readonly minutes: { readonly low: number; readonly central: number; readonly high: number } | null
  readonly basis: 'NETWORK_ESTIMATE' | 'RELEASE_MEDIAN' | 'CATALOGUE_ASSUMPTION' | null
  readonly networks: number | null
  readonly businessAsUsualPercent: number | null
  readonly businessAsUsualBasis: 'NETWORK' | 'ASSUMED' | null
  readonly note: string
}

/** What the fragment `EstimatedItem` answers. */
export interface EstimatedItem {
  readonly id: string
  readonly code: string
  readonly requirement: {
    readonly title: string
    readonly nature: 'DECLARE' | 'REPORT' | 'GOVERN' | 'DELIVER'
    readonly serviceArea: { readonly title: string }
    readonly text?: string
    readonly paragraph?: string | null
  }
  readonly minutes: readonly EstimateData[] | null
  readonly rating: {
    readonly rating: number
    readonly reason?: string
    readonly recordedAt?: Instant
    readonly recordedBy?: { readonly name: string } | null
  } | null
  readonly loggedMinutes?: readonly { readonly staffGroup: string; readonly minutes: number }[] | null
}

/** What the pages' queries answer. */
export interface EstimatesNetwork {
  readonly name: string
  readonly staffGroups: readonly { readonly code: string; readonly name: string }[] | null
  readonly checklist: {
    readonly contractYear: string
    readonly serviceAreas?: readonly { readonly code: string; readonly title: string }[]
    readonly items: { readonly nodes: readonly EstimatedItem[] }
  } | null
}
