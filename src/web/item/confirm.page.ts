import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { FormFields } from '../../platform/web/form.js'
import { typedDay } from '../layout/dates.js'
import { Forms, newKey } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { dayInWords } from '../layout/words.js'
import { type ConfirmData, confirmInput, partsOf } from './confirm.view.js'
import { rightsOf } from './rights.js'

const Confirm = operation(import.meta.url, 'confirm.page.graphql')
const ConfirmForPractice = operation(import.meta.url, 'confirming.page.graphql')

/** Confirms a practice's part: by its own staff, or by the manager, who says how they know. */
@Controller('items/:id/confirm')
export class ConfirmPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const draft = await this.forms.draft(visit.personId, `/items/${id}/confirm`)
    await this.send(request, response, visit, {
      id,
      fields: FormFields.of({ idempotencyKey: [newKey()], ...draft?.content }),
      problems: [],
    })
  }

  @Post()
  async confirm(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const page = `/items/${id}/confirm`
    const sent = await this.forms.receive(request, response, page)
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const { input, problems } = confirmInput(sent.fields, visit.today)
    const outcome = problems.length > 0 ? { problems } : await this.pages.change<unknown>(request, ConfirmForPractice, input)
    if ('problems' in outcome) {
      await this.send(request, response, visit, { id, fields: sent.fields, problems: outcome.problems })
      return
    }
    await this.forms.discard(visit.personId, page)
    response.redirect(303, `/items/${id}?done=confirmed`)
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    { id, fields, problems }: { id: string; fields: FormFields; problems: readonly InputProblem[] },
  ): Promise<void> {
    const { node } = await this.pages.ask<{ node: Partial<ConfirmData> | null }>(request, Confirm, { id })
    if (!node?.id) throw new RequestError('NOT_FOUND', 'There is no such item.')
    const item = node as ConfirmData
    const { canRecord, practiceChoices, isPractice } = rightsOf(item, visit)
    if (!canRecord || !item.requirement.perPractice) throw new RequestError('NOT_FOUND', 'There is nothing to confirm for a practice.')
    const codes = practiceChoices.map(({ value }) => value)
    const parts = partsOf(item, codes)
    await this.pages.send(request, response, visit, 'item/confirm.page.njk', {
      ...{ title: `Confirm ${item.code} ${item.requirement.title}`, id, problems, parts, isPractice, text: item.requirement.text },
      ...{ todayInWords: dayInWords(visit.today), idempotencyKey: fields.one('idempotencyKey') },
      ...{ part: fields.one('part') || (parts.length === 1 ? parts[0]?.value : ''), note: fields.one('note') },
      form: { when: fields.one('when'), happenedOn: typedDay(fields, 'happenedOn') },
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: 'Checklist', href: '/checklist' },
        { text: `${item.code} ${item.requirement.title}`, href: `/items/${id}` },
      ],
    })
  }
}
