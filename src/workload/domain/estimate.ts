import { counted } from '../../priority/domain/counted.js'
import { type Nature, type ShownEvery } from '../../specification/domain/catalogue.js'
import { type Assumptions, type MinutesRange, type StaffGroup } from '../../specification/domain/reference-data.js'
import { type PlannedStaffGroup } from './staff-group.js'

/** Where a figure comes from, the first that there is. */
export const estimateBases = ['NETWORK_ESTIMATE', 'RELEASE_MEDIAN', 'CATALOGUE_ASSUMPTION'] as const
export type EstimateBasis = (typeof estimateBases)[number]

/** Where a business-as-usual percent comes from. */
export const percentBases = ['NETWORK', 'ASSUMED'] as const
export type PercentBasis = (typeof percentBases)[number]

/** A median of fewer networks says who they are, so it is not used. */
export const FEWEST_NETWORKS = 5

/** What a network would do anyway of declarations and reports, until it says so itself: nothing. Our assumption, labelled as one. */
export const ASSUMED_BUSINESS_AS_USUAL_PERCENT = 0

/** A network's own estimate, for the contract year. */
export interface OwnEstimate extends MinutesRange {
  readonly businessAsUsualPercent: number | null
  readonly note: string
}

/** The median of a published release, for the contract year. */
export interface ReleasedMedian extends MinutesRange {
  readonly networks: number
}

/** What of an item its assumed minutes come from. */
export interface AskedItem {
  readonly nature: Nature
  readonly shownEvery: ShownEvery
  readonly perPractice: boolean
  /** How often it has to be shown in the year: events that have happened, for what is shown on events. */
  readonly times: number
  /** Practices that are members. */
  readonly practices: number
}

/** Minutes in force for one requirement and staff group in a contract year. */
export interface FigureInForce {
  /** Null: not known, which is never no work. */
  readonly minutes: MinutesRange | null
  readonly basis: EstimateBasis | null
  /** How many networks the figure rests on: 1 for its own, 0 for an assumption; null where there is no figure. */
  readonly networks: number | null
  /** Whole percent; null where not known. */
  readonly businessAsUsualPercent: number | null
  readonly businessAsUsualBasis: PercentBasis | null
  /** Why it is so, in words. */
  readonly note: string
}

/**
 * The minutes in force: the network's own estimate, else the median of a published release of five or more networks, else the catalogue's
 * assumption, else none. Units: whole minutes a contract year. Source: docs/method/workload.md.
 */
export function figureInForce(
  item: AskedItem,
  own: OwnEstimate | null,
  release: ReleasedMedian | null,
  assumption: AssumedMinutes | null,
): FigureInForce {
  const percent = percentInForce(item.nature, own?.businessAsUsualPercent ?? null)
  if (own) return { minutes: rangeOf(own), basis: 'NETWORK_ESTIMATE', networks: 1, note: own.note, ...percent }
  if (release && release.networks >= FEWEST_NETWORKS) {
    const note = `The median of ${release.networks} networks.`
    return { minutes: rangeOf(release), basis: 'RELEASE_MEDIAN', networks: release.networks, note, ...percent }
  }
  if (assumption) return { minutes: assumption.minutes, basis: 'CATALOGUE_ASSUMPTION', networks: 0, note: assumption.note, ...percent }
  const note = 'Nobody has estimated it. Care itself has no assumption.'
  return { minutes: null, basis: null, networks: null, note, ...percent }
}

/** Assumed minutes and why. */
export interface AssumedMinutes {
  readonly minutes: MinutesRange
  readonly note: string
}

/** Groups whose assumed minutes are for each practice, where each practice has to show it. */
const inEachPractice: ReadonlySet<StaffGroup> = new Set(['PRACTICE_MANAGER', 'CLINICIAN', 'ADMINISTRATOR'])

/**
 * The catalogue's assumption for an item and staff group: minutes each time, times how often it is shown, times the practices that each have
 * to show it. A network's own group is assumed to take none: what is assumed is in the group it is under. Null for care, which has no
 * assumption. Units: whole minutes a contract year. Source: data/assumptions.yaml.
 */
export function assumedMinutes(item: AskedItem, group: PlannedStaffGroup, assumptions: Assumptions): AssumedMinutes | null {
  const row = assumptions.assumptions.find(({ nature, shownEvery }) => nature === item.nature && shownEvery === item.shownEvery)
  if (!row) return null
  if (group.own) return { minutes: { low: 0, central: 0, high: 0 }, note: 'None is assumed for a group of your own: enter your estimate.' }
  const practices = item.perPractice && inEachPractice.has(group.under) ? item.practices : 1
  const each = row.minutes[group.under]
  const times = item.times * practices
  const where = practices === 1 ? '' : ` in ${practices} practices`
  const what = `${counted(each.central, 'minute')} each time, ${counted(item.times, 'time')}${where}`
  const note = `Assumption ${assumptions.version}, not a measurement: ${what}. ${row.reason}`
  return { minutes: { low: each.low * times, central: each.central * times, high: each.high * times }, note }
}

function percentInForce(nature: Nature, own: number | null): Pick<FigureInForce, 'businessAsUsualPercent' | 'businessAsUsualBasis'> {
  if (own !== null) return { businessAsUsualPercent: own, businessAsUsualBasis: 'NETWORK' }
  if (nature === 'DELIVER') return { businessAsUsualPercent: null, businessAsUsualBasis: null }
  return { businessAsUsualPercent: ASSUMED_BUSINESS_AS_USUAL_PERCENT, businessAsUsualBasis: 'ASSUMED' }
}

function rangeOf({ low, central, high }: MinutesRange): MinutesRange {
  return { low, central, high }
}

/** A percent that is none. */
export interface PercentRefused {
  readonly kind: 'PercentRefused'
  readonly field: string
  readonly message: string
}

/** Why a percent cannot be taken; undefined when it can. Units: whole percent, 0 to 100. */
export function refusePercent(percent: number | null, field: string): PercentRefused | undefined {
  if (percent === null || (Number.isInteger(percent) && percent >= 0 && percent <= 100)) return undefined
  return { kind: 'PercentRefused', field, message: `A percentage is a whole number from 0 to 100, not ${percent}.` }
}
