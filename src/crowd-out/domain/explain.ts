import { CROWD_OUT_RULE_VERSION, type CrowdOutFigures, type GroupCrowdOut } from './crowd-out.js'

/** Figures that can be explained. */
export const explainedFigures = [
  ...(['CAPACITY', 'OTHER_FIXED', 'FIXED_SHORTFALL', 'AVAILABLE', 'NATIONAL', 'NATIONAL_OVERRUN'] as const),
  ...(['LOCAL_WANTED', 'LOCAL_POSSIBLE', 'DISPLACED', 'BEYOND_CAPACITY', 'RETURNED', 'UP_TO', 'BURDEN'] as const),
] as const
export type ExplainedFigure = (typeof explainedFigures)[number]

/** Those a staff group has by itself. The others are of an item, or of money. */
export type GroupFigure = Exclude<ExplainedFigure, 'RETURNED' | 'UP_TO' | 'BURDEN'>

/** One input of a figure. */
export interface ExplainedRow {
  readonly label: string
  /** Null: not known, or not a time. */
  readonly minutes: number | null
  /** What is no time, in words, such as "£127.20 per bed"; absent for times. */
  readonly inWords?: string | null
  /** What kind of figure it is: entered, estimated, assumed, computed. */
  readonly basis: string
  /** Where it comes from, in words. */
  readonly source: string
}

/** A figure with everything it is made of. */
export interface Explanation {
  readonly figure: ExplainedFigure
  readonly minutes: number | null
  /** Of money only. */
  readonly pence?: number | null
  /** What it means and how it is worked out, in one sentence. */
  readonly sentence: string
  readonly rows: readonly ExplainedRow[]
  readonly ruleVersion: number
}

/** What is known of things by their codes: titles and bases that figures themselves do not carry. */
export interface ExplainedNames {
  readonly titleOf: (code: string) => string
  /** Of an item for the staff group explained. */
  readonly basisOf: (code: string) => Pick<ExplainedRow, 'basis' | 'source'>
  readonly capacityBasis: string | null
}

const sentences: Readonly<Record<GroupFigure | 'RETURNED', string>> = {
  CAPACITY: 'The time the network entered for the year, the twelve months added up.',
  OTHER_FIXED: 'Work the network entered that is neither contract nor priority. Not known where none was entered: nothing is taken off.',
  FIXED_SHORTFALL: 'Other fixed work past the capacity of its month, each month by itself.',
  AVAILABLE: 'Capacity less other fixed work, month by month and never below 0.',
  NATIONAL: 'What requirements, indicators gone for and accepted requests take, without minutes the network’s own priorities give to them.',
  NATIONAL_OVERRUN: 'National work that no calendar can hold: what is asked, less the most of it that fits into its months.',
  LOCAL_WANTED: 'What the network’s own priorities take.',
  LOCAL_POSSIBLE: 'Local work that still fits: the most of all work that fits, less the most of national work that fits.',
  DISPLACED: 'Local work that would fit if nothing national were asked, less what still fits. It is arithmetic about a plan, not a cause.',
  BEYOND_CAPACITY: 'Local work that would not fit even if nothing national were asked.',
  RETURNED: 'Local time that comes back if this one item were relaxed to what the network would do anyway. Single figures do not add up.',
}

/** The basis of what is worked out from the plan. */
export const computed = { basis: 'Computed', source: `docs/method/crowd-out.md, rule version ${CROWD_OUT_RULE_VERSION}` }

/**
 * How one figure of one staff group comes about: its inputs, their basis and the rule version.
 * Units: whole minutes; null where not known. Source: docs/method/crowd-out.md, rule version 1.
 */
export function explain(figure: GroupFigure, group: GroupCrowdOut, names: ExplainedNames): Explanation {
  const minutes = figureOf(figure, group)
  return { figure, minutes, sentence: sentences[figure], rows: rowsOf(figure, minutes, group, names), ruleVersion: CROWD_OUT_RULE_VERSION }
}

/** The same for what comes back when one item is relaxed, of one staff group or of all that are counted. */
export function explainReturned(figures: Pick<GroupCrowdOut, 'items' | 'localPossibleMinutes'>, code: string): Explanation {
  const item = figures.items.find((one) => one.code === code)
  const minutes = item?.returnedMinutes ?? null
  const after = minutes === null || figures.localPossibleMinutes === null ? null : figures.localPossibleMinutes + minutes
  const rows = [
    row('The item takes', item?.minutes ?? null),
    row('Of it, would not be done anyway', item?.relaxableMinutes ?? null),
    row('Local work that fits now', figures.localPossibleMinutes),
    row('Local work that would fit then', after),
  ]
  return { figure: 'RETURNED', minutes, sentence: sentences.RETURNED, rows, ruleVersion: CROWD_OUT_RULE_VERSION }
}

