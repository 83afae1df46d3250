import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { FormFields } from '../../platform/web/form.js'
import { typedDay } from '../layout/dates.js'
import { Forms, newKey } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { count } from '../layout/words.js'
import { deadlineRows, type LocalDeadlineData, localDaysInput } from './requirements.view.js'

const Requirements = operation(import.meta.url, 'requirements.page.graphql')
const SetLocalDays = operation(import.meta.url, 'set-local-days.page.graphql')

interface BoardData {
  readonly name: string
  readonly localDeadlines: readonly LocalDeadlineData[] | null
}

/** Everything an ICB's networks have to show in the year, with the national day and the ICB's own, which is set here for many at once. */
@Controller('requirements')
export class RequirementsPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const board = await this.board(request, visit)
    const fields = FormFields.of({ idempotencyKey: [newKey()], how: ['before'], daysBefore: ['14'] })
    await this.send(request, response, visit, { board, fields, problems: [] })
  }

  @Post()
  async set(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, '/requirements')
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const board = await this.board(request, visit)
    const { days, problems } = localDaysInput(sent.fields, board.localDeadlines ?? [])
    const input = { boardCode: visit.place.code, contractYear: board.localDeadlines?.[0]?.contractYear, days }
    const change = () =>
      this.pages.change<unknown>(request, SetLocalDays, { ...input, idempotencyKey: sent.fields.one('idempotencyKey') || null })
    const outcome = problems.length > 0 ? { problems } : await change()
    if ('problems' in outcome) {
      const field = sent.fields.one('how') === 'before' ? 'daysBefore' : 'dueOn'
      const shown = outcome.problems.map((problem) => (/days\.\d+\.dueOn$/.test(problem.field) ? { ...problem, field } : problem))
      await this.send(request, response, visit, { board, fields: sent.fields, problems: shown })
      return
    }
    response.redirect(303, `/requirements?set=${days.length}`)
  }

  private async board(request: Request, { place }: Visit): Promise<BoardData> {
    if (place.role !== 'COMMISSIONER') throw new RequestError('FORBIDDEN', 'Only commissioners see requirements across networks.')
    const { integratedCareBoard } = await this.pages.ask<{ integratedCareBoard: BoardData }>(request, Requirements, { board: place.code })
    return integratedCareBoard
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    { board, fields, problems }: { board: BoardData; fields: FormFields; problems: readonly InputProblem[] },
  ): Promise<void> {
    const all = request.query['all'] === 'yes'
    const contractYear = board.localDeadlines?.[0]?.contractYear ?? ''
    const set = Number(request.query['set'] ?? NaN)
    await this.pages.send(request, response, visit, 'requirement/requirements.page.njk', {
      ...{ title: 'Requirements and days', board: `${board.name}, ${contractYear}`, problems, all },
      rows: deadlineRows(board.localDeadlines ?? [], { today: visit.today, all, chosen: fields.all('deadlines') }),
      form: {
        ...{ idempotencyKey: fields.one('idempotencyKey'), how: fields.one('how'), daysBefore: fields.one('daysBefore') },
        dueOn: typedDay(fields, 'dueOn'),
      },
      done: Number.isSafeInteger(set) && set > 0 ? `Your day is set for ${count(set, 'deadline')}.` : null,
      breadcrumbs: [{ text: 'Home', href: '/' }],
    })
  }
}
