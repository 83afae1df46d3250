import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { Forms, newKey } from '../layout/forms.js'
import { saidAfter } from '../layout/done.js'
import { Pages } from '../layout/pages.js'
import { networkOf, runsNetwork } from '../layout/rights.js'
import { type Visit } from '../layout/visit.js'
import { dayInWords } from '../layout/words.js'
import { asTyped, type DisplacementForm, displacementFormOf, displacementInput, emptyDisplacementForm } from './displacement-log.form.js'
import { displacementChoices, displacementLog, type DisplacementLogData } from './displacement-log.view.js'

const Log = operation(import.meta.url, 'displacement-log.page.graphql')
const Recording = operation(import.meta.url, 'recording-displacement.page.graphql')
const Withdrawing = operation(import.meta.url, 'withdrawing-displacement.page.graphql')

const PAGE = '/crowd-out/log'
const done = { recorded: 'It is in the log.', withdrawn: 'It no longer counts. It is kept.' } as const

/** What really put a network's priorities back, as people noted it: a range with its coverage, apart from any arithmetic. */
@Controller('crowd-out/log')
export class DisplacementLogPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const draft = await this.forms.draft(visit.personId, PAGE)
    const form = draft ? { ...displacementFormOf(draft), idempotencyKey: newKey() } : emptyDisplacementForm(newKey())
    await this.send(request, response, visit, { form, restored: draft !== null, problems: [] })
  }

  @Post()
  async record(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, PAGE)
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const { input, problems } = displacementInput(sent.fields, visit.today)
    const outcome = problems.length > 0 ? { problems } : await this.pages.change(request, Recording, input)
    if ('problems' in outcome) {
      await this.send(request, response, visit, {
        form: displacementFormOf(sent.fields),
        restored: false,
        problems: asTyped(outcome.problems),
      })
      return
    }
    await this.forms.discard(visit.personId, PAGE)
    response.redirect(303, `${PAGE}?done=recorded`)
  }

  @Post('withdraw')
  async withdraw(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, PAGE)
    if (!sent) return
    const outcome = await this.pages.change(request, Withdrawing, { displacementId: sent.fields.one('displacementId') })
    if ('problems' in outcome) throw new RequestError('CONFLICT', outcome.problems.map(({ message }) => message).join(' '))
    response.redirect(303, `${PAGE}?done=withdrawn`)
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    { form, restored, problems }: { form: DisplacementForm; restored: boolean; problems: readonly InputProblem[] },
  ): Promise<void> {
    const { network } = await this.pages.ask<DisplacementLogData>(request, Log, { code: networkOf(visit) })
    if (!network?.observedCrowdOut) throw new RequestError('FORBIDDEN', 'A network’s time is its own people’s to see.')
    return this.pages.send(request, response, visit, 'crowd-out/displacement-log.page.njk', {
      ...{ title: 'What really put your priorities back', owner: network.name, problems, form, restored },
      ...displacementLog(network),
      choices: displacementChoices(network, form),
      canRecord: runsNetwork(visit),
      todayInWords: dayInWords(visit.today),
      done: saidAfter(request, done),
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: 'What is left', href: '/crowd-out' },
      ],
    })
  }
}
