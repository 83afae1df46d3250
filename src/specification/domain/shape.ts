import { isDay, type Day } from '../../platform/day.js'
import { refuse, within, type Place } from './problem.js'

/** Checks one value: gives it typed, or reports what is wrong and gives undefined. */
export type Check<T> = (value: unknown, at: Place) => T | undefined

/** One check for each field of a record. */
export type Shape<T> = { readonly [K in keyof T]-?: Check<T[K]> }

/** How a record is read: what a missing field means, and why a field of another kind of record is refused. */
export interface RecordOptions<T> {
  defaults?: Partial<T>
  forbidden?: { readonly fields: readonly string[]; readonly because: string }
}

/** Text of one character up to `limit`, trimmed; on one line unless `lines` is set. Control characters are refused. */
export function text(limit: number, lines = false): Check<string> {
  const expected = `${lines ? 'text' : 'one line of text'} of 1 to ${limit} characters`
  const control = lines ? /[^\P{Cc}\n]/u : /\p{Cc}/u
  return (value, at) => {
    if (typeof value !== 'string') return refuse(at, expected, value)
    const trimmed = value.trim()
    if (trimmed.length === 0 || trimmed.length > limit) return refuse(at, expected, value)
    return control.test(trimmed) ? refuse(at, `${expected}, without control characters`, value) : trimmed
  }
}

/** Text of a given form, said in words. */
export function matching(pattern: RegExp, expected: string): Check<string> {
  return (value, at) => (typeof value === 'string' && pattern.test(value) ? value : refuse(at, expected, value))
}

/** One of a list of words. */
export function oneOf<T extends string>(values: readonly T[]): Check<T> {
  return (value, at) => values.find((known) => known === value) ?? refuse(at, `one of ${values.join(', ')}`, value)
}

/** A whole number between two others, both included. */
export function wholeNumber(least: number, most: number): Check<number> {
  return (value, at) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most
      ? value
      : refuse(at, `a whole number from ${least} to ${most}`, value)
}

export const flag: Check<boolean> = (value, at) => (typeof value === 'boolean' ? value : refuse(at, 'true or false', value))

/** A real day written as `YYYY-MM-DD`. */
export const day: Check<Day> = (value, at) => (isDay(value) ? value : refuse(at, 'a real day written as YYYY-MM-DD', value))

/** The same, or null for "not known" or "none". */
export function nullable<T>(check: Check<T>): Check<T | null> {
  return (value, at) => {
    if (value === null) return null
    return check(value, {
      ...at,
      report: (problem) => at.report({ ...problem, expected: orNull(problem.path.length === at.path.length, problem.expected) }),
    })
  }
}

function orNull(own: boolean, expected: string): string {
  return own ? `${expected}, or null` : expected
}

/** A list of at least `least` values, none of them twice when they are words. */
export function listOf<T>(check: Check<T>, least: number): Check<readonly T[]> {
  return (value, at) => {
    if (!Array.isArray(value) || value.length < least) return refuse(at, least === 0 ? 'a list' : `a list of at least ${least}`, value)
    const values: readonly unknown[] = value
    const kept: T[] = []
    for (const [index, one] of values.entries()) {
      const place = within(at, index)
      if (typeof one === 'string' && values.indexOf(one) < index) refuse(place, 'each value once', one)
      const read = check(one, place)
      if (read !== undefined) kept.push(read)
    }
    return kept.length === values.length ? kept : undefined
  }
}

/** A group of fields, all of them right; undefined when any is wrong or missing. */
export function record<T extends object>(shape: Shape<T>, options: RecordOptions<T> = {}): Check<T> {
  return (value, at) => {
    const read = readFields(shape, value, at, options)
    return read !== undefined && isComplete(shape, read) ? read : undefined
  }
}

/** The fields of a group that are right, after reporting every one that is wrong, missing or unknown. undefined when it is no group. */
export function readFields<T extends object>(
  shape: Shape<T>,
  value: unknown,
  at: Place,
  options: RecordOptions<T> = {},
): Partial<T> | undefined {
  if (!isGroup(value)) return refuse(at, `a group of fields (${Object.keys(shape).join(', ')})`, value)
  reportUnknown(Object.keys(shape), value, at, options.forbidden)
  const read: Partial<T> = { ...options.defaults }
  for (const name of namesOf(shape)) {
    if (!Object.hasOwn(value, name)) {
      if (read[name] === undefined) refuse(within(at, name), 'this field', undefined)
      continue
    }
    read[name] = shape[name](value[name], within(at, name))
  }
  return read
}

function reportUnknown(
  known: readonly string[],
  value: Record<string, unknown>,
  at: Place,
  forbidden: RecordOptions<object>['forbidden'],
): void {
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue
    const place = within(at, name)
    if (forbidden?.fields.includes(name)) refuse(place, `no such field: ${forbidden.because}`, value[name])
    else refuse(place, `no such field (known: ${known.join(', ')})`, value[name])
  }
}

/** Whether every field of a shape was read. */
export function isComplete<T extends object>(shape: Shape<T>, read: Partial<T>): read is T {
  return namesOf(shape).every((name) => read[name] !== undefined)
}

function namesOf<T extends object>(shape: Shape<T>): (keyof T & string)[] {
  return Object.keys(shape) as (keyof T & string)[]
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
