import { Controller, Get, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { addDays } from '../../platform/day.js'
import { operation } from '../../platform/graphql/operation.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { dayInWords, weekdayInWords } from '../layout/words.js'
import { commissionerHome, type CommissionerHomeData } from './commissioner-home.view.js'
import { DirectorHome } from './director-home.js'
import { managerHome, type ManagerHomeData, weekEnds } from './manager-home.view.js'
import { OtherHomes } from './other-homes.js'
import { practiceHome, type PracticeHomeData } from './practice-home.view.js'

const fragments = ['../layout/item-row.page.graphql', '../layout/progress.page.graphql']
const ManagerHome = operation(import.meta.url, 'manager-home.page.graphql', ...fragments)
const PracticeHome = operation(import.meta.url, 'practice-home.page.graphql', ...fragments)
const CommissionerHome = operation(import.meta.url, 'commissioner-home.page.graphql', ...fragments)

/** Where everybody starts: what wants doing, by role. */
@Controller()
export class HomePage {
  constructor(
    private readonly pages: Pages,
    private readonly director: DirectorHome,
    private readonly others: OtherHomes,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    switch (visit.place.role) {
      case 'CLINICAL_DIRECTOR':
        return this.director.show(request, response, visit)
      case 'NETWORK_MANAGER':
        return this.showNetwork(request, response, visit)
      case 'PRACTICE_MEMBER':
        return this.showPractice(request, response, visit)
      case 'COMMISSIONER':
        return this.showBoard(request, response, visit)
      case 'LMC':
      case 'NATIONAL_VIEWER':
      case 'OPERATOR':
        return this.others.show(request, response, visit)
    }
  }

  private async showNetwork(request: Request, response: Response, visit: Visit): Promise<void> {
    const { today, place, personId } = visit
    const { thisSunday, nextSunday } = weekEnds(today)
    const data = await this.pages.ask<ManagerHomeData>(request, ManagerHome, { network: place.networkCode, today, nextSunday })
    const { checklist, name } = data.network
    if (!checklist) return this.pages.send(request, response, visit, 'home/no-checklist.page.njk', { title: name })
    const mineOnly = request.query['whose'] === 'mine'
    return this.pages.send(request, response, visit, 'home/manager-home.page.njk', {
      ...managerHome(data, checklist, today, { mineOnly, personId }),
      ...{ title: name, mineOnly, todayInWords: dayInWords(today) },
      ...{ thisSunday: weekdayInWords(thisSunday), nextSunday: weekdayInWords(nextSunday) },
    })
  }

  private async showPractice(request: Request, response: Response, visit: Visit): Promise<void> {
    const { place, today } = visit
    if (place.networkCode === null) return this.pages.send(request, response, visit, 'home/no-network.page.njk', { title: place.name })
    const { network } = await this.pages.ask<PracticeHomeData>(request, PracticeHome, { network: place.networkCode })
    if (!network.checklist) return this.pages.send(request, response, visit, 'home/no-checklist.page.njk', { title: place.name })
    const model = { ...practiceHome(network.checklist, place.code, today), title: place.name, networkName: network.name }
    return this.pages.send(request, response, visit, 'home/practice-home.page.njk', model)
  }

  private async showBoard(request: Request, response: Response, visit: Visit): Promise<void> {
    const { place, today } = visit
    const variables = { board: place.code, today, inThirtyDays: addDays(today, 30) }
    const data = await this.pages.ask<CommissionerHomeData>(request, CommissionerHome, variables)
    return this.pages.send(request, response, visit, 'home/commissioner-home.page.njk', {
      ...commissionerHome(data, today),
      ...{ title: place.name, todayInWords: dayInWords(today), contractYear: data.integratedCareBoard.checklist?.contractYear ?? '' },
    })
  }
}
