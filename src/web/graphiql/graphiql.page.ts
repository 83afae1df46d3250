import { Controller, Get, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { randomBytes } from 'node:crypto'
import { Pages } from '../layout/pages.js'
import { RequestError } from '../../platform/request-error.js'
import { allowStyleOf } from '../../platform/web/security-headers.js'
import { examplesFor, readExamples, variablesFor } from './examples.js'

/** The API to try in the browser, with queries to begin with. Whoever is signed in asks as themselves. */
@Controller('graphiql')
export class GraphiqlPage {
  private readonly examples = readExamples()

  constructor(private readonly pages: Pages) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const examples = examplesFor(this.examples, visit.place.role)
    const asked = request.query['example']
    const example = examples.find(({ name }) => name === (asked ?? examples[0]?.name))
    if (!example) throw new RequestError('NOT_FOUND', 'There is no such example.')
    const nonce = randomBytes(16).toString('base64')
    allowStyleOf(response, nonce)
    await this.pages.send(request, response, visit, 'graphiql/graphiql.page.njk', {
      ...{ title: 'Ask the API', nonce, example, variables: JSON.stringify(variablesFor(example, visit), null, 2) },
      examples: examples.map(({ name, title }) => ({ href: `/graphiql?example=${name}`, title, isShown: name === example.name })),
      breadcrumbs: [{ text: 'Home', href: '/' }],
    })
  }
}
