import { crowdOutTotals } from './crowd-out.js'
import { sumOfKnown } from './known.js'
import type { EstimateCase, NationalItem, StaffGroupPlan } from './plan.js'
import { estimatedMinutes } from './prepare.js'
import { whatIf } from './what-if.js'

/** What going for one piece of paid work would bring and take, over all staff groups. */
export interface PaidWork {
  readonly code: string
  readonly pursued: boolean
  /** "Up to": what is at stake if all of it is achieved. Null: not known. */
  readonly upToPence: number | null
  /** Null where any group's estimate is not known. */
  readonly minutes: number | null
  /** Pence at stake for each hour, half up; null where pounds or minutes are not known, or no time is asked. */
  readonly pencePerHour: number | null
  /** Local minutes it displaces, in groups whose capacity is known; null when there is none. */
  readonly displacedMinutes: number | null
  /** National minutes that fit in no month because of it, in the same groups. */
  readonly overrunMinutes: number | null
}

/** What is displaced and what fits in no month, of one plan. */
type Totals = ReturnType<typeof crowdOutTotals>

/**
 * What one piece of paid work brings ("up to") and what it displaces: the plan with it, less the plan without it. `asItIs` are the totals of the
 * plans as they are, in their order, where they are known already: one of the two plans is that one.
 * Errors: RangeError when no group's plan has the code, or as `crowdOut`. Source: docs/method/crowd-out.md, rule version 1.
 */
export function paidWork(
  plans: readonly StaffGroupPlan[],
  code: string,
  estimateCase: EstimateCase = 'central',
  asItIs: readonly Totals[] = plans.map((plan) => crowdOutTotals(plan, estimateCase)),
): PaidWork {
  const items = plans.flatMap(({ national }) => national.filter((item) => item.code === code))
  const [item] = items
  if (!item) throw new RangeError(`No such item: ${code}`)
  const minutes = items.some(({ work }) => work === null)
    ? null
    : items.reduce((sum, { work }) => sum + estimatedMinutes(work, estimateCase), 0)
  const differences = plans.map((plan, index) =>
    differenceOf(plan, item, asItIs[index] ?? crowdOutTotals(plan, estimateCase), estimateCase),
  )
  return {
    code,
    pursued: item.pursued,
    upToPence: item.upToPence,
    minutes,
    pencePerHour: item.upToPence === null || !minutes ? null : Math.floor((item.upToPence * 120 + minutes) / (2 * minutes)),
    displacedMinutes: sumOfKnown(differences.map(({ displaced }) => displaced)),
    overrunMinutes: sumOfKnown(differences.map(({ overrun }) => overrun)),
  }
}

/** What it adds to one group's totals; not known where the group's capacity is not. */
function differenceOf(plan: StaffGroupPlan, { code, pursued }: NationalItem, asItIs: Totals, estimateCase: EstimateCase) {
  if (asItIs.displacedMinutes === null) return { displaced: null, overrun: null }
  const otherwise = crowdOutTotals(whatIf(plan, pursued ? { dropping: [code] } : { pursuing: [code] }).plan, estimateCase)
  const [withIt, without] = pursued ? [asItIs, otherwise] : [otherwise, asItIs]
  return {
    displaced: difference(withIt.displacedMinutes, without.displacedMinutes),
    overrun: difference(withIt.nationalOverrunMinutes, without.nationalOverrunMinutes),
  }
}

function difference(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one - other
}
