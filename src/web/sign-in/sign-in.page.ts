import { Controller, Get, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { localPath } from '../../platform/web/local-path.js'
import { Templates } from '../../platform/web/templates.js'
import { Pages } from '../layout/pages.js'
import { personaGroups, type SignInData } from './sign-in.view.js'

const SignIn = operation(import.meta.url, 'sign-in.page.graphql')

/** Where somebody says who they are. */
@Controller('sign-in')
export class SignInPage {
  constructor(
    private readonly pages: Pages,
    private readonly templates: Templates,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { service, personas } = await this.pages.ask<SignInData>(request, SignIn)
    const model = {
      ...{ title: 'Sign in', groups: personaGroups(personas), clockNote: service.clockNote },
      ...{ next: localPath(request.query['next']), wasSent: request.query['kept'] === 'yes' },
    }
    await this.templates.send(request, response, 'sign-in/sign-in.page.njk', model)
  }
}
