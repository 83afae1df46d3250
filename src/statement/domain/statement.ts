import { hours } from '../../crowd-out/domain/headline.js'
import type { ContractYear, Day } from '../../platform/day.js'
import { counted } from '../../priority/domain/counted.js'
import type { ClauseFinder, ClauseFinding, RequestStanding } from '../../request/domain/request-words.js'

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
  /** By when; null where nobody said. */
  readonly dueOn: Day | null
  /** All staff groups whose minutes are known; null where none are. */
  readonly minutes: number | null
  /** A staff group has a part in it, and nobody knows how much: the minutes are the least it takes. */
  readonly isAtLeast: boolean
  readonly clause: ClauseFinding
  readonly clauseBy: ClauseFinder
  /** Where the contract asks for it; null where no clause was found or named. */
  readonly reference: string | null
  readonly standing: RequestStanding
  /** Why, for every answer but accepting. */
  readonly reason: string | null
  /** Another network goes for this one, which saves it the minutes. */
  readonly attendedByAnother: boolean
  /** How many other networks this one goes for. */
  readonly attendsFor: number
  /** What these save together; null where nobody knows. */
  readonly savedForOthersMinutes: number | null
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
  /** What its minutes rest on, in words. */
  readonly basis: string
}

/** How many items’ minutes rest on the network's own estimates alone, on medians of a release at best, or on an assumption. */
export interface StatedBases {
  readonly own: number
  readonly medians: number
  readonly assumptions: number
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
  /** How many items’ minutes rest on what. */
  readonly bases: StatedBases
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
export function clauseInWords({ clause, clauseBy, reference }: Pick<StatedRequest, 'clause' | 'clauseBy' | 'reference'>): string {
  const by = clauseBy === 'LMC' ? ' by the LMC' : ''
  switch (clause) {
    case 'FOUND':
      return reference === null ? `clause found${by}` : `clause ${reference}${by && ', found by the LMC'}`
    case 'NOT_FOUND':
      return `no clause found${by}`
    case 'NOT_LOOKED':
      return 'nobody has looked for a clause yet'
  }
}

/**
 * The page as plain text, for a meeting, in lines of at most 100 characters. It says only what is arithmetic, never what caused what.
 * Source: docs/method/statement.md, version 1.
 */
export function statementText(content: StatementContent): string {
  const { networkName, networkCode, contractYear, asOf, sentence, ruleVersion } = content
  const parts = [
    [`${networkName} (${networkCode})`, `Statement for ${contractYear}, as of ${dayInWords(asOf)}`],
    [sentence],
    section('Our time, as we entered it', content.capacity.map(capacityLine)),
    section('Requests we received', more(content.requests.map(requestLine)), requestsInAll(content.requests)),
    section('Our own priorities, and what of them no longer fits', more(content.priorities.map(priorityLine)), displacedLine(content)),
    section(
      'What would give most back to them (hours of all staff groups whose time we entered)',
      content.givingBack.map(itemLine),
      togetherLine(content),
    ),
    section(
      'What we ask for',
      content.asks.map((ask) => `- ${ask}`),
    ),
    [
      'This is arithmetic about a plan, not a claim about causes.',
      basesInWords(content),
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
  const { code, title, askedBy, receivedOn } = request
  const found = `${timeInWords(request)}; ${clauseInWords(request)}; ${answerInWords(request)}`
  return `- ${code} ${title}, from ${askedBy} on ${dayInWords(receivedOn)}: ${found}`
}

/** What a request takes, in words. */
export function timeInWords({ minutes, isAtLeast }: Pick<StatedRequest, 'minutes' | 'isAtLeast'>): string {
  if (minutes === null) return 'time not known'
  return isAtLeast ? `at least ${hours(minutes)}` : hours(minutes)
}

/** What became of a request, with the reason where there is one. */
export function answerInWords(request: StatedRequest): string {
  const { standing, reason, attendedByAnother, attendsFor, savedForOthersMinutes, minutes } = request
  const saved = (of: number | null): string => (of === null ? '' : `, which saves ${hours(of)}`)
  if (attendedByAnother) return `another network goes for us${saved(minutes)}`
  if (attendsFor > 0) return `${standings[standing]}; we go for ${counted(attendsFor, 'other network')}${saved(savedForOthersMinutes)}`
  return reason === null ? standings[standing] : `${standings[standing]}: ${reason.replaceAll('\n', ' ').replace(/\.$/, '')}`
}

/** All requests in one line, however many are listed; null where there are none. */
export function requestsInAll(requests: readonly StatedRequest[]): string | null {
  if (requests.length === 0) return null
  const own = requests.filter(({ attendedByAnother }) => !attendedByAnother)
  const number = (standing: RequestStanding): number => own.filter((request) => request.standing === standing).length
  const parts = [
    ...(['UNANSWERED', 'ACCEPT', 'DECLINE', 'DELEGATE', 'NEGOTIATE'] as const)
      .filter((standing) => number(standing) > 0)
      .map((standing) => `${number(standing)} ${standings[standing]}`),
    ...(own.length < requests.length ? [`${requests.length - own.length} to which another network goes`] : []),
  ]
  const known = requests.flatMap(({ minutes }) => minutes ?? [])
  const unknown = requests.length - known.length
  const sum = known.reduce((total, minutes) => total + minutes, 0)
  const time = [...(known.length === 0 ? [] : [`${hours(sum)} known of`]), ...(unknown === 0 ? [] : [`${unknown} of unknown time`])].join(
    ', ',
  )
  const without = requests.filter(({ clause }) => clause === 'NOT_FOUND').length
  return `${counted(requests.length, 'request')} in all: ${parts.join(', ')}; ${time}${without === 0 ? '' : `; for ${without} no clause was found`}.`
}

/** What the minutes of national work rest on, and what is not counted. */
export function basesInWords({ bases, itemsWithoutEstimate }: Pick<StatementContent, 'bases' | 'itemsWithoutEstimate'>): string {
  const { own, medians, assumptions } = bases
  const pooled = medians === 0 ? '' : ` medians of at least five networks for ${counted(medians, 'item')},`
  const left =
    itemsWithoutEstimate === 0 ? '' : ` Not counted: ${counted(itemsWithoutEstimate, 'item')} nobody has estimated for every staff group.`
  if (own + medians + assumptions === 0) return `Nothing is known yet of the minutes of national work.${left}`
  return `Minutes of national work: our own estimates for ${counted(own, 'item')},${pooled} labelled assumptions for ${counted(assumptions, 'item')}.${left}`
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** A day as people write it: 21 November 2026. */
function dayInWords(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)} ${months[Number(month) - 1] ?? ''} ${year}`
}

function priorityLine({ title, wantedMinutes, displacedMinutes }: StatedPriority): string {
  if (wantedMinutes === null || displacedMinutes === null) return `- ${title}: not known`
  return displacedMinutes === 0
    ? `- ${title}: none of ${hours(wantedMinutes)} displaced`
    : `- ${title}: ${hours(displacedMinutes)} of ${hours(wantedMinutes)} displaced`
}

/** What is displaced in all, as a span where estimates differ; null where not known. */
export function displacedLine({
  displacedMinutes,
  displacedInWords,
}: Pick<StatementContent, 'displacedMinutes' | 'displacedInWords'>): string | null {
  if (displacedMinutes === null) return null
  return `Displaced in all: ${hours(displacedMinutes)}${displacedInWords === null || displacedInWords === hours(displacedMinutes) ? '' : ` (${displacedInWords})`}.`
}

function itemLine({ code, title, paragraph, minutes, returnedMinutes, basis }: StatedItem): string {
  return `- ${code}${placeOf(paragraph)} ${title}: takes ${hours(minutes ?? 0)} (${basis}), gives back ${hours(returnedMinutes ?? 0)}`
}

/** What the items give back together; null where there are fewer than two. */
export function togetherLine({ givingBack, returnedTogetherMinutes }: StatementContent): string | null {
  if (givingBack.length < 2 || returnedTogetherMinutes === null) return null
  return `Together they would give back ${hours(returnedTogetherMinutes)}; single figures need not add up to that.`
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
