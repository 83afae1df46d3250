import { addDays, dayAt, type Day, earlier, type Instant } from '../../platform/day.js'
import { type ItemRow, itemRow } from '../layout/item-row.js'
import { type MemberData } from '../people/people.data.js'
import { isOver } from '../people/people.view.js'
import { count, dayInWords, fromToday, momentInWords, shortDayInWords } from '../layout/words.js'
import {
  type AnsweredRequest,
  type BoardData,
  type ChecklistData,
  type NetworkData,
  type OwedItem,
  type PriorityData,
} from './hand-over.data.js'
import { decisionsOf } from './decided.view.js'
import { DAYS_AHEAD, type Line, LINES, part } from './lines.js'
import { leaversOf, whoIsWho } from './who.view.js'

/** After every other day: no day is known. */
const NEVER: Day = '9999-12-31'

/** What a network's successor has to know. */
export function networkHandOver({ network, memberships }: NetworkData, today: Day) {
  const people = memberships?.nodes ?? []
  const requests = network.requests?.nodes ?? []
  const priorities = network.priorities ?? []
  const waiting = requests.filter(({ standing }) => standing === 'UNANSWERED')
  const work = checklistPart(network.checklist, people, today)
  const questions = questionLines(network.checklist)
  return {
    ...work,
    first: [
      ...work.first,
      ...waiting
        .map((one) => requestLine(one, today))
        .sort(byDay)
        .slice(0, 1)
        .map(answerFirst),
    ],
    boards: network.integratedCareBoards.map(({ name }) => name),
    figures: [
      ...work.figures,
      {
        number: waiting.length + questions.length,
        label: 'waiting for an answer',
        href: '#asked',
        tone: waiting.length > 0 ? 'amber' : 'calm',
      },
    ],
    promised: part([...milestoneLines(priorities, today), ...promisedRequests(requests, today)].sort(byDay)),
    waiting: part(waiting.map((one) => requestLine(one, today)).sort(byDay)),
    questions: part(questions),
    ranked: priorities.filter(({ rank }) => rank !== null).map((one) => rankedRow(one, people, today)),
    rankedBy: rankedBy(network.priorityRankings ?? []),
    decided: part(decisionsOf(network.checklist?.decided.nodes ?? [], priorities, requests, today)),
    who: whoIsWho(people, today),
  }
}

/** What an ICB's successor has to know. */
export function boardHandOver({ integratedCareBoard, reviewQueue, memberships }: BoardData, today: Day) {
  const people = memberships?.nodes ?? []
  const work = checklistPart(integratedCareBoard.checklist, people, today)
  const queue = reviewQueue?.nodes ?? []
  const questions = questionLines(integratedCareBoard.checklist)
  const toReview = reviewQueue?.count ?? 0
  const review = { href: '/review', text: `Review ${count(toReview, 'submission')}`, detail: 'Networks wait for your decision.' }
  return {
    ...work,
    first: [...work.first, ...(toReview > 0 ? [review] : [])],
    figures: [...work.figures, { number: toReview, label: 'to review', href: '#asked', tone: toReview > 0 ? 'amber' : 'calm' }],
    waiting: {
      rows: queue.slice(0, LINES).map(({ submittedAt, network, item }) => ({
        ...{ href: '/review', text: `${item?.code ?? ''} ${item?.requirement.title ?? ''}`.trim() },
        detail: `${network?.name ?? 'A network'}, submitted on ${momentInWords(submittedAt)}`,
      })),
      more: Math.max(0, toReview - Math.min(queue.length, LINES)),
    },
    questions: part(questions),
    decided: part(decisionsOf(integratedCareBoard.checklist?.decided.nodes ?? [], [], [], today)),
    who: whoIsWho(people, today),
  }
}

function checklistPart(checklist: ChecklistData | null, people: readonly MemberData[], today: Day) {
  const owed = checklist?.owed.nodes ?? []
  const late = owed.filter(({ status }) => ['OVERDUE', 'RETURNED', 'LAPSED'].includes(status))
  const horizon = addDays(today, DAYS_AHEAD)
  const due = owed
    .filter((item) => !late.includes(item) && soonestOf(item) <= horizon)
    .sort((one, other) => soonestOf(one).localeCompare(soonestOf(other)) || one.code.localeCompare(other.code))
  const undated = owed.filter((item) => !late.includes(item) && item.status === 'OPEN' && soonestOf(item) === NEVER)
  return {
    contractYear: checklist?.contractYear ?? null,
    first: firstOfWork(late, due, today),
    figures: [
      { number: late.length, label: 'late, returned or lapsed', href: '#late', tone: late.length > 0 ? 'red' : 'calm' },
      { number: due.length, label: `due in ${DAYS_AHEAD} days`, href: '#due', tone: due.length > 0 ? 'amber' : 'calm' },
    ],
    late: part(late.map((item) => rowOf(item, today))),
    due: part(due.map((item) => dueLine(item, today))),
    undated: undated.length > 0 ? `${count(undated.length, 'more item is', 'more items are')} open without a deadline.` : null,
    leavers: leaversOf(owed, people, today),
    successors: checklist?.assignable ?? [],
  }
}

/** The earlier of the national day and the ICB's: reminders follow it. */
function soonestOf({ nextDueOn, localDueOn }: OwedItem): Day {
  return earlier(nextDueOn ?? NEVER, localDueOn ?? NEVER)
}

