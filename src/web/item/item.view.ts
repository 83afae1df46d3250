import { type Day } from '../../platform/day.js'
import { evidenceCard, type EvidenceCard } from '../layout/evidence-card.js'
import { itemRow, obligationName } from '../layout/item-row.js'
import { falls, natures, responsibles, shown } from '../layout/requirement-words.js'
import { count, dayInWords, listInWords, momentInWords, periodInWords, periodName } from '../layout/words.js'
import { type ItemPageData, type MarkData, type QuestionData } from './item.data.js'
import { occurrenceCards } from './occurrence.view.js'

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
  /** The word of the glossary that explains it. */
  readonly term?: string
}

/** Facts that a word of the glossary explains. */
const termOf: Readonly<Record<string, string>> = {
  ...{ 'What shows it': 'Evidence', 'Who decides': 'Decision', Silence: 'Hazard', 'Declaration only': 'Declaration-only' },
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
    ...{ catalogue: catalogueLink(item), figureTemplates: requirement.figureTemplates },
    occurrences: occurrenceCards(item, practiceName),
    marks: item.marks.map((mark) => ({ id: mark.id, title: marks[mark.kind], words: markWords(mark), of: markedPart(mark, item) })),
    evidence: (item.evidence ?? []).map((one): EvidenceCard => evidenceCard(one, checklist.contractYear, practiceName)),
    questions: (item.questions ?? []).map(questionView),
    history: (item.history ?? []).map(({ at, kind, text, by }) => ({
      ...{ when: momentInWords(at), what: historyWords(kind), who: by?.name ?? 'Headroom', text },
    })),
  }
}

/** Where the catalogue shows the requirement through the years, and how many published readings it has there. */
function catalogueLink({ requirement, checklist, code }: ItemPageData): { href: string; words: string } {
  const { specification, readings } = requirement
  const read = readings.length > 0 ? ` and ${count(readings.length, 'published reading')}` : ''
  return {
    href: `/catalogue/${checklist.contractYear.replace('/', '-')}/${code}?edition=${specification.edition}`,
    words: `Its other years, its dates${read}`,
  }
}

/** What a practice of the item's network is called. */
export function practiceNames({ checklist }: Pick<ItemPageData, 'checklist'>): (code: string) => string {
  const names = new Map((checklist.network?.practices ?? []).map(({ practice }) => [practice.odsCode, practice.name]))
  return (code) => names.get(code) ?? code
}

function factsOf({ requirement, declarationOnly, assignee, assigneeHasLeft, assignmentNote }: ItemPageData): Fact[] {
  const { obligation, money, responsible, nature, fallsDue, shownEvery, standing, evidence, decidedBy, defaultsToNoOn } = requirement
  const fact = (key: string, value: string | null | undefined): Fact[] => (value ? [{ key, value, term: termOf[key] }] : [])
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
    ...fact(
      'Looked after by',
      assignee && [`${assignee.name}${assigneeHasLeft ? ', who left' : ''}`, ...(assignmentNote ? [assignmentNote] : [])].join(': '),
    ),
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

/** Which time it has to be shown a mark is about; nothing where it is all of it. */
function markedPart({ occurrence }: MarkData, { occurrences, checklist }: ItemPageData): string {
  const found = occurrences.find(({ id }) => id === occurrence?.id)
  return found ? ` (${periodName(found.periodFrom, found.periodTo, checklist.contractYear)})` : ''
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
