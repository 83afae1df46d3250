import type { AcceptedRequest } from '../../request/domain/accepted-request.js'
import { askedOfGroup } from '../../request/domain/asked-minutes.js'
import { ASSUMED_BUSINESS_AS_USUAL_PERCENT } from '../../workload/domain/estimate.js'
import { type PlanInputs, type SharedEvidence, sharedEqually } from '../../workload/domain/plan-inputs.js'
import type { BurdenItem, GrossMinutes, OutsideCost } from './burden.js'
import type { EvidenceActivity } from './evidence-activity.js'
import { isPaperwork } from './prepare.js'

/** What burden is computed from: the paperwork asked of a network, and what its figures leave out. */
export interface BurdenSources {
  readonly items: readonly BurdenItem[]
  readonly activities: readonly EvidenceActivity[]
  /** Codes of paperwork some staff group has no estimate for, in order. */
  readonly withoutEstimate: readonly string[]
}

/** One piece of paperwork with the figures of each staff group. */
interface Paperwork extends Pick<BurdenItem, 'code' | 'origin' | 'nature'> {
  readonly figures: readonly Figure[]
}

interface Figure {
  readonly staffGroup: string
  readonly minutes: { readonly central: number } | null
  readonly businessAsUsualPercent: number | null
}

/** What was paid to others, by code of the paperwork it was paid for. */
export type OutsideCosts = ReadonlyMap<string, readonly OutsideCost[]>

/**
 * The paperwork of a network's year, central estimates, and the activities it is done by. Time logged on evidence that serves several
 * requirements is a part of what each of them takes, never on top of it. What was paid outside counts with the paperwork it was paid for, also
 * before any event asks for time. Units: whole minutes, pence. Source: docs/method/burden.md, rule version 1.
 */
export function burdenSources(inputs: PlanInputs, requests: readonly AcceptedRequest[], outside: OutsideCosts = new Map()): BurdenSources {
  const asked = paperworkOf(inputs, requests, outside)
  const items = asked.map(({ figures, ...one }): BurdenItem => ({
    ...one,
    grossMinutes: figures.flatMap(grossOf),
    businessAsUsualPercent: ASSUMED_BUSINESS_AS_USUAL_PERCENT,
    outsideCosts: outside.get(one.code) ?? [],
  }))
  const withoutEstimate = asked.filter(({ figures }) => figures.some(({ minutes }) => minutes === null)).map(({ code }) => code)
  return { items, activities: activitiesOf(items, inputs.sharedEvidence), withoutEstimate: withoutEstimate.sort() }
}

function paperworkOf({ staffGroups, ...inputs }: PlanInputs, requests: readonly AcceptedRequest[], outside: OutsideCosts): Paperwork[] {
  const isAsked = (item: PlanInputs['items'][number]): boolean =>
    item.applies && item.pursued && (item.window !== null || outside.has(item.code))
  const figuresOf = (request: AcceptedRequest): Figure[] =>
    staffGroups.map(({ code }) => ({ staffGroup: code, minutes: askedOfGroup(request.minutes, code), businessAsUsualPercent: null }))
  const all: Paperwork[] = [
    ...inputs.items
      .filter(isAsked)
      .map(({ code, nature, estimates, window }) => ({ code, origin: 'REQUIREMENT' as const, nature, figures: window ? estimates : [] })),
    ...inputs.indicators
      .filter(({ pursued }) => pursued)
      .map(({ code, nature, estimates }) => ({ code, origin: 'INDICATOR' as const, nature, figures: estimates })),
    ...requests.map((request) => ({ code: request.code, origin: 'REQUEST' as const, nature: request.nature, figures: figuresOf(request) })),
  ]
  return all.filter(isPaperwork)
}

function grossOf({ staffGroup, minutes, businessAsUsualPercent }: Figure): GrossMinutes[] {
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
