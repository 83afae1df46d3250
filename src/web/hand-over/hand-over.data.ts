import { type Day, type Instant } from '../../platform/day.js'
import { type ItemData } from '../layout/item-row.js'
import { type ProgressData } from '../layout/progress.js'
import { type Status } from '../layout/status.js'
import { type MemberData } from '../people/people.data.js'

interface Named {
  readonly name: string
}

/** An item about which something was decided or said. */
export interface DecidedItem {
  readonly id: string
  readonly code: string
  readonly status: Status
  readonly requirement: { readonly title: string }
  readonly marks: readonly {
    readonly kind: 'NOT_APPLICABLE' | 'NOT_PURSUED' | 'NOT_MET' | 'BLOCKED_BY_PARTNER'
    readonly partner: string | null
    readonly reason: string
    readonly endsOn: Day | null
    readonly recordedAt: Instant
    readonly recordedBy: Named | null
  }[]
  readonly occurrences: readonly {
    readonly decisions:
      | readonly {
          readonly verdict: 'ACCEPTED' | 'RETURNED'
          readonly reason: string
          readonly inForce: boolean
          readonly decidedAt: Instant
          readonly decidedBy: Named | null
        }[]
      | null
  }[]
}

export interface OwedItem extends ItemData {
  readonly assignmentNote: string | null
}

/** What the fragment `HandOverChecklist` answers. */
export interface ChecklistData {
  readonly id: string
  readonly contractYear: string
  readonly progress: ProgressData
  readonly assignable: readonly { readonly id: string; readonly name: string }[] | null
  readonly owed: { readonly nodes: readonly OwedItem[] }
  readonly decided: { readonly nodes: readonly DecidedItem[] }
  readonly questions: {
    readonly nodes: readonly {
      readonly id: string
      readonly text: string
      readonly askedAt: Instant
      readonly askedBy: Named | null
      readonly item: { readonly id: string; readonly code: string; readonly requirement: { readonly title: string } }
    }[]
  } | null
}

export interface PriorityData {
  readonly id: string
  readonly title: string
  readonly rank: number | null
  readonly status: 'OPEN' | 'ACHIEVED' | 'STOPPED' | 'CARRIED_OVER'
  readonly need: string | null
  readonly needSource: string | null
  readonly owner: { readonly id: string; readonly name: string } | null
  readonly closing: {
    readonly outcome: 'ACHIEVED' | 'STOPPED' | 'CARRIED_OVER'
    readonly reason: string
    readonly recordedAt: Instant
    readonly recordedBy: Named | null
  } | null
  readonly milestones: readonly { readonly title: string; readonly dueOn: Day; readonly doneOn: Day | null }[]
  readonly endorsements: readonly { readonly endorses: boolean | null }[]
}

export interface AnsweredRequest {
  readonly standing: 'ACCEPT' | 'DECLINE' | 'DELEGATE' | 'NEGOTIATE' | 'UNANSWERED'
  readonly answer: {
    readonly instead: string | null
    readonly delegateTo: string | null
    readonly reason: string | null
    readonly recordedAt: Instant
    readonly recordedBy: Named | null
  } | null
  readonly request: {
    readonly id: string
    readonly title: string
    readonly askedBy: string
    readonly receivedOn: Day
    readonly dueOn: Day | null
  }
}

/** What a network's page asks for. */
export interface NetworkData {
  readonly network: {
    readonly name: string
    readonly integratedCareBoards: readonly Named[]
    readonly checklist: ChecklistData | null
    readonly priorities: readonly PriorityData[] | null
    readonly priorityRankings: readonly { readonly recordedAt: Instant; readonly recordedBy: Named | null }[] | null
    readonly requests: { readonly nodes: readonly AnsweredRequest[] } | null
  }
  readonly memberships: { readonly nodes: readonly MemberData[] } | null
}

/** What an ICB's page asks for. */
export interface BoardData {
  readonly integratedCareBoard: Named & { readonly checklist: ChecklistData | null }
  readonly reviewQueue: {
    readonly count: number
    readonly nodes: readonly {
      readonly id: string
      readonly submittedAt: Instant
      readonly network: Named | null
      readonly item: { readonly code: string; readonly requirement: { readonly title: string } } | null
    }[]
  } | null
  readonly memberships: { readonly nodes: readonly MemberData[] } | null
}
