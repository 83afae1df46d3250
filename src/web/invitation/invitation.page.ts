import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { randomBytes } from 'node:crypto'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem } from '../../platform/request-error.js'
import { cookieOf, hostCookie, setCookie } from '../../platform/web/cookies.js'
import { type FormFields, readFields } from '../../platform/web/form.js'
import { requireSameOrigin } from '../../platform/web/same-origin.js'
import { SignInDoor } from '../../platform/web/sign-in-door.js'
import { Frameless } from '../layout/frameless.js'
import { type Outcome, Pages } from '../layout/pages.js'
import { type Role } from '../layout/visit.js'
import { type InvitationData, offerOf, placeAddress } from './invitation.view.js'

const Invitation = operation(import.meta.url, 'invitation.page.graphql')
const Accepting = operation(import.meta.url, 'accepting.page.graphql')

/** Holds the secret of the link, so that it is in the address once and then in no history, log or picture of the screen; and the seed of the app's secret. */
const COOKIE = 'headroom_link'

interface Held {
  readonly secret: string
  readonly seed: string
}

interface Accepted {
  readonly person: { readonly id: string; readonly name: string }
  readonly membership: { readonly role: Role; readonly organisationCode: string } | null
  readonly recoveryCodes: readonly string[]
}

/** What a one-time link offers, and accepting it. */
@Controller('invitation')
export class InvitationPage {
  constructor(
    private readonly pages: Pages,
    private readonly frameless: Frameless,
    private readonly door: SignInDoor,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { secret } = request.query
    if (typeof secret !== 'string') return this.send(request, response, { name: null, problems: [] })
    // What is no secret would not be asked about: it is kept as what no link has.
    const held = /^[\w-]{20,100}$/.test(secret) ? secret : 'no-secret-of-any-link'
    setCookie(request, response, hostCookie(request, COOKIE), `${held}.${randomBytes(24).toString('base64url')}`)
    response.redirect(303, '/invitation')
  }

  @Post()
  async accept(@Req() request: Request, @Res() response: Response): Promise<void> {
    requireSameOrigin(request)
    const fields = await readFields(request)
    const held = heldBy(request)
    if (!held) return this.send(request, response, { name: null, problems: [] })
    if (fields.one('way') === 'provider') return this.atProvider(request, response, held)
    const outcome: Outcome<Accepted> = await this.pages.change(request, Accepting, inputOf(fields, held))
    if ('problems' in outcome) return this.send(request, response, { name: fields.one('name') || null, problems: outcome.problems })
    const { person, membership, recoveryCodes } = outcome.done
    forget(request, response)
    if (recoveryCodes.length === 0) return response.redirect(303, placeAddress(membership))
    await this.door.afterProof(person.id, request, response)
    const model = { title: 'Keep your recovery codes', name: person.name, recoveryCodes, next: placeAddress(membership) }
    await this.frameless.send(request, response, 'invitation/recovery-codes.page.njk', model)
  }

  private async atProvider(request: Request, response: Response, { secret }: Held): Promise<void> {
    const address = await this.door.atProvider({ next: '/', invitation: secret }, request, response)
    if (address === null) return response.redirect(303, '/sign-in/problem?why=unavailable')
    await this.frameless.sendOn(request, response, { title: 'Signing in', address })
  }

  private async send(
    request: Request,
    response: Response,
    { name, problems }: { readonly name: string | null; readonly problems: readonly InputProblem[] },
  ): Promise<void> {
    const held = heldBy(request)
    const { service, invitation } = held
      ? await this.pages.ask<InvitationData>(request, Invitation, { ...held })
      : { service: null, invitation: null }
    if (!invitation || !service) {
      response.status(404)
      return this.frameless.send(request, response, 'invitation/closed.page.njk', { title: 'This link cannot be used' })
    }
    const offer = offerOf(invitation)
    const model = {
      ...offer,
      name: name ?? offer.name,
      providerLabel: service.providerLabel,
      isDemonstration: service.mode === 'demonstration',
    }
    await this.frameless.send(request, response, 'invitation/invitation.page.njk', { ...model, problems })
  }
}

function inputOf(fields: FormFields, { secret, seed }: Held) {
  // As typed: a password may begin or end with a space.
  return { secret, seed, name: fields.one('name') || null, password: fields.all('password')[0] ?? null, code: fields.one('code') }
}

function heldBy(request: Request): Held | null {
  const [secret, seed] = (cookieOf(request, hostCookie(request, COOKIE)) ?? '').split('.')
  return secret && seed ? { secret, seed } : null
}

function forget(request: Request, response: Response): void {
  setCookie(request, response, hostCookie(request, COOKIE), '')
}
