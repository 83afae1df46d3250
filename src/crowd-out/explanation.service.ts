import { Injectable } from '@nestjs/common'
import { RequestError } from '../platform/request-error.js'
import { type EstimateBasis } from '../workload/domain/estimate.js'
import { type PlannedStaffGroup } from '../workload/domain/staff-group.js'
import { type ExplainArgs } from './crowd-out.inputs.js'
import { capacityBasisOf, groupOf, titleOf } from './crowd-out.service.js'
import { type CrowdOutView, type FigureExplanation } from './crowd-out.types.js'
import { type CrowdOutFigures } from './domain/crowd-out.js'
import { BurdenService, ratesOf } from './burden.service.js'
import { burdenOf } from './domain/burden.js'
import { explain, type ExplainedRow, type Explanation, explainReturned, explainTotal } from './domain/explain.js'
import { explainBurden, explainUpTo } from './domain/explain-money.js'
import { headline } from './domain/headline.js'

const bases: Readonly<Record<EstimateBasis, string>> = {
  NETWORK_ESTIMATE: 'Own estimate',
  RELEASE_MEDIAN: 'Median of a release',
  CATALOGUE_ASSUMPTION: 'Assumption',
}

/** Figures in words. */
@Injectable()
export class ExplanationService {
  constructor(private readonly burdens: BurdenService) {}

  /** Errors: BAD_USER_INPUT for a staff group or item the plan does not have. */
  async explain(view: CrowdOutView, args: ExplainArgs): Promise<FigureExplanation> {
    const { pence = null, rows, ...explained } = await this.explained(view, args)
    return { ...explained, pence, rows: rows.map(({ inWords = null, ...row }) => ({ ...row, inWords })) }
  }

  private explained(view: CrowdOutView, { figure, staffGroup = null, item = null }: ExplainArgs): Explanation | Promise<Explanation> {
    const { figures } = view
    if (figure === 'UP_TO') return this.upTo(view, item)
    if (figure === 'BURDEN') return this.burden(view, item)
    const group = staffGroup === null ? undefined : figures.group(groupOf(view, staffGroup).code)
    if (figure === 'RETURNED') {
      const known = figures.plans.some(({ national }) => national.some(({ code }) => code === item))
      if (item === null || !known)
        throw RequestError.badInput([{ field: 'item', message: 'RETURNED needs the code of an item of the plan.' }])
      return explainReturned(group ?? figures.network(), item)
    }
    if (!group) return explainTotal(figure, figures.network(), figures.groups(), (code) => groupOf(view, code).name)
    const names = {
      titleOf: (code: string) => titleOf(view, code),
      basisOf: (code: string) => basisOf(view, code, group.staffGroup),
      capacityBasis: capacityBasisOf(view, group.staffGroup),
    }
    return explain(figure, group, names)
  }

  private upTo({ stakes, bases }: CrowdOutView, item: string | null): Explanation {
    const stake = item === null ? undefined : stakes.get(item)
    if (!stake) throw RequestError.badInput([{ field: 'item', message: 'UP_TO needs the code of a requirement or indicator of the plan.' }])
    return explainUpTo(stake, (size) =>
      bases.some((one) => one.entered && one.base === size.base && one.indicatorCode === size.indicatorCode),
    )
  }

  private async burden({ context, networkCode, contractYear }: CrowdOutView, item: string | null): Promise<Explanation> {
    const { view } = await this.burdens.burden(context, networkCode, contractYear)
    const { tariffs, sources, groupNameOf: nameOf } = view
    const items = sources.items.filter(({ code }) => item === null || code === item)
    if (item !== null && items.length === 0)
      throw RequestError.badInput([{ field: 'item', message: `${item} has no burden in this plan.` }])
    const outsideCosts = view.outsideCosts.filter(({ code }) => items.some((one) => one.code === code))
    return explainBurden({ ...burdenOf(items, ratesOf(tariffs), null), tariffs, nameOf, outsideCosts })
  }

  /** The sentence of one staff group. `isSelf`: it is read by the person it is about. Errors: BAD_USER_INPUT for a group there is not. */
  headline(view: CrowdOutView, staffGroup: string, isSelf: boolean, planner: 'you' | 'we' = 'you'): string {
    const group = groupOf(view, staffGroup)
    const figures: CrowdOutFigures | undefined = view.figures.group(staffGroup)
    if (!figures) throw new Error(`No figures of ${staffGroup}`)
    return headline(figures, { whose: isSelf ? 'your' : possessive(group), fromHere: view.supposed.from !== null, planner })
  }
}

function basisOf({ sources }: CrowdOutView, code: string, staffGroup: string): Pick<ExplainedRow, 'basis' | 'source'> {
  const item = [...sources.inputs.items, ...sources.inputs.indicators].find((one) => one.code === code)
  if (!item) return { basis: 'Accepted request', source: 'Minutes the request was recorded or answered with.' }
  const estimate = item.estimates.find((figure) => figure.staffGroup === staffGroup)
  if (!estimate?.basis) return { basis: 'Not known', source: estimate?.note ?? 'Nobody has estimated it.' }
  return { basis: bases[estimate.basis], source: estimate.note === '' ? 'No note was given with it.' : estimate.note }
}

/** "the clinical director’s", "the practice managers’". A name that begins with an abbreviation keeps its capitals. */
export function possessive({ name }: Pick<PlannedStaffGroup, 'name'>): string {
  const lower = /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
  return `the ${lower}${name.endsWith('s') ? '’' : '’s'}`
}
