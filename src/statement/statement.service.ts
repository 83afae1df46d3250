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
import { type ContractYear } from '../platform/day.js'
import { type BasedMinutes, statedBases, statedBasis } from './domain/stated-basis.js'
import { asksOf, MOST_ITEMS, type StatedItem, type StatementContent, statementText } from './domain/statement.js'
import { StatedRequestsService } from './stated-requests.service.js'
import { type Statement } from './statement.types.js'

/** An item with the estimates that count. */
interface CountedItem {
  readonly code: string
  readonly estimates: readonly BasedMinutes[]
}

/** Puts a network's statement together. For networks already in scope. */
@Injectable()
export class StatementService {
  constructor(
    private readonly figures: CrowdOutService,
    private readonly highlighted: HighlightService,
    private readonly explanations: ExplanationService,
    private readonly requests: StatedRequestsService,
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
    const requests = await this.requests.of(network.odsCode, contractYear)
    const items = this.countedEstimates(view)
    const givingBack = await this.givingBack(view, items)
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
      bases: statedBases(items.filter(({ code }) => total.items.some((one) => one.code === code))),
      itemsWithoutEstimate: total.coverage.itemsWithoutEstimate,
      ruleVersion: CROWD_OUT_RULE_VERSION,
    }
    return { ...content, text: statementText(content) }
  }

  /** What items' minutes rest on, of the staff groups the figures count: those whose time is known. */
  private countedEstimates(view: CrowdOutView): CountedItem[] {
    const known = this.figures.groups(view).filter(({ capacityMinutes }) => capacityMinutes !== null)
    const counted = new Set(known.map(({ staffGroup }) => staffGroup))
    const { items, indicators } = view.sources.inputs
    return [...items, ...indicators].map(({ code, estimates }) => {
      return { code, estimates: estimates.filter(({ staffGroup }) => counted.has(staffGroup)) }
    })
  }

  private async givingBack(view: CrowdOutView, items: readonly CountedItem[]): Promise<StatedItem[]> {
    const highlights = await this.highlighted.highlights(view)
    return highlights.slice(0, MOST_ITEMS).map(({ code, title, paragraph, minutes, returnedMinutes }) => {
      const item = items.find((one) => one.code === code)
      return { code, title, paragraph, minutes, returnedMinutes, basis: statedBasis(item?.estimates ?? []) }
    })
  }
}
