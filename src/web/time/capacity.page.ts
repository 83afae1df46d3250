import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { FormFields } from '../../platform/web/form.js'
import { Forms, newKey } from '../layout/forms.js'
import { hoursInTable, hoursInWords, minutesAsHours } from '../layout/hours.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { mustRunNetwork } from '../layout/rights.js'
import { capacityField, capacityFields, readCapacity, type SuggestionData } from './capacity.form.js'
import { type GroupData, type TimeData } from './time.data.js'
import { monthNames } from './time.view.js'

const Capacity = operation(import.meta.url, 'capacity.page.graphql')
const SetCapacity = operation(import.meta.url, 'set-capacity.page.graphql')

type Network = TimeData & { readonly capacitySuggestions: readonly SuggestionData[] | null }

/** What the form stands on. */
interface Form {
  readonly network: Network
  readonly group: GroupData
  readonly contractYear: string
  readonly suggestion: SuggestionData | null
}

/** The time of one staff group in the twelve months of a contract year. */
@Controller('time/capacity/:group')
export class CapacityPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Param('group') code: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const form = await this.form(request, visit, code)
    const draft = await this.forms.draft(visit.personId, addressOf(code))
    const entered = form.network.capacity?.find(({ staffGroup }) => staffGroup === code)
    const filled = request.query['fill'] === 'suggestion' ? form.suggestion : null
    const content = draft?.content ?? capacityFields(entered, filled)
    const fields = FormFields.of({ ...content, idempotencyKey: [newKey()] })
    await this.send(request, response, visit, form, { fields, problems: [], restored: draft !== null, isFilled: filled !== null })
  }

  @Post()
  async save(@Param('group') code: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, addressOf(code))
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const form = await this.form(request, visit, code)
    const { fields } = sent
    const { input, problems } = readCapacity(fields, monthNames(form.contractYear))
    const keys = { networkCode: mustRunNetwork(visit), contractYear: form.contractYear, staffGroup: code }
    const all = { ...keys, ...input, idempotencyKey: fields.one('idempotencyKey') || null }
    const outcome = problems.length > 0 ? { problems } : await this.pages.change<unknown>(request, SetCapacity, all)
    if ('problems' in outcome) {
      const shown = problems.length > 0 ? problems : outcome.problems.map((problem) => onForm(problem, fields))
      await this.send(request, response, visit, form, { fields, problems: shown })
      return
    }
    await this.forms.discard(visit.personId, addressOf(code))
    response.redirect(303, '/time?done=capacity')
  }

  private async form(request: Request, visit: Visit, code: string): Promise<Form> {
    const { network } = await this.pages.ask<{ network: Network }>(request, Capacity, { code: mustRunNetwork(visit) })
    const group = network.staffGroups?.find((one) => one.code === code)
    if (!group || !network.checklist) throw new RequestError('NOT_FOUND', 'There is no such staff group.')
    const suggestion = network.capacitySuggestions?.find(({ staffGroup }) => staffGroup === code) ?? null
    return { network, group, contractYear: network.checklist.contractYear, suggestion }
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    { network, group, contractYear, suggestion }: Form,
    shown: {
      readonly fields: FormFields
      readonly problems: readonly InputProblem[]
      readonly restored?: boolean
      readonly isFilled?: boolean
    },
  ): Promise<void> {
    const { fields, problems, restored = false, isFilled = false } = shown
    const one = (name: string): string => fields.one(name)
    await this.pages.send(request, response, visit, 'time/capacity.page.njk', {
      ...{ title: `Time: ${group.name.toLowerCase()}`, owner: network.name, contractYear, group, problems, restored, isFilled },
      months: monthNames(contractYear).map((name, month) => ({
        ...{ name, month: `month-${month}`, value: one(`month-${month}`), fixed: `fixed-${month}`, fixedValue: one(`fixed-${month}`) },
      })),
      ...{ how: one('how'), same: one('same'), sessions: one('sessions'), weekHours: one('weekHours'), weeks: one('weeks') },
      ...{ fixedHow: one('fixedHow'), fixedSame: one('fixedSame'), basis: one('basis'), idempotencyKey: one('idempotencyKey') },
      suggestion: suggestion && suggestionView(suggestion),
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: 'The time there is', href: '/time' },
      ],
    })
  }
}

function suggestionView({ minutes, label, basis }: SuggestionData) {
  const year = minutes?.reduce((sum, one) => sum + one, 0) ?? null
  return {
    label,
    basis,
    isKnown: year !== null,
    words: `${hoursInWords(year)} a year, about ${hoursInTable(minutes?.[0] ?? 0)} hours a month`,
  }
}

function onForm({ field, message }: InputProblem, fields: FormFields): InputProblem {
  return { field: capacityField(field, fields), message: minutesAsHours(message) }
}

function addressOf(code: string): string {
  return `/time/capacity/${encodeURIComponent(code)}`
}
