import { type Day } from '../../platform/day.js'

/** What hangs on a requirement: no money without it, money for it, or neither (but it must be done). */
export type Obligation = 'GATE' | 'PAID' | 'UNPAID'

/** How often a requirement has to be shown, which may be less often than it has to be done. */
export type ShownEvery = 'YEAR' | 'QUARTER' | 'MONTH' | 'EVENT'

/** What kind of act a requirement is. */
export type Nature = 'DECLARE' | 'REPORT' | 'GOVERN' | 'DELIVER'

/** What of a requirement says when it has to be shown. The names are those of the catalogue entry, so an entry fits as it is. */
export interface RequirementTiming {
  readonly shownEvery: ShownEvery
  readonly nature: Nature
  /** Stated opening day; null where no source states one. */
  readonly opensOn: Day | null
  /** Stated due day; null where no source states one. */
  readonly dueOn: Day | null
  /** On-event requirements only: days allowed after the event; null where no deadline is stated. */
  readonly dueDays: number | null
  /** Shown once the contract year is over, as an achievement declared after 31 March is. */
  readonly afterYearEnd: boolean
}

/** What of a requirement bears on whether it has been shown. */
export interface RequirementFacts {
  readonly obligation: Obligation
  /** An arrangement which, once made, goes on standing until it lapses: an agreement, an appointment. */
  readonly standing: boolean
  /** Asked of every member practice instead of the network as a whole. */
  readonly perPractice: boolean
}
