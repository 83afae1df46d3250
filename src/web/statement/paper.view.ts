import { count, dayInWords, shortDayInWords } from '../layout/words.js'
import { type PaperData, type PaperItem, type PaperRequest } from './paper.data.js'
import { heightOf, type PartName, roomFor, textHeight } from './paper.fit.js'

/** The longest texts of each kind on one side, in characters; the annex has them whole. */
const LONGEST = { name: 90, group: 36, basis: 50, priority: 62, title: 72, asker: 30, clause: 40, answer: 76, item: 78 }
type Longest = Readonly<Record<keyof typeof LONGEST, number>>

const WHOLE = Object.fromEntries(Object.keys(LONGEST).map((key) => [key, Infinity])) as unknown as Longest

/** A part of the page: its first rows, and how many more the annex holds. */
interface Part<Row> {
  readonly rows: readonly Row[]
  readonly more: number
}

/** The page to take into a meeting: no more than one side of A4 holds. */
export function paper(data: PaperData) {
  const [page, whole] = [sheetOf(data, LONGEST), sheetOf(data, WHOLE)]
  const room = roomFor(
    {
      groups: page.groups.map((row) => heightOf('groups', row)),
      priorities: page.priorities.map((row) => heightOf('priorities', row)),
      requests: page.requests.map(({ code, title, from, due, ...row }) =>
        heightOf('requests', { ...row, title: `${code} ${title}`, from: `${from}${due === null ? '' : `, ${due}`}` }),
      ),
      items: page.items.map(({ code, title, ...row }) => heightOf('items', { ...row, title: `${code} ${title}` })),
      asks: page.asks.map((text) => heightOf('asks', { text })),
    },
    alwaysHeight(page),
  )
  const parts = partsOf(page, (part) => room[part])
  const isShortened = JSON.stringify(partsOf(whole, () => Infinity)) !== JSON.stringify(parts) || page.name !== whole.name
  return { ...page, ...parts, isShortened }
}

/** The same with every row and every word. */
export function annex(data: PaperData) {
  const sheet = sheetOf(data, WHOLE)
  return { ...sheet, ...partsOf(sheet, () => Infinity), isShortened: false }
}

type Sheet = ReturnType<typeof sheetOf>

function sheetOf(data: PaperData, longest: Longest) {
  const { capacity, priorities, requests, givingBack, asks } = data
  return {
    ...{ name: cut(data.networkName, longest.name), code: data.networkCode, contractYear: data.contractYear, asOf: dayInWords(data.asOf) },
    sentence: data.sentence,
    groups: capacity.map(({ name, minutes, basis }) => ({
      ...{ name: cut(name, longest.group), time: minutes === null ? 'not known' : inHours(minutes) },
      basis: cut(basis ?? '', longest.basis) || 'no basis given',
    })),
    priorities: priorities.map(({ title, wantedMinutes, displacedMinutes }) => ({
      ...{ title: cut(title, longest.priority), wanted: inHours(wantedMinutes), displaced: inHours(displacedMinutes) },
    })),
    displaced: data.displacedInAll,
    requests: requests.map((request) => requestRow(request, longest)),
    requestsInAll: data.requestsInAll,
    items: givingBack.map((item) => itemRow(item, longest)),
    together: data.returnedTogetherInWords,
    asks: asks.map((ask) => cut(ask, Infinity)),
    foot: [
      'This is arithmetic about a plan, not a claim about causes.',
      data.basesInWords,
      `Computed by rule version ${data.ruleVersion}.`,
    ],
  }
}

/** Rows of each part as far as there is room, and how many are left out. */
function partsOf({ groups, priorities, requests, items, asks }: Sheet, roomOf: (part: PartName) => number) {
  const part = <Row>(rows: readonly Row[], room: number): Part<Row> => ({
    rows: rows.slice(0, room),
    more: Math.max(0, rows.length - room),
  })
  return {
    groups: part(groups, roomOf('groups')),
    priorities: part(priorities, roomOf('priorities')),
    requests: part(requests, roomOf('requests')),
    items: part(items, roomOf('items')),
    asks: part(asks, roomOf('asks')),
  }
}

/** The height of what is on every page: headings and heads of tables, the sentence and the lines beneath the tables. */
function alwaysHeight({ name, code, sentence, displaced, requestsInAll: inAll, together, foot }: Sheet): number {
  const headings = 4 * 20 + 3 * 19
  const margins = 4 * 10
  const head = textHeight(`${name} ${code}`, 52, 24) + 2 * 15 + 10
  const lines = [textHeight(sentence, 70, 18) + 28, textHeight(displaced ?? '', 49), textHeight(inAll ?? '', 104), together ? 19 : 0]
  // The last sentence is only there where something is cut short.
  const last = 'What is cut short with … or counted as more stands in full in the annex. Made with Headroom.'
  return headings + margins + head + lines.reduce((sum, line) => sum + line, 0) + textHeight([...foot, last].join(' '), 114, 13.2) + 8
}

function requestRow(request: PaperRequest, longest: Longest) {
  const { code, title, askedBy, receivedOn, dueOn } = request
  return {
    ...{ code, title: cut(title, longest.title), time: request.timeInWords, clause: cut(request.clauseInWords, longest.clause) },
    ...{
      from: `${cut(askedBy, longest.asker)}, ${shortDayInWords(receivedOn)}`,
      due: dueOn === null ? null : `by ${shortDayInWords(dueOn)}`,
    },
    answer: cut(request.answerInWords, longest.answer),
  }
}

function itemRow({ code, title, paragraph, minutes, returnedMinutes, basis }: PaperItem, longest: Longest) {
  const place = paragraph === null ? '' : ` (paragraph ${paragraph})`
  return { code, title: `${cut(title, longest.item)}${place}`, takes: inHours(minutes), basis, returns: inHours(returnedMinutes) }
}

/** Whole hours, halves up; never 0 where there is something, and never a number where nobody knows. */
function inHours(minutes: number | null): string {
  if (minutes === null) return 'not known'
  if (minutes > 0 && minutes < 30) return 'less than 1 hour'
  return count(Math.floor((minutes + 30) / 60), 'hour')
}

/** A text of at most so many characters on one line; what is left out is marked, and stands in the annex. */
export function cut(text: string, longest: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  const at = line.lastIndexOf(' ', longest - 1)
  return `${line.slice(0, at > longest / 2 ? at : longest - 1).replace(/[\s,;:.]+$/, '')}…`
}
