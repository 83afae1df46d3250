import { type Day } from '../../platform/day.js'
import { type Tag } from '../layout/status.js'
import { count } from '../layout/words.js'
import { type AskedData, type Choice, type Finding, type ReceivedData, type StaffGroup } from './request.data.js'
import { askedWords, choices, clauseWords, commonGroups, dueWords, findingWords, standingTag, takesInLine } from './request-words.js'

/** A request in a network's list. */
export interface ListedRequest extends ReceivedData {
  readonly request: AskedData & {
    readonly readings: readonly { readonly bodyKind: 'LMC' | 'NETWORK'; readonly author: string; readonly clause: Finding | null }[]
    readonly recommendations: readonly { readonly bodyKind: 'LMC' | 'NETWORK'; readonly choice: Choice }[]
  }
}

/** What the operation of a network's list answers. */
export interface NetworkRequestsData {
  readonly network: {
    readonly name: string
    readonly staffGroups: readonly StaffGroup[] | null
    readonly unanswered: { readonly nodes: readonly ListedRequest[] } | null
    readonly answered: {
      readonly nodes: readonly ListedRequest[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    } | null
  }
}

/** A request in a list, with what is to know at a glance. */
export interface RequestRow {
  readonly href: string
  readonly code: string | null
  readonly title: string
  readonly asked: string
  readonly takes: string
  readonly clause: string
  readonly said: readonly string[]
  readonly tag: Tag | null
  readonly due: string
  readonly isLate: boolean
}

/** A network's requests: what is not answered first, what is due first before the rest. */
export function networkRequests({ network }: NetworkRequestsData, today: Day) {
  const groups = network.staffGroups ?? commonGroups
  const waiting = [...(network.unanswered?.nodes ?? [])].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
  return {
    owner: network.name,
    waiting: waiting.map((row) => requestRow(row, groups, today)),
    answered: (network.answered?.nodes ?? []).map((row) => requestRow(row, groups, today)),
    next: network.answered?.pageInfo.hasNextPage ? network.answered.pageInfo.endCursor : null,
  }
}

function keyOf({ request }: ListedRequest): string {
  return `${request.dueOn ?? '9999-12-31'} ${request.receivedOn} ${request.id}`
}

function requestRow(row: ListedRequest, groups: readonly StaffGroup[], today: Day): RequestRow {
  const { request, attendedBy, attendsFor, standing } = row
  const isWaiting = standing === 'UNANSWERED'
  return {
    ...{ href: `/requests/${request.id}`, code: row.code, title: request.title, asked: askedWords(request), tag: standingTag(standing) },
    ...{ takes: takesInLine(row.minutes, groups), clause: clauseWords(row), due: dueWords(request.dueOn, today) },
    isLate: isWaiting && request.dueOn !== null && request.dueOn < today,
    said: [
      ...(isWaiting ? request.recommendations.map(({ bodyKind, choice }) => `${bodyName(bodyKind)} recommends: ${choices[choice]}`) : []),
      ...request.readings.slice(0, 1).map(({ author }) => `Read by ${author}`),
      ...(attendedBy ? [`${attendedBy.name} goes for you`] : []),
      ...(attendsFor.length > 0 ? [`You go for ${count(attendsFor.length, 'other network')}`] : []),
    ],
  }
}

function bodyName(kind: 'LMC' | 'NETWORK'): string {
  return kind === 'LMC' ? 'The LMC' : 'A network that was asked'
}

/** A request as an LMC sifts it. */
export interface SiftedRequest extends AskedData {
  readonly readings: readonly {
    readonly bodyCode: string
    readonly clause: Finding | null
    readonly requirementCode: string | null
    readonly paragraph: string | null
    readonly author: string
  }[]
  readonly recommendations: readonly { readonly bodyCode: string; readonly choice: Choice }[]
}

/** Requests of the networks an LMC covers: those it has said nothing of first. It is told who has answered, and never what. */
export function siftedRequests(rows: readonly SiftedRequest[], lmcCode: string, today: Day) {
  const isSifted = ({ readings, recommendations }: SiftedRequest): boolean =>
    [...readings, ...recommendations].some(({ bodyCode }) => bodyCode === lmcCode)
  const listed = rows.map((row) => ({ isSifted: isSifted(row), row: siftedRow(row, lmcCode, today) }))
  return {
    waiting: listed.filter((one) => !one.isSifted).map(({ row }) => row),
    sifted: listed.filter((one) => one.isSifted).map(({ row }) => row),
  }
}

function siftedRow(request: SiftedRequest, lmcCode: string, today: Day): RequestRow {
  const { networks, readings, recommendations } = request
  const answered = networks.filter((network) => network.answered).length
  const own = readings.find(({ bodyCode }) => bodyCode === lmcCode)
  const advice = recommendations.find(({ bodyCode }) => bodyCode === lmcCode)
  return {
    ...{ href: `/requests/${request.id}`, code: null, title: request.title, asked: askedWords(request), tag: null },
    ...{ takes: takesInLine(request.minutes, commonGroups), due: dueWords(request.dueOn, today), isLate: false },
    clause: own?.clause ? findingWords({ ...own, clause: own.clause }) : own ? 'Read, without a finding' : 'Not read by you yet',
    said: [
      ...(advice ? [`You recommend: ${choices[advice.choice]}`] : []),
      ...(networks.length > 1
        ? [`${answered} of ${count(networks.length, 'network')} you cover ${answered === 1 ? 'has' : 'have'} answered`]
        : networks.map((one) => `${one.name}, ${one.answered ? 'which has answered' : 'not answered yet'}`)),
    ],
  }
}
