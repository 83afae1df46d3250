import { Controller, Get, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { RequestError } from '../../platform/request-error.js'
import { attach, attachCsv } from '../layout/attachment.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { filterInput, filterOf } from './trail-filter.js'
import { mustReadTrail } from './trail.page.js'

const File = operation(import.meta.url, 'trail-file.page.graphql')
const Roots = operation(import.meta.url, 'roots.page.graphql')

/** As many entries as the API gives at once. */
const AT_ONCE = 500

interface Part {
  readonly csv: string
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** The trail, and what it is checked against, as files to keep. */
@Controller('audit-trail')
export class TrailFilesPage {
  constructor(private readonly pages: Pages) {}

  /** All that the filter leaves, however long: written part by part. */
  @Get('trail.csv')
  async entries(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    mustReadTrail(visit)
    const { filter, problems } = filterOf(request.query, visit)
    if (problems[0]) throw new RequestError('BAD_USER_INPUT', problems[0].message)
    const variables = { filter: filterInput(filter), first: AT_ONCE }
    let part = await this.part(request, variables)
    attachCsv(response, `audit-trail-${filter.of === 'all' ? '' : `${filter.of}-`}${nameEnd(visit)}.csv`)
    response.write(part.csv)
    while (part.pageInfo.hasNextPage && !response.destroyed) {
      part = await this.part(request, { ...variables, after: part.pageInfo.endCursor })
      response.write(part.csv.slice(part.csv.indexOf('\r\n') + 2))
    }
    response.end()
  }

  /** Where the chains end now: what `verify --against` reads. */
  @Get('roots.json')
  async roots(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    mustReadTrail(visit)
    const data = await this.pages.ask<{ auditRoots: object[] }>(request, Roots)
    attach(response, 'application/json', `audit-roots-${nameEnd(visit)}.json`)
    response.end(`${JSON.stringify({ data }, null, 2)}\n`)
  }

  private async part(request: Request, variables: Record<string, unknown>): Promise<Part> {
    return (await this.pages.ask<{ auditTrail: Part }>(request, File, variables)).auditTrail
  }
}

function nameEnd({ isInvented, today }: Visit): string {
  return `${today}${isInvented ? '-invented' : ''}`
}
