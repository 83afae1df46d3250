import { type Day, type Instant } from '../../platform/day.js'

export interface PaperRequest {
  readonly code: string
  readonly title: string
  readonly askedBy: string
  readonly receivedOn: Day
  readonly dueOn: Day | null
  readonly timeInWords: string
  readonly clauseInWords: string
  readonly answerInWords: string
}

export interface PaperItem {
  readonly code: string
  readonly title: string
  readonly paragraph: string | null
  readonly minutes: number | null
  readonly returnedMinutes: number | null
  readonly basis: string
}

/** What the fragment `StatementPaper` answers. */
export interface PaperData {
  readonly networkCode: string
  readonly networkName: string
  readonly contractYear: string
  readonly asOf: Day
  readonly sentence: string
  readonly capacity: readonly { readonly name: string; readonly minutes: number | null; readonly basis: string | null }[]
  readonly requests: readonly PaperRequest[]
  readonly requestsInAll: string | null
  readonly displacedMinutes: number | null
  readonly displacedInAll: string | null
  readonly priorities: readonly {
    readonly title: string
    readonly wantedMinutes: number | null
    readonly displacedMinutes: number | null
  }[]
  readonly givingBack: readonly PaperItem[]
  readonly returnedTogetherInWords: string | null
  readonly asks: readonly string[]
  readonly basesInWords: string
  readonly ruleVersion: number
  readonly text: string
}

export type Reader = 'COMMISSIONERS' | 'LMCS'

/** A statement that was published, as lists show it. */
export interface PublishedData {
  readonly id: string
  readonly asOf: Day
  readonly recordedAt: Instant
  readonly readers: readonly Reader[]
  readonly withdrawnAt: Instant | null
  readonly withdrawalReason: string | null
  readonly publishedBy: { readonly name: string } | null
}
