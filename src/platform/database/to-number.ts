/**
 * A count or sum as a number: `pg` hands them over as text, SQLite as numbers.
 * Errors: RangeError on anything that is not a whole number a double can hold exactly.
 */
export function toNumber(value: unknown): number {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw new RangeError(`Not a safe whole number: ${String(value)}`)
  return number
}
