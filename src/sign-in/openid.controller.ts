import { Controller, Get, Logger, Query, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { SessionService } from '../access/session.service.js'
import { RequestError } from '../platform/request-error.js'
import { localPath } from '../platform/web/local-path.js'
import { type NotLetIn, OpenidSignIn } from './openid-sign-in.service.js'
import { OpenidProvider, ProviderUnavailable } from './openid-provider.js'
import { ProviderVisit } from './provider-visit.service.js'

const logger = new Logger('OpenID')

/** What the page says that tells why somebody was not let in. */
type Problem = NotLetIn | 'unavailable' | 'cancelled' | 'failed'

/** The way to the provider, and back from it. */
@Controller('sign-in/openid')
export class OpenidController {
  constructor(
    private readonly visits: ProviderVisit,
    private readonly signIn: OpenidSignIn,
    private readonly sessions: SessionService,
    private readonly provider: OpenidProvider,
  ) {}

  @Get()
  async go(@Req() request: Request, @Res() response: Response, @Query('anew') anew?: string): Promise<void> {
    this.requireProvider()
    const errand = { next: localPath(request.query['next']), invitation: null }
    const address = await this.visits.begin(errand, { request, response, isAnew: anew === 'yes' })
    response.redirect(303, address ?? problemPage('unavailable'))
  }

  @Get('callback')
  async comeBack(@Req() request: Request, @Res() response: Response): Promise<void> {
    this.requireProvider()
    try {
      const came = await this.visits.end(request, response)
      if (came === null) return response.redirect(303, problemPage('failed'))
      const person = await this.signIn.whoIs(came.claims, came.errand.invitation)
      if (typeof person === 'string') return response.redirect(303, problemPage(person))
      await this.sessions.start(person.id, 'OPENID', request, response)
      this.visits.remember(came.idToken, request, response)
      response.redirect(303, came.errand.next)
    } catch (error) {
      response.redirect(303, problemPage(problemOf(error)))
    }
  }

  private requireProvider(): void {
    if (!this.provider.isUsed) throw new RequestError('NOT_FOUND', 'People do not sign in at a provider here.')
  }
}

function problemPage(problem: Problem): string {
  return `/sign-in/problem?why=${problem}`
}

/** What to tell whoever came back; whoever runs the server finds more in the log. */
function problemOf(error: unknown): Problem {
  const { error: said, code } = error as { error?: unknown; code?: unknown }
  if (said === 'access_denied') return 'cancelled'
  const message = error instanceof Error ? error.message : String(error)
  logger.warn(`A sign-in was refused: ${[code, said, message].filter((part) => typeof part === 'string').join(', ')}`)
  return error instanceof ProviderUnavailable ? 'unavailable' : 'failed'
}
