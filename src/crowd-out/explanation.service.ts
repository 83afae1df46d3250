import { Injectable } from '@nestjs/common'
import { RequestError } from '../platform/request-error.js'
import { type EstimateBasis } from '../workload/domain/estimate.js'
import { type PlannedStaffGroup } from '../workload/domain/staff-group.js'
import { type ExplainArgs } from './crowd-out.inputs.js'
import { capacityBasisOf, groupOf, titleOf } from './crowd-out.service.js'
import { type CrowdOutView, type FigureExplanation } from './crowd-out.types.js'
import { type CrowdOutFigures } from './domain/crowd-out.js'
import { explain, type ExplainedRow, explainReturned, explainTotal } from './domain/explain.js'
import { headline } from './domain/headline.js'

const bases: Readonly<Record<EstimateBasis, string>> = {
  NETWORK_ESTIMATE: 'Own estimate',
  RELEASE_MEDIAN: 'Median of a release',
  CATALOGUE_ASSUMPTION: 'Assumption',
}

/** Figures in words. */
@Injectable()
export class ExplanationService {
  /** Errors: BAD_USER_INPUT for a staff group or item the plan does not have. */
  explain(view: CrowdOutView, { figure, staffGroup = null, item = null }: ExplainArgs): FigureExplanation {
    const { figures } = view
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

  /** The sentence of one staff group. `isSelf`: it is read by the person it is about. Errors: BAD_USER_INPUT for a group there is not. */
  headline(view: CrowdOutView, staffGroup: string, isSelf: boolean, planner: 'you' | 'we' = 'you'): string {
    const group = groupOf(view, staffGroup)
    const figures: CrowdOutFigures | undefined = view.figures.group(staffGroup)
    if (!figures) throw new Error(`No figures of ${staffGroup}`)
    return headline(figures, { whose: isSelf ? 'your' : possessive(group), fromHere: view.supposed.from !== null, planner })
  }
}

function basisOf({ sources }: CrowdOutView, code: string, staffGroup: string): Pick<ExplainedRow, 'basis' | 'source'> {
  const item = sources.inputs.items.find((one) => one.code === code)
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
