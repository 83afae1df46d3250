import { createHash, randomBytes } from 'node:crypto'

/** 32 random bytes, as letters, digits, - and _. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 of a secret of ours, in hexadecimal. Enough for secrets of 32 random bytes; passwords need more (`sign-in/`). */
export function secretDigest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
