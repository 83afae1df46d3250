import { Controller, Get, Param, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { Pages } from '../layout/pages.js'
import { editionOf, yearOf } from './catalogue.page.js'
import { type EditionData, editionInForce } from './catalogue.view.js'
import { certaintyTag, editionName, slugOf } from './catalogue-words.js'
import { comparedWith, type EntryData, entryFacts, eventView, historyRows, type SourceData } from './entry.view.js'

const CatalogueEntryPage = operation(import.meta.url, 'entry.page.graphql', 'catalogue-row.page.graphql', 'event.page.graphql')

interface ReadingData {
  readonly code: string
  readonly contractYear: string
  readonly author: string
  readonly when: string
  readonly text: string
  readonly source: SourceData
}

interface TemplateData {
  readonly code: string
  readonly title: string
  readonly numerator: string
  readonly denominator: string
  readonly unit: string
  readonly from: string
  readonly sources: readonly SourceData[]
}

interface EntryPageData {
  readonly specifications: readonly EditionData[]
  readonly catalogueEntry: EntryData & {
    readonly readings: readonly ReadingData[]
    readonly figureTemplates: readonly TemplateData[]
  }
}

/** One entry of the catalogue, with its course through the years. */
@Controller('catalogue/:year/:code')
export class EntryPage {
  constructor(private readonly pages: Pages) {}

  @Get()
  async show(@Param('year') slug: string, @Param('code') code: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const year = yearOf(slug)
    const variables = { year, code, edition: editionOf(request.query['edition']) }
    const { specifications, catalogueEntry: entry } = await this.pages.ask<EntryPageData>(request, CatalogueEntryPage, variables)
    const { edition } = entry.specification
    const isInForce = editionInForce(specifications, year)?.edition === edition
    const back = `/catalogue/${slugOf(year)}${isInForce ? '' : `?edition=${edition}`}`
    await this.pages.send(request, response, visit, 'catalogue/entry.page.njk', {
      ...{ title: entry.title, entry, year, back, facts: entryFacts(entry), tag: certaintyTag(entry.certainty) },
      ...{ editionName: isInForce ? '' : editionName(edition), history: historyRows(entry, specifications), compare: comparedWith(entry) },
      events: entry.events.map((event) => eventView(event)),
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: `The contract in ${year}`, href: back },
      ],
    })
  }
}
