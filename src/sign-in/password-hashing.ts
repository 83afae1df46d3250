import { hash, verify } from '@node-rs/argon2'
import { Injectable } from '@nestjs/common'
import { RequestError } from '../platform/request-error.js'
import { LONGEST } from './domain/password.js'

/** Argon2id is what the package does unless told otherwise; 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Computed at once: each takes 19 MiB and one of Node's four threads, which files need too. */
const AT_ONCE = 2

/** Waiting for their turn at most: some four seconds. */
const MOST_WAITING = 100

/** Makes and checks hashes of passwords, off the main thread and few at once. */
@Injectable()
export class PasswordHashing {
  private running = 0
  private readonly waiting: (() => void)[] = []
  private nobodys: Promise<string> | undefined

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(plain(password), COST))
  }

  /** Whether a password is that of a hash. Without a hash, it is not, after as much work. */
  async verify(passwordHash: string | null, password: string): Promise<boolean> {
    // Nobody can have set a longer one.
    const asked = password.length > LONGEST * 4 ? '' : plain(password)
    this.nobodys ??= hash('nobody has this password', COST)
    const nobodys = await this.nobodys
    const compared = passwordHash ?? nobodys
    const isRight = await this.inTurn(() => verify(compared, asked))
    return isRight && passwordHash !== null
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      if (this.waiting.length >= MOST_WAITING)
        throw new RequestError('TOO_MANY_REQUESTS', 'Many people are signing in. Try again in a minute.')
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    } else this.running += 1
    try {
      return await work()
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.running -= 1
    }
  }
}

/** The same characters typed on different keyboards are the same password. */
function plain(password: string): string {
  return password.normalize('NFKC')
}
