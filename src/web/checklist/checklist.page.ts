import { Controller, Get, Param, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { Pages } from '../layout/pages.js'
import { progressFigure } from '../layout/progress.js'
import { type Status, statuses, statusTag } from '../layout/status.js'
import { type Visit } from '../layout/visit.js'
import { type ChecklistFilter, filterInput, filterOf, filterWords, obligationWords } from './checklist-filter.js'
import { areaSections, type ChecklistData, foundWords } from './checklist.view.js'

const fragments = ['checklist-on-page.page.graphql', '../layout/item-row.page.graphql', '../layout/progress.page.graphql']
const ChecklistOfNetwork = operation(import.meta.url, 'checklist.page.graphql', ...fragments)
const ChecklistOfBoard = operation(import.meta.url, 'board-checklist.page.graphql', ...fragments)

interface Owner {
  readonly name: string
  readonly checklist: ChecklistData | null
}

/** Whose checklist is shown, at which address. */
interface Shown {
  readonly code: string
  readonly isBoard: boolean
  readonly page: string
}

/** Every item of a network, or what an ICB itself has to do. */
@Controller()
export class ChecklistPage {
  constructor(private readonly pages: Pages) {}

  @Get('checklist')
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const { place } = visit
    const code = place.networkCode ?? place.code
    return this.send(request, response, visit, { code, isBoard: place.role === 'COMMISSIONER', page: '/checklist' })
  }

  /** A network's, for its commissioner. */
  @Get('networks/:code')
  async showNetwork(@Param('code') code: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    return this.send(request, response, visit, { code, isBoard: false, page: `/networks/${encodeURIComponent(code)}` })
  }

  private async send(request: Request, response: Response, visit: Visit, shown: Shown): Promise<void> {
    const filter = filterOf(request.query)
    const { page } = shown
    const { name, checklist } = await this.ownerOf(request, shown, filter)
    if (!checklist) return this.pages.send(request, response, visit, 'home/no-checklist.page.njk', { title: name })
    const sections = areaSections(checklist, visit.today)
    const area = checklist.serviceAreas.find(({ code }) => code === filter.area)
    const { specification, contractYear } = checklist
    return this.pages.send(request, response, visit, 'checklist/checklist.page.njk', {
      ...{ title: `Checklist ${contractYear}`, owner: name, sections, filter, specification, found: foundWords(checklist) },
      ...{ progressFigure: progressFigure(checklist.progress), filterWords: filterWords(filter, area?.title, page), page },
      ...choices(checklist, filter, page === '/checklist' ? visit : null),
      ...(page !== '/checklist' && { breadcrumbs: [{ text: 'Home', href: '/' }] }),
    })
  }

  private async ownerOf(request: Request, { code, isBoard }: Shown, filter: ChecklistFilter): Promise<Owner> {
    const variables = { code, filter: filterInput(filter) }
    if (isBoard) return (await this.pages.ask<{ integratedCareBoard: Owner }>(request, ChecklistOfBoard, variables)).integratedCareBoard
    return (await this.pages.ask<{ network: Owner }>(request, ChecklistOfNetwork, variables)).network
  }
}

/** What can be chosen in the filter, with what is chosen. Whoever looks at another's checklist has nothing of their own in it. */
function choices({ serviceAreas }: ChecklistData, filter: ChecklistFilter, visit: Visit | null) {
  return {
    isMember: visit !== null && visit.place.networkCode !== null,
    canAssign: visit !== null && ['NETWORK_MANAGER', 'CLINICAL_DIRECTOR', 'COMMISSIONER'].includes(visit.place.role),
    areas: [
      { value: '', text: 'All service areas', selected: filter.area === '' },
      ...serviceAreas.map(({ code, title }) => ({ value: code, text: title, selected: filter.area === code })),
    ],
    statuses: statuses.map((value: Status) => ({ value, text: statusTag(value).text, checked: filter.status.includes(value) })),
    obligations: ['GATE', 'PAID', 'UNPAID'].map((value) => ({
      value,
      text: obligationWords(value),
      checked: filter.obligation.includes(value),
    })),
  }
}
