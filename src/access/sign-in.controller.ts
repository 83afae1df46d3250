import { Controller, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { Config } from '../platform/config.js'
import { RequestError } from '../platform/request-error.js'
import { readFields } from '../platform/web/form.js'
import { localPath } from '../platform/web/local-path.js'
import { requireSameOrigin } from '../platform/web/same-origin.js'
import { AccessRepository } from './access.repository.js'
import { SessionService } from './session.service.js'

/** Signing in and out. The page that offers it is a page like any other. */
@Controller()
export class SignInController {
  constructor(
    private readonly access: AccessRepository,
    private readonly sessions: SessionService,
    private readonly config: Config,
  ) {}

  /** Signs in as one of the demonstration's invented people, without a password: on this machine only. */
  @Post('sign-in')
  async signIn(@Req() request: Request, @Res() response: Response): Promise<void> {
    requireSameOrigin(request)
    if (this.config.mode !== 'demonstration' || !this.config.isLocal) {
      throw new RequestError('NOT_FOUND', 'Invented people can sign in to a demonstration on its own machine only.')
    }
    const form = await readFields(request)
    const person = await this.access.person(form.one('personId'))
    if (!person?.invented) throw new RequestError('NOT_FOUND', 'There is no such person.')
    await this.sessions.start(person.id, 'PERSONA', request, response)
    response.redirect(303, localPath(form.one('next')))
  }

  @Post('sign-out')
  async signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    requireSameOrigin(request)
    await this.sessions.end(request, response)
    response.redirect(303, '/sign-in')
  }
}
