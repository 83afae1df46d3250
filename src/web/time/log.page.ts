import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { type Day } from '../../platform/day.js'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { FormFields } from '../../platform/web/form.js'
import { dayBoxes, readDay, typedDay } from '../layout/dates.js'
import { Forms, newKey } from '../layout/forms.js'
import { minutesAsHours, minutesTyped } from '../layout/hours.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { networkOf, runsNetwork } from '../layout/rights.js'
import { groupOf, latelyLogged, type LogNetwork, subjectsOf } from './log.view.js'

const Log = operation(import.meta.url, 'log.page.graphql')
const LogMinutes = operation(import.meta.url, 'log-minutes.page.graphql')
const Withdraw = operation(import.meta.url, 'withdraw-log.page.graphql')

const PAGE = '/time/log'

/** Notes about how long something took. */
@Controller('time/log')
export class LogPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const draft = await this.forms.draft(visit.personId, PAGE)
    const start = {
      ...{ subject: [subjectIn(request)], staffGroup: [groupOf(visit.place.role)], idempotencyKey: [newKey()] },
      ...Object.fromEntries(Object.entries(dayBoxes(visit.today)).map(([box, value]) => [`spentOn[${box}]`, [value]])),
    }
    const fields = FormFields.of({ ...start, ...draft?.content })
    await this.send(request, response, visit, { fields, problems: [], restored: draft !== null })
  }

  @Post()
  async log(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, PAGE)
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const { fields } = sent
    const { input, problems } = readLog(fields)
    const outcome = problems.length > 0 ? { problems } : await this.pages.change<unknown>(request, LogMinutes, input)
    if ('problems' in outcome) {
      const shown = outcome.problems.map(({ field, message }) => ({ field: fieldOf(field), message: minutesAsHours(message) }))
      await this.send(request, response, visit, { fields, problems: shown })
      return
    }
    await this.forms.discard(visit.personId, PAGE)
    response.redirect(303, `${PAGE}?done=noted`)
  }

  @Post('withdraw')
  async withdraw(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, PAGE)
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const outcome = await this.pages.change<unknown>(request, Withdraw, { logId: sent.fields.one('logId') })
    if ('done' in outcome) response.redirect(303, `${PAGE}?done=withdrawn`)
    else await this.send(request, response, visit, { fields: FormFields.of({}), problems: outcome.problems })
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    { fields, problems, restored = false }: { fields: FormFields; problems: readonly InputProblem[]; restored?: boolean },
  ): Promise<void> {
    const { network } = await this.pages.ask<{ network: LogNetwork }>(request, Log, { code: networkOf(visit) })
    if (!network.staffGroups) throw new RequestError('FORBIDDEN', 'A network’s time is its own people’s to see.')
    const one = (name: string): string => fields.one(name)
    const lately = latelyLogged(network, { personId: visit.personId, runsNetwork: runsNetwork(visit) })
    await this.pages.send(request, response, visit, 'time/log.page.njk', {
      ...{ title: 'Note time spent', owner: network.name, contractYear: network.checklist?.contractYear ?? '', problems, restored },
      ...{ subjects: subjectsOf(network, one('subject')), hours: one('hours'), note: one('note'), spentOn: typedDay(fields, 'spentOn') },
      groups: network.staffGroups.map(({ code, name }) => ({ value: code, text: name, selected: code === one('staffGroup') })),
      ...{ lately, idempotencyKey: one('idempotencyKey') || newKey(), done: doneOf(request) },
    })
  }
}

/** What a link to the page says the time was spent on. */
function subjectIn({ query }: Request): string {
  const [item, priority] = [query['item'], query['priority']]
  if (typeof priority === 'string') return `priority ${priority}`
  return typeof item === 'string' ? `item ${item}` : ''
}

function readLog(fields: FormFields): { input: object; problems: InputProblem[] } {
  const problems: InputProblem[] = []
  const [kind, id = null] = fields.one('subject').split(' ')
  if (id === null) problems.push({ field: 'subject', message: 'Choose what the time was spent on' })
  const hours = fields.one('hours')
  const minutes = minutesTyped(hours)
  if (minutes === null)
    problems.push({ field: 'hours', message: hours ? `${TIME}, not “${hours.slice(0, 20)}”` : 'Enter about how long it took' })
  const { day: spentOn, problems: wrong }: { day: Day | null; problems: InputProblem[] } = readDay(fields, 'spentOn', 'The day')
  problems.push(...wrong)
  const subject = kind === 'priority' ? { priorityId: id } : { itemId: id }
  const { staffGroup, note, idempotencyKey } = Object.fromEntries(
    ['staffGroup', 'note', 'idempotencyKey'].map((name) => [name, fields.one(name)]),
  )
  return { input: { ...subject, staffGroup, minutes, spentOn, note, idempotencyKey: idempotencyKey || null }, problems }
}

const TIME = 'How long it took must be a time, such as 45 min, 1:30 or 1.5'

/** Which field of the form a part of the input came from. */
function fieldOf(field: string): string {
  const name = field.replace(/^input\./, '')
  return { minutes: 'hours', itemId: 'subject', priorityId: 'subject' }[name] ?? name
}

function doneOf({ query }: Request): string | null {
  if (query['done'] === 'noted') return 'Time noted.'
  return query['done'] === 'withdrawn' ? 'Taken back. It no longer counts.' : null
}
