import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { type Instant } from '../../platform/day.js'
import { Config } from '../../platform/config.js'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem } from '../../platform/request-error.js'
import { Forms, newKey } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { type Role, roleName, type Visit } from '../layout/visit.js'
import { emptyInvite, type InviteForm, inviteFormOf, inviteInput, roleChoices } from './invite.form.js'
import { linkOf, linkPage } from './link-made.js'
import { type OrganisationData } from './people.data.js'
import { placeOf, textIn } from './people-place.js'

const Invite = operation(import.meta.url, 'invite.page.graphql', 'organisation-on-page.page.graphql')
const Inviting = operation(import.meta.url, 'inviting.page.graphql')

interface Invited {
  readonly path: string | null
  readonly invitation: {
    readonly name: string
    readonly role: Role
    readonly expiresAt: Instant
    readonly organisation: { readonly name: string } | null
  }
}

/** Inviting somebody. The link is on the answer to the form, and never again. */
@Controller('people/invite')
export class InvitePage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
    private readonly config: Config,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const { code } = placeOf(visit, textIn(request.query['of']))
    await this.send(request, response, visit, emptyInvite(newKey(), code), [])
  }

  @Post()
  async invite(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, '/people/invite')
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const form = inviteFormOf(sent.fields)
    const { input, problems } = inviteInput(sent.fields, form)
    const outcome = problems.length > 0 ? { problems } : await this.pages.change<Invited>(request, Inviting, input)
    if ('problems' in outcome) return this.send(request, response, visit, form, outcome.problems)
    const { path, invitation } = outcome.done
    await this.pages.send(request, response, visit, 'people/link-made.page.njk', {
      ...linkPage(linkOf(request, this.config, path), invitation.name, invitation.expiresAt),
      ...{ title: `Pass this link on to ${invitation.name}`, isReset: false, back: `/people?of=${form.of}` },
      ...{
        what: `${roleName(invitation.role)}${invitation.organisation ? `, ${invitation.organisation.name}` : ''}`,
        breadcrumbs: [...crumbs],
      },
    })
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    form: InviteForm,
    problems: readonly InputProblem[],
  ): Promise<void> {
    const { isOperator } = placeOf(visit, form.of)
    type Data = { readonly administered: readonly OrganisationData[] }
    const { administered } = await this.pages.ask<Data>(request, Invite, { search: isOperator ? form.of : null })
    const choices = roleChoices(administered, form.of)
    await this.pages.send(request, response, visit, 'people/invite.page.njk', {
      ...{ title: 'Invite somebody', form, problems, breadcrumbs: [...crumbs], choices },
      organisation: administered.find(({ code }) => code === form.of)?.name ?? '',
    })
  }
}

const crumbs = [
  { text: 'Home', href: '/' },
  { text: 'People', href: '/people' },
]
