import { type ContractYear, type Day } from '../../platform/day.js'

/** What an entry of the catalogue is. Only duties and conditions are requirements: they make items on a checklist. */
export const entryKinds = ['DUTY', 'CONDITION', 'ENTITLEMENT', 'RULE', 'NOTE'] as const
export type EntryKind = (typeof entryKinds)[number]

/** The kinds that have to be shown. */
export const requirementKinds = ['DUTY', 'CONDITION'] as const
export type RequirementKind = (typeof requirementKinds)[number]

/** Who has to act. */
export const responsibles = ['NETWORK', 'PRACTICE', 'CLINICAL_DIRECTOR', 'COMMISSIONER', 'PARTNER'] as const
export type Responsible = (typeof responsibles)[number]

/** What kind of work it is: saying so, handing in figures or a document, arranging and leading, or care and service. */
export const natures = ['DECLARE', 'REPORT', 'GOVERN', 'DELIVER'] as const
export type Nature = (typeof natures)[number]

/** What hangs on it: money stops without it, it earns money if pursued, or it is owed with no money attached. */
export const obligations = ['GATE', 'PAID', 'UNPAID'] as const
export type Obligation = (typeof obligations)[number]

/** How often the duty itself falls. */
export const fallsDueValues = ['ONCE', 'ANNUAL', 'QUARTERLY', 'MONTHLY', 'WEEKLY', 'CONTINUOUS', 'ON_EVENT'] as const
export type FallsDue = (typeof fallsDueValues)[number]

/** How often it has to be shown: occurrences come from this, not from how often the duty falls. */
export const shownEveryValues = ['YEAR', 'QUARTER', 'MONTH', 'EVENT'] as const
export type ShownEvery = (typeof shownEveryValues)[number]

/** Who decides whether what is shown is enough; `NOBODY` unless a source says otherwise. */
export const decidedByValues = ['NOBODY', 'COMMISSIONER', 'COMMISSIONER_MAY_VERIFY', 'CALCULATED'] as const
export type DecidedBy = (typeof decidedByValues)[number]

/** How sure the catalogue is: a source says it, nobody was found to say it, or it is taken over from an earlier year unconfirmed. */
export const certainties = ['SOURCED', 'UNSOURCED', 'CARRIED_UNCONFIRMED'] as const
export type Certainty = (typeof certainties)[number]

/** What a rate is multiplied with: a list size, care-home beds, or points. Each is a different number. */
export const rateBases = ['REGISTERED_1_JANUARY', 'WEIGHTED_1_JANUARY', 'ADJUSTED', 'BEDS', 'POINTS'] as const
export type RateBase = (typeof rateBases)[number]

export const specificationStatuses = ['PUBLISHED', 'DRAFT'] as const
export type SpecificationStatus = (typeof specificationStatuses)[number]

/** Who shows one piece: the checklist's holder once, or each member practice. */
export const evidenceHolders = ['NETWORK', 'PRACTICE'] as const
export type EvidenceHolder = (typeof evidenceHolders)[number]

/** A publication an entry rests on. */
export interface Source {
  key: string
  title: string
  url: string
}

/** The entry of an earlier year a carried entry was taken over from. */
export interface CarriedFrom {
  contractYear: ContractYear
  code: string
}

/**
 * When a requirement can be shown. All null and false: it opens with its period and is due on the period's last day.
 * `afterYearEnd`: it opens the day after the contract year, and without `dueOn` no deadline is stated.
 */
export interface Window {
  opensOn: Day | null
  dueOn: Day | null
  /** Days after the event, for requirements shown on an event; null when no deadline is stated. */
  dueDays: number | null
  afterYearEnd: boolean
}

export interface EvidenceExpected {
  what: string
  per: EvidenceHolder
}

/** What hangs on a requirement. Amounts only where a source states them; a rate is a year's, in mills (thousandths of a pound). */
export interface Money {
  text: string
  pence: number | null
  rateMills: number | null
  base: RateBase | null
}

/** Our reading of the five facts behind "declaration-only", and whether the source itself says tick-box. null = not known. */
export interface DeclarationFacts {
  selfDeclared: boolean | null
  documentOrRole: boolean | null
  fixedNationally: boolean | null
  yesNo: boolean | null
  noOutcomeMeasure: boolean | null
  calledTickBox: boolean
}

/** What every entry states. */
export interface EntryBase {
  code: string
  /** The permanent key: the same duty in two years has the same. */
  key: string
  title: string
  text: string
  paragraph: string | null
  sources: readonly string[]
  certainty: Certainty
  carriedFrom: CarriedFrom | null
}

/** What a requirement states besides. */
export interface RequirementFields {
  responsible: readonly Responsible[]
  nature: Nature
  obligation: Obligation
  fallsDue: FallsDue
  shownEvery: ShownEvery
  /** Why it is shown every month: the source that asks for it, in words. Present exactly when `shownEvery` is `MONTH`. */
  monthlyBecause: string | null
  /** Whether it is an arrangement which, once made, stands until it lapses. */
  standing: boolean
  window: Window
  evidence: readonly EvidenceExpected[]
  decidedBy: DecidedBy
  money: Money | null
  defaultsToNoOn: Day | null
  informationGovernance: boolean
  declarationFacts: DeclarationFacts
}

export type Requirement = EntryBase & RequirementFields & { kind: RequirementKind }
export type Explanation = EntryBase & { kind: Exclude<EntryKind, RequirementKind> }
export type CatalogueEntry = Requirement | Explanation

export interface ServiceArea {
  code: string
  title: string
  order: number
}

export interface SpecificationHead {
  contractYear: ContractYear
  edition: number
  status: SpecificationStatus
  title: string
  version: string | null
  publishedOn: Day | null
  effectiveFrom: Day
  coverage: string
  sources: readonly Source[]
}

/** What an indicator is for: it earns money, or it is extracted and published and earns nothing. */
export const indicatorUses = ['PAYMENT', 'MANAGEMENT_INFORMATION'] as const
export type IndicatorUse = (typeof indicatorUses)[number]

/** Which way is better: a higher figure, a lower one, or done by a day. */
export const indicatorDirections = ['UP', 'DOWN', 'DONE'] as const
export type IndicatorDirection = (typeof indicatorDirections)[number]

/** An indicator of the Investment and Impact Fund: shown with its thresholds, never due. null = not known. */
export interface Indicator {
  code: string
  title: string
  use: IndicatorUse
  direction: IndicatorDirection | null
  numerator: string | null
  denominator: string | null
  lowerThreshold: string | null
  upperThreshold: string | null
  /** How sure the thresholds are, which may be less than that there is such an indicator. null: there are none. */
  thresholdCertainty: Certainty | null
  points: number | null
  pointsCertainty: Certainty | null
  /** What a point is worth, in pence, only where a source states it. */
  penceAPoint: number | null
  /** Codes of the same thing in other lists and years. */
  aliases: readonly string[]
  /** Where it holds for a part of the year only. */
  startsOn: Day | null
  endsOn: Day | null
  note: string | null
  sources: readonly string[]
  certainty: Certainty
}

/** Whether an entry has to be shown (a duty or a condition), and so makes items on a checklist. */
export function isRequirement<T extends CatalogueEntry>(entry: T): entry is T & Requirement {
  return entry.kind === 'DUTY' || entry.kind === 'CONDITION'
}
