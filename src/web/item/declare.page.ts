import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { FormFields } from '../../platform/web/form.js'
import { Forms, newKey } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { dayInWords } from '../layout/words.js'
import { type DeclareData, declareFormOf, declareInput, renamed, statementsOf } from './declare.view.js'
import { rightsOf } from './rights.js'

const Declare = operation(import.meta.url, 'declare.page.graphql')
const DeclareItems = operation(import.meta.url, 'declaring.page.graphql')

/** Declares requirements met, in exactly the wording that is shown. */
@Controller('items/:id/declare')
export class DeclarePage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const item = await this.item(request, id)
    const draft = await this.forms.draft(visit.personId, `/items/${id}/declare`)
    const fresh = {
      idempotencyKey: [newKey()],
      occurrenceIds: statementsOf(item)
        .own.slice(0, 1)
        .map((one) => one.id),
    }
    await this.send(request, response, visit, { item, fields: FormFields.of({ ...fresh, ...draft?.content }), problems: [] })
  }

  @Post()
  async declare(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const page = `/items/${id}/declare`
    const sent = await this.forms.receive(request, response, page)
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const item = await this.item(request, id)
    const { input, problems } = declareInput(sent.fields, visit.today, isOnBehalf(item, visit))
    const outcome = problems.length > 0 ? { problems } : await this.pages.change<unknown>(request, DeclareItems, input)
    if ('problems' in outcome) {
      await this.send(request, response, visit, { item, fields: sent.fields, problems: renamed(outcome.problems) })
      return
    }
    await this.forms.discard(visit.personId, page)
    response.redirect(303, `/items/${id}?done=declared&number=${sent.fields.all('occurrenceIds').length}`)
  }

  private async item(request: Request, id: string): Promise<DeclareData> {
    const { node } = await this.pages.ask<{ node: Partial<DeclareData> | null }>(request, Declare, { id })
    if (!node?.id) throw new RequestError('NOT_FOUND', 'There is no such item.')
    return node as DeclareData
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    { item, fields, problems }: { item: DeclareData; fields: FormFields; problems: readonly InputProblem[] },
  ): Promise<void> {
    const { canDeclare, practiceChoices } = rightsOf(item, visit)
    if (!canDeclare)
      throw new RequestError('FORBIDDEN', 'Declarations are made by the clinical director, or entered for them by the network’s manager.')
    const directors = item.checklist.network?.clinicalDirectors ?? []
    const form = declareFormOf(fields)
    await this.pages.send(request, response, visit, 'item/declare.page.njk', {
      ...{ title: `Declare ${item.code} ${item.requirement.title}`, id: item.id, form, problems, practiceChoices, ...statementsOf(item) },
      ...{ onBehalf: isOnBehalf(item, visit), todayInWords: dayInWords(visit.today) },
      directors: directors.map(({ id, name }) => ({ value: id, text: name })),
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: 'Checklist', href: '/checklist' },
        { text: `${item.code} ${item.requirement.title}`, href: `/items/${item.id}` },
      ],
    })
  }
}

/** Whether somebody enters a declaration for the clinical director. An ICB has none: its commissioners declare for it. */
function isOnBehalf({ checklist }: DeclareData, { places }: Visit): boolean {
  const code = checklist.network?.odsCode
  return code !== undefined && !places.some((place) => place.role === 'CLINICAL_DIRECTOR' && place.code === code)
}
