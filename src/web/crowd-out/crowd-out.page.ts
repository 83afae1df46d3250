import { Controller, Get, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { Pages } from '../layout/pages.js'
import { isDirector, networkOf, runsNetwork } from '../layout/rights.js'
import { type CrowdOutAnswer } from './crowd-out.data.js'
import { PAGE, resultOf } from './crowd-out.view.js'
import {
  addressOf,
  addressParameters,
  isSwitched,
  nothingSwitched,
  type Switches,
  switchesOf,
  switchProblems,
  variablesOf,
} from './switches.js'
import { whatIfForm } from './what-if.form.js'

const CrowdOut = operation(import.meta.url, 'crowd-out.page.graphql', 'highlight.page.graphql', '../picture/month.page.graphql')

/** What national work leaves of a network's time, and what would change it. The address carries the switches. */
@Controller('crowd-out')
export class CrowdOutPage {
  constructor(private readonly pages: Pages) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const parameters = addressParameters(request.originalUrl)
    const switches = switchesOf(parameters)
    // A form sends every field it has; the address to look at and to share says only what is switched.
    if ([...parameters].some(([name, value]) => value === '' || name.startsWith('planned-'))) {
      response.redirect(303, addressOf(PAGE, switches))
      return
    }
    const visit = await this.pages.visit(request, response)
    const problems = switchProblems(switches)
    const { network, wrong } = await this.answer(
      request,
      networkOf(visit),
      problems.length > 0 ? { ...switches, moving: [], adding: null } : switches,
    )
    const { today } = network
    if (!today) throw new RequestError('FORBIDDEN', 'A network’s time is its own people’s to see.')
    const shown = wrong.length > 0 ? { ...nothingSwitched, group: switches.group } : switches
    return this.pages.send(request, response, visit, 'crowd-out/crowd-out.page.njk', {
      ...{ title: 'What is left for your own priorities', wide: true, owner: network.name, contractYear: today.contractYear },
      ...{ problems: [...wrong, ...problems], ruleVersion: today.ruleVersion, switches: shown },
      result: resultOf(network, today, shown, isDirector(visit)),
      form: whatIfForm(today, shown, PAGE),
      staffGroups: network.staffGroups ?? [],
      canEnter: runsNetwork(visit),
    })
  }

  /** The network's figures; where an address switches what this plan does not have, the plan as it is and what is wrong. */
  private async answer(request: Request, code: string, switches: Switches) {
    const ask = async (asked: Switches, wrong: readonly InputProblem[]) => {
      const variables = { code, supposing: isSwitched(asked), ...variablesOf(asked) }
      const { network } = await this.pages.ask<CrowdOutAnswer>(request, CrowdOut, variables)
      if (!network) throw new RequestError('NOT_FOUND', 'This network is not known here.')
      return { network, wrong }
    }
    try {
      return await ask(switches, [])
    } catch (error) {
      if (!(error instanceof RequestError) || error.extensions['code'] !== 'BAD_USER_INPUT' || !isSwitched(switches)) throw error
      return ask({ ...nothingSwitched, group: switches.group }, [
        { field: 'what-if', message: `${error.message} The plan is shown as it is` },
      ])
    }
  }
}
