import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { FormFields } from '../../platform/web/form.js'
import { Forms, newKey } from '../layout/forms.js'
import { hoursInWords } from '../layout/hours.js'
import { type Outcome, Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { momentInWords } from '../layout/words.js'
import { isDirector, mustRunNetwork, networkOf, runsNetwork } from '../layout/rights.js'
import { estimateRows, readEstimates } from './estimate-rows.js'
import { type EstimatedItem, type EstimatesNetwork } from './estimates.data.js'
import { doneOf, type EstimatesSaved, onForm } from './estimates.page.js'

const Estimate = operation(import.meta.url, 'estimate.page.graphql', 'estimated-item.page.graphql')
const SetEstimates = operation(import.meta.url, 'set-estimates.page.graphql')
const Rate = operation(import.meta.url, 'rate.page.graphql')

/** What one requirement takes of every staff group, and what it is worth to patients. */
@Controller('time/estimates/:code')
export class EstimatePage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Param('code') code: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const draft = await this.forms.draft(visit.personId, addressOf(code))
    await this.send(request, response, visit, code, { fields: draft ?? FormFields.of({}), problems: [], restored: draft !== null })
  }

  @Post()
  async save(@Param('code') code: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, addressOf(code))
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const { fields } = sent
    const { estimates, origin, problems } = readEstimates(fields)
    const [networkCode, contractYear] = [mustRunNetwork(visit), fields.one('contractYear')]
    const input = { networkCode, contractYear, estimates, idempotencyKey: fields.one('idempotencyKey') || null }
    if (problems.length === 0 && estimates.length === 0) return response.redirect(303, `${addressOf(code)}?done=none`)
    const outcome = problems.length > 0 ? { problems } : await this.pages.change<EstimatesSaved>(request, SetEstimates, input)
    if ('problems' in outcome) {
      const shown = problems.length > 0 ? problems : outcome.problems.map((problem) => onForm(problem, origin))
      return this.send(request, response, visit, code, { fields, problems: shown })
    }
    await this.forms.discard(visit.personId, addressOf(code))
    response.redirect(303, `${addressOf(code)}?done=${outcome.done.estimatesSet}-${outcome.done.estimatesWithdrawn}`)
  }

  @Post('rating')
  async rate(@Param('code') code: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, addressOf(code))
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const [rating, reason] = [sent.fields.one('rating'), sent.fields.one('reason')]
    const problems = [
      ...(/^[1-5]$/.test(rating) ? [] : [{ field: 'rating', message: 'Choose what it is worth to patients' }]),
      ...(reason ? [] : [{ field: 'reason', message: 'Say why' }]),
    ]
    const input = { itemId: sent.fields.one('itemId'), rating: Number(rating), reason }
    const outcome: Outcome<unknown> = problems.length > 0 ? { problems } : await this.pages.change(request, Rate, input)
    if ('done' in outcome) response.redirect(303, `${addressOf(code)}?done=rated`)
    else await this.send(request, response, visit, code, { fields: sent.fields, problems: outcome.problems })
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    code: string,
    { fields, problems, restored = false }: { fields: FormFields; problems: readonly InputProblem[]; restored?: boolean },
  ): Promise<void> {
    const variables = { code: networkOf(visit), filter: { search: code.slice(0, 64) } }
    const { network } = await this.pages.ask<{ network: EstimatesNetwork }>(request, Estimate, variables)
    const item = network.checklist?.items.nodes.find((one) => one.code === code)
    if (!item || !network.checklist || !network.staffGroups) throw new RequestError('NOT_FOUND', 'There is no such requirement.')
    const { requirement } = item
    await this.pages.send(request, response, visit, 'time/estimate.page.njk', {
      ...{ title: requirement.title, code, owner: network.name, contractYear: network.checklist.contractYear, problems, restored },
      ...{ text: requirement.text, paragraph: requirement.paragraph, area: requirement.serviceArea.title, itemId: item.id, wide: true },
      ...{ rows: estimateRows([item], network.staffGroups, fields), isCare: requirement.nature === 'DELIVER' },
      ...{ canSet: runsNetwork(visit), canRate: isDirector(visit), idempotencyKey: newKey() },
      ...{
        rating: ratingWords(item),
        rated: fields.one('rating') || String(item.rating?.rating ?? ''),
        logged: loggedWords(item, network),
      },
      reason: fields.one('reason') || (item.rating?.reason ?? ''),
      done: request.query['done'] === 'rated' ? 'Your rating is saved.' : doneOf(request),
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: 'What things take', href: '/time/estimates' },
      ],
    })
  }
}

function ratingWords({ rating }: EstimatedItem): string | null {
  if (!rating) return null
  const when = rating.recordedAt ? `, ${momentInWords(rating.recordedAt)}` : ''
  return `${rating.rating} of 5: ${rating.reason ?? ''} ${rating.recordedBy?.name ?? 'The clinical director'}${when}.`
}

function loggedWords({ loggedMinutes }: EstimatedItem, { staffGroups }: EstimatesNetwork): string[] {
  return (staffGroups ?? []).flatMap(({ code, name }) => {
    const minutes = (loggedMinutes ?? []).filter(({ staffGroup }) => staffGroup === code).reduce((sum, log) => sum + log.minutes, 0)
    return minutes > 0 ? [`${name}: ${hoursInWords(minutes)}`] : []
  })
}

function addressOf(code: string): string {
  return `/time/estimates/${encodeURIComponent(code)}`
}
