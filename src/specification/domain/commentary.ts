import { type ContractYear, type Day } from '../../platform/day.js'
import { type Certainty, type RateBase, type Source } from './catalogue.js'

/** What happened to a requirement, an indicator or the contract. */
export const eventChanges = [
  'PUBLISHED',
  'STARTED',
  'PHASED',
  'DEFERRED',
  'SUSPENDED',
  'REPURPOSED',
  'RETIRED',
  'SUPERSEDED',
  'INCOME_PROTECTED',
  'CHANGED',
  'CONFIRMED',
  'LOCALLY_VARIED',
] as const
export type EventChange = (typeof eventChanges)[number]

/** Something that happened to the contract in a year, and what it touched, by permanent key and by code. A fact; it changes no status. */
export interface ContractEvent {
  code: string
  contractYear: ContractYear
  change: EventChange
  /** When, as the sources say it. */
  when: string
  /** The days it held, where the sources give them. */
  startsOn: Day | null
  endsOn: Day | null
  title: string
  text: string
  requirements: readonly string[]
  indicators: readonly string[]
  sources: readonly string[]
  certainty: Certainty
}

/** What one or more sources say a payment was in a year. A rate is a year's, in mills (thousandths of a pound); a sum is in pence. */
export interface PaymentFigure {
  contractYear: ContractYear
  says: string
  rateMills: number | null
  pence: number | null
  base: RateBase | null
  sources: readonly string[]
  certainty: Certainty
}

/** Where sources contradict each other. Both figures stay. */
export interface Disagreement {
  contractYear: ContractYear
  text: string
  sources: readonly string[]
}

/** One payment of the contract through the years. */
export interface Payment {
  key: string
  title: string
  text: string
  requirements: readonly string[]
  figures: readonly PaymentFigure[]
  disagreements: readonly Disagreement[]
}

/** Somebody's published interpretation of a requirement: an opinion, in our own words. */
export interface Reading {
  code: string
  contractYear: ContractYear
  requirements: readonly string[]
  author: string
  when: string
  publishedOn: Day | null
  text: string
  source: string
}

/** How often a figure is asked for. */
export const cadences = ['MONTH', 'QUARTER', 'YEAR'] as const
export type Cadence = (typeof cadences)[number]

/** A figure commissioners commonly ask for: what is counted, of what, and where it is read off. */
export interface FigureTemplate {
  code: string
  title: string
  requirements: readonly string[]
  numerator: string
  denominator: string
  unit: string
  /** Where it can be read off. */
  from: string
  cadence: Cadence
  sources: readonly string[]
}

/** What is known around the catalogue, and may grow without a new edition. */
export interface Commentary {
  sources: readonly Source[]
  events: readonly ContractEvent[]
  payments: readonly Payment[]
  readings: readonly Reading[]
  figureTemplates: readonly FigureTemplate[]
}
