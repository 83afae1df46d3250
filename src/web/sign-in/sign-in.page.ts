import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem } from '../../platform/request-error.js'
import { readFields } from '../../platform/web/form.js'
import { localPath } from '../../platform/web/local-path.js'
import { requireSameOrigin } from '../../platform/web/same-origin.js'
import { SignInDoor } from '../../platform/web/sign-in-door.js'
import { Frameless } from '../layout/frameless.js'
import { Pages } from '../layout/pages.js'
import { missingFields, personaGroups, type SignInData } from './sign-in.view.js'

const SignIn = operation(import.meta.url, 'sign-in.page.graphql')

/** Whatever was wrong, the same words: they tell nobody whether there is such an account, or that it waits. */
const WRONG: readonly InputProblem[] = [
  {
    field: 'email',
    message:
      'The email address, password or code is not right, or there were too many wrong tries: after five, an account waits for 15 minutes or longer',
  },
]

/** Where somebody says who they are. */
@Controller('sign-in')
export class SignInPage {
  constructor(
    private readonly pages: Pages,
    private readonly frameless: Frameless,
    private readonly door: SignInDoor,
  ) {}

  @Get()
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.send(request, response, { next: localPath(request.query['next']), email: '', problems: [] })
  }

  @Post()
  async signIn(@Req() request: Request, @Res() response: Response): Promise<void> {
    requireSameOrigin(request)
    const fields = await readFields(request)
    const next = localPath(fields.one('next'))
    if (fields.one('personId')) {
      await this.door.asPersona(fields.one('personId'), request, response)
      return response.redirect(303, next)
    }
    // As typed: a password may begin or end with a space.
    const typed = { email: fields.one('email'), password: fields.all('password')[0] ?? '', code: fields.one('code') }
    const missing = missingFields(typed)
    const found = missing.length > 0 ? null : await this.door.withPassword(typed, request, response)
    if (!found) return this.send(request, response, { next, email: typed.email, problems: missing.length > 0 ? missing : WRONG })
    response.redirect(303, found.failedTries > 0 ? `/sign-in/noticed?tries=${found.failedTries}&next=${encodeURIComponent(next)}` : next)
  }

  private async send(
    request: Request,
    response: Response,
    form: { readonly next: string; readonly email: string; readonly problems: readonly InputProblem[] },
  ): Promise<void> {
    const { service, personas } = await this.pages.ask<SignInData>(request, SignIn)
    await this.frameless.send(request, response, 'sign-in/sign-in.page.njk', {
      ...{ title: 'Sign in', ...form, groups: personaGroups(personas), clockNote: service.clockNote },
      ...{ way: service.signInWay, providerLabel: service.providerLabel, wasSent: request.query['kept'] === 'yes' },
    })
  }
}
