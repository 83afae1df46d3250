import { createHash } from 'node:crypto'

/** SHA-256, in hexadecimal, of a plain value as JSON, the order of its fields aside. */
export function digestOf(value: object): string {
  const canonical = JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
  return createHash('sha256').update(canonical).digest('hex')
}
