import { type Day, type Instant } from '../../platform/day.js'
import { type EvidenceData } from '../layout/evidence-card.js'
import { type ItemData } from '../layout/item-row.js'
import { type Status } from '../layout/status.js'

export interface OccurrenceToShow {
  readonly id: string
  readonly ordinal: number
  readonly periodFrom: Day
  readonly periodTo: Day | null
  readonly opensOn: Day
  readonly dueOn: Day | null
  readonly standing: { readonly status: Status; readonly daysLate: number; readonly pastLocalDay: boolean }
}

export interface DecisionData {
  readonly id: string
  readonly verdict: 'ACCEPTED' | 'RETURNED'
  readonly reason: string
  readonly decidedAt: Instant
  readonly inForce: boolean
  readonly decidedBy: { readonly name: string } | null
}

export interface OccurrenceData extends OccurrenceToShow {
  readonly localDueOn: Day | null
  readonly dueBasis: 'STATED' | 'END_OF_PERIOD' | 'NO_DEADLINE'
  readonly event: { readonly happenedOn: Day; readonly note: string } | null
  readonly practices: {
    readonly asked: readonly { readonly practiceCode: string; readonly joinedOn: Day | null }[]
    readonly shown: readonly string[]
    readonly missing: readonly string[]
  } | null
  readonly submissions: readonly { readonly submittedAt: Instant; readonly evidence: readonly { readonly id: string }[] }[] | null
  readonly decisions: readonly DecisionData[] | null
}

export interface OtherItem {
  readonly id: string
  readonly code: string
  readonly requirement: { readonly title: string; readonly serviceArea: { readonly code: string } }
  readonly occurrences: readonly OccurrenceToShow[]
}

interface Named {
  readonly name: string
}

export interface QuestionData {
  readonly id: string
  readonly text: string
  readonly askedAt: Instant
  readonly askedBy: Named | null
  readonly answers: readonly { readonly text: string; readonly answeredAt: Instant; readonly answeredBy: Named | null }[]
}

export interface MarkData {
  readonly id: string
  readonly kind: 'NOT_APPLICABLE' | 'NOT_PURSUED' | 'NOT_MET' | 'BLOCKED_BY_PARTNER'
  readonly reason: string
  readonly partner: string | null
  readonly startsOn: Day
  readonly endsOn: Day | null
  readonly occurrence: { readonly id: string } | null
}

export interface RequirementData {
  readonly text: string
  readonly paragraph: string | null
  readonly certainty: 'SOURCED' | 'UNSOURCED' | 'CARRIED_UNCONFIRMED'
  readonly nature: string
  readonly responsible: readonly string[] | null
  readonly fallsDue: string
  readonly shownEvery: string
  readonly standing: boolean
  readonly decidedBy: string
  readonly defaultsToNoOn: Day | null
  readonly dueDays: number | null
  readonly carriedFrom: { readonly contractYear: string; readonly code: string } | null
  readonly evidence: readonly { readonly what: string; readonly per: string }[] | null
  readonly money: { readonly text: string } | null
  readonly sources: readonly { readonly title: string; readonly url: string }[]
  readonly specification: { readonly edition: number }
  readonly readings: readonly { readonly code: string }[]
  readonly figureTemplates: readonly {
    readonly title: string
    readonly numerator: string
    readonly denominator: string
    readonly from: string
  }[]
  readonly serviceArea: { readonly code: string; readonly title: string }
}

export interface ChecklistOfItem {
  readonly contractYear: string
  readonly submitsAutomatically: boolean | null
  readonly network: {
    readonly odsCode: string
    readonly name: string
    readonly practices: readonly { readonly practice: { readonly odsCode: string; readonly name: string } }[]
    readonly staffGroups?: readonly { readonly code: string; readonly name: string }[] | null
  } | null
  readonly integratedCareBoard: { readonly odsCode: string; readonly name: string } | null
  readonly assignable: readonly { readonly id: string; readonly name: string }[] | null
  readonly items: { readonly nodes: readonly OtherItem[] }
}

/** What the item page's operation answers. */
export interface ItemPageData extends ItemData {
  readonly assignmentNote: string | null
  readonly declarationOnly: { readonly verdict: boolean | null; readonly reasons: readonly string[] }
  readonly requirement: ItemData['requirement'] & RequirementData
  readonly checklist: ChecklistOfItem
  readonly occurrences: readonly OccurrenceData[]
  readonly marks: readonly MarkData[]
  readonly evidence: readonly EvidenceData[] | null
  readonly questions: readonly QuestionData[] | null
  readonly history:
    readonly { readonly at: Instant; readonly kind: string; readonly text: string | null; readonly by: Named | null }[] | null
}
