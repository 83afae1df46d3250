import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem } from '../../platform/request-error.js'
import { saidAfter } from '../layout/done.js'
import { Forms, newKey } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { networkOf } from '../layout/rights.js'
import { type Visit } from '../layout/visit.js'
import { type WordingData } from './request.data.js'
import { choices } from './request-words.js'

const Wordings = operation(import.meta.url, 'wordings.page.graphql')
const Save = operation(import.meta.url, 'saving-wording.page.graphql')
const Remove = operation(import.meta.url, 'removing-wording.page.graphql')

const PAGE = '/requests/wordings'

interface WordingForm {
  readonly idempotencyKey: string
  readonly wordingId: string
  readonly title: string
  readonly text: string
  readonly choice: string
}

const doneWords: Readonly<Record<string, string>> = {
  saved: 'Wording kept.',
  removed: 'Wording removed. Answers that used it stay as they are.',
}

/** Replies a network keeps to use again. */
@Controller('requests/wordings')
export class WordingsPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const change = request.query['change']
    await this.send(request, response, visit, { changing: typeof change === 'string' ? change : '' })
  }

  @Post()
  async save(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, PAGE)
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const { fields } = sent
    const form: WordingForm = {
      ...{ idempotencyKey: fields.one('idempotencyKey'), wordingId: fields.one('wordingId'), title: fields.one('title') },
      ...{ text: fields.one('text'), choice: fields.one('choice') },
    }
    const missing: InputProblem[] = [
      ...(form.title ? [] : [{ field: 'title', message: 'Enter a name to find it by' }]),
      ...(form.text ? [] : [{ field: 'text', message: 'Enter the words of the reply' }]),
    ]
    const optional = { idempotencyKey: form.idempotencyKey || null, wordingId: form.wordingId || null, choice: form.choice || null }
    const input = { title: form.title, text: form.text, networkCode: networkOf(visit), ...optional }
    const outcome = missing.length > 0 ? { problems: missing } : await this.pages.change<unknown>(request, Save, input)
    if ('problems' in outcome) return this.send(request, response, visit, { form, problems: outcome.problems })
    await this.forms.discard(visit.personId, PAGE)
    response.redirect(303, `${PAGE}?done=saved`)
  }

  @Post('remove')
  async remove(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, PAGE)
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const outcome = await this.pages.change<unknown>(request, Remove, { wordingId: sent.fields.one('wordingId') })
    if ('problems' in outcome) return this.send(request, response, visit, { problems: outcome.problems })
    response.redirect(303, `${PAGE}?done=removed`)
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    shown: { readonly form?: WordingForm; readonly problems?: readonly InputProblem[]; readonly changing?: string },
  ): Promise<void> {
    type Data = { readonly network: { readonly requestWordings: readonly WordingData[] | null } }
    const { network } = await this.pages.ask<Data>(request, Wordings, { code: networkOf(visit) })
    const rows = network.requestWordings ?? []
    const changed = rows.find(({ wordingId }) => wordingId === shown.changing)
    const fresh = {
      wordingId: changed?.wordingId ?? '',
      title: changed?.title ?? '',
      text: changed?.text ?? '',
      choice: changed?.choice ?? '',
    }
    await this.pages.send(request, response, visit, 'requests/wordings.page.njk', {
      ...{ title: 'Replies to use again', rows: rows.map((row) => ({ ...row, suits: row.choice && `To ${choices[row.choice]}` })) },
      form: shown.form ?? { ...fresh, idempotencyKey: newKey() },
      ...{ problems: shown.problems ?? [], canChange: visit.place.role !== 'PRACTICE_MEMBER' },
      choices: [{ value: '', text: 'Any answer' }, ...Object.entries(choices).map(([value, text]) => ({ value, text: `To ${text}` }))],
      done: saidAfter(request, doneWords),
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: 'Requests', href: '/requests' },
      ],
    })
  }
}
