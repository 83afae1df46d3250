import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { saidAfter } from '../layout/done.js'
import { Forms } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { type PeopleData } from './people.data.js'
import { placeOf, textIn } from './people-place.js'
import { peopleView } from './people.view.js'

const People = operation(import.meta.url, 'people.page.graphql', 'member-on-page.page.graphql', 'organisation-on-page.page.graphql')
const Withdraw = operation(import.meta.url, 'withdrawing-invitation.page.graphql')

const doneWords: Readonly<Record<string, string>> = {
  changed: 'Changed.',
  ended: 'Ended. They are signed out, and what they recorded stays.',
  withdrawn: 'Invitation withdrawn. Its link no longer works.',
  late: 'That invitation was accepted, withdrawn or had expired before.',
  erased: 'Their name and address were removed. What they recorded stays.',
}

/** Who is what in the organisations somebody administers, and who is invited. */
@Controller('people')
export class PeoplePage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const { isOperator, code } = placeOf(visit, textIn(request.query['of']))
    const search = textIn(request.query['q'])
    const showsEnded = request.query['ended'] === 'yes'
    // An operator administers everything: only what is looked for is listed.
    const variables = { code, search: isOperator ? search || code : null, ended: showsEnded }
    const data = await this.pages.ask<PeopleData>(request, People, variables)
    await this.pages.send(request, response, visit, 'people/people.page.njk', {
      ...{ ...peopleView(data, code, visit.today, visit.personId), title: 'People', code, showsEnded, isOperator, search },
      found: isOperator && search !== '' ? data.administered : [],
      others: isOperator ? [] : data.administered.filter((one) => one.kind !== 'PRACTICE' && one.code !== code),
      handsOver: ['NETWORK', 'BOARD'].includes(data.here.find((one) => one.code === code)?.kind ?? '') && !isOperator,
      ...{ done: saidAfter(request, doneWords), breadcrumbs: [{ text: 'Home', href: '/' }] },
    })
  }

  @Post('invitations/withdraw')
  async withdraw(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, '/people')
    if (!sent) return
    const outcome = await this.pages.change<unknown>(request, Withdraw, { invitationId: sent.fields.one('invitationId') })
    const done = 'problems' in outcome ? 'late' : 'withdrawn'
    response.redirect(303, `/people?of=${encodeURIComponent(sent.fields.one('of'))}&done=${done}`)
  }
}
