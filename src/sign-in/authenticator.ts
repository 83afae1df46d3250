import { Injectable } from '@nestjs/common'
import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { Clock } from '../platform/clock.js'
import { SecretKey } from './secret-key.js'

/** What every authenticator app takes for granted (RFC 6238): half-minutes, six digits. */
const SECONDS = 30
const SETTINGS = { issuer: 'Headroom', algorithm: 'SHA1', digits: 6, period: SECONDS }

/** Half-minutes before and after now whose codes are taken: clocks differ, and typing takes time. */
const WINDOW = 1

const RECOVERY_CODES = 10

/** Letters and digits nobody confuses with each other: twelve of them are 58 bits. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** What somebody's app is given, to be scanned or typed. */
export interface AuthenticatorSetUp {
  readonly secret: string
  readonly uri: string
}

/** Codes of authenticator apps, and the codes that stand in for a lost telephone. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly key: SecretKey,
    private readonly clock: Clock,
  ) {}

  /**
   * What an app is to be given by whoever holds a link, or changes their own account, with a seed of their own: the same each time, and kept nowhere. The seed is what
   * whoever made the link does not know.
   */
  setUpFor(id: string, seed: string, email: string): AuthenticatorSetUp {
    const bytes = this.key.digest('new authenticator', id, seed).subarray(0, 20)
    const secret = new Secret({ buffer: Uint8Array.from(bytes).buffer })
    return { secret: secret.base32, uri: new TOTP({ ...SETTINGS, label: email, secret }).toString() }
  }

  /** The half-minute a code is of; null when it is of none near now. */
  stepOf(secret: string, code: string): number | null {
    const token = code.replace(/\s/g, '')
    if (!/^\d{6}$/.test(token)) return null
    const timestamp = Date.parse(this.clock.now())
    const delta = new TOTP({ ...SETTINGS, secret: Secret.fromBase32(secret) }).validate({ token, timestamp, window: WINDOW })
    return delta === null ? null : Math.floor(timestamp / 1000 / SECONDS) + delta
  }

  /** How a secret is kept. */
  seal(secret: string, personId: string): string {
    return this.key.seal('authenticator', secret, personId)
  }

  /** A secret that was kept. Errors: Error when SECRET_KEY is not the one it was kept by. */
  open(sealed: string, personId: string): string {
    const secret = this.key.open('authenticator', sealed, personId)
    if (secret === null) throw new Error('SECRET_KEY is not the key that accounts were kept by: put it back, or give everybody a new link')
    return secret
  }

  /** New codes for when the telephone is lost, to be shown once, and what is kept of them. */
  newRecoveryCodes(personId: string): { readonly codes: string[]; readonly digests: string[] } {
    const codes = Array.from({ length: RECOVERY_CODES }, () => Array.from({ length: 3 }, randomGroup).join('-'))
    return { codes, digests: codes.map((code) => this.digestOf(code, personId)) }
  }

  /** What is kept of a recovery code, however it was typed. */
  digestOf(code: string, personId: string): string {
    return this.key.digest('recovery code', personId, code.toUpperCase().replace(/[^A-Z0-9]/g, '')).toString('base64url')
  }
}

function randomGroup(): string {
  return Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}
