import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem } from '../../platform/request-error.js'
import { FormFields } from '../../platform/web/form.js'
import { Forms, newKey } from '../layout/forms.js'
import { hoursInWords, minutesAsHours, minutesTyped } from '../layout/hours.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { mustRunNetwork } from '../layout/rights.js'

const Start = operation(import.meta.url, 'start.page.graphql')
const StartWorkload = operation(import.meta.url, 'start-workload.page.graphql')

const PAGE = '/time/start'
const PRIORITIES = [0, 1] as const

interface Network {
  readonly name: string
  readonly capacity: readonly { readonly minutes: readonly unknown[] | null }[] | null
  readonly priorities: readonly unknown[] | null
  readonly capacitySuggestions:
    readonly { readonly staffGroup: string; readonly minutes: readonly number[] | null; readonly label: string }[] | null
  readonly checklist: { readonly contractYear: string } | null
}

/** From nothing to a first figure: sessions a week, the manager's hours, and two priorities. */
@Controller('time/start')
export class StartPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    mustRunNetwork(visit)
    const draft = await this.forms.draft(visit.personId, PAGE)
    const fields = FormFields.of({ ...draft?.content, idempotencyKey: [newKey()] })
    await this.send(request, response, visit, { fields, problems: [], restored: draft !== null })
  }

  @Post()
  async start(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, PAGE)
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const { fields } = sent
    const { input, problems, rows } = readStart(fields)
    const all = { ...input, networkCode: mustRunNetwork(visit), contractYear: fields.one('contractYear') }
    const outcome = problems.length > 0 ? { problems } : await this.pages.change<unknown>(request, StartWorkload, all)
    if ('problems' in outcome) {
      const shown = outcome.problems.map(({ field, message }) => ({ field: fieldOf(field, rows), message: minutesAsHours(message) }))
      await this.send(request, response, visit, { fields, problems: shown })
      return
    }
    await this.forms.discard(visit.personId, PAGE)
    response.redirect(303, '/crowd-out')
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    { fields, problems, restored = false }: { fields: FormFields; problems: readonly InputProblem[]; restored?: boolean },
  ): Promise<void> {
    const { network } = await this.pages.ask<{ network: Network }>(request, Start, { code: mustRunNetwork(visit) })
    const { name, checklist } = network
    if (!checklist) return this.pages.send(request, response, visit, 'home/no-checklist.page.njk', { title: name })
    const hasStarted = (network.priorities ?? []).length > 0 || (network.capacity ?? []).some(({ minutes }) => minutes !== null)
    const one = (field: string): string => fields.one(field)
    await this.pages.send(request, response, visit, 'time/start.page.njk', {
      ...{ title: 'A first figure in ten minutes', owner: name, contractYear: checklist.contractYear, problems, restored, hasStarted },
      ...{ sessions: one('sessions'), managerHours: one('managerHours'), idempotencyKey: one('idempotencyKey') },
      priorities: PRIORITIES.map((index) => ({
        ...{ at: `priority-${index}`, number: index + 1, title: one(`priority-${index}-title`) },
        ...{ director: one(`priority-${index}-director`), manager: one(`priority-${index}-manager`) },
      })),
      suggestion: suggestionOf(network),
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: 'The time there is', href: '/time' },
      ],
    })
  }
}

/** What the clinical director's time could be, labelled; null where it is not known. */
function suggestionOf({ capacitySuggestions }: Network): string | null {
  const found = capacitySuggestions?.find(({ staffGroup }) => staffGroup === 'CLINICAL_DIRECTOR')
  if (!found?.minutes) return null
  return `${found.label}. For your list that was ${hoursInWords(found.minutes.reduce((sum, one) => sum + one, 0))} a year.`
}

/** The mutation's input, what has to be put right first, and which priority of the form each of the input came from. */
function readStart(fields: FormFields) {
  const problems: InputProblem[] = []
  const number = (field: string, what: string): number => {
    const text = fields.one(field)
    if (/^\d{1,3}(\.\d{1,2})?$/.test(text)) return Number(text)
    problems.push({ field, message: text ? `${what} must be a number, such as 2 or 1.5` : `${what} is missing: enter 0 if there is none` })
    return 0
  }
  const hours = (field: string, what: string): number => {
    const text = fields.one(field)
    const minutes = text === '' ? 0 : minutesTyped(text)
    if (minutes === null) problems.push({ field, message: `${what} must be hours, such as 40 or 7.5` })
    return Math.round(((minutes ?? 0) / 60) * 100) / 100
  }
  const sessions = number('sessions', 'Sessions a week')
  const managerHours = number('managerHours', 'The manager’s hours a week')
  const rows = PRIORITIES.filter((index) => ['title', 'director', 'manager'].some((part) => fields.one(`priority-${index}-${part}`)))
  if (rows.length === 0) problems.push({ field: 'priority-0-title', message: 'Enter one thing your network wants to do for its patients' })
  const priorities = rows.map((index) => {
    const [at, title] = [`priority-${index}`, fields.one(`priority-${index}-title`)]
    if (!title) problems.push({ field: `${at}-title`, message: `Priority ${index + 1}: enter what you want to do` })
    const [director, manager] = [hours(`${at}-director`, 'The clinical director’s time'), hours(`${at}-manager`, 'The manager’s time')]
    if (director + manager === 0 && title)
      problems.push({ field: `${at}-director`, message: `Priority ${index + 1}: enter about how many hours it takes` })
    return { title, clinicalDirectorHours: director, managerHours: manager }
  })
  const input = { clinicalDirectorSessionsAWeek: sessions, managerHoursAWeek: managerHours, priorities }
  return { input: { ...input, idempotencyKey: fields.one('idempotencyKey') || null }, problems, rows }
}

/** Where on the form a part of the input came from. */
function fieldOf(field: string, rows: readonly number[]): string {
  const name = field.replace(/^input\./, '')
  const [, place, part] = /^priorities\.(\d+)(?:\.(\w+))?/.exec(name) ?? []
  if (place !== undefined) {
    const box = { clinicalDirectorHours: 'director', managerHours: 'manager' }[part ?? ''] ?? 'title'
    return `priority-${rows[Number(place)] ?? 0}-${box}`
  }
  return { clinicalDirectorSessionsAWeek: 'sessions', managerHoursAWeek: 'managerHours', contractYear: '' }[name] ?? name
}
