import { Injectable } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { Templates } from '../../platform/web/templates.js'
import { type PageModel } from './pages.js'
import { errorsOf, summaryOf } from './problems.js'

/** Answers with pages for whoever has not signed in: without anybody's name and navigation. */
@Injectable()
export class Frameless {
  constructor(private readonly templates: Templates) {}

  send<T extends PageModel>(request: Request, response: Response, template: string, model: T): Promise<void> {
    const { problems = [] } = model
    if (problems.length > 0) response.status(422)
    return this.templates.send(request, response, template, { ...model, problems: summaryOf(problems), errors: errorsOf(problems) })
  }

  /**
   * Sends somebody on to another site. Not as the answer to their form by itself: our content policy lets forms go here only, and browsers ask that of
   * wherever an answer leads, too.
   */
  sendOn(request: Request, response: Response, model: { readonly title: string; readonly address: string }): Promise<void> {
    return this.templates.send(request, response, 'sign-in/onward.page.njk', model)
  }
}
