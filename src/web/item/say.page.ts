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
import { rightsOf } from './rights.js'
import { ALL, isSaying, ofChoices, sayable, type SayData, type Saying, sayInput, wordsOf } from './saying.js'

const Say = operation(import.meta.url, 'say.page.graphql')
const mutations: Readonly<Record<Saying, string>> = {
  event: operation(import.meta.url, 'saying-event.page.graphql'),
  blocked: operation(import.meta.url, 'saying-blocked.page.graphql'),
  'not-applicable': operation(import.meta.url, 'saying-not-applicable.page.graphql'),
  'not-met': operation(import.meta.url, 'saying-not-met.page.graphql'),
  'not-pursued': operation(import.meta.url, 'saying-not-pursued.page.graphql'),
}

/** Says something of an item other than that it is shown: each with its own small form. */
@Controller('items/:id/say/:saying')
export class SayPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Param('saying') saying: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const draft = await this.forms.draft(visit.personId, pageOf(id, saying))
    const [year = '', month = '', day = ''] = visit.today.split('-').map((part) => String(Number(part)))
    const fresh = {
      idempotencyKey: [newKey()],
      occurrenceId: [ALL],
      'startsOn[day]': [day],
      'startsOn[month]': [month],
      'startsOn[year]': [year],
    }
    await this.send(request, response, visit, { id, saying, fields: FormFields.of({ ...fresh, ...draft?.content }), problems: [] })
  }

  @Post()
  async say(@Param('id') id: string, @Param('saying') saying: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const page = pageOf(id, saying)
    const sent = await this.forms.receive(request, response, page)
    if (!sent) return
    if (!isSaying(saying)) throw new RequestError('NOT_FOUND', 'There is nothing of this kind to say.')
    const visit = await this.pages.visit(request, response)
    const { input, problems } = sayInput(saying, id, sent.fields, visit.today)
    const outcome = problems.length > 0 ? { problems } : await this.pages.change<unknown>(request, mutations[saying], input)
    if ('problems' in outcome) {
      await this.send(request, response, visit, { id, saying, fields: sent.fields, problems: renamed(outcome.problems) })
      return
    }
    await this.forms.discard(visit.personId, page)
    response.redirect(303, `/items/${id}?done=${saying === 'event' ? 'reported' : 'said'}`)
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    { id, saying, fields, problems }: { id: string; saying: string; fields: FormFields; problems: readonly InputProblem[] },
  ): Promise<void> {
    const { node } = await this.pages.ask<{ node: Partial<SayData> | null }>(request, Say, { id })
    if (!node?.id) throw new RequestError('NOT_FOUND', 'There is no such item.')
    const item = node as SayData
    if (!rightsOf(item, visit).canDeclare) throw new RequestError('FORBIDDEN', 'Only those who run the item’s own organisation say this.')
    if (!isSaying(saying) || !sayable(item).includes(saying))
      throw new RequestError('NOT_FOUND', 'There is nothing of this kind to say of it now.')
    const words = wordsOf(saying)
    const text = `${item.code} ${item.requirement.title}`
    await this.pages.send(request, response, visit, 'item/say.page.njk', {
      ...{ title: words.title, about: text, id, saying, words, problems, choices: ofChoices(saying, item) },
      ...{ todayInWords: dayInWords(visit.today), idempotencyKey: fields.one('idempotencyKey') },
      form: {
        ...{ when: fields.one('when'), happenedOn: typedDay(fields, 'happenedOn'), occurrenceId: fields.one('occurrenceId') },
        ...{ partner: fields.one('partner'), reason: fields.one('reason') },
        ...{ startsOn: typedDay(fields, 'startsOn'), endsOn: typedDay(fields, 'endsOn') },
      },
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: 'Checklist', href: '/checklist' },
        { text, href: `/items/${id}` },
      ],
    })
  }
}

function pageOf(id: string, saying: string): string {
  return `/items/${id}/say/${saying}`
}

/** Problems of the API under the names of this form's fields. */
function renamed(problems: readonly InputProblem[]): InputProblem[] {
  return problems.map(({ field, message }) => ({ message, field: /(^|\.)note$/.test(field) ? 'reason' : field }))
}
