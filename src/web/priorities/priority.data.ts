import { type Day, type Instant } from '../../platform/day.js'
import { type FiguresData } from './figures.js'
import { type PriorityStatus } from './priorities.view.js'

interface Named {
  readonly name: string
}

/** Minutes of one staff group in three cases. */
export interface MinutesData {
  readonly staffGroup: string
  readonly low: number
  readonly central: number
  readonly high: number
}

export interface ServingData {
  readonly requirementCode: string
  readonly staffGroup: string
  readonly minutes: number
}

export interface MilestoneWords {
  readonly id: string
  readonly title: string
  readonly dueOn: Day
  readonly minutes: number | null
}

export interface MilestoneData extends MilestoneWords {
  readonly doneOn: Day | null
  readonly marks: readonly {
    readonly doneOn: Day
    readonly recordedAt: Instant
    readonly supersededAt: Instant | null
    readonly recordedBy: Named | null
  }[]
}

/** What a priority said from one moment to another. */
export interface VersionData {
  readonly title: string
  readonly need: string | null
  readonly needSource: string | null
  readonly population: string | null
  readonly measure: string | null
  readonly baseline: string | null
  readonly target: string | null
  readonly opensOn: Day
  readonly closesOn: Day
  readonly minutes: readonly MinutesData[]
  readonly milestones: readonly MilestoneWords[]
  readonly serves: readonly ServingData[]
  readonly recordedAt: Instant
}

/** What a practice says of a priority. */
export interface PracticeViewData {
  readonly practiceCode: string
  readonly endorses: boolean | null
  readonly reason: string | null
  readonly recordedAt: Instant | null
  readonly beforeLastChange: boolean
}

/** What the page's query answers about the priority. */
export interface PriorityData extends VersionData {
  readonly id: string
  readonly contractYear: string
  readonly rank: number | null
  readonly status: PriorityStatus
  readonly owner: { readonly id: string; readonly name: string } | null
  readonly milestones: readonly MilestoneData[]
  readonly endorsements: readonly PracticeViewData[]
  readonly closing: { readonly reason: string; readonly recordedAt: Instant; readonly recordedBy: Named | null } | null
  readonly loggedMinutes: readonly { readonly staffGroup: string; readonly minutes: number }[] | null
  readonly history: readonly VersionData[]
  readonly network: { readonly odsCode: string }
}

type PriorityFigures = FiguresData & { readonly priority: { readonly id: string } | null }

/** What it answers about the network around it. */
export interface AroundData {
  readonly name: string
  readonly practices: readonly { readonly practice: { readonly odsCode: string; readonly name: string } }[]
  readonly staffGroups: readonly { readonly code: string; readonly name: string }[] | null
  readonly priorityRankings:
    readonly { readonly priorityIds: readonly string[]; readonly recordedAt: Instant; readonly recordedBy: Named | null }[] | null
  readonly checklist: {
    readonly items: {
      readonly nodes: readonly { readonly id: string; readonly code: string; readonly requirement: { readonly title: string } }[]
    }
  } | null
  readonly crowdOut: {
    readonly priorities: readonly PriorityFigures[]
    readonly staffGroups: readonly {
      readonly staffGroup: string
      readonly capacityMinutes: number | null
      readonly priorities: readonly PriorityFigures[]
    }[]
  } | null
}
