import type { CrowdOutFigures } from './crowd-out.js'
import type { ObservedCrowdOut } from './displacement.js'
import type { Span } from './estimate-cases.js'

/** Whose time the sentence is about, and which of the two figures it gives. */
export interface HeadlineVoice {
  /** "your" to the person herself; otherwise such as "the network manager’s". */
  readonly whose: string
  /** Figures are of the rest of the year. */
  readonly fromHere: boolean
  /** Who speaks of the priorities: to the network ("you"), or the network itself in its statement ("we"). "you" when left out. */
  readonly planner?: 'you' | 'we'
}

/**
 * The numbers as one short paragraph about one staff group; it says only what is arithmetic, never what caused what.
 * Units: minutes in, whole hours out, halves up; less than half an hour is "less than 1 hour", never 0.
 * Source: docs/method/crowd-out.md, rule version 1.
 */
export function headline(figures: CrowdOutFigures, voice: HeadlineVoice = { whose: 'your', fromHere: false }): string {
  const { availableMinutes, nationalMinutes, nationalOverrunMinutes } = figures
  if (availableMinutes === null || nationalMinutes === null || nationalOverrunMinutes === null) {
    return `Nobody has entered ${voice.whose} time for all twelve months, so what national work leaves of it is not known.`
  }
  const of = voice.fromHere
    ? `the ${hours(availableMinutes)} that ${isOne(availableMinutes) ? 'is' : 'are'} left of ${voice.whose} year`
    : `${voice.whose} ${hours(availableMinutes)}`
  const asks = `National work asks for ${nationalMinutes === 0 ? `none of ${of}` : part(nationalMinutes, availableMinutes, of)}.`
  const fits = nationalOverrunMinutes === 0 ? '' : ` ${upper(ofThem(nationalOverrunMinutes))} in no month.`
  return `${asks}${fits} ${localSentence(figures, voice.planner ?? 'you')}`
}

function localSentence({ localWantedMinutes, displacedMinutes, beyondCapacityMinutes }: CrowdOutFigures, planner: 'you' | 'we'): string {
  const own = planner === 'you' ? 'your own priorities' : 'our own priorities'
  const [wanted, displaced, beyond] = [localWantedMinutes ?? 0, displacedMinutes ?? 0, beyondCapacityMinutes ?? 0]
  if (wanted === 0) return `No time is planned for ${own} yet.`
  const planned = `the ${hours(wanted)} ${planner} planned for ${own}`
  if (displaced > 0) {
    const more = beyond === 0 ? '' : ` ${upper(some(beyond))} more would not have fitted anyway.`
    return `${upper(part(displaced, wanted, planned))} no longer ${verb(displaced, 'fit')}.${more}`
  }
  if (beyond === 0) return `All of ${planned} still ${verb(wanted, 'fit')}.`
  return `None of ${planned} is displaced; ${some(beyond)} would not fit even if nothing national were asked.`
}

/** So many hours of so many: never "1 of the 1 hour", where rounding makes them look the same. */
function part(minutes: number, whole: number, words: string): string {
  if (amount(minutes) !== amount(whole)) return `${amount(minutes)} of ${words}`
  if (minutes === whole) return `all of ${words}`
  if (minutes > whole) return `more than ${words}`
  return isOne(whole) ? `part of ${words}` : `nearly all of ${words}`
}

/** What of hours just named fits or not: "24 of them fit", "less than 1 hour of that fits". */
function ofThem(minutes: number): string {
  return isOne(minutes) ? `${hours(minutes)} of that fits` : `${amount(minutes)} of them fit`
}

/** A number of hours that follows hours; below two with its noun, which it does not share with them. */
function some(minutes: number): string {
  return isOne(minutes) ? hours(minutes) : amount(minutes)
}

/** A span as people read it: "between 0 and 2 hours, depending on the estimates". */
export function spanInWords({ least, greatest }: Span): string {
  if (amount(least) === amount(greatest)) return hours(greatest)
  return `between ${amount(least)} and ${hours(greatest)}, depending on the estimates`
}

/** Whole hours, halves up; "less than 1" for the first half hour. */
function amount(minutes: number): string {
  const whole = Math.floor((minutes + 30) / 60)
  return whole === 0 && minutes > 0 ? 'less than 1' : new Intl.NumberFormat('en-GB').format(whole)
}

/** Minutes as people read them: whole hours, halves up, "less than 1 hour" for the first half hour. */
export function hours(minutes: number): string {
  return `${amount(minutes)} ${isOne(minutes) ? 'hour' : 'hours'}`
}

function verb(minutes: number, plural: string): string {
  return isOne(minutes) ? `${plural}s` : plural
}

function isOne(minutes: number): boolean {
  return minutes > 0 && minutes < 90
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/**
 * Observed crowd-out as one short paragraph: what people logged, as a range, and how much of what was not done it explains.
 * Source: docs/method/crowd-out.md, rule version 1.
 */
export function observedInWords({ plannedMinutes, loggedMinutes, lowShare, highShare, coverageShare }: ObservedCrowdOut): string {
  if (lowShare === null || highShare === null) return 'No time is planned for your own priorities yet, so nothing can have been put back.'
  const planned = `the ${hours(plannedMinutes)} planned`
  if (loggedMinutes === 0) return `Nothing is logged as put back, of ${planned}.`
  const [low, high] = [percent(lowShare), percent(highShare)]
  const range = low === high ? `${low}%` : `between ${low}% and ${high}%`
  const explained = coverageShare === null ? 'Nothing is left to do.' : `The log explains ${percent(coverageShare)}% of what was not done.`
  return `By the log, ${range} of ${planned} ${isOne(plannedMinutes) ? 'was' : 'were'} put back for requirements and requests. ${explained}`
}

function percent(share: number): number {
  return Math.floor(share * 100 + 0.5)
}
