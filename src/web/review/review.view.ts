import { type Day, type Instant } from '../../platform/day.js'
import { type EvidenceCard, evidenceCard, type EvidenceData } from '../layout/evidence-card.js'
import { type Obligation, obligationName } from '../layout/item-row.js'
import { count, dayInWords, momentInWords, periodName } from '../layout/words.js'

interface Named {
  readonly name: string
}

export interface SubmissionData {
  readonly id: string
  readonly submittedAt: Instant
  readonly automatic: boolean
  readonly submittedBy: Named | null
  readonly network: {
    readonly odsCode: string
    readonly name: string
    readonly practices: readonly { readonly practice: { readonly odsCode: string; readonly name: string } }[]
  }
  readonly item: {
    readonly id: string
    readonly code: string
    readonly checklist: { readonly contractYear: string }
    readonly requirement: {
      readonly title: string
      readonly text: string
      readonly paragraph: string | null
      readonly decidedBy: string
      readonly obligation: Obligation
      readonly evidence: readonly { readonly what: string; readonly per: string }[] | null
    }
    readonly questions:
      | readonly {
          readonly text: string
          readonly askedAt: Instant
          readonly askedBy: Named | null
          readonly answers: readonly { readonly text: string; readonly answeredBy: Named | null }[]
        }[]
      | null
  }
  readonly occurrence: {
    readonly id: string
    readonly periodFrom: Day
    readonly periodTo: Day | null
    readonly dueOn: Day | null
    readonly standing: { readonly daysLate: number }
    readonly decisions:
      readonly { readonly verdict: string; readonly reason: string; readonly decidedAt: Instant; readonly decidedBy: Named | null }[] | null
  }
  readonly evidence: readonly EvidenceData[]
}

export interface ReviewData {
  readonly reviewQueue: {
    readonly count: number
    readonly nodes: readonly SubmissionData[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  }
}

/** One submission, with exactly what it showed: what there is to decide on. */
export function submissionView({ network, item, occurrence, evidence, submittedAt, automatic, submittedBy }: SubmissionData) {
  const { requirement, checklist } = item
  const names = new Map(network.practices.map(({ practice }) => [practice.odsCode, practice.name]))
  const late = occurrence.standing.daysLate > 0 ? `, ${count(occurrence.standing.daysLate, 'day')} late` : ''
  return {
    ...{ network: network.name, code: item.code, itemHref: `/items/${item.id}`, text: requirement.text, paragraph: requirement.paragraph },
    heading: `${item.code} ${requirement.title}`,
    contractYear: checklist.contractYear,
    period: periodName(occurrence.periodFrom, occurrence.periodTo, checklist.contractYear),
    due: `${occurrence.dueOn ? `Due ${dayInWords(occurrence.dueOn)}` : 'No deadline'}${late}`,
    submitted: automatic
      ? `Submitted by itself on ${momentInWords(submittedAt)}, once it was shown in full`
      : `Submitted by ${submittedBy?.name ?? 'somebody'} on ${momentInWords(submittedAt)}`,
    expected: (requirement.evidence ?? []).map(
      ({ what, per }) => `${what.replace(/\.$/, '')}${per === 'PRACTICE' ? ', one for each practice' : ''}.`,
    ),
    facts: [
      obligationName(requirement.obligation),
      requirement.decidedBy === 'COMMISSIONER_MAY_VERIFY' ? 'Paid on declaration; you may check it' : 'You decide whether it is enough',
    ],
    evidence: evidence.map((one): EvidenceCard => evidenceCard(one, checklist.contractYear, (code) => names.get(code) ?? code)),
    before: (occurrence.decisions ?? []).map((decision) => ({
      words: `${decision.verdict === 'ACCEPTED' ? 'Accepted' : 'Returned'} by ${decision.decidedBy?.name ?? 'somebody'} on ${momentInWords(decision.decidedAt)}`,
      reason: decision.reason,
    })),
    questions: (item.questions ?? []).map(({ text, askedBy, askedAt, answers }) => ({
      ...{ text, asked: `${askedBy?.name ?? 'Somebody'}, ${momentInWords(askedAt)}` },
      answers: answers.map((answer) => `${answer.answeredBy?.name ?? 'Somebody'}: ${answer.text}`),
    })),
  }
}

export interface BulkData {
  readonly reviewQueue: {
    readonly count: number
    readonly nodes: readonly {
      readonly id: string
      readonly submittedAt: Instant
      readonly network: Named
      readonly item: {
        readonly id: string
        readonly code: string
        readonly checklist: { readonly contractYear: string }
        readonly requirement: { readonly title: string }
      }
      readonly occurrence: {
        readonly id: string
        readonly periodFrom: Day
        readonly periodTo: Day | null
        readonly standing: { readonly daysLate: number }
      }
      readonly evidence: readonly { readonly note: string; readonly files: readonly unknown[] }[]
    }[]
  }
}

/** The queue as a list to tick: what was submitted, by requirement and network. */
export function bulkRows({ reviewQueue }: BulkData) {
  return reviewQueue.nodes
    .map(({ id, network, item, occurrence, evidence, submittedAt }) => ({
      ...{ value: `${occurrence.id} ${id}`, id, href: `/items/${item.id}` },
      text: `${item.code} ${item.requirement.title}: ${network.name}, ${periodName(occurrence.periodFrom, occurrence.periodTo, item.checklist.contractYear)}, ${item.checklist.contractYear}`,
      hint: [
        `${count(evidence.length, 'piece')} of evidence`,
        `since ${momentInWords(submittedAt)}`,
        ...(occurrence.standing.daysLate > 0 ? [`${count(occurrence.standing.daysLate, 'day')} late`] : []),
      ].join(', '),
    }))
    .sort((one, other) => (one.text < other.text ? -1 : 1))
}
