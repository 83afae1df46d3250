import { networkCrowdOut, type NetworkCrowdOut } from './coverage.js'
import { crowdOut, givingTimeBack, type GroupCrowdOut, type ItemFigures, returnedTogether } from './crowd-out.js'
import { fromHere, type LoggedBesideEstimated, loggedBesideEstimated, type LogCoverage, logCoverage } from './from-here.js'
import { sumOfKnown } from './known.js'
import { type PlanSources, staffGroupPlans } from './network-plan.js'
import { type PaidWork, paidWork } from './paid-work.js'
import type { EstimateCase, StaffGroupPlan } from './plan.js'
import { changeOf, type Supposed } from './supposed.js'
import { type ChangeNote, whatIf } from './what-if.js'

/**
 * Every figure of one network under what somebody supposes, each computed when it is first asked for and kept.
 * Errors: RangeError on what `supposedProblems` would name (a caller's bug). Source: docs/method/crowd-out.md, rule version 1.
 */
export class NetworkFigures {
  /** One for each staff group, in the network's order. */
  readonly plans: readonly StaffGroupPlan[]
  /** What should be said about what is supposed, each thing once. */
  readonly notes: readonly ChangeNote[]
  /** The same before anything of the year is taken as past: what logs are set beside. */
  private readonly whole: readonly StaffGroupPlan[]
  private readonly groupsIn = new Map<EstimateCase, readonly GroupCrowdOut[]>()
  private readonly networkIn = new Map<EstimateCase, NetworkCrowdOut>()

  constructor(
    sources: PlanSources,
    private readonly supposed: Supposed,
  ) {
    const change = changeOf(supposed)
    const supposing = staffGroupPlans(sources, supposed.moving).map((plan) => whatIf(plan, change))
    this.whole = supposing.map(({ plan }) => plan)
    this.notes = notesOnce(supposing.map(({ notes }) => notes))
    const { from } = supposed
    this.plans = from === null ? this.whole : this.whole.map((plan) => fromHere(plan, from))
  }

  groups(estimateCase: EstimateCase = 'central'): readonly GroupCrowdOut[] {
    const known = this.groupsIn.get(estimateCase) ?? this.plans.map((plan) => crowdOut(plan, estimateCase))
    this.groupsIn.set(estimateCase, known)
    return known
  }

  /** Undefined: the network has no such group. */
  group(staffGroup: string, estimateCase: EstimateCase = 'central'): GroupCrowdOut | undefined {
    return this.groups(estimateCase).find((group) => group.staffGroup === staffGroup)
  }

  network(estimateCase: EstimateCase = 'central'): NetworkCrowdOut {
    const known = this.networkIn.get(estimateCase) ?? networkCrowdOut(this.groups(estimateCase))
    this.networkIn.set(estimateCase, known)
    return known
  }

  /** Of one staff group, or of all whose capacity is known; null where nothing of it is known. */
  returnedTogether(codes: readonly string[], staffGroup?: string): number | null {
    const plans = this.plans.filter((plan) => staffGroup === undefined || plan.staffGroup === staffGroup)
    return sumOfKnown(plans.map((plan) => returnedTogether(plan, codes)))
  }

  /** Items that give the network time back, most first. */
  givingTimeBack(): ItemFigures[] {
    return givingTimeBack(this.network().items)
  }

  /** Paid requirements and indicators, gone for or not, by code. */
  paidWork(): PaidWork[] {
    const [first] = this.plans
    const paid = first?.national.filter(({ origin, obligation }) => origin !== 'REQUEST' && obligation === 'PAID') ?? []
    return paid
      .map(({ code }) => code)
      .sort()
      .map((code) => paidWork(this.plans, code, 'central', this.groups()))
  }

  /** How much of the work begun before the month of "from here" has a log; null for the plan of the whole year. */
  logCoverage(): LogCoverage | null {
    const { from } = this.supposed
    if (from === null) return null
    const each = this.whole.map((plan) => logCoverage(plan, from))
    const estimatedMinutes = each.reduce((sum, one) => sum + one.estimatedMinutes, 0)
    const withLogMinutes = each.reduce((sum, one) => sum + one.withLogMinutes, 0)
    return { estimatedMinutes, withLogMinutes, share: estimatedMinutes === 0 ? null : withLogMinutes / estimatedMinutes }
  }

  /** Logged beside estimated for the year, of one staff group or of all added up, by code. */
  logged(staffGroup?: string): LoggedBesideEstimated[] {
    const rows = new Map<string, LoggedBesideEstimated>()
    for (const plan of this.whole) {
      if (staffGroup !== undefined && plan.staffGroup !== staffGroup) continue
      for (const row of loggedBesideEstimated(plan)) {
        const before = rows.get(row.code)
        rows.set(row.code, {
          code: row.code,
          estimatedMinutes: sumOfKnown([before?.estimatedMinutes ?? null, row.estimatedMinutes]),
          loggedMinutes: sumOfKnown([before?.loggedMinutes ?? null, row.loggedMinutes]),
        })
      }
    }
    return [...rows.values()]
  }
}

/** A note that every staff group has is one note; that minutes are not known is said only where no group's are. */
function notesOnce(notesOfGroups: readonly (readonly ChangeNote[])[]): ChangeNote[] {
  const found = new Map<string, { readonly note: ChangeNote; readonly groups: number }>()
  for (const note of notesOfGroups.flat()) {
    const key = `${note.code} ${note.kind}`
    found.set(key, { note, groups: (found.get(key)?.groups ?? 0) + 1 })
  }
  return [...found.values()]
    .filter(({ note, groups }) => note.kind !== 'NO_ESTIMATE' || groups === notesOfGroups.length)
    .map(({ note }) => note)
}
