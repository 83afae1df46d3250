import { Controller, Get, Param, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { type Day } from '../../platform/day.js'
import { operation } from '../../platform/graphql/operation.js'
import { Pages } from '../layout/pages.js'
import { dayInWords } from '../layout/words.js'
import { editionOf, yearOf } from './catalogue.page.js'
import { type EditionData, yearLinks } from './catalogue.view.js'
import { slugOf } from './catalogue-words.js'
import { type EventData, eventView, type SourceData } from './entry.view.js'
import { type IndicatorData, indicatorView, type PaymentData, paymentView } from './year.view.js'

const CatalogueYear = operation(import.meta.url, 'year.page.graphql', 'event.page.graphql')

interface YearData {
  readonly specifications: readonly EditionData[]
  readonly specification: EditionData & {
    readonly title: string
    readonly version: string | null
    readonly publishedOn: Day | null
    readonly effectiveFrom: Day
    readonly coverage: string
    readonly sources: readonly SourceData[]
    readonly serviceAreas: readonly { readonly entries: readonly { readonly key: string; readonly title: string }[] }[]
    readonly payments: readonly PaymentData[]
    readonly events: readonly EventData[]
    readonly indicators: readonly IndicatorData[]
  }
}

/** What is known of a contract year besides its entries. */
@Controller('catalogue/:year/about')
export class YearPage {
  constructor(private readonly pages: Pages) {}

  @Get()
  async show(@Param('year') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const year = yearOf(slug)
    const variables = { year, edition: editionOf(request.query['edition']) }
    const { specifications, specification } = await this.pages.ask<YearData>(request, CatalogueYear, variables)
    const titles = new Map(specification.serviceAreas.flatMap(({ entries }) => entries.map(({ key, title }) => [key, title] as const)))
    const indicators = specification.indicators.map(indicatorView)
    const { publishedOn, effectiveFrom } = specification
    await this.pages.send(request, response, visit, 'catalogue/year.page.njk', {
      ...{ title: `Money, dates, indicators and sources of ${year}`, year, slug: slugOf(year), specification },
      years: yearLinks(specifications, year).flatMap((one) => (one.text === 'All years' ? [] : [{ ...one, href: `${one.href}/about` }])),
      published: `${publishedOn ? `Published ${dayInWords(publishedOn)}` : 'Day of publication not known'}; in effect from ${dayInWords(effectiveFrom)}.`,
      payments: specification.payments.map(paymentView),
      paid: indicators.filter(({ isPaid }) => isPaid),
      unpaid: indicators.filter(({ isPaid }) => !isPaid),
      events: specification.events.map((event) => eventView(event, titles)),
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: `The contract in ${year}`, href: `/catalogue/${slugOf(year)}` },
      ],
    })
  }
}
