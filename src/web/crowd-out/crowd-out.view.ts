import { type Day } from '../../platform/day.js'

interface Highlight {
  readonly code: string
  readonly title: string
  readonly paragraph: string | null
  readonly minutes: number | null
  readonly returnedMinutes: number | null
  readonly upToPence: number | null
  readonly rating: number | null
  readonly declarationOnly: { readonly reasons: readonly string[] } | null
  readonly item: { readonly id: string } | null
}

interface PriorityFigures {
  readonly priority: { readonly id: string; readonly title: string } | null
  readonly wantedMinutes: number | null
  readonly possibleMinutes: number | null
  readonly displacedMinutes: number | null
  readonly beyondCapacityMinutes: number | null
}

interface Month {
  readonly startsOn: Day
  readonly availableMinutes: number
  readonly deliveryAndGovernanceMinutes: number
  readonly declarationAndReportingMinutes: number
  readonly localMinutes: number
  readonly nationalOverrunMinutes: number
  readonly displacedMinutes: number
}

/** What the page's query answers about one network. */
export interface CrowdOutData {
  readonly headline: string
  readonly contractYear: string
  readonly localPossibleMinutes: number | null
  readonly coverage: { readonly groupsWithoutCapacity: number; readonly itemsWithoutEstimate: number }
  readonly ruleVersion: number
  readonly highlights: readonly Highlight[]
  readonly priorities: readonly PriorityFigures[]
  readonly staffGroups: readonly {
    readonly name: string
    readonly capacityMinutes: number | null
    readonly months: readonly Month[] | null
  }[]
}

/** Minutes as people say them: "2 hours 30 minutes"; what is not known is never 0. */
export function inHours(minutes: number | null): string {
  if (minutes === null) return 'not known'
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const words = [hours > 0 ? `${hours.toLocaleString('en-GB')} ${hours === 1 ? 'hour' : 'hours'}` : '', rest > 0 ? `${rest} minutes` : '']
  return words.filter((word) => word !== '').join(' ') || 'none'
}

/** Pence as pounds, "up to": nothing where no amount is known. */
export function inPounds(pence: number | null): string {
  return pence === null ? '' : `up to £${(pence / 100).toLocaleString('en-GB', { maximumFractionDigits: 0 })}`
}

/** The page: a sentence, switches, and the tables beneath. `today` is what holds with nothing relaxed. */
export function crowdOutPage(supposed: CrowdOutData, todayPossible: number | null, relaxing: readonly string[]) {
  const gained =
    relaxing.length > 0 && supposed.localPossibleMinutes !== null && todayPossible !== null
      ? supposed.localPossibleMinutes - todayPossible
      : null
  return {
    gained: gained === null ? null : inHours(gained),
    highlights: supposed.highlights.map((highlight) => ({
      ...{ code: highlight.code, title: highlight.title, href: highlight.item ? `/items/${highlight.item.id}` : null },
      ...{ takes: inHours(highlight.minutes), returns: inHours(highlight.returnedMinutes), pounds: inPounds(highlight.upToPence) },
      ...{ paragraph: highlight.paragraph, rating: highlight.rating, reasons: highlight.declarationOnly?.reasons ?? [] },
    })),
    priorities: supposed.priorities.map((figures) => [
      { text: figures.priority?.title ?? 'A priority' },
      ...[figures.wantedMinutes, figures.possibleMinutes, figures.displacedMinutes, figures.beyondCapacityMinutes].map((minutes) => ({
        text: inHours(minutes),
        format: 'numeric',
      })),
    ]),
    groups: supposed.staffGroups.flatMap(({ name, months }) => (months ? [{ name, rows: months.map(monthRow) }] : [])),
    unknownGroups: supposed.staffGroups.filter(({ capacityMinutes }) => capacityMinutes === null).map(({ name }) => name),
  }
}

function monthRow(month: Month) {
  const figures = [
    ...[month.availableMinutes, month.deliveryAndGovernanceMinutes, month.declarationAndReportingMinutes, month.localMinutes],
    ...[month.nationalOverrunMinutes, month.displacedMinutes],
  ]
  const name = new Date(`${month.startsOn}T12:00:00Z`).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/London',
  })
  return [
    { text: name },
    ...figures.map((minutes) => ({ text: (minutes / 60).toLocaleString('en-GB', { maximumFractionDigits: 1 }), format: 'numeric' })),
  ]
}
