import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { Forms } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { movedOrder, type PrioritiesData, prioritiesView } from './priorities.view.js'
import { networkOf, runsNetwork } from '../layout/rights.js'

const Priorities = operation(import.meta.url, 'priorities.page.graphql', 'figures.page.graphql')
const Rank = operation(import.meta.url, 'rank.page.graphql')

/** What a network has chosen to do for its own patients, in its order, with what of each fits. */
@Controller('priorities')
export class PrioritiesPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(request, response, await this.pages.visit(request, response), [])
  }

  /** One change of order: one priority a place up or down, or the whole order as it was dragged. */
  @Post('rank')
  async rank(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, '/priorities')
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const [way = '', id = sent.fields.one('moved')] = sent.fields.one('move').split(' ')
    const order = sent.fields.all('order')
    const input = {
      ...{ networkCode: networkOf(visit), contractYear: sent.fields.one('contractYear') },
      priorityIds: way === 'up' || way === 'down' ? movedOrder(order, id, way) : order,
    }
    const outcome = await this.pages.change<unknown>(request, Rank, input)
    if ('done' in outcome) {
      response.redirect(303, `/priorities?${new URLSearchParams({ moved: id, way }).toString()}`)
      return
    }
    await this.send(request, response, visit, [{ field: '', message: changedMeanwhile }])
  }

  private async send(request: Request, response: Response, visit: Visit, problems: readonly InputProblem[]): Promise<void> {
    const { network } = await this.pages.ask<{ network: PrioritiesData }>(request, Priorities, { code: networkOf(visit) })
    if (!network.priorities) throw new RequestError('FORBIDDEN', 'A network’s priorities are its own people’s to see.')
    const view = prioritiesView(network, visit.today)
    await this.pages.send(request, response, visit, 'priorities/priorities.page.njk', {
      ...{ title: 'Our own priorities', owner: network.name, contractYear: network.crowdOut?.contractYear ?? '', problems },
      ...view,
      ...{ canSet: runsNetwork(visit), moved: movedOf(request, view.open), done: doneOf(request) },
    })
  }
}

const changedMeanwhile = 'The priorities have changed since this page was opened. They are shown as they are now: move yours again'

/** What was moved, by which button, and where it is now. */
function movedOf({ query }: Request, open: readonly { id: string; title: string; rank: number | null }[]) {
  const found = open.find(({ id }) => id === query['moved'])
  if (!found) return null
  const way = query['way'] === 'up' ? 'up' : 'down'
  const isAtEnd = found.rank === (way === 'up' ? 1 : open.length)
  return {
    id: found.id,
    focus: query['way'] === '' ? null : isAtEnd ? (way === 'up' ? 'down' : 'up') : way,
    words: `${found.title} is now ${found.rank ?? ''} of ${open.length}.`,
  }
}

function doneOf({ query }: Request): string | null {
  return query['done'] === 'added' ? 'Priority added.' : null
}
