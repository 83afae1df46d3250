import { Injectable } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import { addMonths, type ContractYear, firstDayOf } from '../platform/day.js'
import { RequestError } from '../platform/request-error.js'
import { SpecificationRepository } from '../specification/specification.repository.js'
import { type PlannedStaffGroup } from '../workload/domain/staff-group.js'
import { type CrowdOutArgs } from './crowd-out.inputs.js'
import { CrowdOutLoader } from './crowd-out.loader.js'
import {
  type CrowdOut,
  type CrowdOutItem,
  type CrowdOutMonth,
  type CrowdOutPriority,
  type CrowdOutView,
  type LoggedBesideEstimated,
  type StaffGroupCrowdOut,
} from './crowd-out.types.js'
import { CROWD_OUT_RULE_VERSION, type ItemFigures } from './domain/crowd-out.js'
import { monthFromHere } from './domain/from-here.js'
import { type PriorityFigures } from './domain/local-figures.js'
import { type MonthPicture } from './domain/months.js'
import { NetworkFigures } from './domain/network-figures.js'
import { noSuchWork, type Supposed, supposedProblems } from './domain/supposed.js'

const PLAN = 'The plan of twelve months, on estimates. Arithmetic about a plan, not what happened.'
const FROM_HERE = 'What is left of the year: estimates less logged time, nothing for what is shown or closed.'

/** What is shown of work besides its figures. */
type AskedWork = Pick<CrowdOutItem, 'title' | 'nature' | 'obligation' | 'paragraph' | 'origin' | 'itemId' | 'requestId' | 'rating'>

const askedByIndicator = { origin: 'INDICATOR', obligation: 'PAID', paragraph: null, itemId: null, requestId: null, rating: null } as const

/** A network's figures, computed once for each request and each thing supposed. For networks already in scope. */
@Injectable()
export class CrowdOutService {
  constructor(
    private readonly loader: CrowdOutLoader,
    private readonly specifications: SpecificationRepository,
    private readonly clock: Clock,
  ) {}

  /** The year asked for, or the one in force. */
  async yearOf({ contractYear }: { readonly contractYear?: ContractYear | null }): Promise<ContractYear> {
    return contractYear ?? (await this.specifications.currentYear())
  }

  /** Errors: BAD_USER_INPUT naming everything that cannot be supposed. */
  view(context: object, networkCode: string, contractYear: ContractYear, supposed: Supposed): Promise<CrowdOutView> {
    const key = JSON.stringify(['view', networkCode, contractYear, supposed])
    return this.loader.once(context, key, async () => {
      const sources = await this.loader.sources(context, networkCode, contractYear)
      const problems = supposedProblems(supposed, sources)
      if (problems.length > 0) throw RequestError.badInput(problems)
      const { entries, stakes, bases } = sources
      return {
        context,
        networkCode,
        contractYear,
        supposed,
        sources,
        entries,
        stakes,
        bases,
        figures: new NetworkFigures(sources, supposed),
      }
    })
  }

  async crowdOut(context: object, networkCode: string, args: CrowdOutArgs): Promise<CrowdOut> {
    const contractYear = await this.yearOf(args)
    const { relaxing, pursuing, dropping, moving, adding, protecting, from = null } = args
    const view = await this.view(context, networkCode, contractYear, { relaxing, pursuing, dropping, moving, adding, protecting, from })
    return {
      ...view.figures.network(),
      ...{ view, contractYear, from, ruleVersion: CROWD_OUT_RULE_VERSION, basis: from === null ? PLAN : FROM_HERE },
      presentMonth: monthFromHere(this.clock.today(), contractYear),
    }
  }

  groups(view: CrowdOutView): StaffGroupCrowdOut[] {
    return view.figures.groups().map((group) => ({
      ...group,
      view,
      name: groupOf(view, group.staffGroup).name,
      capacityBasis: capacityBasisOf(view, group.staffGroup),
    }))
  }

  /** Of one staff group, or of all that are counted; by code. */
  items(view: CrowdOutView, staffGroup: string | null): CrowdOutItem[] {
    const items = staffGroup === null ? view.figures.network().items : (view.figures.group(staffGroup)?.items ?? [])
    return this.itemsOf(view, staffGroup, items)
  }

