import type { Money, RateBase } from '../../specification/domain/catalogue.js'
import { counted } from '../../priority/domain/counted.js'
import { atStakePence, MILLS_A_PENNY } from './money.js'

/** Bases a network enters itself. The registered list comes from its practices' list sizes and is never typed in. */
export const enteredBases = ['WEIGHTED_1_JANUARY', 'ADJUSTED', 'BEDS', 'POINTS'] as const satisfies readonly RateBase[]

/** How many of a base a network has, and where that comes from. */
export interface BaseSize {
  readonly base: RateBase
  /** For points of one indicator; null for everything else. */
  readonly indicatorCode: string | null
  /** Whole patients, beds or points; null where not known. */
  readonly size: number | null
  /** Where the figure comes from, or why there is none. */
  readonly basis: string
}

/** A base as somebody enters it. */
export interface BaseEntered {
  readonly base: RateBase
  readonly indicatorCode?: string | null
  /** Null takes back what was entered. */
  readonly size?: number | null
  readonly basis: string
}

/** A base that cannot be taken. */
export interface PaymentBaseRefused {
  readonly kind: 'PaymentBaseRefused'
  readonly field: string
  readonly message: string
}

/** The least and the most there can be of each base: beyond it is a slip of the keyboard. */
const bounds: Readonly<Record<RateBase, { readonly least: number; readonly most: number }>> = {
  REGISTERED_1_JANUARY: { least: 1, most: 1_000_000 },
  WEIGHTED_1_JANUARY: { least: 1, most: 1_000_000 },
  ADJUSTED: { least: 1, most: 1_000_000 },
  BEDS: { least: 0, most: 20_000 },
  POINTS: { least: 0, most: 10_000 },
}

/** What each base, and one of it, is called. */
const names: Readonly<Record<RateBase, { readonly title: string; readonly one: string }>> = {
  REGISTERED_1_JANUARY: { title: 'Registered list on 1 January', one: 'registered patient' },
  WEIGHTED_1_JANUARY: { title: 'Weighted list on 1 January', one: 'weighted patient' },
  ADJUSTED: { title: 'Adjusted list', one: 'adjusted patient' },
  BEDS: { title: 'Care-home beds', one: 'bed' },
  POINTS: { title: 'Points', one: 'point' },
}

/** What a base is called in a heading. */
export function baseTitle(base: RateBase): string {
  return names[base].title
}

/** How many of a base in words: "1 bed", "38,000 weighted patients". */
export function sizeInWords(base: RateBase, size: number): string {
  return counted(size, names[base].one)
}

/** A rate in words, to the mill where it has one: "£127.20 per bed", "£2.218 per registered patient". */
export function rateInWords(mills: number, base: RateBase): string {
  const pounds = mills % MILLS_A_PENNY === 0 ? (mills / 1000).toFixed(2) : (mills / 1000).toFixed(3)
  return `£${pounds} per ${names[base].one}`
}

/** Whole pence as pounds: "£4,350.00". */
export function poundsInWords(pence: number): string {
  return (pence / 100).toLocaleString('en-GB', { style: 'currency', currency: 'GBP' })
}

/**
 * Why a base cannot be taken; undefined when it can: only bases a network knows itself, points of an indicator only as points, whole numbers
 * that can be, and with each where it comes from. Units: patients, beds, points. Source: docs/method/burden.md, rule version 1.
 */
export function refuseBase({ base, indicatorCode = null, size = null, basis }: BaseEntered): PaymentBaseRefused | undefined {
  if (!enteredBases.some((entered) => entered === base)) {
    return refused('base', 'The registered list comes from the list sizes of the practices on 1 January. It cannot be entered here.')
  }
  if (indicatorCode !== null && base !== 'POINTS') return refused('indicatorCode', 'Only points are counted by indicator.')
  if (size === null) return undefined
  const { least, most } = bounds[base]
  if (!Number.isSafeInteger(size) || size < least || size > most) {
    const range = `from ${least.toLocaleString('en-GB')} to ${most.toLocaleString('en-GB')}`
    return refused('size', `${baseTitle(base)}: a whole number ${range}, not ${size}.`)
  }
  return basis === '' ? refused('basis', 'Say where the figure comes from, such as the ICB’s letter and its date.') : undefined
}

function refused(field: string, message: string): PaymentBaseRefused {
  return { kind: 'PaymentBaseRefused', field, message }
}

/** What is at stake ("up to") with one piece of paid work, and everything it was worked out from. */
export interface Stake {
  /** Null: none is stated, or its base is not known. */
  readonly pence: number | null
  /** What the source says of the money; null where it says nothing. */
  readonly inWords: string | null
  /** A rate and what it is multiplied with; null where the source states an amount, or no rate. */
  readonly rate: { readonly mills: number; readonly size: BaseSize } | null
}

/**
 * What is at stake with a requirement: the amount its source states, else its rate times the rate's own base, and never another.
 * Units: pence, half up once; null where not known. Source: docs/method/burden.md, rule version 1.
 */
export function stakeOf(money: Money | null, sizeOf: (base: RateBase) => BaseSize): Stake {
  if (money === null) return { pence: null, inWords: null, rate: null }
  const { text: inWords, pence, rateMills, base } = money
  if (pence !== null || rateMills === null || base === null) return { pence, inWords, rate: null }
  const size = sizeOf(base)
  return { pence: atStakePence({ mills: rateMills, base }, { [base]: size.size }), inWords, rate: { mills: rateMills, size } }
}

/**
 * The value of a point in a year: what requirements of the specification that are paid in points state. Null where none does, or where two
 * differ: it is never guessed. Units: mills.
 */
export function pointMills(moneys: readonly (Money | null)[]): number | null {
  const stated = moneys.flatMap((money) => (money?.base === 'POINTS' && money.rateMills !== null ? [money.rateMills] : []))
  const [first] = stated
  return first === undefined || stated.some((mills) => mills !== first) ? null : first
}

/**
 * What is at stake with an indicator: its points times the value of a point. It is before the adjustments for list size and prevalence that
 * each payment is multiplied with, and says so. Units: pence; null where points or their value are not known.
 * Source: docs/method/burden.md, rule version 1.
 */
export function indicatorStake(points: BaseSize, mills: number | null): Stake {
  const worth = mills === null ? 'no source states what a point is worth this year' : rateInWords(mills, 'POINTS')
  const count = points.size === null ? 'points not known' : sizeInWords('POINTS', points.size)
  const inWords = `${upper(count)}; ${worth}. Before the adjustments for list size and prevalence.`
  if (mills === null) return { pence: null, inWords, rate: null }
  return { pence: atStakePence({ mills, base: 'POINTS' }, { POINTS: points.size }), inWords, rate: { mills, size: points } }
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