/** The same for all groups added up: one row for each group, those without capacity as not known. */
export function explainTotal(
  figure: GroupFigure,
  total: CrowdOutFigures,
  groups: readonly GroupCrowdOut[],
  nameOf: (staffGroup: string) => string,
): Explanation {
  const rows = groups.map((group) => {
    const isCounted = group.availableMinutes !== null
    const source = isCounted ? computed.source : 'Left out: its time is not entered for all twelve months.'
    return {
      label: nameOf(group.staffGroup),
      minutes: isCounted ? figureOf(figure, group) : null,
      basis: isCounted ? computed.basis : 'Not known',
      source,
    }
  })
  const sentence = `${sentences[figure]} Staff groups whose time is known are added up.`
  return { figure, minutes: figureOf(figure, total), sentence, rows, ruleVersion: CROWD_OUT_RULE_VERSION }
}

function rowsOf(figure: GroupFigure, minutes: number | null, group: GroupCrowdOut, names: ExplainedNames): ExplainedRow[] {
  const entered = { basis: 'Entered by the network', source: names.capacityBasis ?? 'Nothing was entered.' }
  switch (figure) {
    case 'CAPACITY':
      return [row('Capacity', minutes, entered)]
    case 'OTHER_FIXED':
      return [row('Other fixed work', minutes, entered)]
    case 'FIXED_SHORTFALL':
      return timeRows(group, entered)
    case 'AVAILABLE':
      return [...timeRows(group, entered), row('Other fixed work past its month’s capacity', group.fixedShortfallMinutes)]
    case 'NATIONAL':
      return itemRows(group, names)
    case 'NATIONAL_OVERRUN':
      return [row('National work', group.nationalMinutes), row('Of it, fits', less(group.nationalMinutes, minutes))]
    case 'LOCAL_WANTED':
      return group.priorities.map((one) => row(names.titleOf(one.code), one.wantedMinutes, planned))
    case 'LOCAL_POSSIBLE':
      return group.priorities.map((one) => row(names.titleOf(one.code), one.possibleMinutes))
    case 'DISPLACED':
      return [
        row('Would fit if nothing national were asked', less(group.localWantedMinutes, group.beyondCapacityMinutes)),
        row('Still fits', group.localPossibleMinutes),
        ...group.priorities.map((one) => row(`Displaced of: ${names.titleOf(one.code)}`, one.displacedMinutes)),
      ]
    case 'BEYOND_CAPACITY':
      return [row('Local work', group.localWantedMinutes, planned), row('Would fit alone', less(group.localWantedMinutes, minutes))]
  }
}

function row(label: string, minutes: number | null, from: Pick<ExplainedRow, 'basis' | 'source'> = computed): ExplainedRow {
  return { label, minutes, ...from }
}

const planned = { basis: 'Entered by the network', source: 'What the network planned for its priorities.' }

function timeRows(group: GroupCrowdOut, entered: Pick<ExplainedRow, 'basis' | 'source'>): ExplainedRow[] {
  return [row('Capacity', group.capacityMinutes, entered), row('Other fixed work', group.otherFixedMinutes, entered)]
}

function itemRows({ items }: GroupCrowdOut, { titleOf, basisOf }: ExplainedNames): ExplainedRow[] {
  return items
    .filter(({ minutes, servedMinutes }) => minutes !== 0 || servedMinutes !== 0)
    .map(({ code, minutes }) => ({ label: `${code} ${titleOf(code)}`, minutes, ...basisOf(code) }))
}

function figureOf(figure: GroupFigure, figures: CrowdOutFigures): number | null {
  switch (figure) {
    case 'CAPACITY':
      return figures.capacityMinutes
    case 'OTHER_FIXED':
      return figures.otherFixedMinutes
    case 'FIXED_SHORTFALL':
      return figures.fixedShortfallMinutes
    case 'AVAILABLE':
      return figures.availableMinutes
    case 'NATIONAL':
      return figures.nationalMinutes
    case 'NATIONAL_OVERRUN':
      return figures.nationalOverrunMinutes
    case 'LOCAL_WANTED':
      return figures.localWantedMinutes
    case 'LOCAL_POSSIBLE':
      return figures.localPossibleMinutes
    case 'DISPLACED':
      return figures.displacedMinutes
    case 'BEYOND_CAPACITY':
      return figures.beyondCapacityMinutes
  }
}

function less(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one - other
}
