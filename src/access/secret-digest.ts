import { createHash } from 'node:crypto'

/** SHA-256 of a secret of ours, in hexadecimal. Enough for secrets of 32 random bytes; passwords need more (`sign-in/`). */
export function secretDigest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
