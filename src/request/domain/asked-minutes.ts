import { type MinutesRefused, MOST_MINUTES_A_MONTH, refuseRange } from '../../priority/domain/minutes.js'
import { monthsIn, type MonthWindow } from '../../priority/domain/months.js'
import { type GivenTwice } from '../../priority/domain/priority.js'
import { type MinutesRange } from '../../specification/domain/reference-data.js'

/** What one staff group is asked for in the whole window. Null: it has a part in it, and nobody knows how much. */
export interface AskedMinutes {
  readonly staffGroup: string
  readonly minutes: MinutesRange | null
}

/** The same as somebody enters it: low and high may be left out. */
export interface AskedMinutesEntered {
  readonly staffGroup: string
  readonly minutes?: { readonly low?: number | null; readonly central: number; readonly high?: number | null } | null
}

/** What was entered, with low and high as the most likely figure where they were left out. Null: nothing was entered. */
export function askedMinutes(entered: readonly AskedMinutesEntered[] | null | undefined): AskedMinutes[] | null {
  const range = ({ low, central, high }: NonNullable<AskedMinutesEntered['minutes']>): MinutesRange => ({
    low: low ?? central,
    central,
    high: high ?? central,
  })
  return entered?.map(({ staffGroup, minutes }) => ({ staffGroup, minutes: minutes ? range(minutes) : null })) ?? null
}

/** A staff group the networks asked do not all have. */
export interface StaffGroupUnknown {
  readonly kind: 'StaffGroupUnknown'
  readonly field: string
  readonly message: string
  readonly staffGroups: readonly string[]
}

/**
 * Why these minutes cannot be taken; undefined when they can: each staff group once and one of `staffGroups`, at most 10,000 minutes for each
 * month of the window. Nothing known (null) can always be taken. Units: whole minutes. Source: docs/method/requests.md.
 */
export function refuseAskedMinutes(
  asked: readonly AskedMinutes[] | null,
  window: MonthWindow,
  staffGroups: readonly string[],
): MinutesRefused | GivenTwice | StaffGroupUnknown | undefined {
  const most = MOST_MINUTES_A_MONTH * monthsIn(window)
  const groups = (asked ?? []).map(({ staffGroup }) => staffGroup)
  for (const [index, { staffGroup, minutes }] of (asked ?? []).entries()) {
    const field = `minutes.${index}.staffGroup`
    if (groups.indexOf(staffGroup) < index) return { kind: 'GivenTwice', field, message: 'This staff group is given twice.' }
    if (!staffGroups.includes(staffGroup)) {
      const message = `There is no staff group ${staffGroup} in every network asked. There is ${staffGroups.join(', ')}.`
      return { kind: 'StaffGroupUnknown', field, message, staffGroups }
    }
    const refusal = minutes && refuseRange(minutes, most, `minutes.${index}.minutes`)
    if (refusal) return refusal
  }
  return undefined
}

/**
 * What a request asks of one staff group: null where not known, 0 where others are named and it is not.
 * Source: docs/method/requests.md.
 */
export function askedOfGroup(asked: readonly AskedMinutes[] | null, staffGroup: string): MinutesRange | null {
  if (asked === null) return null
  const found = asked.find((row) => row.staffGroup === staffGroup)
  return found === undefined ? { low: 0, central: 0, high: 0 } : found.minutes
}

/**
 * Minutes that networks save together when another attends for them: each saves all that it was asked for. Null stays null: what is not
 * known is not saved in figures. Errors: RangeError on a number of networks that cannot be. Source: docs/method/requests.md.
 */
export function savedMinutes(asked: readonly AskedMinutes[] | null, networks: number): AskedMinutes[] | null {
  if (!Number.isSafeInteger(networks) || networks < 0) throw new RangeError(`Not a number of networks: ${networks}`)
  if (asked === null) return null
  const times = ({ low, central, high }: MinutesRange): MinutesRange => ({
    low: low * networks,
    central: central * networks,
    high: high * networks,
  })
  return asked.map(({ staffGroup, minutes }) => ({ staffGroup, minutes: minutes && times(minutes) }))
}
