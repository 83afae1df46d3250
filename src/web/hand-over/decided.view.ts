import { addDays, dayAt, type Day, type Instant } from '../../platform/day.js'
import { dayInWords } from '../layout/words.js'
import { type AnsweredRequest, type DecidedItem, type PriorityData } from './hand-over.data.js'

/** Something that was decided, latest first. */
export interface Decided {
  readonly href: string
  readonly text: string
  readonly what: string
  readonly detail: string
  readonly at: Instant
}

const marks = {
  NOT_MET: 'Closed as not met',
  NOT_PURSUED: 'Not gone for',
  NOT_APPLICABLE: 'Does not apply',
  BLOCKED_BY_PARTNER: 'Waits for a partner',
} as const

const outcomes = { ACHIEVED: 'Priority achieved', STOPPED: 'Priority stopped', CARRIED_OVER: 'Priority carried over' } as const

/** What was decided in the last twelve months, with the reason, latest first: by the commissioner, and by the organisation itself. */
export function decisionsOf(
  items: readonly DecidedItem[],
  priorities: readonly PriorityData[],
  requests: readonly AnsweredRequest[],
  today: Day,
): Decided[] {
  const from = addDays(today, -365)
  return [...items.flatMap(ofItem), ...priorities.flatMap(ofPriority), ...requests.flatMap(ofRequest)]
    .filter(({ at }) => dayAt(at) >= from)
    .sort((one, other) => (one.at < other.at ? 1 : -1))
}

function ofItem({ id, code, requirement, marks: said, occurrences }: DecidedItem): Decided[] {
  const about = { href: `/items/${id}`, text: `${code} ${requirement.title}` }
  const decisions = occurrences.flatMap(({ decisions: all }) => (all ?? []).filter(({ inForce }) => inForce))
  // Of many decisions on one item the latest of each kind says enough.
  const latest = (['RETURNED', 'ACCEPTED'] as const).flatMap(
    (verdict) =>
      decisions.filter((one) => one.verdict === verdict).sort((one, other) => (one.decidedAt < other.decidedAt ? 1 : -1))[0] ?? [],
  )
  return [
    ...latest.map(({ verdict, reason, decidedAt, decidedBy }) => ({
      ...{ ...about, what: verdict === 'ACCEPTED' ? 'Accepted by the commissioner' : 'Returned by the commissioner', at: decidedAt },
      detail: reasonOf(reason, decidedBy, decidedAt),
    })),
    ...said.map(({ kind, partner, reason, recordedAt, recordedBy }) => ({
      ...{ ...about, what: partner ? `Waits for ${partner}` : marks[kind], at: recordedAt },
      detail: reasonOf(reason, recordedBy, recordedAt),
    })),
  ]
}

function ofPriority({ id, title, closing }: PriorityData): Decided[] {
  if (!closing) return []
  const { outcome, reason, recordedAt, recordedBy } = closing
  return [
    { href: `/priorities/${id}`, text: title, what: outcomes[outcome], at: recordedAt, detail: reasonOf(reason, recordedBy, recordedAt) },
  ]
}

function ofRequest({ standing, answer, request }: AnsweredRequest): Decided[] {
  if (standing !== 'DECLINE' || !answer) return []
  const detail = reasonOf(answer.reason ?? '', answer.recordedBy, answer.recordedAt)
  return [{ href: `/requests/${request.id}`, text: request.title, what: 'Request declined', at: answer.recordedAt, detail }]
}

/** The reason, who, and when. */
function reasonOf(reason: string, by: { readonly name: string } | null, at: Instant): string {
  return `${reason ? `“${reason}” ` : ''}${by?.name ?? 'Somebody'}, ${dayInWords(dayAt(at))}`
}
