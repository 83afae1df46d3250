import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { Forms } from '../layout/forms.js'
import { type Outcome, Pages } from '../layout/pages.js'
import { ItemPages, type Shown } from './item-pages.js'
import { recordFormOf, recordInput } from './record.form.js'

const RecordEvidence = operation(import.meta.url, 'record.page.graphql')
const Ask = operation(import.meta.url, 'ask.page.graphql')
const Answer = operation(import.meta.url, 'answer.page.graphql')
const Assign = operation(import.meta.url, 'assign.page.graphql')
const Withdraw = operation(import.meta.url, 'withdraw.page.graphql')

interface Recorded {
  readonly evidence: { readonly id: string }
}

/** How a form ends: told as done, or shown again. */
interface Finish {
  readonly outcome: Outcome<unknown>
  readonly done: string
  readonly shown?: Shown
}

/** One item: what it asks, how far it is, and everything that can be done about it. */
@Controller('items/:id')
export class ItemPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
    private readonly items: ItemPages,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.items.show(request, response, await this.pages.visit(request, response), id)
  }

  @Post()
  async record(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const page = `/items/${id}`
    const sent = await this.forms.receive(request, response, page)
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const { input, problems } = recordInput(sent, visit.today)
    const outcome = problems.length > 0 ? { problems } : await this.pages.change<Recorded>(request, RecordEvidence, input)
    if ('problems' in outcome) {
      await this.items.show(request, response, visit, id, { form: recordFormOf(sent), problems: outcome.problems })
      return
    }
    await this.forms.discard(visit.personId, page)
    const number = sent.fields.all('occurrenceIds').length
    response.redirect(303, `${page}?done=recorded&number=${number}&evidence=${outcome.done.evidence.id}`)
  }

  @Post('question')
  async ask(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, `/items/${id}`)
    if (!sent) return
    const text = sent.fields.one('text')
    const questionId = sent.fields.one('questionId')
    const problems = text ? [] : [{ field: 'text', message: questionId ? 'Enter an answer' : 'Enter a question' }]
    const change = (): Promise<Outcome<unknown>> =>
      questionId ? this.pages.change(request, Answer, { questionId, text }) : this.pages.change(request, Ask, { itemId: id, text })
    const outcome = problems.length > 0 ? { problems } : await change()
    await this.finish(request, response, id, {
      ...{ outcome, done: questionId ? 'answered' : 'asked' },
      shown: { asking: questionId || 'new', askedText: text },
    })
  }

  @Post('owner')
  async assign(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, `/items/${id}`)
    if (!sent) return
    const input = { itemId: id, personId: sent.fields.one('personId') || null, note: sent.fields.one('note') }
    await this.finish(request, response, id, { outcome: await this.pages.change(request, Assign, input), done: 'assigned' })
  }

  @Post('withdraw')
  async withdraw(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, `/items/${id}`)
    if (!sent) return
    const evidenceId = sent.fields.one('evidenceId')
    const reason = sent.fields.one('reason')
    const outcome = reason
      ? await this.pages.change(request, Withdraw, { evidenceId, reason })
      : { problems: [{ field: 'reason', message: 'Say why it is withdrawn' }] }
    await this.finish(request, response, id, { outcome, done: 'withdrawn', shown: { withdrawing: evidenceId } })
  }

  private async finish(request: Request, response: Response, id: string, { outcome, done, shown = {} }: Finish): Promise<void> {
    if ('done' in outcome) {
      response.redirect(303, `/items/${id}?done=${done}`)
      return
    }
    await this.items.show(request, response, await this.pages.visit(request, response), id, { ...shown, problems: outcome.problems })
  }
}
