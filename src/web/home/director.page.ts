import { Controller, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { Forms } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { DirectorHome } from './director-home.js'

const Confirm = operation(import.meta.url, 'director-confirming.page.graphql')

/** What a clinical director does from her home. */
@Controller('declarations')
export class DirectorPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
    private readonly home: DirectorHome,
  ) {}

  @Post('confirm')
  async confirm(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, '/')
    if (!sent) return
    const outcome = await this.pages.change(request, Confirm, { evidenceId: sent.fields.one('evidenceId') })
    if ('done' in outcome) {
      response.redirect(303, '/?done=confirmed#waiting')
      return
    }
    const problems = outcome.problems.map(({ message }) => ({ field: '', message }))
    await this.home.show(request, response, await this.pages.visit(request, response), problems)
  }
}
