import { type Day } from '../../platform/day.js'
import { type Tag } from '../layout/status.js'
import { count, dayInWords, fromToday, listInWords } from '../layout/words.js'
import {
  type AskedData,
  type AskerKind,
  type Choice,
  type ClauseData,
  type Finding,
  type Minutes,
  type Nature,
  type StaffGroup,
  type Standing,
} from './request.data.js'

/** The five staff groups every network has. */
export const commonGroups: readonly StaffGroup[] = [
  { code: 'CLINICAL_DIRECTOR', name: 'Clinical director' },
  { code: 'NETWORK_MANAGER', name: 'Network manager' },
  { code: 'PRACTICE_MANAGER', name: 'Practice managers' },
  { code: 'CLINICIAN', name: 'Clinicians' },
  { code: 'ADMINISTRATOR', name: 'Administrators' },
]

export const askers: Readonly<Record<AskerKind, string>> = {
  ...{ ICB: 'The integrated care board (ICB)', TRUST: 'A hospital or community trust', NHS_ENGLAND: 'NHS England' },
  ...{ LMC: 'The local medical committee (LMC)', COUNCIL: 'A council', OTHER: 'Somebody else' },
}

export const natures: Readonly<Record<Nature, { readonly text: string; readonly hint: string }>> = {
  DECLARE: { text: 'Declare something', hint: 'Say or tick that something is so' },
  REPORT: { text: 'Report something', hint: 'A plan, a return, figures, a form' },
  GOVERN: { text: 'Meet or agree something', hint: 'A meeting, a board, a policy, an agreement' },
  DELIVER: { text: 'Deliver something', hint: 'A service or care for patients' },
}

const answers: Readonly<Record<Standing, Tag>> = {
  UNANSWERED: { text: 'To answer', classes: 'nhsuk-tag--yellow' },
  ACCEPT: { text: 'Accepted', classes: 'nhsuk-tag--green' },
  DECLINE: { text: 'Declined', classes: 'nhsuk-tag--grey' },
  DELEGATE: { text: 'Passed on', classes: 'nhsuk-tag--purple' },
  NEGOTIATE: { text: 'Being negotiated', classes: 'nhsuk-tag--blue' },
}

/** What an answer is called, and its tag. */
export function standingTag(standing: Standing): Tag {
  return answers[standing]
}

export const choices: Readonly<Record<Choice, string>> = {
  ...{ ACCEPT: 'accept', DECLINE: 'decline', DELEGATE: 'pass it on', NEGOTIATE: 'offer something else' },
}

/** Where the contract asks for it, as far as somebody looked, and whose finding that is. */
export function clauseWords({ clause, clauseBy, requirementCode, paragraph }: ClauseData): string {
  const whose = { LMC: ', by the LMC', NETWORK: ', by our clinical director', RECORDER: '' }[clauseBy]
  const words = findingWords({ clause, requirementCode, paragraph })
  return clause === 'NOT_LOOKED' ? words : `${words}${whose}`
}

/** The same of one reading. */
export function findingWords({
  clause,
  requirementCode,
  paragraph,
}: Pick<ClauseData, 'requirementCode' | 'paragraph'> & { readonly clause: Finding }): string {
  if (clause === 'NOT_LOOKED') return 'Nobody has looked for a clause yet'
  if (clause === 'NOT_FOUND') return 'No clause found'
  const place = [...(requirementCode ? [requirementCode] : []), ...(paragraph ? [`paragraph ${paragraph}`] : [])]
  return place.length > 0 ? `Clause: ${place.join(', ')}` : 'Clause found'
}

/** Minutes as people say them: 4 hours 30 minutes. */
export function timeWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [...(hours > 0 ? [count(hours, 'hour')] : []), ...(rest > 0 ? [count(rest, 'minute')] : [])].join(' ') || 'no time'
}

/** One staff group's time, as a span where the three cases differ. */
export function spanWords(minutes: Minutes['minutes']): string {
  if (minutes === null) return 'nobody knows how much'
  const { low, central, high } = minutes
  return low === high ? timeWords(central) : `${timeWords(central)} (${timeWords(low)} to ${timeWords(high)})`
}

/** What a request takes of each staff group. Nothing known is said so, and is not nothing. */
export function takes(
  minutes: readonly Minutes[] | null,
  groups: readonly StaffGroup[],
): { readonly name: string; readonly time: string }[] {
  const nameOf = (code: string): string => groups.find((group) => group.code === code)?.name ?? code
  return (minutes ?? []).map((row) => ({ name: nameOf(row.staffGroup), time: spanWords(row.minutes) }))
}

/** The same in one line. */
export function takesInLine(minutes: readonly Minutes[] | null, groups: readonly StaffGroup[]): string {
  const rows = takes(minutes, groups)
  return rows.length === 0 ? 'Nobody knows how long it takes' : rows.map(({ name, time }) => `${name}: ${time}`).join('. ')
}

/** Of all staff groups together; null where nothing is known. */
export function centralSum(minutes: readonly Minutes[] | null): number | null {
  const known = (minutes ?? []).flatMap((row) => row.minutes ?? [])
  return known.length === 0 ? null : known.reduce((sum, { central }) => sum + central, 0)
}

export function dueWords(dueOn: Day | null, today: Day): string {
  return dueOn === null ? 'No day was given' : `By ${dayInWords(dueOn)} (${fromToday(dueOn, today)})`
}

/** Who asked whom, and when. */
export function askedWords({ askedBy, receivedOn, networksAsked }: AskedData): string {
  const many = networksAsked > 1 ? `, of ${count(networksAsked, 'network')}` : ''
  return `Asked by ${askedBy} on ${dayInWords(receivedOn)}${many}`
}

/** Networks by name, as a sentence has them. */
export function namesOf(rows: readonly { readonly name: string }[]): string {
  return listInWords(rows.map(({ name }) => name))
}
