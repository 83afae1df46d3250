import { Controller, Get, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { localPath } from '../../platform/web/local-path.js'
import { Frameless } from '../layout/frameless.js'
import { problemWords } from './sign-in.view.js'

/** What somebody is told on their way in: that others tried, or why the provider's word was not enough. */
@Controller('sign-in')
export class SignInNotesPage {
  constructor(private readonly frameless: Frameless) {}

  @Get('noticed')
  noticed(@Req() request: Request, @Res() response: Response): Promise<void> {
    const tries = Math.max(1, Math.min(Number.parseInt(asked(request, 'tries'), 10) || 1, 9_999))
    const model = { title: 'Somebody tried to sign in as you', tries, next: localPath(request.query['next']) }
    return this.frameless.send(request, response, 'sign-in/noticed.page.njk', model)
  }

  @Get('problem')
  problem(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { status, ...words } = problemWords(asked(request, 'why'))
    response.status(status)
    return this.frameless.send(request, response, 'sign-in/problem.page.njk', words)
  }
}

function asked({ query }: Request, name: string): string {
  const value = query[name]
  return typeof value === 'string' ? value : ''
}
