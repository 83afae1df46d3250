import { hours } from '../../crowd-out/domain/headline.js'
import type { ContractYear, Day } from '../../platform/day.js'
import type { ClauseFinding, RequestStanding } from '../../request/domain/request-words.js'

/** A staff group's time, as entered. */
export interface StatedCapacity {
  readonly name: string
  /** Null: not known for all twelve months. */
  readonly minutes: number | null
  readonly basis: string | null
}

/** A request the network received. */
export interface StatedRequest {
  readonly code: string
  readonly title: string
  readonly askedBy: string
  readonly receivedOn: Day
  /** All staff groups whose minutes are known; null where none are. */
  readonly minutes: number | null
  readonly clause: ClauseFinding
  /** Where the contract asks for it; null where no clause was found or named. */
  readonly reference: string | null
  readonly standing: RequestStanding
  /** Another network goes for this one. */
  readonly attendedByAnother: boolean
}

/** A priority of the network. */
export interface StatedPriority {
  readonly title: string
  readonly wantedMinutes: number | null
  readonly displacedMinutes: number | null
}

/** An item that would give time back. */
export interface StatedItem {
  readonly code: string
  readonly title: string
  readonly paragraph: string | null
  readonly minutes: number | null
  readonly returnedMinutes: number | null
}

/** One page for a meeting, as data. Minutes are whole; null where not known. */
export interface StatementContent {
  readonly networkCode: string
  readonly networkName: string
  readonly contractYear: ContractYear
  readonly asOf: Day
  readonly sentence: string
  readonly capacity: readonly StatedCapacity[]
  readonly requests: readonly StatedRequest[]
  readonly displacedMinutes: number | null
  /** The same as a span, depending on the estimates; null where not known. */
  readonly displacedInWords: string | null
  readonly priorities: readonly StatedPriority[]
  readonly givingBack: readonly StatedItem[]
  /** All of these together; single figures do not add up to it. */
  readonly returnedTogetherMinutes: number | null
  readonly asks: readonly string[]
  readonly itemsWithoutEstimate: number
  readonly ruleVersion: number
}

/** How many rows of a kind one page holds; what is more is counted. */
export const MOST_ROWS = 8

/** Most items that are named as giving time back. */
export const MOST_ITEMS = 5

/** What of a plan a network could ask for. */
export interface AskedFor {
  readonly givingBack: readonly StatedItem[]
  readonly requests: readonly StatedRequest[]
}

/**
 * What the network asks for, unless it says so in its own words: the items that would give most back, and the clause of requests for which
 * none was found. Source: docs/method/statement.md, version 1.
 */
export function asksOf({ givingBack, requests }: AskedFor): string[] {
  const relaxing = givingBack.map(
    (item) =>
      `Agree how ${item.code}${placeOf(item.paragraph)}, “${item.title}”, can be shown with less: up to ${hours(item.returnedMinutes ?? 0)} for our own priorities.`,
  )
  const clauses = requests
    .filter(({ clause, standing }) => clause === 'NOT_FOUND' && standing !== 'DECLINE')
    .map(({ code, title }) => `Name the clause that asks for ${code}, “${title}”, or take it back.`)
  return [...relaxing, ...clauses].slice(0, MOST_ROWS)
}

function placeOf(paragraph: string | null): string {
  return paragraph === null ? '' : ` (paragraph ${paragraph})`
}

const standings: Readonly<Record<RequestStanding, string>> = {
  ...{ UNANSWERED: 'not answered yet', ACCEPT: 'accepted', DECLINE: 'declined', DELEGATE: 'passed on', NEGOTIATE: 'being negotiated' },
}

/** Where the contract asks for a request, in words. */
export function clauseInWords({ clause, reference }: Pick<StatedRequest, 'clause' | 'reference'>): string {
  switch (clause) {
    case 'FOUND':
      return reference === null ? 'clause found' : `clause ${reference}`
    case 'NOT_FOUND':
      return 'no clause found'
    case 'NOT_LOOKED':
      return 'nobody has looked for a clause yet'
  }
}

/**
 * The page as plain text, for a meeting: at most some 60 lines of 100 characters. It says only what is arithmetic, never what caused what.
 * Source: docs/method/statement.md, version 1.
 */
