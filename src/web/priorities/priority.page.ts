import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { FormFields } from '../../platform/web/form.js'
import { dayBoxes, readDay, typedDay } from '../layout/dates.js'
import { saidAfter } from '../layout/done.js'
import { Forms, type SentForm } from '../layout/forms.js'
import { type Outcome, Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { type AroundData, type PriorityData } from './priority.data.js'
import { priorityView } from './priority.view.js'
import { networkOf, runsNetwork } from '../layout/rights.js'

const Priority = operation(import.meta.url, 'priority.page.graphql', 'figures.page.graphql')
const Endorse = operation(import.meta.url, 'endorse.page.graphql')
const Close = operation(import.meta.url, 'close.page.graphql')
const Reopen = operation(import.meta.url, 'reopen.page.graphql')
const MarkMilestone = operation(import.meta.url, 'mark-milestone.page.graphql')

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A form of the page as it was sent, and what is wrong with it. */
interface Shown {
  readonly fields: FormFields
  readonly form: 'endorse' | 'close' | 'reopen' | 'milestone'
  readonly problems: readonly InputProblem[]
}

const nothingShown = { fields: FormFields.of({}), form: null, problems: [] }

/** What was done, told once it is: by the word in the address. */
const doneWords: Readonly<Record<string, string>> = {
  added: 'Priority added. It is last in the order until you move it.',
  changed: 'Priority changed. What it said before is kept.',
  endorsed: 'What your practice says is recorded.',
  closed: 'The priority has ended. The reason is kept.',
  reopened: 'The priority is open again.',
  marked: 'Milestone saved.',
}

/** One priority: what it is, what of it fits, what practices say of it, and what became of it. */
@Controller('priorities/:id')
export class PriorityPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(request, response, await this.pages.visit(request, response), id, nothingShown)
  }

  @Post('endorse')
  endorse(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.change(request, response, id, 'endorse', ({ fields }, visit) => {
      const says = fields.one('endorses')
      if (!says) return { problems: [{ field: 'endorses', message: 'Say whether your practice stands behind it' }] }
      const input = {
        priorityId: id,
        practiceCode: visit.place.code,
        endorses: says === 'yes',
        reason: fields.one('endorseReason') || null,
      }
      return this.pages.change(request, Endorse, input)
    })
  }

  @Post('close')
  close(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.change(request, response, id, 'close', ({ fields }) => {
      const [outcome, reason] = [fields.one('outcome'), fields.one('reason')]
      const problems = [
        ...(outcome ? [] : [{ field: 'outcome', message: 'Say how it ended' }]),
        ...(reason ? [] : [{ field: 'reason', message: 'Say why it ends now' }]),
      ]
      return problems.length > 0 ? { problems } : this.pages.change(request, Close, { priorityId: id, outcome, reason })
    })
  }

  @Post('reopen')
  reopen(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.change(request, response, id, 'reopen', () => this.pages.change(request, Reopen, { priorityId: id }))
  }

  @Post('milestones')
  markMilestone(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.change(request, response, id, 'milestone', ({ fields }) => {
      const isTakenBack = fields.one('action') === 'takeBack'
      const { day, problems } = isTakenBack ? { day: null, problems: [] } : readDay(fields, 'doneOn', 'The day it was done')
      const input = { priorityId: id, milestoneId: fields.one('milestoneId'), doneOn: day }
      return problems.length > 0 ? { problems } : this.pages.change(request, MarkMilestone, input)
    })
  }

  private async change(
    request: Request,
    response: Response,
    id: string,
    form: Shown['form'],
    work: (sent: SentForm, visit: Visit) => Outcome<unknown> | Promise<Outcome<unknown>>,
  ): Promise<void> {
    const page = `/priorities/${id}`
    const sent = await this.forms.receive(request, response, page)
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const outcome = await work(sent, visit)
    if ('done' in outcome) {
      const done = { endorse: 'endorsed', close: 'closed', reopen: 'reopened', milestone: 'marked' }[form]
      await this.forms.discard(visit.personId, page)
      response.redirect(303, `${page}?done=${done}`)
      return
    }
    const problems = outcome.problems.map((problem) => ({ ...problem, field: fieldOf(form, problem.field, sent.fields) }))
    await this.send(request, response, visit, id, { fields: sent.fields, form, problems })
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    id: string,
    { fields, form, problems }: Shown | typeof nothingShown,
  ): Promise<void> {
    const code = networkOf(visit)
    const asked = { id, code }
    const { node, network } = UUID.test(id)
      ? await this.pages.ask<{ node: Partial<PriorityData> | null; network: AroundData }>(request, Priority, asked)
      : { node: null, network: null }
    if (!node?.id || !network || node.network?.odsCode !== code) throw new RequestError('NOT_FOUND', 'There is no such priority.')
    const priority = node as PriorityData
    const draft = form ? null : await this.forms.draft(visit.personId, `/priorities/${id}`)
    const typed = draft ?? fields
    const own = priority.endorsements.find(({ practiceCode }) => practiceCode === visit.place.code)
    await this.pages.send(request, response, visit, 'priorities/priority.page.njk', {
      ...priorityView(priority, network, visit.today),
      ...{ owner: network.name, contractYear: priority.contractYear, problems, form, restored: draft !== null },
      ...{
        canSet: runsNetwork(visit),
        canSay: visit.place.role === 'PRACTICE_MEMBER' && own !== undefined,
        done: saidAfter(request, doneWords),
      },
      say: {
        endorses: typed.one('endorses') || (own?.endorses === true ? 'yes' : own?.endorses === false ? 'no' : ''),
        reason: typed.one('endorseReason') || (own?.reason ?? ''),
      },
      ending: { outcome: typed.one('outcome'), reason: typed.one('reason') },
      marking: form === 'milestone' ? { id: fields.one('milestoneId'), doneOn: typedDay(fields, 'doneOn') } : null,
      today: dayBoxes(visit.today),
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: 'Our own priorities', href: '/priorities' },
      ],
    })
  }
}

/** Where on the page a problem belongs: each form has its own fields. */
function fieldOf(form: Shown['form'], field: string, fields: FormFields): string {
  const name = field.replace(/^input\./, '')
  if (form === 'milestone' && name === 'doneOn') return `milestone-${fields.one('milestoneId')}-doneOn`
  if (form === 'endorse' && name === 'reason') return 'endorseReason'
  return ['priorityId', 'milestoneId', 'practiceCode'].includes(name) ? '' : name
}
