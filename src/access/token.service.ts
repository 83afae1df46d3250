import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { addHours, type Instant } from '../platform/day.js'
import { RequestError } from '../platform/request-error.js'
import { AccessRepository } from './access.repository.js'
import { type Narrowing } from './domain/caller.js'
import { newSecret, secretDigest } from './secret.js'
import { type TokenEntity } from './token.entity.js'
import { TokenRepository } from './token.repository.js'

/** Tokens start with this, so that a leaked one is recognised by people and scanners. */
export const TOKEN_PREFIX = 'headroom_'

/** What a new token is to be. */
export interface NewToken extends Narrowing {
  readonly personId: string
  readonly name: string
  readonly expiresAt: Instant
}

/** Makes and ends tokens. */
@Injectable()
export class TokenService {
  constructor(
    private readonly tokens: TokenRepository,
    private readonly access: AccessRepository,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Makes a token. Its secret is in the answer and nowhere else. `by` is null where the command line does. */
  async create(
    { personId, name, organisationCodes, permissions, expiresAt }: NewToken,
    by: string | null = personId,
  ): Promise<{ token: TokenEntity; secret: string }> {
    const secret = TOKEN_PREFIX + newSecret()
    const token: TokenEntity = {
      ...{ id: randomUUID(), personId, name, hash: secretDigest(secret), hint: secret.slice(-4), organisationCodes, permissions },
      ...{ createdAt: this.clock.now(), expiresAt, lastUsedAt: null, revokedAt: null },
    }
    await this.database.transaction(async () => {
      await this.tokens.add(token)
      await this.record('token.create', token, by)
    })
    return { token, secret }
  }

  /**
   * Makes a token for whoever has this address, for all that they are and may do unless it is narrowed: what the command line does.
   * Errors: NOT_FOUND when nobody has it.
   */
  async createFor(
    email: string,
    {
      name = 'command line',
      days = 90,
      organisationCodes = null,
      permissions = null,
    }: Partial<Narrowing> & { name?: string; days?: number } = {},
  ): Promise<string> {
    const person = await this.access.personByEmail(email)
    if (!person) throw new RequestError('NOT_FOUND', `Nobody here has the address ${email}.`)
    const expiresAt = addHours(this.clock.now(), days * 24)
    return (await this.create({ personId: person.id, name, organisationCodes, permissions, expiresAt }, null)).secret
  }

  /** Ends tokens. To be called inside a transaction. */
  async revoke(tokens: readonly TokenEntity[], actorId: string | null): Promise<void> {
    const ids = tokens.map(({ id }) => id)
    await this.tokens.revoke(ids, this.clock.now())
    for (const token of tokens) await this.record('token.revoke', token, actorId)
  }

  /** On the trail of every organisation the token was made for: they are to know of programs that reach them. */
  private async record(action: string, token: TokenEntity, actorId: string | null): Promise<void> {
    for (const organisationCode of token.organisationCodes ?? [null]) {
      await this.audit.record({ action, actorId, organisationCode, subjectType: 'Token', subjectId: token.id })
    }
  }
}
