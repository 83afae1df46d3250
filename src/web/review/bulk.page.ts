import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { Forms } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { count } from '../layout/words.js'
import { type BulkData, bulkRows } from './review.view.js'

const ReviewAll = operation(import.meta.url, 'bulk.page.graphql')
const Decide = operation(import.meta.url, 'decide.page.graphql')

/** Several submissions, decided on with one verdict and one reason. */
@Controller('review/several')
export class BulkReviewPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(request, response, await this.pages.visit(request, response), { chosen: [], text: '', problems: [] })
  }

  @Post()
  async decide(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, '/review/several')
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const chosen = sent.fields.all('submission')
    const text = sent.fields.one('text')
    const isReturn = sent.fields.one('action') === 'return'
    const problems: InputProblem[] = [
      ...(chosen.length > 0 ? [] : [{ field: 'submission', message: 'Choose at least one submission' }]),
      ...(isReturn && !text ? [{ field: 'text', message: 'Say why they are returned and what would be enough' }] : []),
    ]
    const pairs = chosen.map((value) => value.split(' '))
    const input = {
      ...{ occurrenceIds: pairs.map(([id]) => id ?? ''), submissionIds: pairs.map(([, id]) => id ?? '') },
      ...{ verdict: isReturn ? 'RETURNED' : 'ACCEPTED', reason: text || null },
    }
    const outcome = problems.length > 0 ? { problems } : await this.pages.change<unknown>(request, Decide, input)
    if ('done' in outcome) {
      response.redirect(303, `/review/several?done=${isReturn ? 'returned' : 'accepted'}&number=${chosen.length}`)
      return
    }
    const shown = outcome.problems.map(({ field, message }) => ({ field: field === 'occurrenceIds' ? 'submission' : field, message }))
    await this.send(request, response, visit, { chosen, text, problems: shown })
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    { chosen, text, problems }: { chosen: readonly string[]; text: string; problems: readonly InputProblem[] },
  ): Promise<void> {
    if (visit.place.role !== 'COMMISSIONER') throw new RequestError('FORBIDDEN', 'Commissioners review what networks submitted.')
    const data = await this.pages.ask<BulkData>(request, ReviewAll, { board: visit.place.code })
    await this.pages.send(request, response, visit, 'review/bulk.page.njk', {
      ...{ title: 'Decide on several', rows: bulkRows(data), chosen, text, problems, done: doneOf(request) },
      ...{ isPart: data.reviewQueue.count > data.reviewQueue.nodes.length, count: data.reviewQueue.count },
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: 'Review', href: '/review' },
      ],
    })
  }
}

function doneOf({ query }: Request): string | null {
  const number = Number(query['number'])
  if (!Number.isSafeInteger(number) || number < 1) return null
  return query['done'] === 'accepted' || query['done'] === 'returned' ? `${count(number, 'submission')} ${query['done']}.` : null
}
