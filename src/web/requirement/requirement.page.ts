import { Controller, Get, Param, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { RequestError } from '../../platform/request-error.js'
import { Pages } from '../layout/pages.js'
import { count } from '../layout/words.js'
import { networkRows, type RequirementRow, summaryWords } from './requirement.view.js'

const RequirementAcrossNetworks = operation(import.meta.url, 'requirement.page.graphql')
const TitleOf = operation(import.meta.url, 'title.page.graphql')

interface RequirementData {
  readonly integratedCareBoard: {
    readonly name: string
    readonly requirement: { readonly code: string; readonly contractYear: string; readonly networks: readonly RequirementRow[] } | null
  }
}

interface TitleData {
  readonly node: { readonly requirement?: { readonly title: string; readonly text: string } } | null
}

/** One requirement across all networks of an ICB. */
@Controller('requirements/:code')
export class RequirementPage {
  constructor(private readonly pages: Pages) {}

  @Get()
  async show(@Param('code') code: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    if (visit.place.role !== 'COMMISSIONER') throw new RequestError('FORBIDDEN', 'Only commissioners see a requirement across networks.')
    const { integratedCareBoard } = await this.pages.ask<RequirementData>(request, RequirementAcrossNetworks, {
      board: visit.place.code,
      code,
    })
    const rows = integratedCareBoard.requirement?.networks ?? []
    const [first] = rows
    if (!first) throw new RequestError('NOT_FOUND', 'No network of yours has such a requirement.')
    const { node } = await this.pages.ask<TitleData>(request, TitleOf, { id: first.itemId })
    await this.pages.send(request, response, visit, 'requirement/requirement.page.njk', {
      ...{ title: `${code} ${node?.requirement?.title ?? ''}`, text: node?.requirement?.text ?? '', board: integratedCareBoard.name },
      ...{ rows: networkRows(rows, visit.today), summary: `${count(rows.length, 'network')}: ${summaryWords(rows)}` },
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: 'Requirements', href: '/requirements' },
      ],
    })
  }
}
