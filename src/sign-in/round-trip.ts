import { Injectable } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { newSecret } from '../access/secret.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { addMinutes, type Instant } from '../platform/day.js'
import { cookieOf, hostCookie, setCookie } from '../platform/web/cookies.js'
import { IdentityRepository } from './identity.repository.js'
import { type RoundTrip } from './openid-provider.js'
import { SecretKey } from './secret-key.js'

const COOKIE = 'headroom_round_trip'

/** How long somebody may take at the provider. */
const MINUTES = 10

/** What somebody was about to do when they went to the provider. */
export interface Errand {
  /** Where they go afterwards. */
  readonly next: string
  /** The secret of the one-time link they accept by coming back; null for none. */
  readonly invitation: string | null
}

type Kept = RoundTrip & Errand & { readonly startedAt: Instant }

/** Remembers, in the browser that goes to the provider and nowhere else, what has to fit when somebody comes back. */
@Injectable()
export class RoundTrips {
  constructor(
    private readonly key: SecretKey,
    private readonly identities: IdentityRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  begin(errand: Errand, request: Request, response: Response): RoundTrip {
    const roundTrip = { state: newSecret(), nonce: newSecret(), verifier: newSecret() }
    const kept: Kept = { ...roundTrip, ...errand, startedAt: this.clock.now() }
    setCookie(request, response, hostCookie(request, COOKIE), this.key.seal('sign-in', JSON.stringify(kept), COOKIE))
    return roundTrip
  }

  /** What was remembered, once; null when this browser did not set out, took too long or has come back before. */
  async end(request: Request, response: Response): Promise<(RoundTrip & Errand) | null> {
    const name = hostCookie(request, COOKIE)
    const opened = this.key.open('sign-in', cookieOf(request, name) ?? '', COOKIE)
    setCookie(request, response, name, '')
    if (opened === null) return null
    const kept = JSON.parse(opened) as Kept
    const now = this.clock.now()
    const oldest = addMinutes(now, -MINUTES)
    if (kept.startedAt < oldest) return null
    return (await this.isFirst(kept.state, now, oldest)) ? kept : null
  }

  /** Removing the cookie does not remove a copy of it. */
  private async isFirst(state: string, now: Instant, oldest: Instant): Promise<boolean> {
    return this.database.transaction(() => this.identities.takeOnce(state, now, oldest)).catch(() => false)
  }
}
