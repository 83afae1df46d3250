import { Injectable } from '@nestjs/common'
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { Config } from '../platform/config.js'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** What SECRET_KEY is used for. Each purpose has a key of its own, made from it, so that nothing made for one passes for another. */
type Purpose = 'authenticator' | 'new authenticator' | 'recovery code' | 'sign-in' | 'sign-out'

/** Encrypts and signs with the key of this installation. Errors: Error when there is none, as in a demonstration without accounts. */
@Injectable()
export class SecretKey {
  constructor(private readonly config: Config) {}

  /** Encrypts a text so that nobody can read or change it, nor pass it for that of another `owner`. */
  seal(purpose: Purpose, text: string, owner: string): string {
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv(CIPHER, this.keyFor(purpose), iv).setAAD(Buffer.from(owner))
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
  }

  /** What was sealed; null when it was not by this key, for this purpose and this owner. */
  open(purpose: Purpose, sealed: string, owner: string): string | null {
    const bytes = Buffer.from(sealed, 'base64url')
    if (bytes.length < IV_BYTES + TAG_BYTES) return null
    const decipher = createDecipheriv(CIPHER, this.keyFor(purpose), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    try {
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
    } catch {
      return null
    }
  }

  /** 32 bytes that nobody without the key can work out from a text. */
  digest(purpose: Purpose, ...texts: readonly string[]): Buffer {
    return createHmac('sha256', this.keyFor(purpose)).update(JSON.stringify(texts)).digest()
  }

  private keyFor(purpose: Purpose): Buffer {
    const { SECRET_KEY } = this.config
    if (SECRET_KEY === undefined) throw new Error('This installation has no SECRET_KEY')
    return Buffer.from(hkdfSync('sha256', Buffer.from(SECRET_KEY, 'base64'), '', `headroom ${purpose}`, 32))
  }
}
