import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { Config } from '../../platform/config.js'
import { type Instant } from '../../platform/day.js'
import { operation } from '../../platform/graphql/operation.js'
import { Forms, type SentForm } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { linkOf, linkPage } from './link-made.js'
import { changeFormOf, changeInput } from './change.form.js'
import { type Held, MemberPages } from './member-pages.js'

const Changing = operation(import.meta.url, 'changing-membership.page.graphql')
const Ending = operation(import.meta.url, 'ending-membership.page.graphql')
const Resetting = operation(import.meta.url, 'resetting.page.graphql')
const Erasing = operation(import.meta.url, 'erasing.page.graphql')

/** One membership: changed, ended, helped back in. */
@Controller('people/:code/:id')
export class MemberPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
    private readonly members: MemberPages,
    private readonly config: Config,
  ) {}

  @Get()
  async show(@Param() held: Held, @Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    await this.members.send(request, response, visit, held)
  }

  @Get('end')
  async showEnd(@Param() held: Held, @Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    await this.members.confirm(request, response, held, { visit, what: 'end' })
  }

  @Get('erase')
  async showErase(@Param() held: Held, @Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    await this.members.confirm(request, response, held, { visit, what: 'erase' })
  }

  @Post()
  async change(@Param() held: Held, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.with(request, response, held, async (visit, { fields }) => {
      const form = changeFormOf(fields)
      const { input, problems } = changeInput(form, held.id)
      const outcome = problems.length > 0 ? { problems } : await this.pages.change<unknown>(request, Changing, input)
      if ('problems' in outcome) return this.members.send(request, response, visit, held, { form, problems: outcome.problems })
      response.redirect(303, `/people?of=${encodeURIComponent(held.code)}&done=changed`)
    })
  }

  @Post('end')
  async end(@Param() held: Held, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.with(request, response, held, async (visit, { fields }) => {
      const input = { membershipId: held.id, idempotencyKey: fields.one('idempotencyKey') || null }
      const outcome = await this.pages.change<unknown>(request, Ending, input)
      if ('problems' in outcome) return this.members.confirm(request, response, held, { visit, what: 'end', problems: outcome.problems })
      response.redirect(303, `/people?of=${encodeURIComponent(held.code)}&done=ended`)
    })
  }

  @Post('erase')
  async erase(@Param() held: Held, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.with(request, response, held, async (visit, { fields }) => {
      const { person } = await this.members.member(request, held)
      const input = { personId: person.id, idempotencyKey: fields.one('idempotencyKey') || null }
      const outcome = await this.pages.change<unknown>(request, Erasing, input)
      if ('problems' in outcome) return this.members.confirm(request, response, held, { visit, what: 'erase', problems: outcome.problems })
      response.redirect(303, `/people?of=${encodeURIComponent(held.code)}&done=erased`)
    })
  }

  @Post('reset')
  async reset(@Param() held: Held, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.with(request, response, held, async (visit, { fields }) => {
      const { person } = await this.members.member(request, held)
      type Reset = { readonly path: string | null; readonly expiresAt: Instant }
      const input = { personId: person.id, idempotencyKey: fields.one('idempotencyKey') || null }
      const outcome = await this.pages.change<Reset>(request, Resetting, input)
      if ('problems' in outcome) return this.members.send(request, response, visit, held, { problems: outcome.problems })
      const { path, expiresAt } = outcome.done
      await this.pages.send(request, response, visit, 'people/link-made.page.njk', {
        ...linkPage(linkOf(request, this.config, path), person.name, expiresAt),
        ...{ title: `Pass this link on to ${person.name}`, isReset: true, back: `/people?of=${held.code}` },
        breadcrumbs: [
          { text: 'Home', href: '/' },
          { text: 'People', href: '/people' },
        ],
      })
    })
  }

  private async with(
    request: Request,
    response: Response,
    { code, id }: Held,
    work: (visit: Visit, sent: SentForm) => Promise<void>,
  ): Promise<void> {
    const sent = await this.forms.receive(request, response, `/people/${code}/${id}`)
    if (sent) await work(await this.pages.visit(request, response), sent)
  }
}
