import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { attachCsv } from '../layout/attachment.js'
import { Forms, newKey } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { count } from '../layout/words.js'

const OwnersOfNetwork = operation(import.meta.url, 'owners.page.graphql', 'owners-on-page.page.graphql')
const OwnersOfBoard = operation(import.meta.url, 'board-owners.page.graphql', 'owners-on-page.page.graphql')
const SetOwners = operation(import.meta.url, 'set-owners.page.graphql')

interface OwnersChecklist {
  readonly id: string
  readonly contractYear: string
  readonly itemsCsv: string
  readonly assignable: readonly { readonly name: string }[] | null
}

interface Owner {
  readonly name: string
  readonly checklist: OwnersChecklist | null
}

/** Something wrong with a line of the file. */
interface LineProblem {
  readonly row: number
  readonly column: string | null
  readonly message: string
}

/** A file that was not taken, with everything wrong with it. */
interface Refused {
  readonly problems: readonly InputProblem[]
  readonly lines: readonly LineProblem[]
}

const RUNNERS = ['NETWORK_MANAGER', 'CLINICAL_DIRECTOR', 'COMMISSIONER']

/** Says who looks after what by a spreadsheet: the checklist as a file, and the file back. */
@Controller('checklist')
export class OwnersPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get('owners')
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(request, response, await this.pages.visit(request, response), { problems: [], lines: [] })
  }

  @Get('owners.csv')
  async download(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { checklist, owner } = await this.checklist(request, await this.pages.visit(request, response))
    const invented = /^[UQ]X/.test(owner) ? ' invented' : ''
    const name = `checklist ${owner} ${checklist.contractYear.replace('/', '-')}${invented}.csv`.replaceAll(' ', '-')
    attachCsv(response, name)
    response.end(checklist.itemsCsv)
  }

  @Post('owners')
  async upload(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, '/checklist/owners', { isText: true })
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const { text = null } = sent
    const missing = text === null && sent.problems.length === 0 ? [{ field: 'file', message: 'Choose the file' }] : []
    const problems = [...sent.problems, ...missing]
    if (problems.length > 0) return this.send(request, response, visit, { problems, lines: [] })
    const { checklist } = await this.checklist(request, visit)
    const input = { checklistId: checklist.id, csv: text ?? '', idempotencyKey: sent.fields.one('idempotencyKey') || null }
    const outcome = await this.pages.change<{ changedItems: number }>(request, SetOwners, input)
    if ('problems' in outcome) {
      const lines = (outcome.refusal?.['problems'] as readonly LineProblem[] | undefined) ?? []
      const atFile = outcome.problems.map(({ message }) => ({ field: 'file', message }))
      return this.send(request, response, visit, { problems: atFile, lines })
    }
    response.redirect(303, `/checklist/owners?changed=${outcome.done.changedItems}`)
  }

  private async checklist(request: Request, visit: Visit): Promise<{ name: string; owner: string; checklist: OwnersChecklist }> {
    const { place } = visit
    if (!RUNNERS.includes(place.role)) throw new RequestError('FORBIDDEN', 'Only those who run the organisation say who looks after what.')
    const owner = place.networkCode ?? place.code
    const isBoard = place.role === 'COMMISSIONER'
    const data = await this.pages.ask<Record<string, Owner>>(request, isBoard ? OwnersOfBoard : OwnersOfNetwork, { code: owner })
    const { name = '', checklist = null } = data[isBoard ? 'integratedCareBoard' : 'network'] ?? {}
    if (!checklist) throw new RequestError('NOT_FOUND', 'No checklist has been opened for this contract year.')
    return { name, owner, checklist }
  }

  private async send(request: Request, response: Response, visit: Visit, { problems, lines }: Refused): Promise<void> {
    const { name, checklist } = await this.checklist(request, visit)
    const changed = Number(request.query['changed'] ?? NaN)
    await this.pages.send(request, response, visit, 'owners/owners.page.njk', {
      ...{ title: 'Who looks after what, with a spreadsheet', owner: `${name}, ${checklist.contractYear}`, problems, lines },
      ...{ people: (checklist.assignable ?? []).map((person) => person.name), idempotencyKey: newKey() },
      done: Number.isSafeInteger(changed) && changed >= 0 ? `${count(changed, 'item')} changed.` : null,
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: 'Checklist', href: '/checklist' },
      ],
    })
  }
}