/** With what to begin: what is longest late, what came back, what falls due next. */
function firstOfWork(late: readonly OwedItem[], due: readonly OwedItem[], today: Day): Line[] {
  const overdue = [...late].filter(({ status }) => status === 'OVERDUE').sort((one, other) => other.daysLate - one.daysLate)
  const [worst] = [...overdue.filter((item) => item.late === 'BREACH'), ...overdue]
  const returned = late.find(({ status }) => status === 'RETURNED')
  const [next] = due
  const line = (verb: string, item: OwedItem | undefined, why: (row: ItemRow) => string | null): Line[] => {
    if (!item) return []
    return [{ href: `/items/${item.id}`, text: `${verb} ${item.code} ${item.requirement.title}`, detail: why(itemRow(item, today)) ?? '' }]
  }
  return [
    ...line('Show', worst, ({ tag, due: was }) => [tag.text, was].filter(Boolean).join('. ')),
    ...line('Put right', returned, () => 'Your commissioner returned it.'),
    ...line('Prepare', next, ({ localDue, due: national }) => [localDue, national].filter(Boolean).join('. ')),
  ]
}

function answerFirst({ href, text, detail }: Line): Line {
  return { href, text: `Answer “${text}”`, detail }
}

function rowOf(item: OwedItem, today: Day): ItemRow {
  const row = itemRow(item, today)
  return item.assignmentNote ? { ...row, detail: [row.detail, `Note: ${item.assignmentNote}`].filter(Boolean).join('. ') } : row
}

function dueLine(item: OwedItem, today: Day): Line {
  const { due, localDue, marks } = rowOf(item, today)
  const detail = [due, localDue, marks.join(', '), item.assignmentNote && `Note: ${item.assignmentNote}`]
  return { href: `/items/${item.id}`, text: `${item.code} ${item.requirement.title}`, detail: detail.filter(Boolean).join('. ') }
}

interface DatedLine extends Line {
  /** By which lines are put in order. */
  readonly day: Day
}

const byDay = (one: DatedLine, other: DatedLine): number => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)
function milestoneLines(priorities: readonly PriorityData[], today: Day): DatedLine[] {
  return priorities
    .filter(({ rank }) => rank !== null)
    .flatMap(({ id, title, milestones }) =>
      milestones
        .filter(({ doneOn }) => doneOn === null)
        .map((milestone) => ({
          ...{ href: `/priorities/${id}`, text: milestone.title, day: milestone.dueOn },
          detail: `Milestone of “${title}”, ${milestone.dueOn < today ? 'was due' : 'due'} ${dayInWords(milestone.dueOn)} (${fromToday(milestone.dueOn, today)})`,
        })),
    )
}

function promisedRequests(requests: readonly AnsweredRequest[], today: Day): DatedLine[] {
  const words = { ACCEPT: 'Accepted', NEGOTIATE: 'Offered instead', DELEGATE: 'Passed on' } as const
  return requests.flatMap(({ standing, answer, request }) => {
    if (standing === 'UNANSWERED' || standing === 'DECLINE') return []
    const to = answer?.instead ?? answer?.delegateTo
    const due = request.dueOn ? ` By ${dayInWords(request.dueOn)} (${fromToday(request.dueOn, today)}).` : ' No day was given.'
    const detail = `${words[standing]}${to ? `: ${to}` : ''}. Asked by ${request.askedBy}.${due}`
    return [{ href: `/requests/${request.id}`, text: request.title, detail, day: request.dueOn ?? NEVER }]
  })
}

function requestLine({ request }: AnsweredRequest, today: Day): DatedLine {
  const due = request.dueOn ? `answer by ${dayInWords(request.dueOn)} (${fromToday(request.dueOn, today)})` : 'no day was given'
  const detail = `Asked by ${request.askedBy} on ${dayInWords(request.receivedOn)}, ${due}`
  return { href: `/requests/${request.id}`, text: request.title, detail, day: request.dueOn ?? NEVER }
}

function questionLines(checklist: ChecklistData | null): Line[] {
  return (checklist?.questions?.nodes ?? []).map(({ text, askedAt, askedBy, item }) => ({
    ...{ href: `/items/${item.id}#questions`, text },
    detail: `${askedBy?.name ?? 'Somebody'} on ${item.code} ${item.requirement.title}, ${dayInWords(dayAt(askedAt))}`,
  }))
}

function rankedRow(
  { id, title, need, needSource, owner, milestones, endorsements }: PriorityData,
  people: readonly MemberData[],
  today: Day,
) {
  const isHere = (personId: string): boolean => people.some(({ person, ...days }) => person.id === personId && !isOver(days, today))
  const [behind, against] = [true, false].map((said) => endorsements.filter(({ endorses }) => endorses === said).length)
  const [next] = milestones.filter(({ doneOn }) => doneOn === null).sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
  const who = owner ? `${owner.name}${isHere(owner.id) ? ' leads it' : ', who left, led it'}` : 'Nobody leads it'
  const views = `${behind ?? 0} of ${count(endorsements.length, 'practice')} behind it${against ? `, ${against} against` : ''}`
  return {
    ...{
      href: `/priorities/${id}`,
      title,
      facts: `${who}. ${views}.${next ? ` Next: ${next.title}, ${shortDayInWords(next.dueOn)}.` : ''}`,
    },
    why: need ? `${need}${needSource ? ` (${needSource})` : ''}` : 'Why it was chosen was never written down.',
  }
}

function rankedBy(
  rankings: readonly { readonly recordedAt: Instant; readonly recordedBy: { readonly name: string } | null }[],
): string | null {
  const [latest] = rankings
  return latest ? `Put in this order by ${latest.recordedBy?.name ?? 'somebody'} on ${dayInWords(dayAt(latest.recordedAt))}` : null
}
