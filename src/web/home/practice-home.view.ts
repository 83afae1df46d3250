import { type Day } from '../../platform/day.js'
import { type ItemData, obligationName } from '../layout/item-row.js'
import { type ProgressData, progressFigure } from '../layout/progress.js'
import { isOpen, type Status, type Tag } from '../layout/status.js'
import { dayInWords, fromToday, periodName } from '../layout/words.js'

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
  const parts = items.nodes.flatMap(({ id, code, requirement, occurrences }) =>
    occurrences
      .filter(({ practices }) => practices?.asked.some((one) => one.practiceCode === practiceCode))
      .map((one) => ({
        part: partOf({ id, code, title: requirement.title, mark: obligationName(requirement.obligation) }, one, contractYear, today),
        one,
      })),
  )
  const isMissing = ({ practices }: OccurrenceOfPractices): boolean => practices?.missing.includes(practiceCode) === true
  return {
    contractYear,
    progressFigure: progressFigure(progress),
    waiting: parts
      .filter(({ one }) => isMissing(one) && isOpen(one.standing.status))
      .map(({ part }) => part)
      .sort((one, other) => (one.day === other.day ? 0 : one.day < other.day ? -1 : 1)),
    confirmed: parts
      .filter(({ one }) => one.practices?.shown.includes(practiceCode))
      .map(({ part }) => ({ ...part, href: part.href.replace(/\/confirm$/, ''), tag: shown })),
  }
}

const shown: Tag = { text: 'Shown', classes: 'nhsuk-tag--aqua-green' }

interface Named {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly mark: string
}

function partOf(
  { id, code, title, mark }: Named,
  { periodFrom, periodTo, dueOn }: OccurrenceOfPractices,
  contractYear: string,
  today: Day,
): Part {
  const isLate = dueOn !== null && dueOn < today
  return {
    ...{
      href: `/items/${id}/confirm`,
      code,
      title,
      marks: [mark],
      day: dueOn ?? LAST_DAY,
      detail: `For ${periodName(periodFrom, periodTo, contractYear)}`,
    },
    tag: isLate ? { text: 'Overdue', classes: 'nhsuk-tag--red' } : { text: 'To confirm', classes: '' },
    due: dueOn === null ? 'No deadline' : `${isLate ? 'Was due' : 'Due'} ${dayInWords(dueOn)} (${fromToday(dueOn, today)})`,
  }
}