  itemsOf(view: CrowdOutView, staffGroup: string | null, items: readonly ItemFigures[]): CrowdOutItem[] {
    const { inputs, requests, atStakePence } = view.sources
    const asked = new Map<string, AskedWork>([
      ...inputs.indicators.map((one) => [one.code, { ...one, ...askedByIndicator }] as const),
      ...requests.map((one) => [one.code, { ...one, origin: 'REQUEST', itemId: null, rating: null }] as const),
      ...inputs.items.map((one) => [one.code, { ...one, origin: 'REQUIREMENT', requestId: null }] as const),
    ])
    return items.flatMap((figures) => {
      const found = asked.get(figures.code)
      if (!found) return []
      const { title, nature, obligation, paragraph, origin, itemId, requestId, rating } = found
      const upToPence = atStakePence.get(figures.code) ?? null
      return { ...figures, view, staffGroup, title, nature, obligation, paragraph, origin, itemId, requestId, rating, upToPence }
    })
  }

  /** In the order they are placed in. */
  priorities(view: CrowdOutView, staffGroup: string | null): CrowdOutPriority[] {
    if (staffGroup === null) return view.figures.network().priorities.map((figures) => ({ ...figures, priorityId: figures.code }))
    return (view.figures.group(staffGroup)?.priorities ?? []).map((figures) => {
      const share = shareOf(figures)
      return { ...figures, priorityId: figures.code, share, shareAtMost: share }
    })
  }

  months(view: CrowdOutView, months: readonly MonthPicture[] | null): CrowdOutMonth[] | null {
    const first = firstDayOf(view.contractYear)
    return months && months.map((picture) => ({ ...picture, startsOn: addMonths(first, picture.month) }))
  }

  logged(view: CrowdOutView, staffGroup: string | null): LoggedBesideEstimated[] {
    return view.figures
      .logged(staffGroup ?? undefined)
      .filter(({ estimatedMinutes, loggedMinutes }) => estimatedMinutes !== 0 || loggedMinutes !== null)
      .map((row) => ({ ...row, title: titleOf(view, row.code) }))
  }

  /** Errors: BAD_USER_INPUT naming codes that are no item of the plan. */
  returnedTogether(view: CrowdOutView, codes: readonly string[], staffGroup: string | null): number | null {
    const { inputs, requests } = view.sources
    const known = new Set([...inputs.items, ...inputs.indicators, ...requests].map(({ code }) => code))
    const problems = codes.flatMap((code, index) => (known.has(code) ? [] : [{ field: `items.${index}`, message: noSuchWork(code) }]))
    if (problems.length > 0) throw RequestError.badInput(problems)
    return view.figures.returnedTogether(codes, staffGroup ?? undefined)
  }
}

/** A staff group of the network. Errors: BAD_USER_INPUT when it has none of that code. */
export function groupOf({ sources }: CrowdOutView, staffGroup: string): PlannedStaffGroup {
  const { staffGroups } = sources.inputs
  const found = staffGroups.find(({ code }) => code === staffGroup)
  if (found) return found
  const codes = staffGroups.map(({ code }) => code).join(', ')
  throw RequestError.badInput([{ field: 'staffGroup', message: `This network has no staff group ${staffGroup}. It has ${codes}.` }])
}

/** The title of a requirement, indicator, accepted request or priority. */
export function titleOf({ sources: { inputs, requests } }: CrowdOutView, code: string): string {
  const item = [...inputs.items, ...inputs.indicators, ...requests].find((one) => one.code === code)
  return item?.title ?? inputs.priorities.find(({ priorityId }) => priorityId === code)?.title ?? code
}

export function capacityBasisOf({ sources }: CrowdOutView, staffGroup: string): string | null {
  return sources.inputs.capacities.find((row) => row.staffGroup === staffGroup)?.basis ?? null
}

function shareOf({ possibleMinutes, wantedMinutes }: PriorityFigures): number | null {
  return possibleMinutes === null || !wantedMinutes ? null : possibleMinutes / wantedMinutes
}
