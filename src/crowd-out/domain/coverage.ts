import { byCode, MONTHS, requireOnce } from './bounds.js'
import type { CrowdOutFigures, GroupCrowdOut, ItemFigures } from './crowd-out.js'
import { sumOfKnown } from './known.js'
import type { PriorityFigures } from './local-figures.js'
import type { MonthPicture, Placement } from './months.js'

/** What a total counts and what it leaves out. */
export interface Coverage {
  readonly groupsCounted: number
  readonly groupsWithoutCapacity: number
  /** National and local minutes of groups whose capacity is not known. */
  readonly minutesLeftOut: number
  /** National items some staff group has no estimate for, each once; their figures are those of the groups that have one. */
  readonly itemsWithoutEstimate: number
  readonly prioritiesWithoutEstimate: number
  /** Groups counted with nothing taken off because no other fixed work was entered. */
  readonly groupsWithoutOtherFixed: number
}

/** A priority over all staff groups. */
export interface NetworkPriorityFigures extends PriorityFigures {
  /** How far it can advance, 0 to 1: possible ÷ wanted of its scarcest group. Null where a group it needs has no known capacity or estimate. */
  readonly share: number | null
  /** The same over the groups that are known: it advances no further than this. Null where none is known. */
  readonly shareAtMost: number | null
}

/** A network's figures: the groups whose capacity is known, added up. */
export interface NetworkCrowdOut extends CrowdOutFigures {
  readonly coverage: Coverage
  readonly items: readonly ItemFigures[]
  readonly priorities: readonly NetworkPriorityFigures[]
  readonly months: readonly MonthPicture[] | null
}

/**
 * Adds up the groups whose capacity is known and says what is left out; figures are null only when no group is known.
 * Errors: RangeError when a group appears twice or estimate cases are mixed. Source: docs/method/crowd-out.md, rule version 1.
 */
export function networkCrowdOut(groups: readonly GroupCrowdOut[]): NetworkCrowdOut {
  requireOnce(
    groups.map(({ staffGroup }) => staffGroup),
    'staff group',
  )
  if (new Set(groups.map(({ estimateCase }) => estimateCase)).size > 1) throw new RangeError('Estimate cases are mixed')
  const counted = groups.filter(isKnown)
  const total = (figureOf: (group: GroupCrowdOut) => number | null): number | null => sumOfKnown(counted.map(figureOf))
  const [displacedMinutes, localWantedMinutes] = [total((group) => group.displacedMinutes), total((group) => group.localWantedMinutes)]
  return {
    capacityMinutes: total((group) => group.capacityMinutes),
    otherFixedMinutes: total((group) => group.otherFixedMinutes),
    fixedShortfallMinutes: total((group) => group.fixedShortfallMinutes),
    availableMinutes: total((group) => group.availableMinutes),
    nationalMinutes: total((group) => group.nationalMinutes),
    nationalOverrunMinutes: total((group) => group.nationalOverrunMinutes),
    localWantedMinutes,
    localPossibleMinutes: total((group) => group.localPossibleMinutes),
    displacedMinutes,
    beyondCapacityMinutes: total((group) => group.beyondCapacityMinutes),
    contractWorkAtRiskMinutes: total((group) => group.contractWorkAtRiskMinutes),
    displacedShare: displacedMinutes === null || !localWantedMinutes ? null : displacedMinutes / localWantedMinutes,
    coverage: coverageOf(groups),
    items: addedItems(counted),
    priorities: addedPriorities(groups),
    months: counted.length === 0 ? null : addedMonths(counted),
  }
}

function isKnown(group: GroupCrowdOut): boolean {
  return group.availableMinutes !== null
}

function coverageOf(groups: readonly GroupCrowdOut[]): Coverage {
  const leftOut = groups.filter((group) => !isKnown(group))
  return {
    groupsCounted: groups.length - leftOut.length,
    groupsWithoutCapacity: leftOut.length,
    minutesLeftOut: leftOut.reduce((sum, group) => sum + group.nationalMinutes + group.localWantedMinutes, 0),
    itemsWithoutEstimate: new Set(groups.flatMap(({ itemsWithoutEstimate }) => itemsWithoutEstimate)).size,
    prioritiesWithoutEstimate: new Set(groups.flatMap(({ prioritiesWithoutEstimate }) => prioritiesWithoutEstimate)).size,
    groupsWithoutOtherFixed: groups.filter((group) => isKnown(group) && group.otherFixedMinutes === null).length,
  }
}

