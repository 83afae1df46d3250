import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { FormFields } from '../../platform/web/form.js'
import { Forms, newKey } from '../layout/forms.js'
import { minutesAsHours } from '../layout/hours.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { count } from '../layout/words.js'
import { isDirector, mustRunNetwork, networkOf, runsNetwork } from '../layout/rights.js'
import { estimateField, estimateRows, readEstimates } from './estimate-rows.js'
import { areaIn, estimatesAddress, estimatesFilterOf, pageOf } from './estimates-filter.js'
import { type EstimatesNetwork } from './estimates.data.js'

const Estimates = operation(import.meta.url, 'estimates.page.graphql', 'estimated-item.page.graphql')
const SetEstimates = operation(import.meta.url, 'set-estimates.page.graphql')

/** What saving several estimates came to. */
export interface EstimatesSaved {
  readonly estimatesSet: number
  readonly estimatesWithdrawn: number
}

/** What requirements take of staff groups, in one table. */
@Controller('time/estimates')
export class EstimatesPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const draft = await this.forms.draft(visit.personId, request.originalUrl)
    await this.send(request, response, visit, { fields: draft ?? FormFields.of({}), problems: [], restored: draft !== null })
  }

  /** Saves all rows of the page that were changed, or none of them. */
  @Post()
  async save(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, request.originalUrl)
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const { fields } = sent
    const { estimates, origin, problems } = readEstimates(fields)
    const [networkCode, contractYear] = [mustRunNetwork(visit), fields.one('contractYear')]
    const address = request.originalUrl.replace(/[?&]done=[^&]*/, '')
    const back = (done: string): string => `${address}${address.includes('?') ? '&' : '?'}done=${done}`
    if (problems.length === 0 && estimates.length === 0) return response.redirect(303, back('none'))
    const input = { networkCode, contractYear, estimates, idempotencyKey: fields.one('idempotencyKey') || null }
    const outcome = problems.length > 0 ? { problems } : await this.pages.change<EstimatesSaved>(request, SetEstimates, input)
    if ('problems' in outcome) {
      const shown = problems.length > 0 ? problems : outcome.problems.map((problem) => onForm(problem, origin))
      return this.send(request, response, visit, { fields, problems: shown })
    }
    await this.forms.discard(visit.personId, request.originalUrl)
    response.redirect(303, back(`${outcome.done.estimatesSet}-${outcome.done.estimatesWithdrawn}`))
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    { fields, problems, restored = false }: { fields: FormFields; problems: readonly InputProblem[]; restored?: boolean },
  ): Promise<void> {
    const area = areaIn(request.query)
    const variables = { code: networkOf(visit), filter: area ? { serviceAreaCodes: [area] } : {} }
    const { network } = await this.pages.ask<{ network: EstimatesNetwork }>(request, Estimates, variables)
    const { name, staffGroups, checklist } = network
    if (!staffGroups) throw new RequestError('FORBIDDEN', 'A network’s time is its own people’s to see.')
    if (!checklist) return this.pages.send(request, response, visit, 'home/no-checklist.page.njk', { title: name })
    const filter = estimatesFilterOf(request.query, staffGroups)
    const groups = staffGroups.filter(({ code }) => filter.group === 'all' || code === filter.group)
    const { shown, ...paging } = pageOf(checklist.items.nodes, filter, groups.length)
    await this.pages.send(request, response, visit, 'time/estimates.page.njk', {
      ...{ title: 'What things take', owner: name, contractYear: checklist.contractYear, wide: true, problems, restored },
      ...{ rows: estimateRows(shown, groups, fields), paging, found: count(checklist.items.nodes.length, 'requirement') },
      ...{ canSet: runsNetwork(visit), isDirector: isDirector(visit), done: doneOf(request) },
      ...{ address: estimatesAddress({ ...filter, page: paging.page }), manyGroups: groups.length > 1 },
      ...{ groupName: groups.length === 1 ? groups[0]?.name.toLowerCase() : 'every staff group', idempotencyKey: newKey() },
      areas: [
        { value: '', text: 'All service areas', selected: area === '' },
        ...(checklist.serviceAreas ?? []).map(({ code, title }) => ({ value: code, text: title, selected: code === area })),
      ],
      groups: [
        ...staffGroups.map(({ code, name: text }) => ({ value: code, text, selected: code === filter.group })),
        { value: 'all', text: 'All staff groups', selected: filter.group === 'all' },
      ],
    })
  }
}

/** A problem of the API beside the box it is about, in hours. */
export function onForm({ field, message }: InputProblem, origin: readonly string[]): InputProblem {
  return { field: estimateField(field, origin), message: minutesAsHours(message) }
}

/** What saving came to, as the address says it. */
export function doneOf({ query }: Request): string | null {
  const done = query['done']
  if (done === 'none') return 'Nothing was changed, so nothing was saved.'
  const [, set = '0', withdrawn = '0'] = /^(\d{1,4})-(\d{1,4})$/.exec(typeof done === 'string' ? done : '') ?? []
  if (set === '0' && withdrawn === '0') return null
  const parts = [
    set === '0' ? '' : `${count(Number(set), 'estimate')} saved.`,
    withdrawn === '0' ? '' : `${count(Number(withdrawn), 'estimate')} taken back.`,
  ]
  return parts.filter(Boolean).join(' ')
}
