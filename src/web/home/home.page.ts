import { Controller, Get, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { dayInWords, weekdayInWords } from '../layout/words.js'
import { managerHome, type ManagerHomeData, weekEnds } from './manager-home.view.js'

const ManagerHome = operation(
  import.meta.url,
  'manager-home.page.graphql',
  '../layout/item-row.page.graphql',
  '../layout/progress.page.graphql',
)

/** Where everybody starts: what wants doing, by role. */
@Controller()
export class HomePage {
  constructor(private readonly pages: Pages) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    switch (visit.place.role) {
      case 'NETWORK_MANAGER':
      case 'CLINICAL_DIRECTOR':
        return this.showNetwork(request, response, visit)
      case 'PRACTICE_MEMBER':
      case 'COMMISSIONER':
      case 'LMC':
      case 'NATIONAL_VIEWER':
      case 'OPERATOR':
        return this.pages.send(request, response, visit, 'home/other-home.page.njk', { title: 'Welcome' })
    }
  }

  private async showNetwork(request: Request, response: Response, visit: Visit): Promise<void> {
    const { today, place, personId } = visit
    const { thisSunday, nextSunday } = weekEnds(today)
    const data = await this.pages.ask<ManagerHomeData>(request, ManagerHome, { network: place.networkCode, today, nextSunday })
    const { checklist, name } = data.network
    if (!checklist) return this.pages.send(request, response, visit, 'home/no-checklist.page.njk', { title: name })
    const mineOnly = request.query['whose'] === 'mine'
    const model = {
      ...managerHome(data, checklist, today, { mineOnly, personId }),
      ...{ title: name, mineOnly, todayInWords: dayInWords(today) },
      ...{ thisSunday: weekdayInWords(thisSunday), nextSunday: weekdayInWords(nextSunday) },
    }
    return this.pages.send(request, response, visit, 'home/manager-home.page.njk', model)
  }
}
