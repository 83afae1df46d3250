import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem } from '../../platform/request-error.js'
import { SignInDoor } from '../../platform/web/sign-in-door.js'
import { authenticatorShown } from '../layout/authenticator.js'
import { Pages } from '../layout/pages.js'
import { crumbs, LocalAccountPages, newSeed, typedPassword } from './local-account.js'

const ChangingAuthenticator = operation(import.meta.url, 'changing-authenticator.page.graphql')

/** Another authenticator app, for a new telephone. */
@Controller('account/authenticator')
export class AuthenticatorPage {
  constructor(
    private readonly pages: Pages,
    private readonly accounts: LocalAccountPages,
    private readonly door: SignInDoor,
  ) {}

  @Get()
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.send(request, response, newSeed(), [])
  }

  @Post()
  async change(@Req() request: Request, @Res() response: Response): Promise<void> {
    const fields = await this.accounts.receive(request)
    const { personId } = await this.pages.visit(request, response)
    const seed = fields.one('seed')
    const input = { seed, password: typedPassword(fields, 'password'), code: fields.one('code') }
    const outcome = await this.pages.change(request, ChangingAuthenticator, input)
    // A seed that nobody here made up is not shown again.
    if ('problems' in outcome) return this.send(request, response, /^[\w-]{22,64}$/.test(seed) ? seed : newSeed(), outcome.problems)
    await this.door.afterProof(personId, request, response)
    response.redirect(303, '/account/password?done=authenticator')
  }

  private async send(request: Request, response: Response, seed: string, problems: readonly InputProblem[]): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const { newAuthenticator } = await this.accounts.find(request, seed)
    await this.pages.send(request, response, visit, 'account/authenticator.page.njk', {
      ...{ title: 'Change your authenticator app', seed, problems, authenticator: authenticatorShown(newAuthenticator) },
      breadcrumbs: [...crumbs, { text: 'Password and authenticator', href: '/account/password' }],
    })
  }
}
