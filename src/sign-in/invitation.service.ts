import { Injectable } from '@nestjs/common'
import { type Caller } from '../platform/graphql/allow.js'
import { AcceptanceService } from './acceptance.service.js'
import { Accounts } from './accounts.service.js'
import { Authenticator } from './authenticator.js'
import { type Acceptance } from './domain/acceptance.js'
import { passwordProblem } from './domain/password.js'
import { type HeldLink, LinkService } from './link.service.js'
import { type AcceptInvitationInput } from './sign-in.inputs.js'
import { type AcceptInvitationResult } from './sign-in.types.js'

type Result = typeof AcceptInvitationResult

/** Accepts one-time links over the API. Not by `Idempotency`: the answer holds recovery codes, which are kept nowhere, and a link is used once anyway. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly links: LinkService,
    private readonly acceptance: AcceptanceService,
    private readonly accounts: Accounts,
    private readonly authenticator: Authenticator,
  ) {}

  async accept(input: AcceptInvitationInput, caller: Caller): Promise<Result> {
    const held = await this.links.held(input.secret, caller)
    if (!held) return closed
    switch (held.acceptance) {
      case 'AS_YOURSELF':
        return this.asYourself(held)
      case 'NEW_ACCOUNT':
        return this.newAccount(held, input)
      case 'SIGN_IN_FIRST':
      case 'AT_PROVIDER':
      case 'NOT_YOURS':
      case 'NOT_HERE':
        return { kind: 'AcceptedAnotherWay', field: 'secret', message: anotherWay[held.acceptance] }
    }
  }

  private async asYourself({ link, holder }: HeldLink): Promise<Result> {
    const accepted = holder && (await this.acceptance.accept(link, holder, () => Promise.resolve()))
    return accepted ? { kind: 'InvitationAccepted', person: accepted.person, membership: membershipOf(link), recoveryCodes: [] } : closed
  }

  private async newAccount({ link, resets }: HeldLink, { name, password, seed, code }: AcceptInvitationInput): Promise<Result> {
    const person = resets ?? { name: name ?? link.name, email: link.email, isKnownByIt: true }
    const problem = passwordProblem(password ?? '', [person.name, link.email])
    if (problem !== null) return { kind: 'PasswordNotAllowed', field: 'password', message: problem }
    const { secret } = this.authenticator.setUpFor(link.id, seed ?? '', link.email)
    const step = this.authenticator.stepOf(secret, code ?? '')
    if (step === null || !seed) return codeWrong
    const passwordHash = await this.accounts.hashOf(password ?? '')
    const accepted = await this.acceptance.accept(link, person, ({ id }) => this.accounts.setUp(id, passwordHash, { secret, step }))
    if (!accepted) return closed
    return { kind: 'InvitationAccepted', person: accepted.person, membership: membershipOf(link), recoveryCodes: accepted.proved }
  }
}

export const codeWrong = { kind: 'CodeWrong' as const, field: 'code', message: 'Enter the six digits your authenticator app shows now.' }

const closed = {
  kind: 'LinkClosed' as const,
  field: 'secret',
  message: 'This link was used, was withdrawn or has expired. Ask whoever sent it for another.',
}

const anotherWay: Readonly<Record<Exclude<Acceptance, 'AS_YOURSELF' | 'NEW_ACCOUNT'>, string>> = {
  SIGN_IN_FIRST: 'Somebody with this address is known here. Sign in as them first.',
  AT_PROVIDER: 'Accept this in a browser, by signing in with your organisation’s account.',
  NOT_YOURS: 'This is for another address than yours. Sign out, or ask for a link for your own.',
  NOT_HERE: 'Nobody can make an account on this server.',
}

/** What a link makes somebody; null when it is for signing in anew. */
export function membershipOf({ role, organisationCode }: HeldLink['link']): { role: string; organisationCode: string } | null {
  return role === null || organisationCode === null ? null : { role, organisationCode }
}
