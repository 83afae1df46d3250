import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem } from '../../platform/request-error.js'
import { Forms } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { byRole, type Role, roleName } from '../layout/visit.js'

const Acting = operation(import.meta.url, 'acting.page.graphql')
const ActAs = operation(import.meta.url, 'act-as.page.graphql')

interface Held {
  readonly role: Role
  readonly organisationCode: string
}

interface ActingData {
  readonly viewer: {
    readonly memberships: readonly Held[]
    readonly canActAs: readonly (Held & { readonly organisation: { readonly name: string } | null })[] | null
  }
}

const EVERYTHING = 'everything'

/** Acting as one of the several things somebody is: what the others reach is out of reach meanwhile. */
@Controller('acting')
export class ActingPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(request, response, [])
  }

  @Post()
  async choose(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, '/acting')
    if (!sent) return
    const as = sent.fields.one('as')
    const [role = '', organisationCode = ''] = as.split('@')
    const isChosen = as === EVERYTHING || (role !== '' && organisationCode !== '')
    const input = as === EVERYTHING ? {} : { role, organisationCode }
    const outcome = isChosen
      ? await this.pages.change<unknown>(request, ActAs, input)
      : { problems: [{ field: 'as', message: 'Choose as what you want to act' }] }
    if ('problems' in outcome)
      return this.send(
        request,
        response,
        outcome.problems.map(({ message }) => ({ field: 'as', message })),
      )
    response.redirect(303, '/')
  }

  private async send(request: Request, response: Response, problems: readonly InputProblem[]): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const { viewer } = await this.pages.ask<ActingData>(request, Acting)
    const held = byRole(viewer.canActAs ?? [])
    const [now] = viewer.memberships
    const isNarrowed = held.length > viewer.memberships.length && now !== undefined
    await this.pages.send(request, response, visit, 'acting/acting.page.njk', {
      ...{ title: 'Act as one of what you are', problems, breadcrumbs: [{ text: 'Home', href: '/' }] },
      value: isNarrowed ? `${now.role}@${now.organisationCode}` : EVERYTHING,
      choices: [
        { value: EVERYTHING, text: 'Everything you are' },
        ...held.map(({ role, organisationCode, organisation }) => ({
          value: `${role}@${organisationCode}`,
          text: `${roleName(role)}, ${organisation?.name ?? (organisationCode === 'ENGLAND' ? 'England' : organisationCode)}`,
        })),
      ],
    })
  }
}
