import { Controller, Get, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { RequestError } from '../../platform/request-error.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { type CrowdOutData, crowdOutPage } from './crowd-out.view.js'

const CrowdOut = operation(import.meta.url, 'crowd-out.page.graphql')
const Statement = operation(import.meta.url, 'statement.page.graphql')

interface Answer {
  readonly network: {
    readonly name: string
    readonly crowdOut: Pick<CrowdOutData, 'headline' | 'localPossibleMinutes'> | null
    readonly supposed: CrowdOutData | null
  }
}

/** What national work leaves of a network's time, and what relaxing some of it would give back. The address carries the switches. */
@Controller('crowd-out')
export class CrowdOutPage {
  constructor(private readonly pages: Pages) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const relaxing = [request.query['relax'] ?? []].flat().filter((code): code is string => typeof code === 'string')
    const { network } = await this.pages.ask<Answer>(request, CrowdOut, { code: networkOf(visit), relaxing })
    if (!network.supposed || !network.crowdOut) throw new RequestError('FORBIDDEN', 'A network’s time is its own people’s to see.')
    return this.pages.send(request, response, visit, 'crowd-out/crowd-out.page.njk', {
      ...crowdOutPage(network.supposed, network.crowdOut.localPossibleMinutes, relaxing),
      ...{
        title: 'What is left for your own priorities',
        owner: network.name,
        relaxing,
        supposed: network.supposed,
        today: network.crowdOut,
      },
    })
  }

  @Get('statement')
  async showStatement(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const { network } = await this.pages.ask<{ network: { name: string; statement: { text: string } | null } }>(request, Statement, {
      code: networkOf(visit),
    })
    if (!network.statement) throw new RequestError('FORBIDDEN', 'A statement is its network’s own until it is published.')
    const breadcrumbs = [{ text: 'What is left', href: '/crowd-out' }]
    const model = { title: 'Statement', owner: network.name, text: network.statement.text, breadcrumbs }
    return this.pages.send(request, response, visit, 'crowd-out/statement.page.njk', model)
  }
}

function networkOf({ place }: Visit): string {
  if (place.networkCode === null) throw new RequestError('FORBIDDEN', 'A network’s time is its own people’s to see.')
  return place.networkCode
}
