import { Controller, Get, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { Pages } from '../layout/pages.js'
import { count } from '../layout/words.js'
import { yearOf } from './catalogue.page.js'
import { catalogueRow, type EditionData, type RowData } from './catalogue.view.js'
import { slugOf } from './catalogue-words.js'
import { type ChangedData, changedView, type GoneData, goneGroups } from './compare.view.js'

const CompareCatalogue = operation(import.meta.url, 'compare.page.graphql', 'catalogue-row.page.graphql')

interface CompareData {
  readonly specifications: readonly EditionData[]
  readonly catalogueComparison: {
    readonly from: { readonly contractYear: string; readonly coverage: string }
    readonly to: { readonly contractYear: string; readonly coverage: string }
    readonly added: readonly RowData[]
    readonly gone: readonly GoneData[]
    readonly changed: readonly ChangedData[]
    readonly unchangedCount: number
  }
}

/** What was added, has gone and changed between two years. */
@Controller('catalogue/compare')
export class ComparePage {
  constructor(private readonly pages: Pages) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const asked = (name: string, otherwise: string): string => {
      const value = request.query[name]
      return yearOf(typeof value === 'string' ? value : otherwise)
    }
    const variables = { from: asked('from', '2024-25'), to: asked('to', '2026-27') }
    const { specifications, catalogueComparison } = await this.pages.ask<CompareData>(request, CompareCatalogue, variables)
    const { from, to, added, gone, changed, unchangedCount } = catalogueComparison
    const years = [...new Set(specifications.map(({ contractYear }) => contractYear))].sort()
    const choices = (chosen: string) => years.map((year) => ({ value: slugOf(year), text: year, selected: year === chosen }))
    await this.pages.send(request, response, visit, 'catalogue/compare.page.njk', {
      ...{ wide: true, title: `What changed from ${from.contractYear} to ${to.contractYear}`, from, to, unchangedCount },
      ...{
        fromYears: choices(from.contractYear),
        toYears: choices(to.contractYear),
        same: count(unchangedCount, 'entry says', 'entries say'),
      },
      added: added.map((entry) => catalogueRow(entry, specifications)),
      gone: goneGroups(gone, from.contractYear, to.contractYear, specifications),
      goneCount: gone.length,
      changed: changed.map((one) => changedView(one, specifications)),
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: `The contract in ${to.contractYear}`, href: `/catalogue/${slugOf(to.contractYear)}` },
      ],
    })
  }
}
