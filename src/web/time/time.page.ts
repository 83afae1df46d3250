import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { FormFields } from '../../platform/web/form.js'
import { saidAfter } from '../layout/done.js'
import { Forms } from '../layout/forms.js'
import { type Outcome, Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { mustRunNetwork, networkOf, runsNetwork } from '../layout/rights.js'
import { type TimeData } from './time.data.js'
import { MONTHS, timeView } from './time.view.js'

const Time = operation(import.meta.url, 'time.page.graphql')
const AddGroup = operation(import.meta.url, 'add-group.page.graphql')
const RemoveGroup = operation(import.meta.url, 'remove-group.page.graphql')

/** What was done, told once it is: by the word in the address. */
const doneWords: Readonly<Record<string, string>> = {
  capacity: 'The time is saved. Figures are computed with it from now on.',
  added: 'The staff group is added. Enter how much time it has.',
  removed: 'The staff group is no longer planned with. What was entered for it is kept.',
}

/** The time a network has: every staff group by month. */
@Controller('time')
export class TimePage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(request, response, await this.pages.visit(request, response), { fields: FormFields.of({}), problems: [] })
  }

  @Post('groups')
  async addGroup(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.change(request, response, 'added', (visit, fields) => {
      const [name, under] = [fields.one('name'), fields.one('under')]
      const problems = [
        ...(name ? [] : [{ field: 'name', message: 'Enter what the staff group is called' }]),
        ...(under ? [] : [{ field: 'under', message: 'Choose which of the five it belongs to' }]),
      ]
      const input = { networkCode: networkOf(visit), name, under }
      return problems.length > 0 ? { problems } : this.pages.change(request, AddGroup, input)
    })
  }

  @Post('groups/remove')
  async removeGroup(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.change(request, response, 'removed', (visit, fields) =>
      this.pages.change(request, RemoveGroup, { networkCode: networkOf(visit), staffGroup: fields.one('staffGroup') }),
    )
  }

  private async change(
    request: Request,
    response: Response,
    done: string,
    work: (visit: Visit, fields: FormFields) => Outcome<unknown> | Promise<Outcome<unknown>>,
  ): Promise<void> {
    const sent = await this.forms.receive(request, response, '/time')
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    mustRunNetwork(visit)
    const outcome = await work(visit, sent.fields)
    if ('done' in outcome) response.redirect(303, `/time?done=${done}`)
    else await this.send(request, response, visit, { fields: sent.fields, problems: outcome.problems })
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    { fields, problems }: { fields: FormFields; problems: readonly InputProblem[] },
  ): Promise<void> {
    const { network } = await this.pages.ask<{ network: TimeData }>(request, Time, { code: networkOf(visit) })
    if (!network.capacity) throw new RequestError('FORBIDDEN', 'A network’s time is its own people’s to see.')
    const { name, checklist, staffGroups } = network
    await this.pages.send(request, response, visit, 'time/time.page.njk', {
      ...{ title: 'The time there is', owner: name, contractYear: checklist?.contractYear ?? '', wide: true, problems, months: MONTHS },
      ...timeView(network),
      ...{ canSet: runsNetwork(visit), done: saidAfter(request, doneWords) },
      adding: { name: fields.one('name'), isOpen: problems.length > 0 },
      unders: (staffGroups ?? []).filter(({ own }) => !own).map(({ code, name: text }) => ({ value: code, text })),
      under: fields.one('under'),
    })
  }
}
