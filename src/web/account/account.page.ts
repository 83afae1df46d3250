import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { saidAfter } from '../layout/done.js'
import { Forms } from '../layout/forms.js'
import { type Outcome, Pages } from '../layout/pages.js'
import { byRole, roleName } from '../layout/visit.js'
import { type AccountData, sessionRow, tokenRow } from './account.view.js'

const Account = operation(import.meta.url, 'account.page.graphql')
const RevokeToken = operation(import.meta.url, 'revoking-token.page.graphql')
const EndSession = operation(import.meta.url, 'ending-session.page.graphql')
const EndOthers = operation(import.meta.url, 'ending-others.page.graphql')

const PAGE = '/account'

const doneWords: Readonly<Record<string, string>> = {
  revoked: 'Token ended. Programs that use it are refused from now on.',
  ended: 'Signed out there.',
}

/** What somebody is here, where they are signed in, and which programs act for them. */
@Controller('account')
export class AccountPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const { viewer } = await this.pages.ask<AccountData>(request, Account)
    const roles = byRole(viewer.canActAs).map(({ role, organisationCode, organisation }) => ({
      role: roleName(role),
      place: organisation?.name ?? (organisationCode === 'ENGLAND' ? 'England' : organisationCode),
    }))
    await this.pages.send(request, response, visit, 'account/account.page.njk', {
      ...{ title: 'Your account', name: viewer.person.name, roles },
      ...{ sessions: viewer.sessions.map(sessionRow), tokens: viewer.tokens.map((token) => tokenRow(token, viewer)) },
      ...{ hasPassword: viewer.sessions.some(({ isThisOne, method }) => isThisOne && method === 'PASSWORD') },
      ...{ done: saidAfter(request, doneWords), breadcrumbs: [{ text: 'Home', href: '/' }] },
    })
  }

  @Post('tokens/end')
  endToken(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.change(request, response, 'revoked', (tokenId) => this.pages.change(request, RevokeToken, { tokenId }))
  }

  @Post('sessions/end')
  endSession(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.change(request, response, 'ended', (sessionId) => this.pages.change(request, EndSession, { sessionId }))
  }

  @Post('sessions/end-others')
  endOthers(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.change(request, response, 'ended', () => this.pages.change(request, EndOthers, {}))
  }

  private async change(request: Request, response: Response, done: string, make: (id: string) => Promise<Outcome<unknown>>): Promise<void> {
    const sent = await this.forms.receive(request, response, PAGE)
    if (!sent) return
    await make(sent.fields.one('id'))
    response.redirect(303, `${PAGE}?done=${done}`)
  }
}
