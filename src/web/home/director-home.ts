import { Injectable } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { CLINICAL_DIRECTOR } from '../crowd-out/switches.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { dayInWords } from '../layout/words.js'
import { contractAtHome, type DirectorHomeData, timeAtHome, waitingAtHome } from './director-home.view.js'
import { deedsInWords, deedsOf, sinceChoices, sinceOf } from './since.js'

const fragments = ['../layout/progress.page.graphql', '../picture/month.page.graphql', '../crowd-out/highlight.page.graphql']
const DirectorHomeQuery = operation(import.meta.url, 'director-home.page.graphql', ...fragments)

/** Where a clinical director starts: what the contract takes of her time, what waits for her, and what happened since she last looked. */
@Injectable()
export class DirectorHome {
  constructor(private readonly pages: Pages) {}

  async show(request: Request, response: Response, visit: Visit, problems: readonly InputProblem[] = []): Promise<void> {
    const { place, today, personId } = visit
    if (place.networkCode === null) throw new RequestError('NOT_FOUND', 'This network is not known here.')
    const since = sinceOf(request.query['since'], today)
    const variables = { network: place.networkCode, group: CLINICAL_DIRECTOR, since }
    const { network } = await this.pages.ask<DirectorHomeData>(request, DirectorHomeQuery, variables)
    const { checklist, crowdOut } = network
    const history = checklist?.history ?? []
    return this.pages.send(request, response, visit, 'home/director-home.page.njk', {
      ...{ title: network.name, problems, wide: true, contractYear: crowdOut?.contractYear ?? '', todayInWords: dayInWords(today) },
      time: crowdOut && timeAtHome(crowdOut, network.odsCode),
      contract: checklist && contractAtHome(checklist),
      waiting: waitingAtHome(network, personId),
      ...{ since, today, sinceInWords: deedsInWords(history, since), sinceChoices: sinceChoices(since, today), deeds: deedsOf(history) },
      confirmed: request.query['done'] === 'confirmed',
    })
  }
}
