import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { addDays, type Day } from '../../platform/day.js'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem } from '../../platform/request-error.js'
import { type FormFields } from '../../platform/web/form.js'
import { Forms, newKey } from '../layout/forms.js'
import { type Outcome, Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { dayInWords } from '../layout/words.js'
import { type AccountData, placeChoices } from './account.view.js'
import { permissionBoxes, readingOnly } from './permission-words.js'

const Account = operation(import.meta.url, 'account.page.graphql')
const MakeToken = operation(import.meta.url, 'making-token.page.graphql')

const PAGE = '/account/tokens/new'

/** How long a token can last, in days. */
const lengths = [30, 90, 366] as const

interface TokenForm {
  readonly idempotencyKey: string
  readonly name: string
  readonly organisationCodes: readonly string[]
  /** All that only reads, or what is ticked. */
  readonly use: 'reading' | 'chosen'
  readonly permissions: readonly string[]
  readonly days: string
}

interface Shown {
  readonly form: TokenForm
  readonly viewer: AccountData['viewer']
  readonly problems: readonly InputProblem[]
}

interface Made {
  readonly secret: string | null
  readonly token: { readonly name: string }
}

/** Making a token for a program. Its secret is on the answer to the form, and never again. */
@Controller('account/tokens/new')
export class TokenPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const form: TokenForm = {
      ...{ idempotencyKey: newKey(), name: '', organisationCodes: [visit.place.code], use: 'reading', permissions: [], days: '90' },
    }
    await this.send(request, response, visit, { form, viewer: await this.viewer(request), problems: [] })
  }

  @Post()
  async make(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, PAGE)
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const form = formOf(sent.fields)
    const viewer = await this.viewer(request)
    const permissions = form.use === 'reading' ? readingOnly(viewer.tokenPermissions) : form.permissions
    const missing: InputProblem[] = [
      ...(form.name ? [] : [{ field: 'name', message: 'Say what the token is for' }]),
      ...(form.organisationCodes.length > 0 ? [] : [{ field: 'organisationCodes', message: 'Choose at least one organisation' }]),
      ...(permissions.length > 0 ? [] : [{ field: 'permissions', message: 'Choose at least one thing it may do' }]),
    ]
    const { idempotencyKey, name, organisationCodes } = form
    const input = {
      name,
      organisationCodes,
      permissions,
      expiresOn: lastDay(form.days, visit.today),
      idempotencyKey: idempotencyKey || null,
    }
    const outcome: Outcome<Made> = missing.length > 0 ? { problems: missing } : await this.pages.change<Made>(request, MakeToken, input)
    if ('problems' in outcome) return this.send(request, response, visit, { form, viewer, problems: outcome.problems })
    await this.pages.send(request, response, visit, 'account/token-made.page.njk', {
      ...{ title: 'Your new token', name: outcome.done.token.name, secret: outcome.done.secret, until: dayInWords(input.expiresOn) },
      breadcrumbs: [...crumbs],
    })
  }

  private async viewer(request: Request): Promise<AccountData['viewer']> {
    return (await this.pages.ask<AccountData>(request, Account)).viewer
  }

  private async send(request: Request, response: Response, visit: Visit, { form, viewer, problems }: Shown): Promise<void> {
    await this.pages.send(request, response, visit, 'account/token.page.njk', {
      ...{ title: 'Make a token', form, problems, breadcrumbs: [...crumbs] },
      places: placeChoices(viewer.canActAs, form.organisationCodes),
      groups: permissionBoxes(viewer.tokenPermissions, form.permissions),
      lengths: lengths.map((days) => ({
        value: String(days),
        text: `${days === 366 ? 'A year' : `${days} days`}, until ${dayInWords(lastDay(String(days), visit.today))}`,
      })),
    })
  }
}

const crumbs = [
  { text: 'Home', href: '/' },
  { text: 'Your account', href: '/account' },
]

function formOf(fields: FormFields): TokenForm {
  return {
    ...{ idempotencyKey: fields.one('idempotencyKey'), name: fields.one('name'), organisationCodes: fields.all('organisationCodes') },
    ...{ use: fields.one('use') === 'chosen' ? 'chosen' : 'reading', permissions: fields.all('permissions'), days: fields.one('days') },
  }
}

/** The last day of a length that was chosen; of the shortest where none was. */
function lastDay(days: string, today: Day): Day {
  return addDays(today, lengths.find((one) => String(one) === days) ?? lengths[0])
}
