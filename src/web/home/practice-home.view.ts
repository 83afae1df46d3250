import { type Day } from '../../platform/day.js'
import { type ItemData, obligationName } from '../layout/item-row.js'
import { type ProgressData, progressFigure } from '../layout/progress.js'
import { isOpen, type Status, type Tag } from '../layout/status.js'
import { dayInWords, forPeriod, fromToday, listInWords, periodName } from '../layout/words.js'

interface OccurrenceOfPractices {
  readonly id: string
  readonly periodFrom: Day
  readonly periodTo: Day | null
  readonly dueOn: Day | null
  readonly standing: { readonly status: Status }
  readonly practices: {
    readonly asked: readonly { readonly practiceCode: string; readonly joinedOn: Day | null }[]
    readonly shown: readonly string[]
    readonly missing: readonly string[]
  } | null
}

export interface PracticeHomeData {
  readonly network: {
    readonly name: string
    readonly checklist: {
      readonly contractYear: string
      readonly progress: ProgressData
      readonly items: { readonly nodes: readonly (ItemData & { readonly occurrences: readonly OccurrenceOfPractices[] })[] }
    } | null
  }
}

type Checklist = NonNullable<PracticeHomeData['network']['checklist']>

/** One part of a practice: confirmed, or to be confirmed. */
interface Part {
  readonly href: string
  readonly code: string
  readonly title: string
  readonly tag: Tag
  readonly due: string | null
  readonly detail: string
  readonly marks: readonly string[]
  readonly day: Day
}

const LAST_DAY = '9999-12-31'

/** What one practice still has to confirm, what falls due first coming first, and what it has shown. */
export function practiceHome({ contractYear, progress, items }: Checklist, practiceCode: string, today: Day) {
  const isMissing = ({ standing, practices }: OccurrenceOfPractices): boolean =>
    isOpen(standing.status) && practices?.missing.includes(practiceCode) === true
  const isShown = ({ practices }: OccurrenceOfPractices): boolean => practices?.shown.includes(practiceCode) === true
  return {
    contractYear,
    progressFigure: progressFigure(progress),
    waiting: items.nodes
      .flatMap((item) => item.occurrences.filter(isMissing).map((one) => waitingPart(item, one, contractYear, today)))
      .sort((one, other) => (one.day === other.day ? 0 : one.day < other.day ? -1 : 1)),
    confirmed: items.nodes.flatMap((item) => shownPart(item, item.occurrences.filter(isShown), contractYear)),
  }
}

function partOf({ id, code, requirement }: ItemData): Pick<Part, 'href' | 'code' | 'title' | 'marks'> {
  return { href: `/items/${id}`, code, title: requirement.title, marks: [obligationName(requirement.obligation)] }
}

function waitingPart(item: ItemData, { periodFrom, periodTo, dueOn }: OccurrenceOfPractices, contractYear: string, today: Day): Part {
  const isLate = dueOn !== null && dueOn < today
  return {
    ...{
      ...partOf(item),
      href: `/items/${item.id}/confirm`,
      day: dueOn ?? LAST_DAY,
      detail: forPeriod(periodFrom, periodTo, contractYear),
    },
    tag: isLate ? { text: 'Overdue', classes: 'nhsuk-tag--red' } : { text: 'To confirm', classes: '' },
    due: dueOn === null ? 'No deadline' : `${isLate ? 'Was due' : 'Due'} ${dayInWords(dueOn)} (${fromToday(dueOn, today)})`,
  }
}

/** Everything a practice has shown of one item, in one line. */
function shownPart(item: ItemData, occurrences: readonly OccurrenceOfPractices[], contractYear: string): Part[] {
  if (occurrences.length === 0) return []
  const periods = listInWords(occurrences.map(({ periodFrom, periodTo }) => periodName(periodFrom, periodTo, contractYear)))
  const tag = { text: 'Shown', classes: 'nhsuk-tag--aqua-green' }
  return [{ ...partOf(item), tag, day: LAST_DAY, due: null, detail: `For ${periods}` }]
}
