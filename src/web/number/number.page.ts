import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem } from '../../platform/request-error.js'
import { Forms, newKey } from '../layout/forms.js'
import { type Outcome, Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'

const LetThrough = operation(import.meta.url, 'let-through.page.graphql')

/** A number that was taken for a patient's, and what it is. The number is never shown again. */
@Controller('number')
export class NumberPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(request, response, await this.pages.visit(request, response), { reason: '', problems: [] })
  }

  @Post()
  async letThrough(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, '/number')
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const { fields } = sent
    const [number, reason] = [fields.one('number'), fields.one('reason')]
    const problems = [
      ...(number ? [] : [{ field: 'number', message: 'Enter the number' }]),
      ...(reason ? [] : [{ field: 'reason', message: 'Say what it is' }]),
    ]
    const organisationCode = visit.place.networkCode ?? visit.place.code
    const input = { organisationCode, number, reason, idempotencyKey: fields.one('idempotencyKey') || null }
    const outcome: Outcome<unknown> = problems.length > 0 ? { problems } : await this.pages.change(request, LetThrough, input)
    if ('problems' in outcome) return this.send(request, response, visit, { reason, problems: outcome.problems })
    response.redirect(303, '/number?done=yes')
  }

  private send(
    request: Request,
    response: Response,
    visit: Visit,
    shown: { readonly reason: string; readonly problems: readonly InputProblem[] },
  ): Promise<void> {
    return this.pages.send(request, response, visit, 'number/number.page.njk', {
      ...{ title: 'A number that is not a patient’s', ...shown, idempotencyKey: newKey(), done: request.query['done'] === 'yes' },
      breadcrumbs: [{ text: 'Home', href: '/' }],
    })
  }
}
