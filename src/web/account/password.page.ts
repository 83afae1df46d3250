import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem } from '../../platform/request-error.js'
import { SignInDoor } from '../../platform/web/sign-in-door.js'
import { saidAfter } from '../layout/done.js'
import { Pages } from '../layout/pages.js'
import { momentInWords } from '../layout/words.js'
import { crumbs, LocalAccountPages, typedPassword } from './local-account.js'

const ChangingPassword = operation(import.meta.url, 'changing-password.page.graphql')
const RenewingCodes = operation(import.meta.url, 'renewing-codes.page.graphql')

const doneWords: Readonly<Record<string, string>> = {
  password: 'Your password was changed. You are signed out everywhere else, and your tokens have ended.',
  authenticator: 'Your new authenticator app is set up. You are signed out everywhere else, and your tokens have ended.',
}

/** The password and the recovery codes of an account kept here. */
@Controller('account/password')
export class PasswordPage {
  constructor(
    private readonly pages: Pages,
    private readonly accounts: LocalAccountPages,
    private readonly door: SignInDoor,
  ) {}

  @Get()
  show(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.send(request, response, [])
  }

  @Post()
  async change(@Req() request: Request, @Res() response: Response): Promise<void> {
    const fields = await this.accounts.receive(request)
    const { personId } = await this.pages.visit(request, response)
    const input = { currentPassword: typedPassword(fields, 'currentPassword'), newPassword: typedPassword(fields, 'newPassword') }
    const outcome = await this.pages.change(request, ChangingPassword, input)
    if ('problems' in outcome) return this.send(request, response, outcome.problems)
    await this.door.afterProof(personId, request, response)
    response.redirect(303, '/account/password?done=password')
  }

  @Post('recovery-codes')
  async renew(@Req() request: Request, @Res() response: Response): Promise<void> {
    const fields = await this.accounts.receive(request)
    const visit = await this.pages.visit(request, response)
    const input = { password: typedPassword(fields, 'password') }
    const outcome = await this.pages.change<{ recoveryCodes: readonly string[] }>(request, RenewingCodes, input)
    if ('problems' in outcome) return this.send(request, response, outcome.problems)
    const model = {
      title: 'Keep your new recovery codes',
      isNew: true,
      recoveryCodes: outcome.done.recoveryCodes,
      next: '/account/password',
    }
    await this.pages.send(request, response, visit, 'invitation/recovery-codes.page.njk', { ...model, breadcrumbs: [...crumbs] })
  }

  private async send(request: Request, response: Response, problems: readonly InputProblem[]): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const { changedAt, recoveryCodesLeft } = await this.accounts.find(request)
    await this.pages.send(request, response, visit, 'account/password.page.njk', {
      ...{ title: 'Password and authenticator', problems, recoveryCodesLeft, changedAt: momentInWords(changedAt) },
      ...{ done: saidAfter(request, doneWords), breadcrumbs: [...crumbs] },
    })
  }
}
