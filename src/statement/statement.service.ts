import { Injectable } from '@nestjs/common'
import { CrowdOutService } from '../crowd-out/crowd-out.service.js'
import { type CrowdOutView } from '../crowd-out/crowd-out.types.js'
import { CROWD_OUT_RULE_VERSION } from '../crowd-out/domain/crowd-out.js'
import { spanOf } from '../crowd-out/domain/estimate-cases.js'
import { spanInWords } from '../crowd-out/domain/headline.js'
import { nothingSupposed } from '../crowd-out/domain/supposed.js'
import { ExplanationService } from '../crowd-out/explanation.service.js'
import { HighlightService } from '../crowd-out/highlight.service.js'
import { Clock } from '../platform/clock.js'
import { addMonths, type ContractYear, firstDayOf, lastDayOf } from '../platform/day.js'
import { codeOfRequest, minutesInForce } from '../request/domain/accepted-request.js'
import { standingOf } from '../request/domain/answer.js'
import { type NetworkRequestRow, RequestRepository } from '../request/request.repository.js'
import { asksOf, MOST_ITEMS, type StatedItem, type StatedRequest, type StatementContent, statementText } from './domain/statement.js'
import { type Statement } from './statement.types.js'

/** Requests for a year are asked from a quarter before it. */
const MONTHS_BEFORE = 3

/** Puts a network's statement together. For networks already in scope. */
@Injectable()
export class StatementService {
  constructor(
    private readonly figures: CrowdOutService,
    private readonly highlighted: HighlightService,
    private readonly explanations: ExplanationService,
    private readonly requests: RequestRepository,
    private readonly clock: Clock,
  ) {}

  /** `asks`: in the network's own words; what the figures suggest when null. */
  async statement(
    context: object,
    network: { readonly odsCode: string; readonly name: string },
    contractYear: ContractYear,
    asks: readonly string[] | null = null,
  ): Promise<Statement> {
    const view = await this.figures.view(context, network.odsCode, contractYear, nothingSupposed)
    const requests = await this.requestsOf(network.odsCode, contractYear)
    const givingBack = await this.givingBack(view)
    const total = view.figures.network()
    const cases = { low: view.figures.network('low'), central: total, high: view.figures.network('high') }
    const span = spanOf(cases, ({ displacedMinutes }) => displacedMinutes)
    const codes = givingBack.map(({ code }) => code)
    const content: StatementContent = {
      ...{ networkCode: network.odsCode, networkName: network.name, contractYear, asOf: this.clock.today(), requests, givingBack },
      sentence: this.explanations.headline(view, 'CLINICAL_DIRECTOR', false, 'we'),
      capacity: this.figures
        .groups(view)
        .filter(({ capacityMinutes, capacityBasis }) => capacityMinutes !== null || capacityBasis !== null)
        .map(({ name, capacityMinutes: minutes, capacityBasis: basis }) => ({ name, minutes, basis })),
      displacedMinutes: total.displacedMinutes,
      displacedInWords: span && spanInWords(span),
      priorities: total.priorities.map(({ code, wantedMinutes, displacedMinutes }) => {
        const title = view.sources.inputs.priorities.find(({ priorityId }) => priorityId === code)?.title ?? code
        return { title, wantedMinutes, displacedMinutes }
      }),
      returnedTogetherMinutes: codes.length === 0 ? null : view.figures.returnedTogether(codes),
      asks: asks ?? asksOf({ givingBack, requests }),
      itemsWithoutEstimate: total.coverage.itemsWithoutEstimate,
      ruleVersion: CROWD_OUT_RULE_VERSION,
    }
    return { ...content, text: statementText(content) }
  }

  private async givingBack(view: CrowdOutView): Promise<StatedItem[]> {
    const highlights = await this.highlighted.highlights(view)
    return highlights
      .slice(0, MOST_ITEMS)
      .map(({ code, title, paragraph, minutes, returnedMinutes }) => ({ code, title, paragraph, minutes, returnedMinutes }))
  }

  private async requestsOf(networkCode: string, contractYear: ContractYear): Promise<StatedRequest[]> {
    const from = addMonths(firstDayOf(contractYear), -MONTHS_BEFORE)
    const rows = await this.requests.requestsOf(networkCode, from, lastDayOf(contractYear))
    return rows.filter(({ request }) => request.contractYear === contractYear).map(statedRequest)
  }
}

function statedRequest(row: NetworkRequestRow): StatedRequest {
  const { number, clause, paragraph, requirementCode, attendant } = row
  const { title, askedBy, receivedOn } = row.request
  const known = (minutesInForce(row) ?? []).flatMap(({ minutes }) => minutes ?? [])
  return {
    ...{ code: codeOfRequest(number), title, askedBy, receivedOn, clause, attendedByAnother: attendant !== null },
    minutes: known.length === 0 ? null : known.reduce((sum, { central }) => sum + central, 0),
    reference: paragraph ?? requirementCode,
    standing: standingOf(row.answer),
  }
}
