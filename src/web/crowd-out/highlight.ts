import { hoursInWords } from '../layout/hours.js'
import { count, inPounds } from '../layout/words.js'

export type Basis = 'NETWORK_ESTIMATE' | 'RELEASE_MEDIAN' | 'CATALOGUE_ASSUMPTION'

/** The minutes in force of one staff group. */
export interface EstimateData {
  readonly staffGroup: string
  readonly basis: Basis | null
  /** How many networks it rests on. */
  readonly networks: number | null
}

/** What the fragment `Highlight` answers. */
export interface HighlightData {
  readonly code: string
  readonly title: string
  readonly paragraph: string | null
  readonly minutes: number | null
  readonly relaxableMinutes: number | null
  readonly returnedMinutes: number | null
  readonly upToPence: number | null
  readonly burdenPence: number | null
  readonly rating: number | null
  readonly declarationOnly: {
    readonly verdict: boolean | null
    readonly reasons: readonly string[]
    readonly calledTickBoxBySource: boolean
  } | null
  readonly estimates: readonly EstimateData[]
  readonly item: { readonly id: string } | null
}

/** An item that gives time back, as lists show it. */
export interface Highlight {
  readonly code: string
  readonly title: string
  readonly href: string | null
  readonly returns: string
  /** What is known of it besides, each a short sentence. */
  readonly facts: readonly string[]
  readonly reasons: readonly string[]
  /** The director's own word on what it is worth: never part of another figure. */
  readonly rating: string
}

/** What an item would give back, what it takes and costs, and what those figures rest on; its value rating apart from all of it. */
export function highlightRow(item: HighlightData): Highlight {
  const { code, title, paragraph, minutes, returnedMinutes, upToPence, burdenPence, rating, declarationOnly, estimates } = item
  const [cost, stake] = [inPounds(burdenPence), inPounds(upToPence)]
  return {
    ...{ code, title, href: item.item ? `/items/${item.item.id}` : null, returns: hoursInWords(returnedMinutes) },
    facts: [
      cost === null
        ? `Takes ${hoursInWords(minutes)} a year; what that costs is not known`
        : `Takes ${hoursInWords(minutes)} a year, ${cost} of staff time`,
      ...(stake === null ? [] : [`Up to ${stake} is paid for it`]),
      paragraph === null ? 'No paragraph known' : `Paragraph ${paragraph}`,
      basisOf(estimates),
      ...(declarationOnly?.calledTickBoxBySource ? ['Its source calls it a tick-box'] : []),
    ],
    reasons: declarationOnly?.reasons ?? [],
    rating: rating === null ? 'Not rated yet' : `${rating} of 5`,
  }
}

/** What minutes rest on: the weakest of the staff groups' bases is said, since the figure is no better than that. */
export function basisOf(estimates: readonly EstimateData[]): string {
  const released = estimates.filter(({ basis }) => basis === 'RELEASE_MEDIAN')
  const fewest = Math.min(...released.map(({ networks }) => networks ?? 0))
  const has = (wanted: Basis): boolean => estimates.some(({ basis }) => basis === wanted)
  const words = [
    ...(has('CATALOGUE_ASSUMPTION') ? ['an assumption'] : []),
    ...(released.length > 0 ? [`the median of ${count(fewest, 'network')}`] : []),
    ...(has('NETWORK_ESTIMATE') ? ['your own estimate'] : []),
  ]
  if (words.length === 0) return 'Its minutes are as recorded with the request'
  return `Minutes: ${words.join(', in part ')}`
}

/** One sentence cut where its hours are, so that they can stand out. */
export function sentenceParts(sentence: string): { readonly text: string; readonly strong: boolean }[] {
  return sentence
    .split(/((?:less than )?[\d,]*\d(?: of the [\d,]*\d| of your [\d,]*\d)?(?: hours?)?)/gi)
    .map((text, index) => ({ text, strong: index % 2 === 1 }))
    .filter(({ text }) => text !== '')
}

/** How much of a staff group's national work rests on what: "96 hours on your own estimates, 69 hours on assumptions". */
export function minutesByBasis(
  items: readonly { readonly minutes: number | null; readonly estimates: readonly EstimateData[] }[],
  staffGroup: string,
) {
  const sum = (basis: Basis | null): number =>
    items
      .filter(({ estimates }) => (estimates.find((one) => one.staffGroup === staffGroup)?.basis ?? null) === basis)
      .reduce((total, { minutes }) => total + (minutes ?? 0), 0)
  return { own: sum('NETWORK_ESTIMATE'), released: sum('RELEASE_MEDIAN'), assumed: sum('CATALOGUE_ASSUMPTION'), requested: sum(null) }
}
