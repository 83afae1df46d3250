import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { Forms, newKey } from '../layout/forms.js'
import { saidAfter } from '../layout/done.js'
import { Pages } from '../layout/pages.js'
import { runsNetwork } from '../layout/rights.js'
import { type Visit } from '../layout/visit.js'
import { type PaperData } from './paper.data.js'
import { annex, paper } from './paper.view.js'
import {
  draftState,
  publishedRow,
  type PublishForm,
  publishFormOf,
  publishInput,
  readerChoices,
  type StatementPageData,
} from './statement.view.js'

const Statement = operation(import.meta.url, 'statement.page.graphql', 'paper.page.graphql')
const Publish = operation(import.meta.url, 'publishing.page.graphql')
const Withdraw = operation(import.meta.url, 'withdrawing.page.graphql')

const PAGE = '/crowd-out/statement'

const doneWords: Readonly<Record<string, string>> = {
  published: 'Published. Those you named can read it from now on, as it is today.',
  withdrawn: 'Withdrawn. Only your own network still sees it, with the reason.',
}

/** A form that has to be put right. */
interface Refused {
  readonly problems: readonly InputProblem[]
  readonly form?: PublishForm
  readonly withdrawing?: string
  readonly reason?: string
}

/** A network's statement as it is today, and publishing it. */
@Controller('crowd-out/statement')
export class StatementPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const draft = await this.forms.draft(visit.personId, PAGE)
    const form = draft ? { ...publishFormOf(draft), idempotencyKey: newKey() } : undefined
    await this.send(request, response, visit, { problems: [], ...(form && { form }) })
  }

  @Get('annex')
  async showAnnex(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const { statement } = await this.statement(request, visit)
    const model = { title: 'Annex to the statement', paper: annex(statement), state: 'A draft.', isInvented: visit.isInvented }
    const breadcrumbs = [...crumbs, { text: 'Statement', href: PAGE }]
    await this.pages.send(request, response, visit, 'statement/annex.page.njk', { ...model, breadcrumbs })
  }

  @Post('publish')
  async publish(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, PAGE)
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const form = publishFormOf(sent.fields)
    const { statement } = await this.statement(request, visit)
    const { input, problems } = publishInput(form, statement.networkCode, statement.contractYear)
    const outcome = problems.length > 0 ? { problems } : await this.pages.change<unknown>(request, Publish, input)
    if ('problems' in outcome) return this.send(request, response, visit, { problems: outcome.problems.map(renamed), form })
    await this.forms.discard(visit.personId, PAGE)
    response.redirect(303, `${PAGE}?done=published`)
  }

  @Post('withdraw')
  async withdraw(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, PAGE)
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const [statementId, reason] = [sent.fields.one('statementId'), sent.fields.one('reason')]
    const outcome = reason
      ? await this.pages.change<unknown>(request, Withdraw, { statementId, reason })
      : { problems: [{ field: 'reason', message: 'Say why it no longer stands' }] }
    if ('problems' in outcome) {
      return this.send(request, response, visit, { problems: outcome.problems, withdrawing: statementId, reason })
    }
    response.redirect(303, `${PAGE}?done=withdrawn`)
  }

  /** Errors: FORBIDDEN for anybody but the network's own people. */
  private async statement(request: Request, { place }: Visit): Promise<StatementPageData & { readonly statement: PaperData }> {
    const refusal = new RequestError('FORBIDDEN', 'A statement is its network’s own until it is published.')
    if (place.networkCode === null) throw refusal
    const data = await this.pages.ask<StatementPageData>(request, Statement, { code: place.networkCode })
    if (!data.network.statement) throw refusal
    return { ...data, statement: data.network.statement }
  }

  private async send(request: Request, response: Response, visit: Visit, refused: Refused): Promise<void> {
    const data = await this.statement(request, visit)
    const { statement, network } = data
    const published = network.publishedStatements ?? []
    const { choices, hasLmc } = readerChoices(data, visit.today)
    const suggested: PublishForm = {
      ...{ idempotencyKey: newKey(), asks: statement.asks.join('\n'), readers: choices.map(({ value }) => value) },
    }
    await this.pages.send(request, response, visit, 'statement/statement.page.njk', {
      ...{ title: 'Statement', paper: paper(statement), text: statement.text, state: draftState(published), isInvented: visit.isInvented },
      ...{ choices, hasLmc, published: published.map(publishedRow), canState: statement.displacedMinutes !== null },
      ...{ form: suggested, ...refused, breadcrumbs: crumbs, done: saidAfter(request, doneWords) },
      canPublish: runsNetwork(visit),
    })
  }
}

const crumbs = [
  { text: 'Home', href: '/' },
  { text: 'What is left', href: '/crowd-out' },
]

/** A problem of the API under the name of this form's field. */
function renamed({ field, message }: InputProblem): InputProblem {
  const name = field.replace(/^input\./, '')
  return { message, field: name === 'contractYear' ? '' : name.split('.')[0] === 'asks' ? 'asks' : name }
}
