import { type MinutesRange } from '../../specification/domain/reference-data.js'

/** The most minutes one staff group can have or be asked for in one month: more is a slip of the keyboard, not a rota. */
export const MOST_MINUTES_A_MONTH = 10_000

/** Minutes that cannot be taken. `mostMinutes` is what would be the most; null where the size is not what is wrong. */
export interface MinutesRefused {
  readonly kind: 'MinutesRefused'
  readonly field: string
  readonly message: string
  readonly mostMinutes: number | null
}

/**
 * Why a number of minutes cannot be taken; undefined when it can. Units: whole minutes from 0 to `most`.
 * Source: docs/method/workload.md.
 */
export function refuseMinutes(minutes: number, most: number, field: string): MinutesRefused | undefined {
  if (!Number.isSafeInteger(minutes)) return refused(field, `These must be whole minutes, not ${minutes}.`)
  if (minutes < 0) return refused(field, `Minutes must be 0 or more, not ${grouped(minutes)}.`)
  if (minutes > most)
    return refused(field, `${grouped(minutes)} minutes are more than there can be: the most here is ${grouped(most)}.`, most)
  return undefined
}

/**
 * Why three estimates cannot be taken: each as minutes, and low at most central at most high. Undefined when they can. `field` is what they are in.
 * Central is looked at first: low and high follow it where they are not given, and it is what has to be put right.
 */
export function refuseRange({ low, central, high }: MinutesRange, most: number, field?: string): MinutesRefused | undefined {
  const part = (name: string) => (field === undefined ? name : `${field}.${name}`)
  const each =
    refuseMinutes(central, most, part('central')) ?? refuseMinutes(low, most, part('low')) ?? refuseMinutes(high, most, part('high'))
  if (each) return each
  if (low <= central && central <= high) return undefined
  return refused(
    part('central'),
    `Low must be at most central, and central at most high; these are ${[low, central].map(grouped).join(', ')} and ${grouped(high)}.`,
  )
}

/** A number as people read it: 60,000. */
function grouped(number: number): string {
  return number.toLocaleString('en-GB')
}

function refused(field: string, message: string, mostMinutes: number | null = null): MinutesRefused {
  return { kind: 'MinutesRefused', field, message, mostMinutes }
}
