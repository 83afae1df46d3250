import { Injectable } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { Config } from '../../platform/config.js'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { newKey } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { roleName, type Visit } from '../layout/visit.js'
import { type ChangeForm, changeFormFrom } from './change.form.js'
import { type MemberData } from './people.data.js'
import { isOver, memberRow } from './people.view.js'

const Member = operation(import.meta.url, 'member.page.graphql', 'member-on-page.page.graphql')

/** A membership as its address names it. */
export interface Held {
  readonly code: string
  readonly id: string
}

/** A form that has to be put right. */
export interface Refused {
  readonly form?: ChangeForm
  readonly problems: readonly InputProblem[]
}

/** The pages about one membership. */
@Injectable()
export class MemberPages {
  constructor(
    private readonly pages: Pages,
    private readonly config: Config,
  ) {}

  /** Errors: NOT_FOUND where it is over, was changed meanwhile, or is not the caller's to change. */
  async member(request: Request, { code, id }: Held): Promise<MemberData> {
    type Data = { readonly memberships: { readonly nodes: readonly MemberData[] } }
    const { memberships } = await this.pages.ask<Data>(request, Member, { code })
    const found = memberships.nodes.find((one) => one.id === id)
    if (!found) throw new RequestError('NOT_FOUND', 'This was changed meanwhile. Look at the list of people again.')
    return found
  }

  /** What can be changed. */
  async send(
    request: Request,
    response: Response,
    visit: Visit,
    held: Held,
    { form, problems }: Refused = { problems: [] },
  ): Promise<void> {
    const member = await this.member(request, held)
    await this.pages.send(request, response, visit, 'people/member.page.njk', {
      ...this.told(visit, held, member),
      ...{ title: member.person.name, problems, form: form ?? changeFormFrom(member, newKey()) },
      roles: (member.organisation?.roles ?? []).map((role) => ({ value: role, text: roleName(role) })),
      ...{
        isOperator: visit.place.role === 'OPERATOR',
        usesProvider: this.config.SIGN_IN === 'openid',
        isGone: isOver(member, visit.today),
      },
    })
  }

  /** What asks once more before it is done: to end, or to erase. */
  async confirm(
    request: Request,
    response: Response,
    held: Held,
    { visit, what, problems = [] }: { readonly visit: Visit; readonly what: 'end' | 'erase'; readonly problems?: readonly InputProblem[] },
  ): Promise<void> {
    const member = await this.member(request, held)
    const title = what === 'end' ? `End at once: ${member.person.name}` : `Erase ${member.person.name}`
    await this.pages.send(request, response, visit, `people/${what}.page.njk`, {
      ...{ ...this.told(visit, held, member), title, problems, idempotencyKey: newKey() },
    })
  }

  private told(visit: Visit, { code, id }: Held, member: MemberData) {
    return {
      ...{ row: memberRow(member, visit.today, visit.personId), name: member.person.name, organisation: member.organisation?.name ?? code },
      ...{ page: `/people/${code}/${id}`, back: `/people?of=${code}`, resetKey: newKey(), isOnly: member.onlyAdministrator },
      handsOver: ['NETWORK_MANAGER', 'CLINICAL_DIRECTOR', 'COMMISSIONER'].includes(visit.place.role),
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: 'People', href: `/people?of=${code}` },
      ],
    }
  }
}
