import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { Forms, newKey } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { count, dayInWords } from '../layout/words.js'
import { type BoardData, type NetworkData } from './hand-over.data.js'
import { boardHandOver, networkHandOver } from './hand-over.view.js'

const fragments = [
  'hand-over-checklist.page.graphql',
  '../people/member-on-page.page.graphql',
  '../layout/item-row.page.graphql',
  '../layout/progress.page.graphql',
]
const OfNetwork = operation(import.meta.url, 'hand-over.page.graphql', ...fragments)
const OfBoard = operation(import.meta.url, 'hand-over-board.page.graphql', ...fragments)
const HandingOver = operation(import.meta.url, 'handing-over.page.graphql')

const RUNNERS = ['NETWORK_MANAGER', 'CLINICAL_DIRECTOR', 'COMMISSIONER']

/** One page for whoever comes next: what is late, due, promised, asked, ranked and decided, and who is who. */
@Controller('hand-over')
export class HandOverPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(request, response, await this.pages.visit(request, response), [])
  }

  /** Gives all that somebody looks after to somebody else. */
  @Post('items')
  async handOver(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, '/hand-over')
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const [fromPersonId, toPersonId] = [sent.fields.one('from'), sent.fields.one('to')]
    const input = { organisationCode: ownerOf(visit), fromPersonId, toPersonId, idempotencyKey: sent.fields.one('idempotencyKey') || null }
    const missing = toPersonId === '' ? [{ field: `to-${fromPersonId}`, message: 'Choose who takes these items over' }] : []
    const outcome = missing.length > 0 ? { problems: missing } : await this.pages.change<{ items: number }>(request, HandingOver, input)
    if ('problems' in outcome) return this.send(request, response, visit, outcome.problems)
    response.redirect(303, `/hand-over?given=${outcome.done.items}`)
  }

  private async send(request: Request, response: Response, visit: Visit, problems: readonly InputProblem[]): Promise<void> {
    const { today, place, personId } = visit
    const code = ownerOf(visit)
    const given = Number(request.query['given'] ?? NaN)
    const isBoard = place.role === 'COMMISSIONER'
    const model = isBoard
      ? boardHandOver(await this.pages.ask<BoardData>(request, OfBoard, { code }), today)
      : networkHandOver(await this.pages.ask<NetworkData>(request, OfNetwork, { code }), today)
    const breadcrumbs = [
      { text: 'Home', href: '/' },
      { text: 'People', href: '/people' },
    ]
    await this.pages.send(request, response, visit, 'hand-over/hand-over.page.njk', {
      ...{ ...model, title: 'Hand-over', owner: place.networkName ?? place.name, isBoard, problems, breadcrumbs, personId },
      ...{ todayInWords: dayInWords(today), idempotencyKey: newKey() },
      done: Number.isSafeInteger(given) && given > 0 ? `${count(given, 'item')} handed over.` : null,
    })
  }
}

/** Whose page it is. Errors: FORBIDDEN for who runs neither a network nor an ICB. */
function ownerOf({ place }: Visit): string {
  if (RUNNERS.includes(place.role)) return place.networkCode ?? place.code
  throw new RequestError('FORBIDDEN', 'This page is for those who run a network or an ICB, and for who comes after them.')
}
