import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { FormFields } from '../../platform/web/form.js'
import { Forms, newKey } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { type PriorityData } from './priority.data.js'
import { fieldsOf, inForm, newFields, readPriority } from './priority.form.js'
import { type FormChoices, priorityFormView } from './priority-form.view.js'
import { UUID } from './priority.page.js'
import { mustRunNetwork } from '../layout/rights.js'

const PriorityForm = operation(import.meta.url, 'priority-form.page.graphql')
const Set = operation(import.meta.url, 'set.page.graphql')

interface Answer {
  readonly network: {
    readonly name: string
    readonly staffGroups: FormChoices['staffGroups'] | null
    readonly checklist: {
      readonly contractYear: string
      readonly assignable: FormChoices['people'] | null
      readonly items: { readonly nodes: FormChoices['items'] }
    } | null
  }
  readonly node?: Partial<PriorityData> | null
}

/** What the form stands on. */
interface Form {
  readonly network: Answer['network']
  readonly contractYear: string
  readonly choices: FormChoices
  /** Null: a new one. */
  readonly priority: PriorityData | null
}

/** Adds a priority, or changes one. */
@Controller('priorities')
export class PriorityFormPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get('new')
  showNew(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.show(request, response, null)
  }

  @Post('new')
  add(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.save(request, response, null)
  }

  @Get(':id/edit')
  showChange(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.show(request, response, id)
  }

  @Post(':id/edit')
  change(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.save(request, response, id)
  }

  private async show(request: Request, response: Response, id: string | null): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const form = await this.form(request, visit, id)
    const draft = await this.forms.draft(visit.personId, addressOf(id))
    const content = draft?.content ?? (form.priority ? fieldsOf(form.priority) : newFields(form.contractYear))
    const fields = FormFields.of({ ...content, idempotencyKey: [newKey()] })
    await this.send(request, response, visit, form, { fields, problems: [], restored: draft !== null })
  }

  private async save(request: Request, response: Response, id: string | null): Promise<void> {
    const page = addressOf(id)
    const sent = await this.forms.receive(request, response, page)
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const form = await this.form(request, visit, id)
    const { fields } = sent
    const action = fields.one('action')
    if (action === 'milestones' || action === 'serves') {
      await this.send(request, response, visit, form, { fields, problems: [], isAdding: action })
      return
    }
    const { input, problems, origin } = readPriority(fields, form.choices.staffGroups)
    const [networkCode, idempotencyKey] = [mustRunNetwork(visit), fields.one('idempotencyKey') || null]
    const all = { ...input, networkCode, contractYear: form.contractYear, idempotencyKey, priorityId: id }
    const outcome = problems.length > 0 ? { problems } : await this.pages.change<{ priority: { id: string } }>(request, Set, all)
    if ('problems' in outcome) {
      const shown = problems.length > 0 ? problems : inForm(outcome.problems, origin, form.choices.staffGroups)
      await this.send(request, response, visit, form, { fields, problems: shown })
      return
    }
    await this.forms.discard(visit.personId, page)
    response.redirect(303, `/priorities/${outcome.done.priority.id}?done=${id ? 'changed' : 'added'}`)
  }

  private async form(request: Request, visit: Visit, id: string | null): Promise<Form> {
    const code = mustRunNetwork(visit)
    if (id !== null && !UUID.test(id)) throw new RequestError('NOT_FOUND', 'There is no such priority.')
    const { network, node } = await this.pages.ask<Answer>(request, PriorityForm, { code, id: id ?? '', isChange: id !== null })
    const priority = id === null ? null : (node as PriorityData | null)
    if (id !== null && priority?.network?.odsCode !== code) throw new RequestError('NOT_FOUND', 'There is no such priority.')
    const contractYear = priority?.contractYear ?? network.checklist?.contractYear
    if (!contractYear) throw new RequestError('NOT_FOUND', 'No checklist of a contract year is open for this network.')
    const { assignable, items } = network.checklist ?? { assignable: [], items: { nodes: [] } }
    const choices = { staffGroups: network.staffGroups ?? [], people: assignable ?? [], items: items.nodes }
    return { network, contractYear, choices, priority }
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    { network, contractYear, choices, priority }: Form,
    shown: {
      readonly fields: FormFields
      readonly problems: readonly InputProblem[]
      readonly isAdding?: 'milestones' | 'serves'
      readonly restored?: boolean
    },
  ): Promise<void> {
    const { fields, problems, isAdding = null, restored = false } = shown
    await this.pages.send(request, response, visit, 'priorities/priority-form.page.njk', {
      ...priorityFormView(fields, choices, isAdding),
      ...{
        title: priority ? `Change ${priority.title}` : 'Add a priority',
        owner: network.name,
        contractYear,
        problems,
        restored,
        isAdding,
      },
      ...{ address: addressOf(priority?.id ?? null), idempotencyKey: fields.one('idempotencyKey') },
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: 'Our own priorities', href: '/priorities' },
        ...(priority ? [{ text: priority.title, href: `/priorities/${priority.id}` }] : []),
      ],
    })
  }
}

function addressOf(id: string | null): string {
  return id === null ? '/priorities/new' : `/priorities/${id}/edit`
}
