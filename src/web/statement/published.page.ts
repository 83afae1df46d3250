import { Controller, Get, Param, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { RequestError } from '../../platform/request-error.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { momentInWords } from '../layout/words.js'
import { type PaperData, type PublishedData } from './paper.data.js'
import { annex, paper } from './paper.view.js'
import { type ListedData, listedRow } from './statement.view.js'

const Published = operation(import.meta.url, 'published.page.graphql', 'paper.page.graphql')
const List = operation(import.meta.url, 'published-list.page.graphql')

/** How many the list shows at once. */
const PAGE_SIZE = 25

type One = PublishedData & { readonly networkName: string; readonly digest: string; readonly content: PaperData }

interface ListData {
  readonly publishedStatements: {
    readonly nodes: readonly ListedData[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  }
}

/** Statements networks published, for those they were published to and for their own people. */
@Controller('statements')
export class PublishedPage {
  constructor(private readonly pages: Pages) {}

  @Get()
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const after = typeof request.query['after'] === 'string' ? request.query['after'] : null
    const { publishedStatements: found } = await this.pages.ask<ListData>(request, List, { first: PAGE_SIZE, after })
    const next = found.pageInfo.hasNextPage ? `/statements?after=${encodeURIComponent(found.pageInfo.endCursor ?? '')}` : null
    const model = { title: 'Published statements', rows: found.nodes.map(listedRow), next, isOwn: visit.place.networkCode !== null }
    await this.pages.send(request, response, visit, 'statement/published-list.page.njk', { ...model, breadcrumbs: [home] })
  }

  @Get(':id')
  async show(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const one = await this.one(request, id)
    const model = { title: `Statement of ${one.networkName}`, paper: paper(one.content), text: one.content.text, id, digest: one.digest }
    await this.pages.send(request, response, visit, 'statement/published.page.njk', {
      ...model,
      ...stateOf(one, visit),
      breadcrumbs: crumbs,
    })
  }

  @Get(':id/annex')
  async showAnnex(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const one = await this.one(request, id)
    const model = { title: `Annex to the statement of ${one.networkName}`, paper: annex(one.content), ...stateOf(one, visit) }
    const breadcrumbs = [...crumbs, { text: one.networkName, href: `/statements/${id}` }]
    await this.pages.send(request, response, visit, 'statement/annex.page.njk', { ...model, breadcrumbs })
  }

  /** Errors: NOT_FOUND for one that is not the caller's to read. */
  private async one(request: Request, id: string): Promise<One> {
    const { publishedStatement } = await this.pages.ask<{ publishedStatement: One | null }>(request, Published, { id })
    if (!publishedStatement) throw new RequestError('NOT_FOUND', 'There is no such statement.')
    return publishedStatement
  }
}

const home = { text: 'Home', href: '/' }
const crumbs = [home, { text: 'Published statements', href: '/statements' }]

function stateOf({ recordedAt, publishedBy, withdrawnAt, withdrawalReason }: One, { isInvented }: Visit) {
  const by = publishedBy ? ` by ${publishedBy.name}` : ''
  return {
    ...{ isInvented, state: `Published ${momentInWords(recordedAt)}${by}.` },
    withdrawn: withdrawnAt === null ? null : `It was withdrawn ${momentInWords(withdrawnAt)}: ${withdrawalReason ?? ''}`,
  }
}
