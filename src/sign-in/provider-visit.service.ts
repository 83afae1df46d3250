import { Injectable, Logger } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { type IDToken } from 'openid-client'
import { cookieOf, hostCookie, setCookie } from '../platform/web/cookies.js'
import { OpenidProvider, ProviderUnavailable } from './openid-provider.js'
import { type Errand, RoundTrips } from './round-trip.js'
import { SecretKey } from './secret-key.js'

const logger = new Logger('OpenID')

/** Holds the ID token, encrypted, until its person signs out: by it the provider knows whose session it ends. */
const COOKIE = 'headroom_provider'

/** The longest a browser keeps in one cookie, with its name, in bytes; a longer token is not kept, and the provider asks its person. */
const LARGEST_COOKIE = 3_900

/** Somebody's visit to the provider: there, back, and signed out of it at the end. */
@Injectable()
export class ProviderVisit {
  constructor(
    private readonly provider: OpenidProvider,
    private readonly trips: RoundTrips,
    private readonly key: SecretKey,
  ) {}

  /** The provider's address for whoever sets out; null when it cannot be asked now. */
  async begin(
    errand: Errand,
    { request, response, isAnew = false }: { request: Request; response: Response; isAnew?: boolean },
  ): Promise<string | null> {
    try {
      return (await this.provider.addressFor(this.trips.begin(errand, request, response), isAnew)).href
    } catch (error) {
      if (!(error instanceof ProviderUnavailable)) throw error
      logger.warn(`${error.message}: ${reasonOf(error.cause)}`)
      return null
    }
  }

  /** Who came back, and what for; null when this browser did not set out, or not lately. Errors: what openid-client refuses; ProviderUnavailable. */
  async end(request: Request, response: Response): Promise<{ claims: IDToken; idToken: string; errand: Errand } | null> {
    const trip = await this.trips.end(request, response)
    if (!trip) return null
    const { search } = new URL(request.originalUrl, 'http://here.invalid')
    return { ...(await this.provider.whoCame(search, trip)), errand: trip }
  }

  remember(idToken: string, request: Request, response: Response): void {
    const sealed = this.key.seal('sign-out', idToken, COOKIE)
    setCookie(request, response, hostCookie(request, COOKIE), sealed.length > LARGEST_COOKIE ? '' : sealed)
  }

  /** Where somebody who signed in there signs out of the provider too; null when it offers no such thing. */
  async over(request: Request, response: Response): Promise<string | null> {
    if (!this.provider.isUsed) return null
    const name = hostCookie(request, COOKIE)
    const idToken = this.key.open('sign-out', cookieOf(request, name) ?? '', COOKIE)
    setCookie(request, response, name, '')
    return (await this.provider.signOutAddress(idToken))?.href ?? null
  }
}

/** What is at the bottom of an error, such as a refused connection. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : reasonOf(error.cause)
}
