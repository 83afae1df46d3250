import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { evidenceCard, type EvidenceData } from '../layout/evidence-card.js'
import { Forms } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { type ChecklistOfItem, type OccurrenceData } from './item.data.js'
import { practiceNames } from './item.view.js'
import { ownChoices } from './occurrence.view.js'
import { rightsOf } from './rights.js'

const Reuse = operation(import.meta.url, 'reuse.page.graphql', '../layout/evidence.page.graphql')
const LinkEvidence = operation(import.meta.url, 'linking.page.graphql')

interface Evidences {
  readonly nodes: readonly EvidenceData[]
  readonly pageInfo: { readonly hasNextPage: boolean }
}

interface ReuseData {
  readonly id: string
  readonly code: string
  readonly requirement: { readonly title: string; readonly perPractice: boolean }
  readonly occurrences: readonly OccurrenceData[]
  readonly checklist: ChecklistOfItem & {
    readonly network: (NonNullable<ChecklistOfItem['network']> & { readonly evidence: Evidences | null }) | null
  }
}

/** A form as it was sent. */
interface Sent {
  readonly evidenceId: string
  readonly occurrenceIds: readonly string[] | null
  readonly problems: readonly InputProblem[]
}

const NOTHING_SENT: Sent = { evidenceId: '', occurrenceIds: null, problems: [] }

/** Lets evidence already recorded show something more. */
@Controller('items/:id/reuse')
export class ReusePage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(request, response, await this.pages.visit(request, response), { id, ...NOTHING_SENT })
  }

  @Post()
  async reuse(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, `/items/${id}/reuse`)
    if (!sent) return
    const evidenceId = sent.fields.one('evidenceId')
    const occurrenceIds = sent.fields.all('occurrenceIds')
    const problems: InputProblem[] = [
      ...(evidenceId ? [] : [{ field: 'evidenceId', message: 'Choose the evidence that shows it' }]),
      ...(occurrenceIds.length > 0 ? [] : [{ field: 'occurrenceIds', message: 'Choose at least one time it shows' }]),
    ]
    const outcome =
      problems.length > 0 ? { problems } : await this.pages.change<unknown>(request, LinkEvidence, { evidenceId, occurrenceIds })
    if ('done' in outcome) {
      response.redirect(303, `/items/${id}?done=reused&number=${occurrenceIds.length}`)
      return
    }
    const visit = await this.pages.visit(request, response)
    await this.send(request, response, visit, { id, evidenceId, occurrenceIds, problems: outcome.problems })
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    { id, evidenceId, occurrenceIds, problems }: Sent & { id: string },
  ): Promise<void> {
    const search = searchOf(request)
    const { node } = await this.pages.ask<{ node: Partial<ReuseData> | null }>(request, Reuse, { id, search })
    if (!node?.id) throw new RequestError('NOT_FOUND', 'There is no such item.')
    const item = node as ReuseData
    if (!rightsOf(item, visit).canRecord) throw new RequestError('FORBIDDEN', 'Only the item’s own network records evidence for it.')
    const own = ownChoices(item)
    const { nodes = [], pageInfo } = item.checklist.network?.evidence ?? {}
    await this.pages.send(request, response, visit, 'item/reuse.page.njk', {
      ...{ title: `Use something already recorded for ${item.code}`, id, search: search ?? '', problems, own, evidenceId },
      ...{ hasMore: pageInfo?.hasNextPage === true, chosen: occurrenceIds ?? own.slice(0, 1).map((one) => one.id) },
      cards: nodes.map((one) => evidenceCard(one, item.checklist.contractYear, practiceNames(item))),
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: 'Checklist', href: '/checklist' },
        { text: `${item.code} ${item.requirement.title}`, href: `/items/${id}` },
      ],
    })
  }
}

function searchOf(request: Request): string | null {
  const search = request.query['search']
  return typeof search === 'string' && search.trim() ? search.trim().slice(0, 200) : null
}
