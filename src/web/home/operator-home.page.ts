import { Controller, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem } from '../../platform/request-error.js'
import { Forms } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { coverFormOf, coverInput } from './operator-home.view.js'
import { OtherHomes } from './other-homes.js'

const Cover = operation(import.meta.url, 'covering.page.graphql')

/** Says which networks an LMC covers, for whoever runs the service. */
@Controller('lmc-coverage')
export class LmcCoveragePage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
    private readonly homes: OtherHomes,
  ) {}

  @Post()
  async cover(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, '/')
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const { input, problems } = coverInput(sent.fields)
    const outcome = problems.length > 0 ? { problems } : await this.pages.change<unknown>(request, Cover, input)
    if ('problems' in outcome) {
      const named = outcome.problems.map(atField)
      return this.homes.showOperator(request, response, visit, { form: coverFormOf(sent.fields), problems: named })
    }
    response.redirect(303, '/?done=covered')
  }
}

function atField({ field, message }: InputProblem): InputProblem {
  return { message, field: field.replace(/^input\./, '').replace(/^networkCodes\..*/, 'networkCodes') }
}
