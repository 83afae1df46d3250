import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem } from '../../platform/request-error.js'
import { Forms, type SentForm } from '../layout/forms.js'
import { type Outcome, Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { answerFormOf, answerInput } from './answer.form.js'
import { type RequestData } from './request.data.js'
import { RequestPages, type Shown } from './request-pages.js'
import { commonGroups } from './request-words.js'
import { receivedAt, rightsOf } from './request.view.js'
import { adviceFormOf, adviceInput, adviceProblem, readingFormOf, readingInput, readingProblem } from './sift.form.js'

const mutation = (file: string): string => operation(import.meta.url, `${file}.page.graphql`)
const Answer = mutation('answering')
const Attend = mutation('attending')
const Agree = mutation('agreeing')
const Read = mutation('reading')
const Advise = mutation('advising')
const Withdraw = mutation('withdrawing-request')

/** A form as it arrived, and what it is about. */
interface Sent {
  readonly visit: Visit
  readonly data: RequestData
  readonly committees: readonly { readonly code: string; readonly name: string }[]
  readonly form: SentForm
}

/** How a form ends. */
interface Finish {
  readonly outcome: Outcome<unknown>
  readonly done: string
  readonly shown: Shown
}

/** One request: what it asks, what it takes, where the contract asks for it, and what becomes of it. */
@Controller('requests/:id')
export class RequestPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
    private readonly requests: RequestPages,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.requests.show(request, response, await this.pages.visit(request, response), id)
  }

  @Post('answer')
  answer(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.take(request, response, id, async ({ visit, data, form }) => {
      const groups = receivedAt(data, visit.place)?.network.staffGroups ?? commonGroups
      const answer = answerFormOf(form.fields, groups)
      const { input, problems, named } = answerInput(answer, id, visit.place.networkCode ?? '')
      const outcome = await this.change(request, Answer, input, problems, named)
      return { outcome, done: 'answered', shown: { answer } }
    })
  }

  @Post('attend')
  attend(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.take(request, response, id, async ({ visit, form: { fields } }) => {
      const attends = fields.one('attends') !== 'no'
      const input = { requestId: id, networkCode: visit.place.networkCode ?? '', attends, note: fields.one('attendNote') || null }
      const named = (problem: InputProblem): InputProblem => ({
        ...problem,
        field: problem.field === 'note' ? 'attendNote' : problem.field,
      })
      const outcome = await this.change(request, Attend, input, [], named)
      return { outcome, done: attends ? 'attending' : 'attending-no-more', shown: {} }
    })
  }

  @Post('agree')
  agree(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.take(request, response, id, async ({ visit, form: { fields } }) => {
      const goesItself = fields.one('goes') === 'itself'
      const attendantCode = fields.one('attendantCode')
      const input = { requestId: id, networkCode: visit.place.networkCode ?? '', attendantCode: goesItself ? null : attendantCode }
      const problems = goesItself || attendantCode ? [] : [{ field: 'attendantCode', message: 'Choose which network goes for you' }]
      return { outcome: await this.change(request, Agree, input, problems), done: goesItself ? 'itself' : 'agreed', shown: {} }
    })
  }

  @Post('reading')
  read(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.take(request, response, id, async ({ visit, data, committees, form: { fields } }) => {
      const { bodyCode } = rightsOf(data, visit.place, committees)
      const { input, problems } = readingInput(fields, id, bodyCode)
      const outcome = await this.change(request, Read, input, problems, readingProblem)
      return { outcome, done: 'read', shown: { reading: readingFormOf(fields) } }
    })
  }

  @Post('advice')
  advise(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.take(request, response, id, async ({ visit, data, committees, form: { fields } }) => {
      const adviceForm = adviceFormOf(fields)
      const { input, problems } = adviceInput(adviceForm, id, rightsOf(data, visit.place, committees).bodyCode)
      return { outcome: await this.change(request, Advise, input, problems, adviceProblem), done: 'advised', shown: { adviceForm } }
    })
  }

  @Post('withdraw')
  withdraw(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.take(request, response, id, async ({ form: { fields } }) => {
      const mistake = fields.one('mistake')
      const problems = mistake ? [] : [{ field: 'mistake', message: 'Say why it should not have been recorded' }]
      const named = (problem: InputProblem): InputProblem => ({ ...problem, field: 'mistake' })
      const outcome = await this.change(request, Withdraw, { requestId: id, reason: mistake }, problems, named)
      return { outcome, done: 'withdrawn', shown: { mistake } }
    })
  }

  /** Receives a form of the page, does what it says, and tells so or shows it again. */
  private async take(request: Request, response: Response, id: string, work: (sent: Sent) => Promise<Finish>): Promise<void> {
    const page = `/requests/${id}`
    const form = await this.forms.receive(request, response, page)
    if (!form) return
    const visit = await this.pages.visit(request, response)
    const { data, committees } = await this.requests.request(request, id)
    const { outcome, done, shown } = await work({ visit, data, committees, form })
    if ('problems' in outcome) return this.requests.show(request, response, visit, id, { ...shown, problems: outcome.problems })
    await this.forms.discard(visit.personId, page)
    response.redirect(303, `${page}?done=${done}`)
  }

  private async change(
    request: Request,
    operationText: string,
    input: object,
    problems: readonly InputProblem[],
    named: (problem: InputProblem) => InputProblem = (problem) => ({ ...problem, field: problem.field.replace(/^input\./, '') }),
  ): Promise<Outcome<unknown>> {
    if (problems.length > 0) return { problems }
    const outcome = await this.pages.change<unknown>(request, operationText, input)
    return 'problems' in outcome ? { problems: outcome.problems.map(named) } : outcome
  }
}
