import { Injectable } from '@nestjs/common'
import { type Request } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Config } from '../config.js'
import { RequestError } from '../request-error.js'
import { callerAddress } from '../web/caller-address.js'
import { type RequestContext } from './allow.js'
import { CallerResolver } from './caller-resolver.js'

/** How long one request may be worked on: nothing further of it is begun after that. */
const MOST_MILLISECONDS = 20_000

/** Finds out who asks, and counts how often each person does; whoever is not known is counted by their address. Each process counts for itself. */
@Injectable()
export class RequestRate {
  private readonly perMinute: number
  private readonly counter: RateLimiterMemory

  constructor(
    private readonly callers: CallerResolver,
    config: Config,
  ) {
    this.perMinute = config.REQUESTS_A_MINUTE
    this.counter = new RateLimiterMemory({ points: this.perMinute, duration: 60 })
  }

  /** What resolvers are given for a request. Errors: UNAUTHENTICATED for a token that does not hold; TOO_MANY_REQUESTS. */
  async contextOf(request: Request): Promise<RequestContext> {
    const endsAt = performance.now() + MOST_MILLISECONDS
    try {
      const caller = await this.callers.callerOf(request)
      await this.count(caller.personId ?? callerAddress(request))
      return { caller, endsAt, host: request.headers.host }
    } catch (error) {
      if (error instanceof RequestError && error.extensions['code'] === 'UNAUTHENTICATED') await this.count(callerAddress(request))
      throw error
    }
  }

  private async count(who: string): Promise<void> {
    try {
      await this.counter.consume(who)
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      const seconds = Math.ceil(error.msBeforeNext / 1_000)
      const again = `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`
      const message = `This is request ${error.consumedPoints} in a minute; at most ${this.perMinute} are allowed. Ask again in ${again}.`
      throw new RequestError('TOO_MANY_REQUESTS', message, [{ field: 'requestsAMinute', message }])
    }
  }
}
