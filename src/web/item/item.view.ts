import { type Day } from '../../platform/day.js'
import { evidenceCard, type EvidenceCard } from '../layout/evidence-card.js'
import { itemRow, obligationName } from '../layout/item-row.js'
import { dayInWords, listInWords, momentInWords, periodInWords } from '../layout/words.js'
import { type ItemPageData, type MarkData, type QuestionData } from './item.data.js'
import { occurrenceCards } from './occurrence.view.js'

const responsibles: Readonly<Record<string, string>> = {
  NETWORK: 'the network',
  PRACTICE: 'each practice',
  CLINICAL_DIRECTOR: 'the clinical director',
  COMMISSIONER: 'the commissioner',
  PARTNER: 'a partner',
}
const natures: Readonly<Record<string, string>> = {
  DECLARE: 'Say so',
  REPORT: 'Hand in figures or a document',
  GOVERN: 'Arrange and lead',
  DELIVER: 'Care and service',
}
const falls: Readonly<Record<string, string>> = {
  ONCE: 'Once',
  ANNUAL: 'Every year',
  QUARTERLY: 'Every quarter',
  MONTHLY: 'Every month',
  WEEKLY: 'Every week',
  CONTINUOUS: 'All the time',
  ON_EVENT: 'When something happens',
}
const shown: Readonly<Record<string, string>> = {
  YEAR: 'once a year',
  QUARTER: 'once a quarter',
  MONTH: 'once a month',
  EVENT: 'after each event',
}
const deciders: Readonly<Record<string, string>> = {
  NOBODY: 'Nobody: showing it is enough',
  COMMISSIONER: 'Your commissioner decides',
  COMMISSIONER_MAY_VERIFY: 'Nobody at first: your commissioner may check later',
  CALCULATED: 'Another system calculates it, such as CQRS',
}
const marks: Readonly<Record<MarkData['kind'], string>> = {
  NOT_APPLICABLE: 'Does not apply',
  NOT_PURSUED: 'Not pursued',
  NOT_MET: 'Not met',
  BLOCKED_BY_PARTNER: 'Waiting for a partner',
}

/** One fact about an item. */
export interface Fact {
  readonly key: string
  readonly value: string
}

/** Everything the item page shows of an item. */
export function itemView(item: ItemPageData, today: Day) {
  const { requirement, checklist } = item
  const owner = checklist.network ?? checklist.integratedCareBoard
  const practiceName = practiceNames(item)
  return {
    ...{ row: itemRow(item, today), owner: owner?.name ?? '', contractYear: checklist.contractYear, text: requirement.text },
    ...{ paragraph: requirement.paragraph, sources: requirement.sources, certainty: certaintyWords(requirement) },
    facts: factsOf(item),
    occurrences: occurrenceCards(item, practiceName),
    marks: item.marks.map((mark) => ({ id: mark.id, title: marks[mark.kind], words: markWords(mark) })),
    evidence: (item.evidence ?? []).map((one): EvidenceCard => evidenceCard(one, checklist.contractYear, practiceName)),
    questions: (item.questions ?? []).map(questionView),
    history: (item.history ?? []).map(({ at, kind, text, by }) => ({
      ...{ when: momentInWords(at), what: historyWords(kind), who: by?.name ?? 'Headroom', text },
    })),
  }
}

/** What a practice of the item's network is called. */
export function practiceNames({ checklist }: Pick<ItemPageData, 'checklist'>): (code: string) => string {
  const names = new Map((checklist.network?.practices ?? []).map(({ practice }) => [practice.odsCode, practice.name]))
  return (code) => names.get(code) ?? code
}

function factsOf({ requirement, declarationOnly, assignee, assignmentNote }: ItemPageData): Fact[] {
  const { obligation, money, responsible, nature, fallsDue, shownEvery, standing, evidence, decidedBy, defaultsToNoOn } = requirement
  const fact = (key: string, value: string | null | undefined): Fact[] => (value ? [{ key, value }] : [])
  return [
    ...fact('Obligation', obligationName(obligation)),
    ...fact('Money', money?.text),
    ...fact('Who', responsible && upper(listInWords(responsible.map((one) => responsibles[one] ?? one)))),
    ...fact('Kind of work', natures[nature]),
    ...fact(
      'Falls due',
      `${falls[fallsDue] ?? fallsDue}; shown ${shown[shownEvery] ?? shownEvery}${standing ? ', as long as it stands' : ''}`,
    ),
    ...fact(
      'What shows it',
      (evidence ?? [])
        .map(({ what, per }) => `${what.replace(/\.$/, '')}${per === 'PRACTICE' ? ', one for each practice' : ''}.`)
        .join(' '),
    ),
    ...fact('Who decides', deciders[decidedBy]),
    ...fact('Silence', defaultsToNoOn && `Counts as “No” on ${dayInWords(defaultsToNoOn)}`),
    ...fact(
      'Declaration only',
      declarationOnly.verdict === null
        ? 'Not known'
        : declarationOnly.verdict
          ? `Yes, by our reading: ${declarationOnly.reasons.join('; ')}`
          : null,
    ),
    ...fact('Looked after by', assignee && [assignee.name, ...(assignmentNote ? [assignmentNote] : [])].join(': ')),
  ]
}

function certaintyWords({ certainty, carriedFrom }: ItemPageData['requirement']): { tag: string; words: string } {
  switch (certainty) {
    case 'SOURCED':
      return { tag: 'Sourced', words: 'A published source says this.' }
    case 'UNSOURCED':
      return { tag: 'Unsourced', words: 'No published source was found for this. Check it before you rely on it.' }
    case 'CARRIED_UNCONFIRMED': {
      const from = carriedFrom ? ` from ${carriedFrom.contractYear} (${carriedFrom.code})` : ' from an earlier year'
      return { tag: 'Not confirmed for this year', words: `Taken over${from}. Nobody has confirmed that it still holds.` }
    }
  }
}

function markWords({ reason, partner, startsOn, endsOn }: MarkData): string {
  const who = partner ? `${partner}, ` : ''
  return `${who}${endsOn ? periodInWords(startsOn, endsOn) : `since ${dayInWords(startsOn)}`}: ${reason}`
}

function questionView({ id, text, askedAt, askedBy, answers }: QuestionData) {
  return {
    ...{ id, text, asked: `${askedBy?.name ?? 'Somebody'}, ${momentInWords(askedAt)}`, isOpen: answers.length === 0 },
    answers: answers.map((answer) => ({
      ...{ text: answer.text, answered: `${answer.answeredBy?.name ?? 'Somebody'}, ${momentInWords(answer.answeredAt)}` },
    })),
  }
}

function historyWords(kind: string): string {
  return upper(kind.toLowerCase().replaceAll('_', ' '))
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
