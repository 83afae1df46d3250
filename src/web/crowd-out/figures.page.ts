import { Controller, Get, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { RequestError } from '../../platform/request-error.js'
import { hoursInWords } from '../layout/hours.js'
import { Pages } from '../layout/pages.js'
import { networkOf } from '../layout/rights.js'
import { PAGE } from './crowd-out.view.js'
import { type ExplainedData, type FigureName, figureRows } from './figures.view.js'
import { addressOf, addressParameters, isSwitched, type Switches, switchesOf, variablesOf } from './switches.js'

const Figures = operation(import.meta.url, 'figures.page.graphql')

interface Answer {
  readonly network: {
    readonly name: string
    readonly staffGroups: readonly { readonly code: string; readonly name: string }[] | null
    readonly crowdOut:
      | (Partial<Readonly<Record<FigureName, ExplainedData>>> & {
          readonly contractYear: string
          readonly basis: string
          readonly headline: string
          readonly staffGroup: {
            readonly items: readonly { readonly code: string; readonly title: string; readonly returnedMinutes: number | null }[]
          }
        })
      | null
  } | null
}

/** How each figure comes about: its inputs, what they rest on, and the version of the rule. */
@Controller('crowd-out/figures')
export class FiguresPage {
  constructor(private readonly pages: Pages) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const parameters = addressParameters(request.originalUrl)
    const switches = switchesOf(parameters)
    const item = parameters.get('item') || null
    const visit = await this.pages.visit(request, response)
    const variables = { code: networkOf(visit), item, withItem: item !== null, ...variablesOf(switches) }
    const { network } = await this.pages.ask<Answer>(request, Figures, variables)
    const crowdOut = network?.crowdOut
    if (!crowdOut) throw new RequestError('FORBIDDEN', 'A network’s time is its own people’s to see.')
    const { items } = crowdOut.staffGroup
    const title = items.find(({ code }) => code === item)?.title
    return this.pages.send(request, response, visit, 'crowd-out/figures.page.njk', {
      ...{ title: 'How each figure comes about', owner: network.name, headline: crowdOut.headline, basis: crowdOut.basis },
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: 'What is left', href: addressOf(PAGE, switches) },
      ],
      groups: (network.staffGroups ?? []).map(({ code, name }) => ({
        ...{ text: name, href: addressOf(`${PAGE}/figures`, { ...switches, group: code }), current: code === switches.group },
      })),
      ...{ supposed: isSwitched(switches), contractYear: crowdOut.contractYear },
      figures: figureRows(crowdOut, item && `${item} ${title ?? ''}`.trim()),
      returning: returningOf(items, switches),
    })
  }
}

/** Items that give something back by themselves, each with where that is explained. */
function returningOf(items: NonNullable<NonNullable<Answer['network']>['crowdOut']>['staffGroup']['items'], switches: Switches) {
  return items
    .filter(({ returnedMinutes }) => (returnedMinutes ?? 0) > 0)
    .sort((one, other) => (other.returnedMinutes ?? 0) - (one.returnedMinutes ?? 0) || (one.code < other.code ? -1 : 1))
    .map(({ code, title, returnedMinutes }) => ({
      ...{ text: `${code} ${title}`, value: hoursInWords(returnedMinutes) },
      href: `${addressOf(`${PAGE}/figures`, switches, { item: code })}#returned`,
    }))
}
