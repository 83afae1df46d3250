import { Injectable } from '@nestjs/common'
import { addMonths, type ContractYear, firstDayOf, lastDayOf } from '../platform/day.js'
import { codeOfRequest, minutesInForce } from '../request/domain/accepted-request.js'
import { standingOf } from '../request/domain/answer.js'
import { type AskedMinutes, savedMinutes } from '../request/domain/asked-minutes.js'
import { RequestDeskRepository } from '../request/request-desk.repository.js'
import { type NetworkRequestRow, RequestRepository } from '../request/request.repository.js'
import { type StatedRequest } from './domain/statement.js'

/** Requests for a year are asked from a quarter before it. */
const MONTHS_BEFORE = 3

/** What a network was asked for a contract year, as its statement says it. For networks already in scope. */
@Injectable()
export class StatedRequestsService {
  constructor(
    private readonly requests: RequestRepository,
    private readonly desk: RequestDeskRepository,
  ) {}

  /** Latest first: declined and unanswered ones too. */
  async of(networkCode: string, contractYear: ContractYear): Promise<StatedRequest[]> {
    const from = addMonths(firstDayOf(contractYear), -MONTHS_BEFORE)
    const received = await this.requests.requestsOf(networkCode, from, lastDayOf(contractYear))
    const rows = received.filter(({ request }) => request.contractYear === contractYear)
    const offering = rows.filter(({ offer }) => offer !== null).map(({ id }) => id)
    const agreed = offering.length === 0 ? [] : await this.desk.agreedWith(offering)
    return rows.map((row) => statedRequest(row, agreed.filter(({ recipientId }) => recipientId === row.id).length))
  }
}

function statedRequest(row: NetworkRequestRow, attendsFor: number): StatedRequest {
  const { number, clause, clauseBy, paragraph, requirementCode, attendant, answer } = row
  const { title, askedBy, receivedOn, dueOn } = row.request
  const asked = minutesInForce(row)
  return {
    ...{
      code: codeOfRequest(number),
      title,
      askedBy,
      receivedOn,
      dueOn,
      clause,
      clauseBy,
      attendedByAnother: attendant !== null,
      attendsFor,
    },
    ...{ minutes: knownOf(asked), isAtLeast: knownOf(asked) !== null && asked?.some(({ minutes }) => minutes === null) === true },
    ...{ reference: paragraph ?? requirementCode, standing: standingOf(answer), reason: answer?.reason ?? null },
    savedForOthersMinutes: attendsFor === 0 ? null : knownOf(savedMinutes(row.request.minutes, attendsFor)),
  }
}

/** All minutes that are known; null where none are. */
function knownOf(asked: readonly AskedMinutes[] | null): number | null {
  const known = (asked ?? []).flatMap(({ minutes }) => minutes ?? [])
  return known.length === 0 ? null : known.reduce((sum, { central }) => sum + central, 0)
}
