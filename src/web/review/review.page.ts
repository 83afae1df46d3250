import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { type FormFields } from '../../platform/web/form.js'
import { Forms, newKey } from '../layout/forms.js'
import { type Outcome, Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { type ReviewData, submissionView } from './review.view.js'

const Review = operation(import.meta.url, 'review.page.graphql', '../layout/evidence.page.graphql')
const Decide = operation(import.meta.url, 'decide.page.graphql')
const Ask = operation(import.meta.url, '../item/ask.page.graphql')

const doneWords: Readonly<Record<string, string>> = {
  accepted: 'Accepted. Here is the next.',
  returned: 'Returned with your reason. Here is the next.',
  asked: 'Question sent. It stays in the queue until you decide.',
}

/** What networks submitted, one after the other. */
@Controller('review')
export class ReviewPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    await this.send(request, response, visit, { after: afterOf(request.query['after']), text: '', problems: [] })
  }

  @Post()
  async decide(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, '/review')
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const after = afterOf(sent.fields.one('after'))
    const action = sent.fields.one('action')
    const outcome = await this.outcomeOf(request, action, sent.fields)
    if ('problems' in outcome) {
      await this.send(request, response, visit, { after, text: sent.fields.one('text'), problems: outcome.problems })
      return
    }
    const done = action === 'accept' ? 'accepted' : action === 'return' ? 'returned' : 'asked'
    response.redirect(303, `/review?done=${done}${after ? `&after=${after}` : ''}`)
  }

  private async outcomeOf(request: Request, action: string, fields: FormFields): Promise<Outcome<unknown>> {
    const text = fields.one('text')
    const missing = (message: string) => ({ problems: [{ field: 'text', message }] })
    const decision = (verdict: string) => ({
      ...{ occurrenceIds: [fields.one('occurrenceId')], submissionIds: [fields.one('submissionId')] },
      ...{ verdict, reason: text || null, idempotencyKey: fields.one('idempotencyKey') || null },
    })
    switch (action) {
      case 'accept':
        return this.pages.change(request, Decide, decision('ACCEPTED'))
      case 'return':
        return text ? this.pages.change(request, Decide, decision('RETURNED')) : missing('Say why it is returned and what would be enough')
      case 'ask':
        return text ? this.pages.change(request, Ask, { itemId: fields.one('itemId'), text }) : missing('Enter your question')
      default:
        throw new RequestError('BAD_USER_INPUT', 'Accept it, return it or ask.')
    }
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    { after, text, problems }: { after: string | null; text: string; problems: readonly InputProblem[] },
  ): Promise<void> {
    if (visit.place.role !== 'COMMISSIONER') throw new RequestError('FORBIDDEN', 'Commissioners review what networks submitted.')
    const { reviewQueue } = await this.pages.ask<ReviewData>(request, Review, { board: visit.place.code, after })
    const [submission] = reviewQueue.nodes
    const done = request.query['done']
    await this.pages.send(request, response, visit, 'review/review.page.njk', {
      ...{ title: 'Review', problems, text, after: after ?? '', count: reviewQueue.count, idempotencyKey: newKey() },
      done: typeof done === 'string' && Object.hasOwn(doneWords, done) ? doneWords[done] : null,
      submission: submission
        ? { ...submissionView(submission), id: submission.id, occurrenceId: submission.occurrence.id, itemId: submission.item.id }
        : null,
      skipHref: reviewQueue.pageInfo.hasNextPage ? `/review?after=${reviewQueue.pageInfo.endCursor ?? ''}` : null,
    })
  }
}

/** Where in the queue somebody is: a cursor of the API. */
function afterOf(value: unknown): string | null {
  return typeof value === 'string' && /^[\w-]{1,500}$/.test(value) ? value : null
}
