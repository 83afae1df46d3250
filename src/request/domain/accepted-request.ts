import { type ContractYear, type Day, dayAt, type Instant } from '../../platform/day.js'
import { monthsOf, type MonthWindow } from '../../priority/domain/months.js'
import { type Nature, type Obligation } from '../../specification/domain/catalogue.js'
import { type AskedMinutes } from './asked-minutes.js'
import { type Clause } from './clause.js'
import { type AnswerChoice, type AskerKind, type ClauseFinder, type RequestTiming } from './request-words.js'

/** A request a network accepted: work of the contract year beside what the specification asks. Months: April = 0. */
export interface AcceptedRequest extends MonthWindow, Clause {
  /** Of the request as this network received it. */
  readonly id: string
  readonly requestId: string
  readonly networkCode: string
  /** `R-12`: the network's twelfth request. Stays the same. */
  readonly code: string
  readonly title: string
  readonly nature: Nature
  readonly obligation: Obligation
  /** Whole minutes in the window. Null: nobody knows. A staff group that is not named has no part in it (`askedOfGroup`). */
  readonly minutes: readonly AskedMinutes[] | null
  readonly timing: RequestTiming
  readonly clauseBy: ClauseFinder
  readonly askedBy: string
  readonly askerKind: AskerKind
  readonly answeredOn: Day
}

/** What of a network's request and its latest answer an accepted request is made of. */
export interface AnsweredRequest extends Clause {
  readonly id: string
  readonly requestId: string
  readonly networkCode: string
  readonly number: number
  readonly clauseBy: ClauseFinder
  readonly request: {
    readonly contractYear: ContractYear
    readonly title: string
    readonly nature: Nature
    readonly obligation: Obligation
    readonly minutes: readonly AskedMinutes[] | null
    readonly timing: RequestTiming
    readonly opensOn: Day
    readonly closesOn: Day
    readonly askedBy: string
    readonly askerKind: AskerKind
  }
  readonly answer: { readonly choice: AnswerChoice; readonly minutes: readonly AskedMinutes[] | null; readonly recordedAt: Instant } | null
}

/** The code a network knows a request by. */
export function codeOfRequest(number: number): string {
  return `R-${number}`
}

/** What a request takes of a network: its own figures where it gave any with its answer, else those the request was recorded with. */
export function minutesInForce({
  request,
  answer,
}: Pick<AnsweredRequest, 'answer'> & { readonly request: Pick<AnsweredRequest['request'], 'minutes'> }) {
  return answer?.minutes ?? request.minutes
}

/** A request as work of its contract year; none unless the network accepted it. Source: docs/method/requests.md. */
export function acceptedRequest(row: AnsweredRequest): AcceptedRequest | undefined {
  const { id, requestId, networkCode, number, clause, requirementCode, paragraph, clauseBy, request, answer } = row
  if (answer?.choice !== 'ACCEPT') return undefined
  const { title, nature, obligation, timing, askedBy, askerKind } = request
  return {
    ...{ id, requestId, networkCode, code: codeOfRequest(number), title, nature, obligation, timing, askedBy, askerKind },
    ...{ clause, requirementCode, paragraph, clauseBy, answeredOn: dayAt(answer.recordedAt), minutes: minutesInForce(row) },
    ...monthsOf(request.opensOn, request.closesOn, request.contractYear),
  }
}
