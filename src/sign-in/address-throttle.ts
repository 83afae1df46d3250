import { Injectable } from '@nestjs/common'
import { type Request } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { RequestError } from '../platform/request-error.js'
import { callerAddress } from '../platform/web/caller-address.js'

/** Wrong tries in a quarter of an hour from one address. Whole organisations share one, so it is far above what people do by mistake. */
const TRIES = 60
const SECONDS = 15 * 60

/** Slows whoever tries many accounts from one address. Each process counts for itself; accounts are counted in the database. */
@Injectable()
export class AddressThrottle {
  private readonly counter = new RateLimiterMemory({ points: TRIES, duration: SECONDS })

  /** Counts a try before it is looked at. Errors: TOO_MANY_REQUESTS. */
  async count(request: Request): Promise<void> {
    try {
      await this.counter.consume(callerAddress(request))
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      const minutes = Math.ceil(error.msBeforeNext / 60_000)
      const wait = `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
      throw new RequestError('TOO_MANY_REQUESTS', `There were too many tries to sign in from where you are. Try again in ${wait}.`)
    }
  }

  /** Takes back the count of a try that was right. */
  async takeBack(request: Request): Promise<void> {
    await this.counter.reward(callerAddress(request), 1)
  }
}
