import { Injectable } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem } from '../../platform/request-error.js'
import { newKey } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { dayInWords } from '../layout/words.js'
import { lmcHome, type LmcHomeData } from './lmc-home.view.js'
import { areaIn, nationalHome, type NationalHomeData } from './national-home.view.js'
import { type CoverForm, operatorHome, type OperatorHomeData } from './operator-home.view.js'

const LmcHome = operation(import.meta.url, 'lmc-home.page.graphql', '../requests/to-sift.page.graphql', '../requests/asked.page.graphql')
const NationalHome = operation(import.meta.url, 'national-home.page.graphql', '../layout/progress.page.graphql')
const OperatorHome = operation(import.meta.url, 'operator-home.page.graphql')

/** A form that has to be put right. */
export interface Refused {
  readonly problems: readonly InputProblem[]
  readonly form: CoverForm
}

/** Where those start who are in no network and no ICB. */
@Injectable()
export class OtherHomes {
  constructor(private readonly pages: Pages) {}

  async show(request: Request, response: Response, visit: Visit): Promise<void> {
    const { role } = visit.place
    if (role === 'LMC') return this.showLmc(request, response, visit)
    if (role === 'NATIONAL_VIEWER') return this.showNational(request, response, visit)
    if (visit.places.length > 0) return this.showOperator(request, response, visit)
    // Who is in no organisation known here has nothing to see.
    return this.pages.send(request, response, visit, 'home/other-home.page.njk', { title: 'Welcome' })
  }

  async showOperator(request: Request, response: Response, visit: Visit, refused?: Refused): Promise<void> {
    const data = await this.pages.ask<OperatorHomeData>(request, OperatorHome)
    const none = { day: '', month: '', year: '' }
    const form = { idempotencyKey: newKey(), lmcCode: '', name: '', networkCodes: '', startsOn: none }
    const done = request.query['done'] === 'covered' ? 'Saved which networks it covers.' : null
    await this.pages.send(request, response, visit, 'home/operator-home.page.njk', {
      ...{ ...operatorHome(data), title: 'This service', form, done, ...refused },
    })
  }

  private async showLmc(request: Request, response: Response, visit: Visit): Promise<void> {
    const { place, today } = visit
    const data = await this.pages.ask<LmcHomeData>(request, LmcHome)
    const model = { ...lmcHome(data, place.code, today), title: place.name, todayInWords: dayInWords(today) }
    await this.pages.send(request, response, visit, 'home/lmc-home.page.njk', model)
  }

  private async showNational(request: Request, response: Response, visit: Visit): Promise<void> {
    const { month, area } = request.query
    const asked = areaIn(area)
    const isMonth = typeof month === 'string' && /^\d{4}-\d{2}$/.test(month)
    const data = await this.pages.ask<NationalHomeData>(request, NationalHome, { ...asked, month: isMonth ? month : null })
    const model = { ...nationalHome(data, asked), title: 'England', todayInWords: dayInWords(visit.today) }
    await this.pages.send(request, response, visit, 'home/national-home.page.njk', model)
  }
}
