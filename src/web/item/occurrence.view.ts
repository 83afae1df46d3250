import { type Day } from '../../platform/day.js'
import { isOpen, type Status, statusTag, type Tag } from '../layout/status.js'
import { count, dayInWords, forPeriod, listInWords, momentInWords, periodName } from '../layout/words.js'
import { type ItemPageData, type OccurrenceData, type OccurrenceToShow, type OtherItem } from './item.data.js'

/** One time an item has to be shown, as its page shows it. */
export interface OccurrenceCard {
  readonly id: string
  readonly title: string
  readonly tag: Tag
  readonly due: string
  readonly facts: readonly string[]
  /** Whether there is something to put before the commissioner that was not put there yet. */
  readonly canSubmit: boolean
  readonly decisions: readonly { readonly words: string; readonly reason: string }[]
}

/** Every time an item has to be shown, in order. */
export function occurrenceCards(item: ItemPageData, practiceName: (code: string) => string): OccurrenceCard[] {
  const { occurrences, checklist, late } = item
  return occurrences.map((one) => ({
    id: one.id,
    canSubmit: canSubmit(item, one),
    title: one.event
      ? `After ${dayInWords(one.event.happenedOn)}: ${one.event.note}`
      : forPeriod(one.periodFrom, one.periodTo, checklist.contractYear),
    tag: statusTag(one.standing.status, late),
    due: dueWords(one),
    facts: [...practiceFacts(one, practiceName), ...submissionFacts(one)],
    decisions: (one.decisions ?? []).map(({ verdict, reason, decidedAt, decidedBy, inForce }) => ({
      words: `${verdict === 'ACCEPTED' ? 'Accepted' : 'Returned'} by ${decidedBy?.name ?? 'the commissioner'} on ${momentInWords(decidedAt)}${inForce ? '' : ' (no longer holds)'}`,
      reason,
    })),
  }))
}

/** Something that shows it stands and was in no submission yet, and there is somebody to decide. */
function canSubmit({ requirement, evidence, checklist }: ItemPageData, { id, submissions, standing }: OccurrenceData): boolean {
  if (checklist.network === null || !['COMMISSIONER', 'COMMISSIONER_MAY_VERIFY'].includes(requirement.decidedBy)) return false
  if (standing.status === 'ACCEPTED') return false
  const standingIds = (evidence ?? [])
    .filter(({ status, occurrences }) => status === 'STANDS' && occurrences.some((one) => one.id === id))
    .map((one) => one.id)
  const submitted = submissions?.at(-1)?.evidence.map((one) => one.id) ?? []
  return standingIds.some((one) => !submitted.includes(one))
}

function dueWords({ dueOn, localDueOn, opensOn, dueBasis, standing }: OccurrenceData): string {
  const national =
    dueOn === null ? 'No deadline' : `Due ${dayInWords(dueOn)}${dueBasis === 'END_OF_PERIOD' ? ', the end of the period' : ''}`
  const local =
    localDueOn === null ? '' : `; your ICB asks for ${dayInWords(localDueOn)}${standing.pastLocalDay ? ', which has passed' : ''}`
  const late = standing.daysLate > 0 ? `; ${count(standing.daysLate, 'day')} late` : ''
  return `${national}${local}${late}${standing.status === 'NOT_YET_DUE' ? `; opens ${dayInWords(opensOn)}` : ''}`
}

function practiceFacts({ practices }: OccurrenceData, practiceName: (code: string) => string): string[] {
  if (!practices || practices.asked.length === 0) return []
  const joined = practices.asked.filter(({ joinedOn }) => joinedOn !== null)
  return [
    `${practices.shown.length} of ${count(practices.asked.length, 'practice has', 'practices have')} shown it`,
    ...(practices.missing.length > 0 ? [`Still to come: ${listInWords(practices.missing.map(practiceName))}`] : []),
    ...joined.map(({ practiceCode, joinedOn }) => `${practiceName(practiceCode)} joined on ${dayInWords(joinedOn ?? '')}`),
  ]
}

function submissionFacts({ submissions }: OccurrenceData): string[] {
  const latest = submissions?.at(-1)
  return latest ? [`With your commissioner since ${momentInWords(latest.submittedAt)}`] : []
}

/** An occurrence that evidence could serve, to be ticked. */
export interface Choice {
  readonly id: string
  readonly text: string
  readonly hint: string
}

/** The item's own occurrences that can be shown now, most pressing first; then those to which more can be added. */
export function ownChoices({ occurrences, checklist }: Pick<ItemPageData, 'occurrences' | 'checklist'>): Choice[] {
  return [...showable(occurrences), ...occurrences.filter(({ standing }) => standing.status === 'EVIDENCED')].map((one) => ({
    ...{ id: one.id, text: upper(periodName(one.periodFrom, one.periodTo, checklist.contractYear)), hint: hintOf(one) },
  }))
}

/** What else could be shown by the same evidence: first what stands in the same service area, then the rest. */
export function otherChoices({ id, requirement, checklist }: Pick<ItemPageData, 'id' | 'requirement' | 'checklist'>): {
  readonly suggested: Choice[]
  readonly others: Choice[]
} {
  const items = checklist.items.nodes.filter((item) => item.id !== id)
  const isNear = (item: OtherItem): boolean => item.requirement.serviceArea.code === requirement.serviceArea.code
  const choices = (some: readonly OtherItem[]): Choice[] => some.flatMap((item) => choicesOf(item, checklist.contractYear))
  return { suggested: choices(items.filter(isNear)), others: choices(items.filter((item) => !isNear(item))) }
}

function choicesOf({ code, requirement, occurrences }: OtherItem, contractYear: string): Choice[] {
  return showable(occurrences).map((one) => ({
    ...{ id: one.id, text: `${code} ${requirement.title}, ${periodName(one.periodFrom, one.periodTo, contractYear)}`, hint: hintOf(one) },
  }))
}

function showable<T extends OccurrenceToShow>(occurrences: readonly T[]): T[] {
  const order: readonly Status[] = ['OVERDUE', 'RETURNED', 'LAPSED']
  const rank = ({ standing }: T): number => (order.includes(standing.status) ? 0 : 1)
  return occurrences
    .filter(({ standing }) => isOpen(standing.status))
    .sort((one, other) => rank(one) - rank(other) || one.ordinal - other.ordinal)
}

function hintOf({ dueOn, standing }: OccurrenceToShow): string {
  const due = (day: Day | null): string => (day === null ? 'no deadline' : `due ${dayInWords(day)}`)
  return `${statusTag(standing.status).text}, ${due(dueOn)}`
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
