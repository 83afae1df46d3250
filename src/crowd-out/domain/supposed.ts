import { type PlanInputs } from '../../workload/domain/plan-inputs.js'
import { MONTHS, MOST_MINUTES_A_MONTH } from './bounds.js'
import type { PlanSources } from './network-plan.js'
import type { AddedTime, Change, MovedWindow } from './what-if.js'

/** Minutes added to one month of one staff group. */
export interface AddedMinutes {
  readonly staffGroup: string
  readonly month: number
  readonly minutes: number
}

/** What somebody supposes, and from when. Empty lists and null suppose nothing: the plan as it is. */
export interface Supposed {
  readonly relaxing: readonly string[]
  readonly pursuing: readonly string[]
  readonly dropping: readonly string[]
  readonly moving: readonly MovedWindow[]
  readonly adding: readonly AddedMinutes[]
  /** Ids of priorities. */
  readonly protecting: readonly string[]
  /** The first month that is not past, for "from here"; null for the plan of the whole year. */
  readonly from: number | null
}

export const nothingSupposed: Supposed = { relaxing: [], pursuing: [], dropping: [], moving: [], adding: [], protecting: [], from: null }

/** One thing wrong with what is supposed: where, and what would be right. */
export interface SupposedProblem {
  readonly field: string
  readonly message: string
}

type KnownInputs = Pick<PlanInputs, 'items' | 'indicators' | 'priorities' | 'staffGroups' | 'capacities'>
type Known = Pick<PlanSources, 'requests'> & { readonly inputs: KnownInputs }

/**
 * Everything wrong with what is supposed: codes the plan does not have, windows outside the year, time that cannot be. Empty when it can be
 * computed. Source: docs/method/crowd-out.md, rule version 1.
 */
export function supposedProblems(supposed: Supposed, known: Known): SupposedProblem[] {
  return [
    ...codeProblems(supposed, known),
    ...movingProblems(supposed, known),
    ...addingProblems(supposed, known),
    ...protectingProblems(supposed, known),
    ...(supposed.from === null || isMonth(supposed.from) ? [] : [{ field: 'from', message: monthMessage(supposed.from) }]),
  ]
}

/** As the engine takes it, without moved windows: those are in the plans already. */
export function changeOf({ relaxing, pursuing, dropping, adding, protecting }: Supposed): Change {
  const added = adding.map(({ staffGroup, month, minutes }): AddedTime => ({
    ...{ staffGroup, firstMonth: month, lastMonth: month, minutesAMonth: minutes },
  }))
  return { relaxing, pursuing, dropping, adding: added, protecting }
}

function codeProblems({ relaxing, pursuing, dropping }: Supposed, { inputs, requests }: Known): SupposedProblem[] {
  const codes = new Set([...inputs.items, ...inputs.indicators, ...requests].map(({ code }) => code))
  const paid = new Set([...inputs.items.filter(({ obligation }) => obligation === 'PAID'), ...inputs.indicators].map(({ code }) => code))
  const unknown = (field: string, list: readonly string[]) =>
    eachProblem(list, field, (code) => (codes.has(code) ? undefined : noSuchWork(code)))
  const unpaid = (field: string, list: readonly string[]) =>
    eachProblem(list, field, (code) =>
      !codes.has(code) || paid.has(code) ? undefined : `${code} is not paid work: it can be relaxed only.`,
    )
  const both = eachProblem(dropping, 'dropping', (code) => (pursuing.includes(code) ? `${code} is both pursued and dropped.` : undefined))
  const lists = { relaxing, pursuing, dropping }
  const twice = Object.entries(lists).flatMap(([field, list]) => twiceProblems(field, list))
  const none = Object.entries(lists).flatMap(([field, list]) => unknown(field, list))
  return [...none, ...unpaid('pursuing', pursuing), ...unpaid('dropping', dropping), ...both, ...twice]
}

/** What is said of a code that names no national work of the plan. */
export function noSuchWork(code: string): string {
  return `There is no requirement, indicator or accepted request ${code} in this plan.`
}

function movingProblems({ moving }: Supposed, { inputs, requests }: Known): SupposedProblem[] {
  const codes = new Set([
    ...[...inputs.items, ...inputs.indicators, ...requests].map(({ code }) => code),
    ...inputs.priorities.map(({ priorityId }) => priorityId),
  ])
  const problems = moving.flatMap(({ code, firstMonth, lastMonth }, index) => {
    const field = `moving.${index}`
    if (!codes.has(code))
      return [{ field: `${field}.code`, message: `There is no requirement, indicator, accepted request or priority ${code} in this plan.` }]
    if (!isMonth(firstMonth)) return [{ field: `${field}.firstMonth`, message: monthMessage(firstMonth) }]
    if (!isMonth(lastMonth)) return [{ field: `${field}.lastMonth`, message: monthMessage(lastMonth) }]
    if (firstMonth <= lastMonth) return []
    return [{ field: `${field}.lastMonth`, message: `The window of ${code} ends before it starts.` }]
  })
  return [
    ...problems,
    ...twiceProblems(
      'moving',
      moving.map(({ code }) => code),
    ),
  ]
}

function addingProblems({ adding }: Supposed, { inputs }: Known): SupposedProblem[] {
  const groups = inputs.staffGroups.map(({ code }) => code)
  return adding.flatMap(({ staffGroup, month, minutes }, index) => {
    const field = `adding.${index}`
    if (!groups.includes(staffGroup)) {
      return [{ field: `${field}.staffGroup`, message: `There is no staff group ${staffGroup}. There is ${groups.join(', ')}.` }]
    }
    if (!isMonth(month)) return [{ field: `${field}.month`, message: monthMessage(month) }]
    const entered = inputs.capacities.find((row) => row.staffGroup === staffGroup)?.minutes?.[month] ?? 0
    const together = adding.reduce((sum, one) => sum + (one.staffGroup === staffGroup && one.month === month ? one.minutes : 0), entered)
    if (Number.isSafeInteger(minutes) && minutes >= 0 && together <= MOST_MINUTES_A_MONTH) return []
    const message = `Minutes are whole, 0 or more, and with what is entered at most ${MOST_MINUTES_A_MONTH.toLocaleString('en-GB')} in one month.`
    return [{ field: `${field}.minutes`, message }]
  })
}

function protectingProblems({ protecting }: Supposed, { inputs }: Known): SupposedProblem[] {
  const ids = new Set(inputs.priorities.map(({ priorityId }) => priorityId))
  const unknown = eachProblem(protecting, 'protecting', (id) => (ids.has(id) ? undefined : `There is no priority ${id} in this plan.`))
  return [...unknown, ...twiceProblems('protecting', protecting)]
}

function eachProblem(list: readonly string[], field: string, messageOf: (code: string) => string | undefined): SupposedProblem[] {
  return list.flatMap((code, index) => {
    const message = messageOf(code)
    return message === undefined ? [] : [{ field: `${field}.${index}`, message }]
  })
}

function twiceProblems(field: string, list: readonly string[]): SupposedProblem[] {
  return list.flatMap((code, index) =>
    list.indexOf(code) < index ? [{ field: `${field}.${index}`, message: `${code} is given twice.` }] : [],
  )
}

function isMonth(month: number): boolean {
  return Number.isInteger(month) && month >= 0 && month < MONTHS
}

function monthMessage(month: number): string {
  return `${month} is not a month of the contract year: April is 0, March is 11.`
}
