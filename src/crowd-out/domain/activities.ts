import type { AcceptedRequest } from '../../request/domain/accepted-request.js'
import { askedOfGroup } from '../../request/domain/asked-minutes.js'
import { ASSUMED_BUSINESS_AS_USUAL_PERCENT } from '../../workload/domain/estimate.js'
import { type PlanInputs, type SharedEvidence, sharedEqually } from '../../workload/domain/plan-inputs.js'
import type { BurdenItem, GrossMinutes } from './burden.js'
import type { EvidenceActivity } from './evidence-activity.js'
import { isPaperwork } from './prepare.js'

/** What burden is computed from: the paperwork asked of a network, and what its figures leave out. */
export interface BurdenSources {
  readonly items: readonly BurdenItem[]
  readonly activities: readonly EvidenceActivity[]
  /** Codes of paperwork some staff group has no estimate for, in order. */
  readonly withoutEstimate: readonly string[]
}

/**
 * The paperwork of a network's year, central estimates, and the activities it is done by. Time logged on evidence that serves several
 * requirements is a part of what each of them takes, never on top of it. Outside costs are not recorded, so there are none.
 * Units: whole minutes. Source: docs/method/burden.md, rule version 1.
 */
export function burdenSources(inputs: PlanInputs, requests: readonly AcceptedRequest[]): BurdenSources {
  const groups = inputs.staffGroups.map(({ code }) => code)
  const asked = inputs.items.filter((item) => item.applies && item.pursued && item.window !== null && isPaperwork(item))
  const requested = requests.filter(isPaperwork)
  const items = [
    ...asked.map((item) => burdenItem(item.code, 'REQUIREMENT', item.nature, item.estimates.flatMap(grossOf))),
    ...requested.map((request) =>
      burdenItem(
        request.code,
        'REQUEST',
        request.nature,
        groups.flatMap((staffGroup) =>
          grossOf({ staffGroup, minutes: askedOfGroup(request.minutes, staffGroup), businessAsUsualPercent: null }),
        ),
      ),
    ),
  ]
  const isUnknown = (code: string): boolean =>
    asked.some((item) => item.code === code && item.estimates.some(({ minutes }) => minutes === null)) ||
    requested.some((request) => request.code === code && groups.some((group) => askedOfGroup(request.minutes, group) === null))
  const withoutEstimate = items.map(({ code }) => code).filter(isUnknown)
  return { items, activities: activitiesOf(items, inputs.sharedEvidence), withoutEstimate: withoutEstimate.sort() }
}

function burdenItem(code: string, origin: BurdenItem['origin'], nature: BurdenItem['nature'], grossMinutes: GrossMinutes[]): BurdenItem {
  const percent = ASSUMED_BUSINESS_AS_USUAL_PERCENT
  return { code, origin, nature, grossMinutes, businessAsUsualPercent: percent, outsideCostPence: 0, outsideBusinessAsUsualPercent: 0 }
}

function grossOf(figure: {
  readonly staffGroup: string
  readonly minutes: { readonly central: number } | null
  readonly businessAsUsualPercent: number | null
}): GrossMinutes[] {
  const { staffGroup, minutes, businessAsUsualPercent } = figure
  if (minutes === null || minutes.central === 0) return []
  return [{ staffGroup, minutes: minutes.central, businessAsUsualPercent: businessAsUsualPercent ?? ASSUMED_BUSINESS_AS_USUAL_PERCENT }]
}

/** Each item's time as its part of shared evidence, which ends only with everything the evidence serves, and the rest of its own. */
function activitiesOf(items: readonly BurdenItem[], shared: readonly SharedEvidence[]): EvidenceActivity[] {
  const severally = shared.filter(({ serves }) => serves.length > 1)
  return items.flatMap((item) =>
    item.grossMinutes.flatMap(({ staffGroup, minutes, businessAsUsualPercent = item.businessAsUsualPercent }) => {
      const name = `${item.code} ${staffGroup}`
      const one = (code: string, part: number, serves: readonly string[]): EvidenceActivity => ({
        ...{ code, grossMinutes: [{ staffGroup, minutes: part }], businessAsUsualPercent, serves },
      })
      let left = minutes
      const parts = severally.flatMap((evidence) => {
        const part = Math.min(left, partOf(evidence, item.code, staffGroup))
        left -= part
        return part === 0 ? [] : [one(`${name} ${evidence.evidenceId}`, part, evidence.serves)]
      })
      return left === 0 ? parts : [...parts, one(name, left, [item.code])]
    }),
  )
}

function partOf({ minutes, serves }: SharedEvidence, code: string, staffGroup: string): number {
  const index = serves.indexOf(code)
  const logged = minutes.find((row) => row.staffGroup === staffGroup)?.minutes ?? 0
  return index === -1 ? 0 : (sharedEqually(logged, serves.length)[index] ?? 0)
}
