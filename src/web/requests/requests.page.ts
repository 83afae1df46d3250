import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { Forms, newKey } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { emptyRecord, type RecordForm, recordFormOf, recordInput } from './record.form.js'
import { Recording } from './recording.js'
import { askers, commonGroups, natures } from './request-words.js'
import { networkRequests, type NetworkRequestsData, siftedRequests, type SiftedRequest } from './requests.view.js'

const OfNetwork = operation(import.meta.url, 'requests.page.graphql', 'asked.page.graphql', 'received.page.graphql')
const OfCommittee = operation(import.meta.url, 'lmc-requests.page.graphql', 'to-sift.page.graphql', 'asked.page.graphql')
const Record = operation(import.meta.url, 'recording.page.graphql')

/** How many answered requests a page holds. */
const PAGE_SIZE = 25

interface CommitteeData {
  readonly requests: {
    readonly nodes: readonly SiftedRequest[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  }
}

/** The requests desk: what others ask of a network, and of those an LMC covers. */
@Controller('requests')
export class RequestsPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
    private readonly recording: Recording,
  ) {}

  @Get()
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const after = typeof request.query['after'] === 'string' ? request.query['after'] : null
    if (visit.place.role === 'LMC') return this.listOfCommittee(request, response, visit, after)
    if (visit.place.networkCode === null)
      throw new RequestError('FORBIDDEN', 'What a network is asked is its own people’s to see, and its LMC’s.')
    const variables = { code: visit.place.networkCode, first: PAGE_SIZE, after }
    const model = networkRequests(await this.pages.ask<NetworkRequestsData>(request, OfNetwork, variables), visit.today)
    await this.pages.send(request, response, visit, 'requests/requests.page.njk', {
      ...{ ...model, title: 'Requests', isFirst: after === null, breadcrumbs: [home] },
    })
  }

  @Get('new')
  async showRecord(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const { networks, groups } = await this.recording.choices(request, visit)
    const draft = await this.forms.draft(visit.personId, '/requests/new')
    const chosen = networks.length === 1 ? networks.map(({ value }) => value) : [visit.place.networkCode ?? '']
    const form = draft ? { ...recordFormOf(draft, groups), idempotencyKey: newKey() } : emptyRecord(newKey(), chosen, visit.today, groups)
    await this.sendRecord(request, response, visit, form)
  }

  @Post('new')
  async record(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, '/requests/new')
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const { networks, groups, lmcCode } = await this.recording.choices(request, visit)
    const form = recordFormOf(sent.fields, groups)
    const recorder = { lmcCode, networkCodes: networks.map(({ value }) => value) }
    const { input, problems, named } = recordInput(sent.fields, form, recorder, visit.today)
    type Recorded = { readonly request: { readonly id: string } }
    const outcome = problems.length > 0 ? { problems } : await this.pages.change<Recorded>(request, Record, input)
    if ('problems' in outcome) return this.sendRecord(request, response, visit, form, outcome.problems.map(named))
    await this.forms.discard(visit.personId, '/requests/new')
    response.redirect(303, `/requests/${outcome.done.request.id}?done=recorded`)
  }

  private async listOfCommittee(request: Request, response: Response, visit: Visit, after: string | null): Promise<void> {
    const { requests } = await this.pages.ask<CommitteeData>(request, OfCommittee, { first: PAGE_SIZE, after })
    const model = siftedRequests(requests.nodes, visit.place.code, visit.today)
    const next = requests.pageInfo.hasNextPage ? requests.pageInfo.endCursor : null
    const breadcrumbs = [home]
    await this.pages.send(request, response, visit, 'requests/lmc-requests.page.njk', { ...model, next, title: 'Requests', breadcrumbs })
  }

  private async sendRecord(
    request: Request,
    response: Response,
    visit: Visit,
    form: RecordForm,
    problems: readonly InputProblem[] = [],
  ): Promise<void> {
    const { networks } = await this.recording.choices(request, visit)
    await this.pages.send(request, response, visit, 'requests/record.page.njk', {
      ...{ title: 'Record a request', form, problems, networks, breadcrumbs: [home, desk], groups: commonGroups },
      askerChoices: Object.entries(askers).map(([value, text]) => ({ value, text })),
      natureChoices: Object.entries(natures).map(([value, { text, hint }]) => ({ value, text, hint: { text: hint } })),
    })
  }
}

const home = { text: 'Home', href: '/' }
const desk = { text: 'Requests', href: '/requests' }
