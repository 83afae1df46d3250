import { type Day } from '../../platform/day.js'
import { type PictureMonth } from '../picture/picture.view.js'
import { type HighlightData } from './highlight.js'

export type Nature = 'DECLARE' | 'REPORT' | 'GOVERN' | 'DELIVER'

export interface PriorityFigures {
  readonly priority: { readonly id: string; readonly title: string; readonly opensOn: Day; readonly closesOn: Day } | null
  readonly wantedMinutes: number | null
  readonly possibleMinutes: number | null
  readonly displacedMinutes: number | null
  readonly beyondCapacityMinutes: number | null
}

/** What the fragment `GroupOnPage` answers of one staff group. */
export interface GroupFigures {
  readonly staffGroup: string
  readonly name: string
  readonly localPossibleMinutes: number | null
  readonly nationalOverrunMinutes: number | null
  /** Asked for only of the plan whose span is shown: it takes the engine twice more. */
  readonly estimateCases?: { readonly displacedInWords: string | null }
  readonly months: readonly PictureMonth[] | null
  readonly priorities: readonly PriorityFigures[]
}

export interface PaidWorkData {
  readonly code: string
  readonly title: string
  readonly pursued: boolean
  readonly upToPence: number | null
  readonly minutes: number | null
  readonly displacedMinutes: number | null
  readonly overrunMinutes: number | null
}

export type TodayItem = HighlightData & { readonly nature: Nature }

/** The plan as it is. */
export interface TodayData {
  readonly contractYear: string
  readonly ruleVersion: number
  readonly headline: string
  readonly paidWork: readonly PaidWorkData[]
  readonly staffGroup: GroupFigures & {
    readonly coverage: { readonly itemsWithoutEstimate: number }
    readonly items: readonly TodayItem[]
  }
}

/** The plan as supposed. */
export interface SupposedData {
  readonly headline: string
  readonly notes: readonly { readonly code: string; readonly kind: string; readonly message: string }[]
  readonly staffGroup: GroupFigures & {
    readonly items: readonly (Pick<HighlightData, 'code' | 'title' | 'returnedMinutes' | 'item'> & {
      readonly declarationOnly: { readonly verdict: boolean | null } | null
    })[]
  }
}

/** What the page's query answers. */
export interface CrowdOutAnswer {
  readonly network: {
    readonly odsCode: string
    readonly name: string
    readonly staffGroups: readonly { readonly code: string; readonly name: string }[] | null
    readonly today: TodayData | null
    readonly supposed?: SupposedData | null
  } | null
}
