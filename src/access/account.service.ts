import { Injectable } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import { addDays, type Day, startOf } from '../platform/day.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { RequestError } from '../platform/request-error.js'
import { AccessRepository } from './access.repository.js'
import { type CreateTokenInput, type RevokeTokenInput } from './account.inputs.js'
import { type CreateTokenResult } from './account.types.js'
import { inBrowserOnly } from './domain/permission.js'
import { may, type Membership } from './domain/scope.js'
import { TokenRepository } from './token.repository.js'
import { TokenService } from './token.service.js'

/** The longest a token may last: what nobody looks after is to end. */
const MOST_DAYS = 366

/** What somebody does with their own tokens. */
@Injectable()
export class AccountService {
  constructor(
    private readonly access: AccessRepository,
    private readonly tokens: TokenRepository,
    private readonly service: TokenService,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** Makes a token. Its secret is not kept, so a request sent again is answered without it. */
  async createToken(personId: string, input: CreateTokenInput): Promise<typeof CreateTokenResult> {
    let shown: string | null = null
    const result = await this.idempotency.once(personId, 'createToken', input, async () => {
      const refusal = this.refusedDay(input.expiresOn) ?? refusedReach(input, await this.access.membershipsOf(personId))
      if (refusal) return refusal
      const { token, secret } = await this.service.create({ ...input, personId, expiresAt: startOf(addDays(input.expiresOn, 1)) })
      shown = secret
      return { kind: 'TokenCreated' as const, token: { ...token, hash: undefined }, secret: null }
    })
    return result.kind === 'TokenCreated' ? { ...result, secret: shown } : result
  }

  /** Ends one of a person's own tokens, at once. Errors: NOT_FOUND when it is not theirs or holds no more. */
  revokeToken(personId: string, input: RevokeTokenInput) {
    return this.idempotency.once(personId, 'revokeToken', input, async () => {
      const token = await this.tokens.standingOf(personId, input.tokenId)
      if (!token) throw new RequestError('NOT_FOUND', 'You have no such token, or it holds no more.')
      await this.service.revoke([token], personId)
      return { kind: 'TokenRevoked' as const, tokenId: token.id }
    })
  }

  private refusedDay(expiresOn: Day) {
    const today = this.clock.today()
    const last = addDays(today, MOST_DAYS)
    if (expiresOn >= today && expiresOn <= last) return null
    const message = `A token lasts from today, ${today}, to ${last} at most; ${expiresOn} is outside of that.`
    return { kind: 'TokenTooLong' as const, message, field: 'expiresOn' }
  }
}

function refusedReach({ organisationCodes, permissions }: CreateTokenInput, memberships: readonly Membership[]) {
  const foreign = organisationCodes.find((code) => !memberships.some(({ organisationCode }) => organisationCode === code))
  if (foreign !== undefined) {
    const yours = [...new Set(memberships.map(({ organisationCode }) => organisationCode))].join(', ')
    return beyond('organisationCodes', `You are not in ${foreign}. A token can be for what you are in: ${yours}.`)
  }
  const reached = memberships.filter(({ organisationCode }) => organisationCodes.includes(organisationCode))
  const denied = permissions.find((permission) => inBrowserOnly.has(permission) || !may(reached, permission))
  if (denied === undefined) return null
  const why = inBrowserOnly.has(denied) ? 'is for people in a browser only' : 'is not yours in these organisations'
  return beyond('permissions', `${denied} ${why}, so no token of yours can have it.`)
}

const beyond = (field: string, message: string) => ({ kind: 'TokenBeyondPerson' as const, message, field })