export function statementText(content: StatementContent): string {
  const { networkName, networkCode, contractYear, asOf, sentence, ruleVersion, itemsWithoutEstimate } = content
  const left =
    itemsWithoutEstimate === 0
      ? []
      : [
          `Not counted: ${itemsWithoutEstimate} ${itemsWithoutEstimate === 1 ? 'item' : 'items'} nobody has estimated for every staff group.`,
        ]
  const parts = [
    [`${networkName} (${networkCode})`, `Statement for ${contractYear}, as of ${asOf}`],
    [sentence],
    section('Our time, as we entered it', content.capacity.map(capacityLine)),
    section('Requests we received', more(content.requests.map(requestLine))),
    section('Our own priorities, and what of them no longer fits', more(content.priorities.map(priorityLine)), displacedLine(content)),
    section('What would give most back to them', content.givingBack.map(itemLine), togetherLine(content)),
    section(
      'What we ask for',
      content.asks.map((ask) => `- ${ask}`),
    ),
    [
      'This is arithmetic about a plan, not a claim about causes.',
      ...left,
      `Computed by rule version ${ruleVersion}: docs/method/crowd-out.md.`,
    ],
  ]
  return `${parts.map((lines) => lines.flatMap((line) => wrapped(line)).join('\n')).join('\n\n')}\n`
}

function section(heading: string, lines: readonly string[], last: string | null = null): string[] {
  return [heading, ...(lines.length === 0 ? ['- none'] : lines), ...(last === null ? [] : [last])]
}

function capacityLine({ name, minutes, basis }: StatedCapacity): string {
  const time = minutes === null ? 'not entered for all twelve months' : `${hours(minutes)} a year`
  return `- ${name}: ${time}${basis === null || basis === '' ? '' : ` (${basis})`}`
}

function requestLine(request: StatedRequest): string {
  const { code, title, askedBy, receivedOn, minutes, standing, attendedByAnother } = request
  const time = minutes === null ? 'time not known' : hours(minutes)
  const answer = attendedByAnother ? 'another network goes for us' : standings[standing]
  return `- ${code} ${title}, from ${askedBy} on ${receivedOn}: ${time}; ${clauseInWords(request)}; ${answer}`
}

function priorityLine({ title, wantedMinutes, displacedMinutes }: StatedPriority): string {
  if (wantedMinutes === null || displacedMinutes === null) return `- ${title}: not known`
  return displacedMinutes === 0
    ? `- ${title}: none of ${hours(wantedMinutes)} displaced`
    : `- ${title}: ${hours(displacedMinutes)} of ${hours(wantedMinutes)} displaced`
}

function displacedLine({ displacedMinutes, displacedInWords }: StatementContent): string | null {
  if (displacedMinutes === null) return null
  return `Displaced in all: ${hours(displacedMinutes)}${displacedInWords === null || displacedInWords === hours(displacedMinutes) ? '' : ` (${displacedInWords})`}.`
}

function itemLine({ code, title, paragraph, minutes, returnedMinutes }: StatedItem): string {
  return `- ${code}${placeOf(paragraph)} ${title}: takes ${hours(minutes ?? 0)}, gives back ${hours(returnedMinutes ?? 0)}`
}

function togetherLine({ givingBack, returnedTogetherMinutes }: StatementContent): string | null {
  if (givingBack.length < 2 || returnedTogetherMinutes === null) return null
  return `Together they would give back ${hours(returnedTogetherMinutes)}; single figures do not add up to that.`
}

function more(lines: readonly string[]): string[] {
  const left = lines.length - MOST_ROWS
  return left <= 0 ? [...lines] : [...lines.slice(0, MOST_ROWS), `- and ${left} more`]
}

const WIDTH = 100

/** A line broken between words; what goes on of a list's line is indented under it. */
function wrapped(line: string): string[] {
  const indent = line.startsWith('- ') ? '  ' : ''
  const lines: string[] = []
  let rest = line
  while (rest.length > WIDTH) {
    const at = rest.lastIndexOf(' ', WIDTH)
    const cut = at > 2 ? at : WIDTH
    lines.push(rest.slice(0, cut))
    rest = `${indent}${rest.slice(cut).trimStart()}`
  }
  return [...lines, rest]
}