function addedItems(counted: readonly GroupCrowdOut[]): ItemFigures[] {
  const together = (one: ItemFigures, other: ItemFigures): ItemFigures => ({
    ...one,
    minutes: sumOfKnown([one.minutes, other.minutes]),
    servedMinutes: one.servedMinutes + other.servedMinutes,
    relaxableMinutes: sumOfKnown([one.relaxableMinutes, other.relaxableMinutes]),
    returnedMinutes: sumOfKnown([one.returnedMinutes, other.returnedMinutes]),
    overrunMinutes: sumOfKnown([one.overrunMinutes, other.overrunMinutes]),
  })
  return addedByCode(
    counted.flatMap(({ items }) => items),
    together,
  ).sort((one, other) => byCode(one.code, other.code))
}

function addedByCode<T extends { readonly code: string }>(figures: readonly T[], together: (one: T, other: T) => T): T[] {
  const byTheirCode = new Map<string, T>()
  for (const figure of figures) {
    const before = byTheirCode.get(figure.code)
    byTheirCode.set(figure.code, before ? together(before, figure) : figure)
  }
  return [...byTheirCode.values()]
}

/** Priorities of every group, so that none is missing because its only group has no capacity; minutes are those of counted groups. */
function addedPriorities(groups: readonly GroupCrowdOut[]): NetworkPriorityFigures[] {
  const codes = [...new Set(groups.flatMap(({ priorities }) => priorities.map(({ code }) => code)))]
  return codes.map((code) => {
    const all = groups.flatMap((group) => group.priorities.filter((figures) => figures.code === code))
    const known = all.filter(({ possibleMinutes }) => possibleMinutes !== null)
    const total = (figureOf: (figures: PriorityFigures) => number | null): number | null => sumOfKnown(known.map(figureOf))
    const shares = known.flatMap(({ possibleMinutes, wantedMinutes }) =>
      possibleMinutes === null || !wantedMinutes ? [] : [possibleMinutes / wantedMinutes],
    )
    const shareAtMost = shares.length === 0 ? null : Math.min(...shares)
    const needsUnknown = all.some(({ possibleMinutes, wantedMinutes }) => possibleMinutes === null && wantedMinutes !== 0)
    return {
      code,
      wantedMinutes: total(({ wantedMinutes }) => wantedMinutes),
      possibleMinutes: total(({ possibleMinutes }) => possibleMinutes),
      displacedMinutes: total(({ displacedMinutes }) => displacedMinutes),
      beyondCapacityMinutes: total(({ beyondCapacityMinutes }) => beyondCapacityMinutes),
      contractWorkAtRiskMinutes: total(({ contractWorkAtRiskMinutes }) => contractWorkAtRiskMinutes),
      share: needsUnknown ? null : shareAtMost,
      shareAtMost,
    }
  })
}

function addedMonths(counted: readonly GroupCrowdOut[]): MonthPicture[] {
  const together = (one: Placement, other: Placement): Placement => ({ ...one, minutes: one.minutes + other.minutes })
  return Array.from({ length: MONTHS }, (_, month) => {
    const pictures = counted.flatMap(({ months }) => months?.filter((picture) => picture.month === month) ?? [])
    const total = (minutesOf: (picture: MonthPicture) => number): number => pictures.reduce((sum, picture) => sum + minutesOf(picture), 0)
    return {
      month,
      availableMinutes: total((picture) => picture.availableMinutes),
      deliveryAndGovernanceMinutes: total((picture) => picture.deliveryAndGovernanceMinutes),
      declarationAndReportingMinutes: total((picture) => picture.declarationAndReportingMinutes),
      localMinutes: total((picture) => picture.localMinutes),
      nationalOverrunMinutes: total((picture) => picture.nationalOverrunMinutes),
      displacedMinutes: total((picture) => picture.displacedMinutes),
      beyondCapacityMinutes: total((picture) => picture.beyondCapacityMinutes),
      placements: addedByCode(
        pictures.flatMap(({ placements }) => placements),
        together,
      ),
    }
  })
}
