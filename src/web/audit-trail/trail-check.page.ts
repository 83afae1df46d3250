import { Controller, Get, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { Clock } from '../../platform/clock.js'
import { operation } from '../../platform/graphql/operation.js'
import { Pages } from '../layout/pages.js'
import { count, momentInWords } from '../layout/words.js'
import { filterOf, organisationsOf, PAGE } from './trail-filter.js'
import { mustReadTrail } from './trail.page.js'

const Check = operation(import.meta.url, 'check.page.graphql')

interface Checked {
  readonly entries: number
  readonly problem: string | null
}

/** Whether the trail is what was recorded, and how to be sure of it. */
@Controller('audit-trail/check')
export class TrailCheckPage {
  constructor(
    private readonly pages: Pages,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    mustReadTrail(visit)
    const { filter, problems } = filterOf(request.query, visit)
    const code = filter.of
    const isOne = problems.length === 0 && code !== 'all'
    const found = isOne ? inWords((await this.pages.ask<{ auditCheck: Checked }>(request, Check, { code })).auditCheck) : null
    await this.pages.send(request, response, visit, 'audit-trail/trail-check.page.njk', {
      ...{ title: 'Was anything changed?', found, problems, checked: momentInWords(this.clock.now()), breadcrumbs },
      ...{ owner: organisationsOf(visit).find((place) => place.code === code)?.name ?? code, code: isOne ? code : '' },
      isOperator: visit.place.role === 'OPERATOR',
    })
  }
}

/** What was found, as a page says it. */
function inWords({ entries, problem }: Checked) {
  const number = count(entries, 'entry', 'entries')
  return {
    problem,
    before: entries === 0 ? 'No entry before that fits.' : `What comes before is as it was recorded: ${number}.`,
    all:
      entries === 0
        ? 'Nothing has been recorded yet.'
        : `The trail was read again from the first entry to the last, ${number}. Each fits the one before.`,
  }
}

const breadcrumbs = [{ text: 'Audit trail', href: PAGE }]
