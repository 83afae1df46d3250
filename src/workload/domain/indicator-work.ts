import { type ContractYear, type Day, firstDayOf, lastDayOf } from '../../platform/day.js'
import { monthsOf, type MonthWindow } from '../../priority/domain/months.js'
import { type IndicatorDirection, type Nature } from '../../specification/domain/catalogue.js'
import { ASSUMED_BUSINESS_AS_USUAL_PERCENT, type FigureInForce, type OwnEstimate } from './estimate.js'

/** What a network said of an indicator: whether it goes for it, and what kind of work it is. */
export interface IndicatorChoice {
  readonly pursued: boolean
  readonly nature: Nature
}

/**
 * What holds of an indicator until the network says otherwise. Like paid work on the checklist it is gone for, so that its time is missed
 * rather than forgotten. One that is only done or not done is a declaration; every other is care, which nobody calls paperwork but the
 * network itself. Source: docs/method/workload.md.
 */
export function undecided(direction: IndicatorDirection | null): IndicatorChoice & { readonly reason: string; readonly recordedAt: null } {
  return { pursued: true, nature: direction === 'DONE' ? 'DECLARE' : 'DELIVER', reason: '', recordedAt: null }
}

/** The months an indicator holds for: those of its own days, else the whole year. Errors: RangeError when it ends before it starts. */
export function indicatorWindow(startsOn: Day | null, endsOn: Day | null, year: ContractYear): MonthWindow {
  return monthsOf(startsOn ?? firstDayOf(year), endsOn ?? lastDayOf(year), year)
}

/** What an indicator's work can be: care, or declaring and reporting where that is all the indicator asks. */
export const indicatorNatures = ['DELIVER', 'DECLARE', 'REPORT'] as const satisfies readonly Nature[]

/**
 * The minutes in force for an indicator: the network's own estimate, else none. There is no assumption, as the work of reaching a threshold
 * is nothing a table could know, and no released median. Units: whole minutes a contract year. Source: docs/method/workload.md.
 */
export function indicatorFigure(nature: Nature, own: OwnEstimate | null): FigureInForce {
  const entered = own?.businessAsUsualPercent ?? null
  const assumed = nature === 'DELIVER' ? null : ASSUMED_BUSINESS_AS_USUAL_PERCENT
  const percent = {
    businessAsUsualPercent: entered ?? assumed,
    businessAsUsualBasis: entered !== null ? 'NETWORK' : assumed === null ? null : 'ASSUMED',
  } as const
  if (!own) {
    const note = 'Nobody has estimated it. The work of an indicator has no assumption: enter your own estimate.'
    return { minutes: null, basis: null, networks: null, note, ...percent }
  }
  const { low, central, high, note } = own
  return { minutes: { low, central, high }, basis: 'NETWORK_ESTIMATE', networks: 1, note, ...percent }
}

/** An indicator that cannot be taken. */
export interface IndicatorChoiceRefused {
  readonly kind: 'ReasonNeeded'
  readonly field: string
  readonly message: string
}

/** Why a choice cannot be taken; undefined when it can: leaving money, and calling an indicator another kind of work, need a reason. */
export function refuseChoice(
  { pursued, nature }: IndicatorChoice,
  reason: string,
  direction: IndicatorDirection | null,
): IndicatorChoiceRefused | undefined {
  if (reason !== '' || (pursued && nature === undecided(direction).nature)) return undefined
  const what = pursued ? 'Say why it is another kind of work' : 'Say why the network does not go for it'
  return { kind: 'ReasonNeeded', field: 'reason', message: `${what}, so that members can follow.` }
}
